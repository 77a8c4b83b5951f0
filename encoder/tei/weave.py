"""A leaf of the source, and the marks over it, as nested elements.

A mark around words becomes an element around them, a mark instead of words an empty
one; all other characters are copied. Marks come nested (`editorial.nesting`), so there
is nothing left to decide here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.marks import (
    Dated,
    Gap,
    Mark,
    Named,
    PageBreak,
    Part,
    PartOf,
    Staged,
    Supplied,
    Timed,
    Unclear,
    Unencodable,
)
from encoder.tei.markup import Markup, element, start_tag, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from encoder.model.record import Record
    from encoder.model.source import Span

ARCHIVE = "#archive"
ENCODER = "#encoder"

Attributes = dict[str, "str | None"]

_PARTS: Mapping[PartOf, tuple[str, Attributes]] = {
    PartOf.TITLE: ("title", {}),
    PartOf.DATE: ("date", {}),
    PartOf.PUBLISHER: ("publisher", {}),
    PartOf.COLLECTION: ("name", {"type": "collection"}),
    PartOf.REPOSITORY: ("orgName", {"type": "repository"}),
    PartOf.STATEMENT: ("respStmt", {}),
    PartOf.RESPONSIBILITY: ("resp", {}),
    PartOf.NAME: ("name", {}),
    PartOf.FUNDER: ("name", {"type": "funder"}),
    **{
        part: ("biblScope", {"unit": part.value})
        for part in (
            PartOf.BOX,
            PartOf.FOLDER,
            PartOf.FOND,
            PartOf.OPIS,
            PartOf.DELO,
            PartOf.LEAVES,
        )
    },
}


def weave(record: Record, leaf: Span) -> Markup:
    """Return the words of `leaf` with the marks of `record` as elements."""
    marks = record.marks.get(leaf)
    text = record.source.text
    if not marks:
        return words(text[leaf.start : leaf.end])
    pieces: list[str] = []
    opened: list[tuple[Mark, str]] = []
    place = leaf.start
    for mark in marks:
        while opened and opened[-1][0].span.end <= mark.span.start:
            place = _close(text, place, opened.pop(), pieces)
        pieces.append(words(text[place : mark.span.start]))
        place = _open(record, mark, opened, pieces)
    while opened:
        place = _close(text, place, opened.pop(), pieces)
    pieces.append(words(text[place : leaf.end]))
    return Markup("".join(pieces))


def copied(record: Record, leaf: Span) -> Markup:
    """Return the words of `leaf` without elements, where only text may stand.

    What stands instead of words is left out: this is never a leaf's own place.
    """
    pieces = []
    place = leaf.start
    for mark in record.marks.get(leaf, ()):
        if mark.instead:
            pieces.append(words(record.source.text[place : mark.span.start]))
            place = mark.span.end
    pieces.append(words(record.source.text[place : leaf.end]))
    return Markup("".join(pieces))


def _open(
    record: Record, mark: Mark, opened: list[tuple[Mark, str]], pieces: list[str]
) -> int:
    """Write what `mark` begins with, and return where the words go on."""
    name, attributes = _ELEMENTS[type(mark)](record, mark)
    if mark.instead:
        pieces.append(element(name, attributes))
        return mark.span.end
    pieces.append(start_tag(name, attributes) + ">")
    opened.append((mark, f"</{name}>"))
    return mark.span.start + (isinstance(mark, Supplied) and mark.opens)


def _close(text: str, place: int, opened: tuple[Mark, str], pieces: list[str]) -> int:
    """Write the rest of the words of a mark and its end tag; return where it ends."""
    mark, end_tag = opened
    end = mark.span.end
    pieces.append(words(text[place : end - (isinstance(mark, Supplied) and mark.closes)]))
    pieces.append(end_tag)
    return end


def _part(_record: Record, mark: Part) -> tuple[str, Attributes]:
    return _PARTS[mark.kind]


def _dated(_record: Record, mark: Dated) -> tuple[str, Attributes]:
    return "date", dict(mark.when.attributes)


def _timed(_record: Record, mark: Timed) -> tuple[str, Attributes]:
    return "time", dict(mark.hours.attributes)


def _named(_record: Record, mark: Named) -> tuple[str, Attributes]:
    return "persName", {"ref": f"#{mark.who}"}


def _staged(_record: Record, _mark: Staged) -> tuple[str, Attributes]:
    return "stage", {}


def _unclear(_record: Record, _mark: Unclear) -> tuple[str, Attributes]:
    return "unclear", {"reason": "uncertain-name", "cert": "low"}


def _supplied(record: Record, mark: Supplied) -> tuple[str, Attributes]:
    shown = {
        (True, True): "brackets",
        (True, False): "bracket-before",
        (False, True): "bracket-after",
    }
    return "supplied", {
        "reason": "omitted-in-original",
        "resp": ARCHIVE if record.publisher else None,
        "rend": shown.get((mark.opens, mark.closes)),
    }


def _page_break(_record: Record, mark: PageBreak) -> tuple[str, Attributes]:
    if mark.inferred:
        return "pb", {"cert": "medium", "resp": ENCODER}
    return "pb", {"rend": "form-feed"}


def _gap(record: Record, mark: Gap) -> tuple[str, Attributes]:
    return "gap", {"reason": "omitted", "rend": record.words(mark.span)}


def _unencodable(record: Record, mark: Unencodable) -> tuple[str, Attributes]:
    return "g", {"ref": f"#{character_id(record.words(mark.span))}"}


def character_id(character: str) -> str:
    """Return the `xml:id` of the `char` that says which character a `g` stands for.

    >>> character_id(chr(1))
    'char-0001'
    """
    return f"char-{ord(character):04x}"


_ELEMENTS: Mapping[type, Callable[[Record, Mark], tuple[str, Attributes]]] = {
    Part: _part,
    Dated: _dated,
    Timed: _timed,
    Named: _named,
    Staged: _staged,
    Unclear: _unclear,
    Supplied: _supplied,
    PageBreak: _page_break,
    Gap: _gap,
    Unencodable: _unencodable,
}
