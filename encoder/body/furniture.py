"""Running heads: lines that come back from page to page.

A line that stands beside the breaks of three pages, the same but for its number, is
one, and so is a line that parts three sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from encoder.characters.look import WHITE
from encoder.model.pattern import Pattern
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.body.intervals import Taken

# A line in mid-sentence, which begins as none goes on.
_BETWEEN = Pattern(
    r"""
    (?<= [^.!?…:;"”»’)\]。！？」\n] ) \n{1,2}
    (?P<head> [^\W_a-z] [^\n]{2,88} [^\s,;:.!?-] )
    (?= [ \t]* \n{1,2} (?P<below> [^\W\d_A-Z] ) )
    """
)
_LINE = Pattern(r"^(?P<head>[^\W_a-z][^\n]{2,88}[^\s,;:.!?-])[ \t]*$", re.MULTILINE)
_DIGITS = re.compile(r"\d+")
_FEWEST = 3
_REACH = 3
_LONGEST = 90
_FARTHEST, _MOST_LINES = 500, 12


def beside_breaks(
    text: str, body: Span, breaks: Sequence[Span], taken: Taken
) -> Iterator[Span]:
    """Yield the lines beside the breaks that come back on at least three pages."""
    rows = [*_rows(text, breaks)]
    lined = text.replace("\f", "\n")
    lines = dict.fromkeys(
        line
        for row in rows
        for line in (*_above(lined, body, row), *_below(lined, body, row))
        if taken.is_free(line)
    )
    keys = [_key(text, line) for line in lines]
    counted = Counter(keys)
    often = max(_FEWEST, len(rows) // 2)
    alone = {*breaks}
    for line, key in zip(lines, keys, strict=True):
        if counted[key] >= often and line not in alone:
            yield line


def interrupting(text: str, body: Span, taken: Taken) -> Iterator[Span]:
    """Yield the running heads of pages whose ends are not printed.

    A line is one that comes back, the same but for its numbers, and parts a sentence at
    most of its places: the line above has no end mark, and small letters go on below.
    """
    found = [
        Span(*line.span("head"))
        for line in _BETWEEN.finditer(text, *body)
        if line["below"].islower() and not line["head"].isdecimal()
    ]
    counted = Counter(_key(text, line) for line in found)
    often = {key for key, count in counted.items() if count >= _FEWEST}
    if not often:
        return
    lines = [
        Span(line.start("head"), line.end("head"))
        for line in _LINE.finditer(text, *body)
    ]
    everywhere = Counter(_key(text, line) for line in lines)
    for line in found:
        key = _key(text, line)
        parts = counted[key] * 2 > everywhere[key]
        if key in often and parts and taken.is_free(line):
            yield line


def _rows(text: str, breaks: Sequence[Span]) -> Iterator[Span]:
    """Yield each row of breaks with nothing between them; slashes are in none."""
    row: Span | None = None
    for place in breaks:
        if text[place.start : place.end] == "//":
            continue
        if row and not text[row.end : place.start].strip(WHITE):
            row = row.to(place)
            continue
        if row:
            yield row
        row = place
    if row:
        yield row


def _key(text: str, line: Span) -> str:
    """Return what a line says but for its numbers."""
    return _DIGITS.sub("0", " ".join(text[line.start : line.end].split()))


def _above(lined: str, body: Span, row: Span) -> Sequence[Span]:
    """Return the few short lines above a row of breaks, but for numbers alone.

    In `lined` a form feed is a line end. A line of which only a part is near is none.
    """
    found: list[Span] = []
    end = row.start
    first = max(body.start, end - _FARTHEST)
    for _ in range(_MOST_LINES):
        start = lined.rfind("\n", first, end) + 1
        if not start and first > body.start:
            break
        if line := _filled(lined, start or first, end):
            found.append(line)
        if not start or len(found) == _REACH:
            break
        end = start - 1
    return [line for line in reversed(found) if _is_short(lined, line)]


def _below(lined: str, body: Span, row: Span) -> Sequence[Span]:
    """Return the few short lines below a row of breaks, but for numbers alone."""
    found: list[Span] = []
    start = row.end
    last = min(body.end, start + _FARTHEST)
    for _ in range(_MOST_LINES):
        end = lined.find("\n", start, last)
        if end < 0 and last < body.end:
            break
        if line := _filled(lined, start, last if end < 0 else end):
            found.append(line)
        if end < 0 or len(found) == _REACH:
            break
        start = end + 1
    return [line for line in found if _is_short(lined, line)]


def _filled(lined: str, start: int, end: int) -> Span | None:
    """Return what a line holds between its white space, if it holds anything."""
    words = lined[start:end]
    if bare := words.strip(WHITE):
        start += words.index(bare)
        return Span(start, start + len(bare))
    return None


def _is_short(lined: str, line: Span) -> bool:
    start, end = line
    return end - start <= _LONGEST and not lined[start:end].isdecimal()
