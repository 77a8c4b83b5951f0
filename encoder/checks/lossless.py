"""The proof that nothing was lost, invented or moved, made anew for every record.

Four things are shown, from the record as a value and from the finished bytes, and by
code that the weaving does not use:

1. Leaves and named layout tile the source: each character is in one of them, or is
   white space between two; the leaves of the body ascend.
2. Each piece of layout, and each sign that stands instead of words, matches the
   pattern of its kind.
3. The text of the TEI is the words of the leaves, in their order, to the character.
4. The words of the description are in the header, each in the place of its kind.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from encoder.checks.reading import body_readings, expected
from encoder.checks.reading_header import header_readings
from encoder.checks.rules_record import WORDS_LOST
from encoder.errors import RefusedError
from encoder.model.blocks import LeafKind, leaves
from encoder.model.description import FieldKind
from encoder.model.dropped import Drop
from encoder.model.marks import Gap, Mark, PageBreak, Supplied, Unencodable
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.model.record import Record

_SPACES = " \t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_WHITE = re.compile(f"[{_SPACES}\n]*")
_LAYOUT = {
    Drop.FIELD_LABEL: re.compile(
        "(?:Citation|Summary|Credits|Original Language|Contents)?:"
    ),
    Drop.ANGLE_BRACKET: re.compile("[<>]"),
    Drop.BULLET: re.compile("[-–—•*]"),
}
_OMISSION = re.compile(
    r"\[?(?:…|\.\.\.|\. \. \.)\]?|\[[^\[\]\n]*\bomitted\b[^\[\]\n]*\]"
)
_UNENCODABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BROKEN = re.compile(f"[{_SPACES}]*\n[{_SPACES}\n]*")
_FEED = re.compile("\f")


def prove(record: Record, root: _Element) -> None:
    """Return if nothing of `record` is lost in the TEI at `root`.

    Raises `RefusedError` (R010) at the first thing that is.
    """
    for part in (_tiles, _layout, _instead):
        for span, message in part(record):
            raise _lost(record, span, message)
    for part_of_tei in (_body, _header):
        for span, message in part_of_tei(record, root):
            raise _lost(record, span, message)


def _lost(record: Record, span: Span, message: str) -> RefusedError:
    return RefusedError(WORDS_LOST.at(record.source.place(span), message))


def _tiles(record: Record) -> Iterator[tuple[Span, str]]:
    """Yield what two leaves share, what is in none, and a body leaf out of order."""
    text = record.source.text
    body = [leaf.span for leaf in leaves(record.body)]
    yield from _descents(body)
    fields = record.description.fields
    tiles = [field.span for field in fields]
    tiles += {
        field.label
        for field in fields
        if field.label and field.kind is FieldKind.UNMAPPED
    }
    tiles += [dropped.span for dropped in record.dropped]
    end = 0
    for start, next_end in (*sorted((*tiles, *body)), (len(text), len(text))):
        if start < end:
            yield Span(start, end), f"{text[start:end]!r} is in two leaves"
        if not _WHITE.fullmatch(text, end, start):
            yield Span(end, start), f"{text[end:start]!r} is in no leaf"
        end = next_end


def _descents(body: list[Span]) -> Iterator[tuple[Span, str]]:
    for one, other in pairwise(body):
        if other.start < one.end:
            yield other, "a leaf of the body stands before the one it comes after"


def _layout(record: Record) -> Iterator[tuple[Span, str]]:
    """Yield each piece of named layout that does not look like its kind."""
    for span, kind in record.dropped:
        words = record.words(span)
        if not _LAYOUT[kind].fullmatch(words):
            yield span, f"{words!r} is no {kind}"


def _instead(record: Record) -> Iterator[tuple[Span, str]]:
    """Yield each mark instead of words that do not look like its kind."""
    for marks in record.marks.values():
        for mark in marks:
            words = record.words(mark.span)
            if not _is_sound(mark, words):
                yield mark.span, f"{words!r} is no {type(mark).__name__}"
    for leaf in leaves(record.body):
        words = record.words(leaf.span)
        if leaf.kind is LeafKind.GAP and not _OMISSION.fullmatch(words):
            yield leaf.span, f"{words!r} is no {leaf.kind}"
        if leaf.kind is LeafKind.PAGE_BREAK and not _FEED.fullmatch(words):
            yield leaf.span, f"{words!r} is no {leaf.kind}"


def _is_sound(mark: Mark, words: str) -> bool:
    if isinstance(mark, Supplied):
        opens = words.startswith("[") or not mark.opens
        return opens and (words.endswith("]") or not mark.closes)
    if isinstance(mark, PageBreak):
        return bool((_BROKEN if mark.inferred else _FEED).fullmatch(words))
    if isinstance(mark, Gap):
        return bool(_OMISSION.fullmatch(words))
    return not isinstance(mark, Unencodable) or bool(_UNENCODABLE.fullmatch(words))


def _body(record: Record, root: _Element) -> Iterator[tuple[Span, str]]:
    """Yield the first leaf of the body whose words are not what the TEI has."""
    wanted = [
        (kind, words, span)
        for kind, span in leaves(record.body)
        if (words := expected(record, kind, span))
    ]
    found = [*body_readings(root[-1])]
    for place, (kind, words, span) in enumerate(wanted):
        if place == len(found) or found[place] != (kind, words):
            has = found[place][1] if place < len(found) else "nothing"
            yield span, f"the TEI has {has!r} for {words!r}"
            return
    if len(found) > len(wanted):
        more = found[len(wanted)][1]
        yield record.extent, f"the TEI has {more!r} more than the source"


def _header(record: Record, root: _Element) -> Iterator[tuple[Span, str]]:
    """Yield each field of the description that the header does not have."""
    for kind in dict.fromkeys(field.kind for field in record.description.fields):
        found = header_readings(root[0], kind)
        for field in record.description.all(kind):
            words = expected(record, LeafKind.FIELD, field.span)
            if kind is FieldKind.UNMAPPED and field.label:
                words = (("label", record.words(field.label)), *words)
            if words and next(found, ()) != words:
                yield field.span, f"the {kind} in the header is not {words!r}"
