"""Verse in the speeches of a play: lines that end before the margin.

    HALE: The northern bridge is closed to me,
    And closed the road that leads along the sea.

Each line begins with a capital, and enough of them are short enough for the first word
of the next; most speeches of several lines must be so. A single line can be prose and
stays a paragraph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from encoder.body.bracketed_paragraph import is_bracketed
from encoder.model.blocks import Block, Inner, Paragraph, Stage, Turn, Verse
from encoder.text.paragraphs import trimmed
from encoder.text.sentence_ends import ENDS_OF_VERSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source, Span

_LONGEST = 90
_FEWEST_LINES, _FEWEST_SPEECHES = 2, 3
# What can stand before the capital of a line.
_BEFORE = "\"'“„«‘’—–-…. "
# Of the lines of filled prose none has room for the word that begins the next.
_ENOUGH = 0.3
# So many of the paragraphs of several lines are verse, or the lines are the page's.
_MOSTLY = 0.6


def versed(source: Source, blocks: Sequence[Block]) -> Sequence[Block]:
    """Mark the verse in the speeches of a play."""
    paragraphs = [
        [trimmed(source, line) for line in source.lines(block.span)]
        for turn in blocks
        if isinstance(turn, Turn)
        for block in turn.blocks
        if isinstance(block, Paragraph)
    ]
    width = max(
        (line.end - line.start for each in paragraphs for line in each), default=0
    )
    verses = [lines for lines in paragraphs if _is_verse(source, lines, width)]
    several = sum(len(lines) >= _FEWEST_LINES for lines in paragraphs)
    if len(verses) < max(_FEWEST_SPEECHES, _MOSTLY * several):
        return blocks
    begun = {lines[0].start: lines for lines in verses}
    return [
        block._replace(blocks=tuple(_parted(source, block.blocks, begun)))
        if isinstance(block, Turn)
        else block
        for block in blocks
    ]


def _parted(
    source: Source, blocks: Sequence[Inner], begun: dict[int, list[Span]]
) -> Iterator[Inner]:
    """Yield the blocks of a speech, verse paragraphs as lines of verse."""
    for block in blocks:
        if not isinstance(block, Paragraph) or block.span.start not in begun:
            yield block
            continue
        row: list[Span] = []
        for line in begun[block.span.start]:
            if not is_bracketed(source.words(line)):
                row.append(line)
                continue
            if row:
                yield Verse(tuple(row))
                row = []
            yield Stage(line)
        if row:
            yield Verse(tuple(row))


def _is_verse(source: Source, lines: Sequence[Span], width: int) -> bool:
    said = [source.words(line) for line in lines]
    spoken = [line for line in said if not is_bracketed(line)]
    if len(spoken) < _FEWEST_LINES or not all(map(_could_be, said)):
        return False
    if any(_is_direction(above, line) for above, line in pairwise(["", *said])):
        return False
    room = [
        len(line) + 1 + len(after.split()[0]) <= width
        for line, after in pairwise(spoken)
    ]
    return sum(room) > _ENOUGH * len(room)


def _could_be(line: str) -> bool:
    """Return whether a line can be verse, or a stage direction within verse.

    >>> _could_be("— And closed the road,"), _could_be("and closed the road")
    (True, False)
    >>> _could_be("(Aside.) The road"), _could_be("(Aside.) the road")
    (True, False)
    """
    first = line.partition(")")[2] if line[0] == "(" else line
    return len(line) <= _LONGEST and not first.strip(_BEFORE)[:1].islower()


def _is_direction(above: str, line: str) -> bool:
    """Return whether a line begins a stage direction that continues below it.

    A bracket inside a sentence is part of the speech.
    """
    opens = line.count("(") > line.count(")") or line.count("[") > line.count("]")
    return line[0] in "([" and opens and (not above or above[-1] in ENDS_OF_VERSE)
