"""A leaf of the source, and the marks over it, as nested elements.

A mark around words becomes an element around them, a mark instead of words an empty
one; all other characters are copied. Marks come nested (`editorial.nesting`), so there
is nothing left to decide here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.authority import EntityKind
from encoder.model.marks import (
    INSTEAD,
    Anchor,
    Around,
    Corrected,
    Dated,
    Furniture,
    Gap,
    Instead,
    LineBreak,
    LineNumber,
    Mark,
    Named,
    Numbered,
    PageBreak,
    Part,
    PartOf,
    Staged,
    Supplied,
    Timed,
    Unclear,
    Unencodable,
)
from encoder.names.identifiers import slug
from encoder.tei.markup import Markup, element, start_tag, words
from encoder.tei.reasons import date_attributes
from encoder.tei.signs import (
    gap,
    line_begin,
    note_id,
    page_breaks,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model.description import FieldKind
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

_NAMES: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "persName",
    EntityKind.PLACE: "placeName",
    EntityKind.ORG: "orgName",
}
_ALWAYS: Mapping[type, tuple[str, Attributes]] = {
    Staged: ("stage", {}),
    Corrected: ("sic", {}),
    Unclear: ("unclear", {"reason": "uncertain-name", "cert": "low"}),
    Numbered: ("label", {}),
    Furniture: ("fw", {"type": "header"}),
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


def elements(
    record: Record, name: str, kind: FieldKind, attributes: Attributes | None = None
) -> list[Markup]:
    """Return an element for each field of this kind, with its words inside."""
    spans = record.description.spans(kind)
    return [element(name, attributes, weave(record, span)) for span in spans]


def _open(
    record: Record, mark: Mark, opened: list[tuple[Mark, str]], pieces: list[str]
) -> int:
    """Write what `mark` begins with, and return where the words go on."""
    if isinstance(mark, INSTEAD):
        pieces.append(_instead(record, mark))
        return mark.span.end
    name, attributes = _around(record, mark)
    before, after = _choice(mark) if isinstance(mark, Corrected) else ("", "")
    pieces.append(f"{before}{start_tag(name, attributes)}>")
    opened.append((mark, f"</{name}>{after}"))
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
    match mark:
        case Part():
            named = _PARTS[mark.kind]
        case Dated():
            resp = responsible(mark.resp)
            named = "date", {**date_attributes(mark.when), "resp": resp}
        case Timed():
            named = "time", dict(mark.hours.attributes)
        case Named():
            named = (
                _NAMES[mark.kind],
                {
                    "ref": f"#{mark.who}",
                    "cert": mark.cert,
                    "resp": responsible(mark.resp),
                },
            )
        case Anchor():
            named = "ref", {"target": f"#{note_id(record, mark.number)}"}
        case Supplied():
            named = "supplied", _supplied(record, mark)
        case _:
            named = _ALWAYS[type(mark)]
    return named


def _instead(record: Record, mark: Instead) -> Markup:
    """Return the empty element that stands instead of words."""
    sign = record.words(mark.span)
    match mark:
        case Gap():
            return gap(sign)
        case LineNumber() | LineBreak():
            return line_begin(sign)
        case PageBreak(inferred=True, resp=None):
            return element("pb", {"cert": "medium", "resp": ENCODER})
        case PageBreak(inferred=True):
            return element("pb", {"resp": responsible(mark.resp)})
        case PageBreak():
            return Markup("".join(page_breaks(sign, in_word=mark.in_word)))
        case Unencodable():
            return element("g", {"ref": f"#{character_id(sign)}"})


def _choice(mark: Corrected) -> tuple[str, str]:
    """Return what stands around the `sic` of a correction (TEI P5 §3.5.1)."""
    attributes = {"resp": responsible(mark.resp), "cert": mark.cert}
    corr = element("corr", attributes, words(mark.correction))
    return "<choice>", f"{corr}</choice>"


def responsible(name: str | None) -> str | None:
    """Return the pointer to somebody who decided something.

    >>> responsible("Anne Hale"), responsible(None)
    ('#by-anne-hale', None)
    """
    return f"#by-{slug(name, set())}" if name else None


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
