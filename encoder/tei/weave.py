"""A leaf of the source, and the marks over it, as nested elements.

A mark around words becomes an element around them, a mark instead of words an empty
one; all other characters are copied. Marks come nested (`editorial.nesting`), so there
is nothing left to decide here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.marks import (
    INSTEAD,
    Around,
    Dated,
    Gap,
    Instead,
    Mark,
    Named,
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
    from collections.abc import Mapping

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


def _open(
    record: Record, mark: Mark, opened: list[tuple[Mark, str]], pieces: list[str]
) -> int:
    """Write what `mark` begins with, and return where the words go on."""
    if isinstance(mark, INSTEAD):
        pieces.append(element(*_instead(record, mark)))
        return mark.span.end
    name, attributes = _around(record, mark)
    pieces.append(start_tag(name, attributes) + ">")
    opened.append((mark, f"</{name}>"))
    return mark.span.start + (isinstance(mark, Supplied) and mark.opens)


def _close(text: str, place: int, opened: tuple[Mark, str], pieces: list[str]) -> int:
    """Write the rest of the words of a mark and its end tag; return where it ends."""
    mark, end_tag = opened
    end = mark.span.end
    pieces.append(
        words(text[place : end - (isinstance(mark, Supplied) and mark.closes)])
    )
    pieces.append(end_tag)
    return end


def _around(record: Record, mark: Around) -> tuple[str, Attributes]:
    """Return the element that stands around words, and its attributes."""
    attributes: Attributes = {}
    match mark:
        case Part():
            name, attributes = _PARTS[mark.kind]
        case Dated():
            name, attributes = "date", dict(mark.when.attributes)
        case Timed():
            name, attributes = "time", dict(mark.hours.attributes)
        case Named():
            name, attributes = "persName", {"ref": f"#{mark.who}"}
        case Staged():
            name = "stage"
        case Unclear():
            name, attributes = "unclear", {"reason": "uncertain-name", "cert": "low"}
        case Supplied():
            name, attributes = "supplied", _supplied(record, mark)
    return name, attributes


def _instead(record: Record, mark: Instead) -> tuple[str, Attributes]:
    """Return the empty element that stands instead of words, and its attributes."""
    if isinstance(mark, Gap):
        return "gap", {"reason": "omitted", "rend": record.words(mark.span)}
    if isinstance(mark, Unencodable):
        return "g", {"ref": f"#{character_id(record.words(mark.span))}"}
    if mark.inferred:
        return "pb", {"cert": "medium", "resp": ENCODER}
    return "pb", {"rend": "form-feed"}


def _supplied(record: Record, mark: Supplied) -> Attributes:
    """Return who supplied the words, and which of the two brackets is printed here."""
    shown = {
        (True, True): "brackets",
        (True, False): "bracket-before",
        (False, True): "bracket-after",
    }
    return {
        "reason": "omitted-in-original",
        "resp": ARCHIVE if record.publisher else None,
        "rend": shown.get((mark.opens, mark.closes)),
    }


def character_id(character: str) -> str:
    """Return the `xml:id` of the `char` that says which character a `g` stands for.

    >>> character_id(chr(1))
    'char-0001'
    """
    return f"char-{ord(character):04x}"
