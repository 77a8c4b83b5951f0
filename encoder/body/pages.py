r"""Signs of the page: where one ends, and what is printed on each of them.

    REED: The bridge over the nor-

    - 12 -
    Record of the Harbour Board

    thern arm is closed. [Page 13] It stays so.

A number alone on its line is a page's when such numbers count upwards; a line that
stands beside the breaks of three pages, the same but for its number, is furniture, and
so is one that parts three sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from encoder.body.intervals import Taken
from encoder.characters.look import WHITE
from encoder.model.blocks import Leaf, LeafKind, PageBreakBlock
from encoder.model.marks import Furniture, Mark, PageBreak
from encoder.model.pattern import Pattern
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source

_IN_BRACKETS = Pattern(
    r"\[(?:[Pp]age|[Pp]\.|S\.|Seite|[Сс]тр\.|[Сс]\.) ?(?P<n>\d{1,5}|[ivxlc]{1,7})\]",
    re.NOFLAG,
)
_IN_ROUND = re.compile(r"\(p\. ?(?P<n>\d{1,5})\)")
_SLASHES = re.compile(r"(?<!\S)//(?!\S)")
# A line of its own, in the three ways of printing a page's number.
_ALONE = Pattern(
    r"""
    \n [ \t]*
    (?P<sign> [-–—]{1,2} [ ]? \d{1,4} [ ]? [-–—]{1,2}
      | [Pp](?:age|AGE) [ ] \d{1,4} (?: [ ] of [ ] \d{1,4} )?
      | (?P<bare> \d{1,4} ) )
    [ \t]* (?= \n | \Z )
    """
)
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
_HYPHENS = ("-", "\u00ad", "¬")


class Printed(NamedTuple):
    """What the pages printed: what stands on lines of its own, and the marks."""

    standing: Sequence[PageBreakBlock | Leaf]
    marks: Sequence[Mark]


def printed(source: Source, body: Span, labels: Sequence[Span]) -> Printed:
    """Return the signs of pages inside `body` and outside `labels`."""
    taken = Taken(labels)
    text = source.text
    inline = [span for span in _inline(text, body) if taken.is_free(span)]
    alone = [span for span in _alone(text, body) if taken.is_free(span)]
    feeds = [*_feeds(text, body)]
    breaks = sorted({*inline, *alone, *feeds})
    stands = [span for span in breaks if _stands(text, span)]
    heads = [*_furniture(text, body, stands, taken)]
    known = {*heads, *breaks}
    heads += [span for span in _interrupting(text, body, taken) if span not in known]
    if not breaks and not heads:
        return Printed((), ())
    blocks: list[PageBreakBlock | Leaf] = [
        *map(PageBreakBlock, stands),
        *(Leaf(LeafKind.FURNITURE, span) for span in heads),
    ]
    blocks.sort(key=lambda block: block.span)
    around = [block.span for block in blocks]
    marks: list[Mark] = [
        PageBreak(span, in_word=_in_word(text, span, around)) for span in breaks
    ]
    marks += map(Furniture, heads)
    return Printed(blocks, marks)


def _inline(text: str, body: Span) -> Iterator[Span]:
    """Yield the signs that can stand in mid-sentence."""
    for found in _IN_BRACKETS.finditer(text, *body):
        yield Span(*found.span())
    if "(p." in text:
        found_round = [*_IN_ROUND.finditer(text, *body)]
        numbers = [int(found["n"]) for found in found_round]
        for place in _counting(numbers, fewest=2):
            yield Span(*found_round[place].span())
    if text.count("//", *body) >= _FEWEST:
        slashes = [Span(*found.span()) for found in _SLASHES.finditer(text, *body)]
        if len(slashes) >= _FEWEST:
            yield from slashes


def _alone(text: str, body: Span) -> Iterator[Span]:
    """Yield the page numbers that stand on lines of their own."""
    bare = []
    text = text.replace("\f", "\n")
    for found in _ALONE.finditer(text, *body):
        if found["bare"]:
            bare.append(found)
        else:
            yield Span(*found.span("sign"))
    numbers = [int(found["bare"]) for found in bare]
    for place in _counting(numbers, fewest=_FEWEST):
        yield Span(*bare[place].span("sign"))


def _counting(numbers: Sequence[int], fewest: int) -> Sequence[int]:
    """Return the places of the longest row of numbers that counts up one by one.

    >>> _counting([7, 1, 50, 2, 3, 9], fewest=3)
    [1, 3, 4]
    """
    longest: dict[int, list[int]] = {}
    best: list[int] = []
    for place, number in enumerate(numbers):
        row = longest.pop(number - 1, [])
        row.append(place)
        longest[number] = row
        best = max(best, row, key=len)
    return best if len(best) >= fewest else []


def _feeds(text: str, body: Span) -> Iterator[Span]:
    feed = text.find("\f", *body)
    while feed >= 0:
        yield Span(feed, feed + 1)
        feed = text.find("\f", feed + 1, body.end)


def _stands(text: str, span: Span) -> bool:
    """Return whether nothing else is on the line of `span`; a form feed ends a line."""
    if text[span.start] == "\f":
        return True
    before = text[max(0, span.start - _LONGEST) : span.start]
    after = text[span.end : span.end + _LONGEST]
    return not before.replace("\f", "\n").rpartition("\n")[2].strip(WHITE) and not (
        after.replace("\f", "\n").partition("\n")[0].strip(WHITE)
    )


def _furniture(
    text: str, body: Span, breaks: Sequence[Span], taken: Taken
) -> Iterator[Span]:
    """Yield the lines beside the breaks that come back on at least three pages."""
    beside = {place: [*_beside(text, body, place)] for place in _rows(text, breaks)}
    candidates = {line for lines in beside.values() for line in lines}
    counted = Counter(_key(text, line) for line in candidates if taken.is_free(line))
    seen: set[Span] = set(breaks)
    for lines in beside.values():
        for line in lines:
            again = counted[_key(text, line)] >= max(_FEWEST, len(beside) // 2)
            if again and line not in seen and taken.is_free(line):
                seen.add(line)
                yield line


def _interrupting(text: str, body: Span, taken: Taken) -> Iterator[Span]:
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


def _beside(text: str, body: Span, place: Span) -> Iterator[Span]:
    """Yield the few short lines above and below a break, but for numbers alone."""
    first = max(body.start, place.start - _FARTHEST)
    above = text[first : place.start].replace("\f", "\n").rsplit("\n", _MOST_LINES)
    if first > body.start or len(above) > _MOST_LINES:
        # The line that was cut is not one.
        above = above[1:]
    start = place.start - len("\n".join(above))
    yield from _filled(text, start, above, slice(-_REACH, None))
    last = min(body.end, place.end + _FARTHEST)
    below = text[place.end : last].replace("\f", "\n").split("\n", _MOST_LINES)
    if last < body.end or len(below) > _MOST_LINES:
        below = below[:-1]
    yield from _filled(text, place.end, below, slice(_REACH))


def _filled(
    text: str, start: int, lines: Sequence[str], wanted: slice
) -> Iterator[Span]:
    """Yield, of the lines that hold anything, those wanted; the first is at `start`."""
    found = []
    for line in lines:
        if line.strip(WHITE):
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    for span in found[wanted]:
        yield from _line(text, span)


def _line(text: str, span: Span) -> Iterator[Span]:
    words = text[span.start : span.end]
    bare = words.strip(WHITE)
    if bare and len(bare) <= _LONGEST and not bare.isdecimal():
        start = span.start + words.index(bare)
        yield Span(start, start + len(bare))


def _in_word(text: str, span: Span, standing: Sequence[Span]) -> bool:
    """Return whether a break, with what stands beside it, parts a word.

    Only the first of a row of signs can; the word goes on below the last.
    """
    start, end = span
    place = bisect_left(standing, span)
    if place < len(standing) and standing[place] == span:
        if place and not text[standing[place - 1].end : start].strip(WHITE):
            return False
        while place + 1 < len(standing) and not text[
            end : standing[place + 1].start
        ].strip(WHITE):
            place += 1
            end = standing[place].end
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    word = before.rstrip(WHITE)
    rest = after.lstrip(WHITE + "0123456789")[:1]
    if word.endswith(_HYPHENS):
        return word[-2:-1].isalpha() and rest.islower()
    if "\f" in text[start:end]:
        # It is white space, and parts no word that has no hyphen.
        return False
    return before[-1:].isalpha() and after[:1].isalpha() and after[:1].islower()
