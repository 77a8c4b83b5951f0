"""Tables: three or more lines with certain columns.

    Harbour     12    open
    Bridge       4    closed
    Ferry        1    open

Columns are certain if each line has the same number of tabs, or if two or more spaces
separate them and each column is aligned left or right. Otherwise the lines stay a
paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model.blocks import (
    Block,
    Leaf,
    Paragraph,
    Table,
    Turn,
)
from encoder.model.marks import LineBreak
from encoder.model.source import Span
from encoder.text.characters import WHITE
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.model.source import Source

_BY_TABS = Pattern(rf"[^\t\n]*[^{WHITE}][^\t\n]*", re.NOFLAG)
_BY_SPACES = Pattern(rf"[^{WHITE}]+(?: [^{WHITE}]+)*", re.NOFLAG)
_SPACES = WHITE.replace("\n", "")
# What parts two columns: a tab, a bar, or dots that lead from the one to the other.
_COLUMNS = Pattern(r"[^\t\n]\t[ \t]*[^\t\n]|[^|\n]\|[^|\n]|\.{4,60}", re.NOFLAG)
_FEWEST_LINES, _FEWEST_COLUMNS = 3, 2


def table(source: Source, part: Span) -> Table | None:
    """Return the paragraph `part` as a table; None if its columns are not certain."""
    words = source.words(part)
    if words.count("\n") < _FEWEST_LINES - 1:
        return None
    if words.count("\t") < _FEWEST_LINES and words.count("  ") < _FEWEST_LINES:
        return None
    # The white space before the first line counts where columns do.
    begin = part.start
    while begin and source.text[begin - 1] in _SPACES:
        begin -= 1
    lines = [*source.lines(Span(begin, part.end))]
    by_tabs = all("\t" in source.words(line) for line in lines)
    pattern = _BY_TABS if by_tabs else _BY_SPACES
    rows = [[*pattern.finditer(source.text, *line)] for line in lines]
    columns = len(rows[0])
    if columns < _FEWEST_COLUMNS or any(len(row) != columns for row in rows):
        return None
    if not by_tabs and not _aligned(lines, rows):
        return None
    return Table(tuple(tuple(_cell(cell) for cell in row) for row in rows))


def kept_lines(source: Source, blocks: Iterable[Block]) -> Iterator[LineBreak]:
    """Yield a mark for each line end that must be kept.

    Those are the ends of lines that stand in columns, in the head of a paper, and among
    names that sign it.
    """
    for block in blocks:
        if isinstance(block, Turn):
            yield from kept_lines(source, block.blocks)
        elif (isinstance(block, Leaf) and block.kind.keeps_lines) or (
            isinstance(block, Paragraph) and _has_columns(source, block.span)
        ):
            for line in [*source.lines(block.span)][:-1]:
                yield LineBreak(Span(line.end, line.end + 1))


def _has_columns(source: Source, span: Span) -> bool:
    if source.text.find("\n", *span) < 0:
        return False
    lines = [source.words(line) for line in source.lines(span)]
    return sum(_COLUMNS.search(line) is not None for line in lines) > len(lines) / 2


def _cell(found: re.Match[str]) -> Span:
    words = found[0]
    start = found.start() + len(words) - len(words.lstrip(WHITE))
    return Span(start, start + len(words.strip(WHITE)))


def _aligned(lines: Sequence[Span], rows: Sequence[Sequence[re.Match[str]]]) -> bool:
    """Return whether each column has one left or one right edge in all lines."""
    for column in range(1, len(rows[0])):
        cells = [(line, row[column]) for line, row in zip(lines, rows, strict=True)]
        begins = {cell.start() - line.start for line, cell in cells}
        ends = {cell.end() - line.start for line, cell in cells}
        if len(begins) > 1 and len(ends) > 1:
            return False
    return True
