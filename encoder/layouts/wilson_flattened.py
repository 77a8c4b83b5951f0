"""The older export of a digital archive, flattened to one line.

    Digital Archive … May 03, 1951 Conversation Between Hale and Reed Citation:
    “Conversation Between Hale and Reed,” … https://archive.example/document/12
    Summary: Hale and Reed speak. Original Language: English Contents: English
    Transcript HALE: Good morning. REED: Is it?

(All of that on one line.) Labels are where the archive prints them, in its order, and
each comes once. The contents are names of a kind of text, and end where those do.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import assembled, is_date, value
from encoder.layouts.wilson_export import BANNER, LABELS, SIGNS
from encoder.model.description import Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span
from encoder.text.paragraphs import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.layouts.pieces import Piece
    from encoder.model.source import Source

_CONTENTS = Formula(
    r"""
    (?: [ ]? (?: {site-scan} | (?: [A-Z][a-z]{2,20} [ ] )? {site-text}
      (?: [ ] - [ ] [A-Z][a-z]{2,20} )? ) (?= \s ) ){1,6}
    """
)
_BANNER = BANNER[:3]
_MOST_WORDS_OF_A_DATE = 4


def _labels(source: Source) -> list[Span]:
    """Return each label of the first line; none unless the two that all pages have."""
    start = len(source.text) - len(source.text.lstrip())
    line = next(source.lines(Span(start, len(source.text))))
    found: list[Span] = []
    place = line.start
    for label in LABELS:
        at = source.text.find(f" {label}: ", place, line.end)
        if at >= 0:
            place = at + 1 + len(label)
            found.append(Span(at + 1, place))
    printed = [source.words(label) for label in found]
    return found if {*SIGNS} <= {*printed} else []


def _signs(source: Source) -> Sequence[Span]:
    """Return the labels, if one line has them all."""
    return _labels(source)


def _read(source: Source) -> Page:
    """Return the description down to the end of the contents, and what follows."""
    labels = _labels(source)
    if not labels:
        return Page(source.whole)
    contents = _CONTENTS.match(source.text, labels[-1].end + 2)
    end = contents.end() if contents else labels[-1].end + 2
    pieces: list[Piece] = [*_head(source, Span(0, labels[0].start))]
    for label, following in zip_longest(labels, labels[1:]):
        stop = following.start if following else end
        kind = LABELS[source.words(label)]
        pieces.append(Dropped(Span(label.start, label.end + 1), Drop.FIELD_LABEL))
        pieces += value(source, kind, Span(label.end + 1, stop), label)
    return assembled(source, Span(end, len(source.text)), pieces)


def _head(source: Source, above: Span) -> Iterator[Piece]:
    """Yield the banner, the date, and the title."""
    rest = trimmed(source, above)
    for banner in _BANNER:
        if source.text.startswith(banner, *rest):
            stop = rest.start + len(banner)
            yield Dropped(Span(rest.start, stop), Drop.FURNITURE)
            rest = trimmed(source, Span(stop, rest.end))
    words = source.words(rest).split(" ")
    for count in range(_MOST_WORDS_OF_A_DATE, 0, -1):
        date = " ".join(words[:count])
        if is_date(date):
            stop = rest.start + len(date)
            yield Field(FieldKind.DATE, Span(rest.start, stop))
            rest = trimmed(source, Span(stop, rest.end))
            break
    if rest.start < rest.end:
        yield Field(FieldKind.TITLE, rest)


WILSON_FLATTENED = Layout("wilson-flattened", _signs, _read, archive="wilson")
