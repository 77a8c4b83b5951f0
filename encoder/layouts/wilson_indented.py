"""Pages of a digital archive whose summary and citation are one indented block.

Flat:

    May 3, 1951

        Hale and Reed speak of the harbour.
        “Conversation Between Hale and Reed,” May 3, 1951, Example Digital Archive, …
    HALE: Good morning.

The older web page has the same block between buttons:

    Search in

    May 3, 1951

      • Citation

        get citation

        Hale and Reed speak of the harbour.
        “Conversation Between Hale and Reed,” May 3, 1951, Example Digital Archive, …
      • share document

    English HTML

    HALE: Good morning.

The citation is the line that begins with a quoted title. Above the block stand the date
and, on some pages, the title; where there is none, the citation has it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from encoder.language.pack import Formula, every, spellings
from encoder.layouts.labels import find_line
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import (
    assembled,
    chunks,
    furniture,
    is_date,
    looks_dated,
    value,
)
from encoder.layouts.refused import refuse_second
from encoder.layouts.wilson_export import BANNER
from encoder.model.description import Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.layouts.pieces import Piece
    from encoder.model.source import Source

BUTTONS = tuple(button for (button,) in spellings("en", "wilson-button"))
_FURNITURE = frozenset(
    line.casefold() for line in (*BANNER, *BUTTONS, *every("wilson-link"))
)
_TAB = Formula(r"(?: \w{2,20} [ ] )? {site-tab} (?: [ ] - [ ] \w{2,20} )?")
_INDENTED = re.compile(r"(?:[ ]{2,16}|\t)(?=\S)")
_CITED = Pattern(r"[ \t]{0,16}[\"“„«][^\n]{2,600}[\"”»],?[ ][^\n]{4,2000}", re.NOFLAG)
_ADDRESS = re.compile(r"[ \t]{0,16}<?https?://\S{4,2000}")
_HEAD_PARAGRAPHS = 3
_MOST_LINES = 24


def _old_web_signs(source: Source) -> Sequence[Span]:
    """Return the buttons around the summary and the citation."""
    if not (buttons := _buttons(source)):
        return ()
    above = find_line(source, BUTTONS[0], Span(0, buttons[0].start))
    return (*above, *buttons)


def _read_old_web(source: Source) -> Page:
    """Return the description between the buttons, and the text below them."""
    if not (buttons := _buttons(source)):
        return Page(source.whole)
    get, share = buttons
    below = Span(share.end, len(source.text))
    if next(find_line(source, BUTTONS[-1], below), None):
        refuse_second(source, below, _FURNITURE)
    banner = [*furniture(source, Span(0, get.start), _FURNITURE)]
    pieces = [
        *_head(source, chunks(source, Span(0, get.start), banner)),
        *_abstract(source, Span(get.end, share.start)),
        *(Dropped(line, Drop.FURNITURE) for line in (*banner, get, share)),
    ]
    start = below.start
    first = next(paragraphs(source, below), None)
    if first and _TAB.fullmatch(source.words(first)):
        pieces.append(Field(FieldKind.CONTENTS, first))
        start = first.end
    return assembled(source, Span(start, below.end), pieces)


def _buttons(source: Source) -> tuple[Span, Span] | None:
    """Return the button above summary and citation, and the one below them."""
    for get in find_line(source, BUTTONS[1], source.whole):
        below = Span(get.end, len(source.text))
        for share in find_line(source, BUTTONS[2], below):
            return get, share
    return None


def _flat_signs(source: Source) -> Sequence[Span]:
    """Return the date above the indented block, and its citation."""
    block = _block(source)
    if not block:
        return ()
    banner = furniture(source, Span(0, block.start), _FURNITURE)
    head = [*chunks(source, Span(0, block.start), banner)]
    if not 0 < len(head) <= _HEAD_PARAGRAPHS:
        return ()
    dates = [each for each in head if is_date(source.words(each))]
    found = _abstract(source, block)
    return [*dates, *(each.span for each in found if each.kind is FieldKind.CITATION)]


def _read_flat(source: Source) -> Page:
    """Return the description down to the end of the block, and the text below it."""
    block = _block(source) or Span(0, 0)
    banner = [*furniture(source, Span(0, block.start), _FURNITURE)]
    pieces = [
        *_head(source, chunks(source, Span(0, block.start), banner)),
        *_abstract(source, block),
        *(Dropped(line, Drop.FURNITURE) for line in banner),
    ]
    return assembled(source, Span(block.end, len(source.text)), pieces)


def _block(source: Source) -> Span | None:
    """Return the indented block at the head: down to its citation, and its address."""
    start = end = None
    for line in islice(source.lines(), _MOST_LINES):
        words = source.words(line)
        if end is not None:
            return Span(start or 0, line.end if _ADDRESS.fullmatch(words) else end)
        if not words.strip():
            continue
        if _INDENTED.match(words):
            start = line.start if start is None else start
            end = line.end if _CITED.fullmatch(words) else None
        elif start is not None:
            return None
    return None


def _head(source: Source, above: Iterable[Span]) -> Iterator[Piece]:
    """Yield the date and, where the page has one, the title."""
    for paragraph in above:
        dated = looks_dated(source.words(paragraph))
        yield Field(FieldKind.DATE if dated else FieldKind.TITLE, paragraph)


def _abstract(source: Source, block: Span) -> Iterator[Piece]:
    """Yield the summary, and the citation with its address."""
    lines = [line for line in source.lines(block) if source.words(line).strip()]
    cited = [line for line in lines if _CITED.fullmatch(source.words(line))]
    start = cited[-1].start if cited else block.end
    for line in lines:
        if line.start < start:
            yield from value(source, FieldKind.SUMMARY, line)
    yield from value(source, FieldKind.CITATION, Span(start, block.end))


WILSON_OLD_WEB = Layout("wilson-old-web", _old_web_signs, _read_old_web, "wilson")
WILSON_FLAT = Layout("wilson-flat", _flat_signs, _read_flat, "wilson")
