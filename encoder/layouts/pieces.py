"""The pieces that a layout finds on a page, and the page that they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from encoder.dates import is_like_a_date, is_refused, parse_when
from encoder.language.pack import every
from encoder.layouts.layout import Page
from encoder.layouts.rules import UNMAPPED_LABEL
from encoder.model.description import Description, Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs, trimmed
from encoder.text.pattern import Pattern
from encoder.text.sentence_ends import BULLETS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from encoder.finding import Finding
    from encoder.model.source import Source

Piece: TypeAlias = "Field | Dropped"

_UNDATED = every("no-date")
_ADDRESS = Pattern(
    r"(?:^|(?<=\s))(<?)(https?://[^\s<>]{1,2000})(>?)[ \t]*$", re.MULTILINE
)
_BULLET = Pattern(rf"[{BULLETS}][ \t]+", re.NOFLAG)
# What an archive lists, one to a line.
_LISTED = frozenset(
    {
        FieldKind.AUTHOR,
        FieldKind.CONTENTS,
        FieldKind.DONORS,
        FieldKind.LANGUAGE,
        FieldKind.PARTICIPANTS,
        FieldKind.PEOPLE,
        FieldKind.PLACES,
        FieldKind.SUBJECT,
        FieldKind.TEXT_LANGUAGE,
        FieldKind.TYPE,
    }
)


def assembled(
    source: Source,
    body: Span,
    pieces: Iterable[Piece],
    *,
    dateline: Span | None = None,
) -> Page:
    """Return the page that is made of `pieces` and `body`."""
    found = sorted(pieces, key=lambda piece: piece.span)
    fields = tuple(piece for piece in found if isinstance(piece, Field))
    return Page(
        body=_from_its_first_line(source, body),
        description=Description(fields),
        dropped=tuple(piece for piece in found if isinstance(piece, Dropped)),
        findings=tuple(_unmapped(source, fields)),
        dateline=dateline,
    )


def _from_its_first_line(source: Source, body: Span) -> Span:
    """Return a body without the blank lines above it."""
    start = trimmed(source, body).start
    return Span(max(body.start, source.text.rfind("\n", 0, start) + 1), body.end)


def _unmapped(source: Source, fields: Iterable[Field]) -> Iterator[Finding]:
    for field in fields:
        if field.kind is FieldKind.UNMAPPED and field.label:
            message = f"no place in the header for {source.words(field.label)!r}"
            yield UNMAPPED_LABEL.at(source.place(field.label), message)


def is_date(words: str) -> bool:
    """Return whether `words` are what a page has for a date: one, or "undated".

    It can be one that is refused: in figures, or a day that does not exist.
    """
    if words.casefold() in _UNDATED:
        return True
    return bool(parse_when(words)) or is_refused(words)


def looks_dated(words: str) -> bool:
    """Return whether words where a page has its date are one, if perhaps not read.

    Anywhere else "12" can be many things.
    """
    return is_date(words) or is_like_a_date(words)


def value(
    source: Source, kind: FieldKind, span: Span, label: Span | None = None
) -> Iterator[Piece]:
    """Yield what stands under a label: a field for each paragraph, line or address."""
    for paragraph in paragraphs(source, span):
        if kind in _LISTED:
            for line in source.lines(paragraph):
                yield from _item(source, kind, trimmed(source, line), label)
        elif kind in {FieldKind.CITATION, FieldKind.ADDRESS}:
            yield from _citation(source, paragraph, label)
        else:
            yield from _item(source, kind, paragraph, label)


def _item(
    source: Source, kind: FieldKind, line: Span, label: Span | None
) -> Iterator[Piece]:
    """Yield one value, and the bullet before it."""
    if bullet := _BULLET.match(source.text, *line):
        yield Dropped(Span(line.start, line.start + 1), Drop.BULLET)
        line = Span(bullet.end(), line.end)
    yield Field(kind, line, label)


def _citation(source: Source, paragraph: Span, label: Span | None) -> Iterator[Piece]:
    """Yield the addresses of the page, and the words between them."""
    start = paragraph.start
    for address in _ADDRESS.finditer(source.text, *paragraph):
        yield from _if_any(source, FieldKind.CITATION, start, address.start(), label)
        yield Field(FieldKind.ADDRESS, Span(*address.span(2)))
        for group in (1, 3):
            if address[group]:
                yield Dropped(Span(*address.span(group)), Drop.ANGLE_BRACKET)
        start = address.end(3)
    yield from _if_any(source, FieldKind.CITATION, start, paragraph.end, label)


def _if_any(
    source: Source, kind: FieldKind, start: int, end: int, label: Span | None
) -> Iterator[Field]:
    words = trimmed(source, Span(start, end))
    if words.start < words.end:
        yield Field(kind, words, label)


def furniture(source: Source, span: Span, known: Collection[str]) -> Iterator[Span]:
    """Yield each line of `span` that is one of `known`, case folded."""
    for line in source.lines(span) if known else ():
        words = trimmed(source, line)
        if source.words(words).casefold() in known:
            yield words


def chunks(source: Source, span: Span, without: Iterable[Span]) -> Iterator[Span]:
    """Yield each paragraph of `span`; lines of `without` part paragraphs too.

    So does the end of a line that is a date.
    """
    start = span.start
    holes = [hole for hole in without if hole.end <= span.end]
    for hole in (*holes, Span(span.end, span.end)):
        for paragraph in paragraphs(source, Span(start, hole.start)):
            yield from _dates_apart(source, paragraph)
        start = hole.end


def _dates_apart(source: Source, paragraph: Span) -> Iterator[Span]:
    first = next(source.lines(paragraph))
    if first.end < paragraph.end and is_date(source.words(first)):
        yield trimmed(source, first)
        paragraph = trimmed(source, Span(first.end, paragraph.end))
    yield paragraph
