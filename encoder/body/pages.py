r"""Find page breaks, page numbers and running heads.

    REED: The bridge over the nor-

    - 12 -
    Record of the Harbour Board

    thern arm is closed. [Page 13] It stays so.

A number alone on its line is a page number if such numbers are consecutive. Running
heads beside page breaks are found by `body.running_heads`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from encoder.body.running_heads import beside_breaks, interrupting
from encoder.language.pack import Formula
from encoder.model.blocks import Leaf, PageBreakBlock
from encoder.model.kinds import LeafKind
from encoder.model.marks import Furniture, Mark, PageBreak
from encoder.model.source import Span
from encoder.text.characters import WHITE, form_feeds
from encoder.text.occupied import Occupied
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source

_IN_BRACKETS = Formula(r"\[ {page-mark} [ ]? (?P<n> \d{1,5} | [ivxlc]{1,7} ) \]")
_IN_ROUND = re.compile(r"\(p\. ?(?P<n>\d{1,5})\)")
_SLASHES = re.compile(r"(?<!\S)//(?:\s+//)*(?!\S)")
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
_FEWEST = 3
_LONGEST = 90
_SPACES = WHITE.replace("\n", "")
_LINE_ENDS = {"", "\n", "\f"}
_HYPHENS = ("-", "\u00ad", "¬")


class Printed(NamedTuple):
    """Page furniture on lines of its own, and marks inside paragraphs."""

    standing: Sequence[PageBreakBlock | Leaf]
    marks: Sequence[Mark]


def printed(source: Source, body: Span, labels: Sequence[Span]) -> Printed:
    """Return the page breaks and running heads in `body` that are outside `labels`."""
    taken = Occupied(labels)
    text = source.text
    inline = [span for span in _inline(text, body) if taken.is_free(span)]
    alone = [span for span in _alone(text, body) if taken.is_free(span)]
    breaks = sorted({*inline, *alone, *form_feeds(source, body)})
    stands = [span for span in breaks if _stands(text, span)]
    heads = [*beside_breaks(text, body, stands, taken)]
    known = {*heads, *breaks}
    heads += [span for span in interrupting(text, body, taken) if span not in known]
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
    """Yield the spans of page breaks that may stand inside a sentence."""
    for found in _IN_BRACKETS.finditer(text, *body):
        yield Span(*found.span())
    if "(p." in text:
        found_round = [*_IN_ROUND.finditer(text, *body)]
        numbers = [int(found["n"]) for found in found_round]
        for place in _counting(numbers, fewest=2):
            yield Span(*found_round[place].span())
    if text.count("//", *body) >= _FEWEST:
        slashes = [*_SLASHES.finditer(text, *body)]
        if sum(found[0].count("//") for found in slashes) >= _FEWEST:
            yield from (Span(*found.span()) for found in slashes)


def _alone(text: str, body: Span) -> Iterator[Span]:
    """Yield the spans of page numbers on lines of their own."""
    bare = []
    text = text.replace("\f", "\n")
    for found in _ALONE.finditer(text, *body):
        if found["bare"]:
            bare.append(found)
        else:
            yield Span(*found.span("sign"))
    numbers = [int(found["bare"]) for found in bare]
    counted = {*_counting(numbers, fewest=_FEWEST)}
    first = [Span(*bare[place].span("sign")) for place in sorted(counted)]
    yield from first
    # An archive that counts the leaves anew prints its number below the first.
    rest = [found for place, found in enumerate(bare) if place not in counted]
    ends = {one.end for one in first}
    for place in _counting([int(found["bare"]) for found in rest], fewest=_FEWEST):
        sign = Span(*rest[place].span("sign"))
        above = text[max(0, sign.start - _LONGEST) : sign.start]
        if sign.start - len(above) + len(above.rstrip()) in ends:
            yield sign


def _counting(numbers: Sequence[int], fewest: int) -> Sequence[int]:
    """Return the indexes of the longest run of consecutive numbers, if long enough.

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


def _stands(text: str, span: Span) -> bool:
    """Return whether `span` is alone on its line; a form feed counts as a line end."""
    if text[span.start] == "\f":
        return True
    before = text[max(0, span.start - _LONGEST) : span.start].rstrip(_SPACES)
    after = text[span.end : span.end + _LONGEST].lstrip(_SPACES)
    return before[-1:] in _LINE_ENDS and after[:1] in _LINE_ENDS


def _in_word(text: str, span: Span, standing: Sequence[Span]) -> bool:
    """Return whether a page break divides a word.

    Of adjacent breaks and running heads (`standing`, in order) only the first can; the
    word continues below the last.
    """
    start, end = span
    before = text[max(0, start - 80) : start]
    word = before.rstrip(WHITE)
    is_hyphenated = word.endswith(_HYPHENS)
    if not is_hyphenated and (text[start] == "\f" or not before[-1:].isalpha()):
        # A form feed is white space, and parts no word that has no hyphen.
        return False
    place = bisect_left(standing, span)
    if place < len(standing) and standing[place] == span:
        if place and not text[standing[place - 1].end : start].strip(WHITE):
            return False
        while place + 1 < len(standing) and not text[
            end : standing[place + 1].start
        ].strip(WHITE):
            place += 1
            end = standing[place].end
    after = text[end : end + 80]
    if is_hyphenated:
        rest = after.lstrip(WHITE + "0123456789")[:1]
        return word[-2:-1].isalpha() and rest.islower()
    first = after[:1]
    return "\f" not in text[start:end] and first.isalpha() and first.islower()
