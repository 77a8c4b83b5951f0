"""Find running heads: lines that recur from page to page.

A line that stands beside the breaks of three pages, the same but for its number, is
one, and so is a line that parts three sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from encoder.model.source import Span
from encoder.text.characters import WHITE
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.text.occupied import Occupied

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
_FILLED = re.compile(rf"[^{WHITE}\f][^\n\f]*")
_REACH = 3
_LONGEST = 90
_FARTHEST = 500


def beside_breaks(
    text: str, body: Span, breaks: Sequence[Span], taken: Occupied
) -> Iterator[Span]:
    """Yield the spans of lines beside `breaks` that recur on at least three pages."""
    rows = [*_rows(text, breaks)]
    if len(rows) < _FEWEST:
        return
    lines = [
        line
        for line in dict.fromkeys(_beside(text, body, rows))
        if line.end - line.start <= _LONGEST
        and not text[line.start : line.end].isdecimal()
        and taken.is_free(line)
    ]
    keys = [_key(text, line) for line in lines]
    counted = Counter(keys)
    often = max(_FEWEST, len(rows) // 2)
    alone = {*breaks}
    for line, key in zip(lines, keys, strict=True):
        if counted[key] >= often and line not in alone:
            yield line


def interrupting(text: str, body: Span, taken: Occupied) -> Iterator[Span]:
    """Yield the spans of running heads where no page breaks are printed.

    Such a line recurs, the same except for its numbers, and interrupts a sentence at
    most of its places: no end mark above, a lower-case letter below.
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


def _beside(text: str, body: Span, rows: Sequence[Span]) -> Iterator[Span]:
    """Yield up to `_REACH` lines above and below each row, within `_FARTHEST`."""
    lines = [_trimmed(text, found) for found in _FILLED.finditer(text, *body)]
    starts = [line.start for line in lines]
    for row in rows:
        place = bisect_left(starts, row.start)
        first = row.start - _FARTHEST
        for line in lines[max(0, place - _REACH) : place]:
            if first < line.start and line.end <= row.start:
                yield line
        place = bisect_left(starts, row.end, place)
        last = row.end + _FARTHEST
        for line in lines[place : place + _REACH]:
            if line.end < last:
                yield line


def _trimmed(text: str, line: re.Match[str]) -> Span:
    start, end = line.span()
    return Span(start, start + len(text[start:end].rstrip(WHITE)))


def _rows(text: str, breaks: Sequence[Span]) -> Iterator[Span]:
    """Yield the span of each run of adjacent breaks; slashes are skipped."""
    row: Span | None = None
    for place in breaks:
        if text.startswith("//", place.start):
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
    """Return the key of a line: without numbers and brackets, case folded."""
    words = " ".join(text[line.start : line.end].split())
    return _DIGITS.sub("0", words).casefold().strip("[]()")
