"""standOff (TEI P5 §16.10): whom and what the text names and who take no part in it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from encoder.model.authority import EntityKind
from encoder.model.marks import Named
from encoder.tei.markup import Markup, element, nested, words

if TYPE_CHECKING:
    from encoder.model.authority import Entity
    from encoder.model.record import Record

_LISTS = (
    (EntityKind.PERSON, "listPerson", "persName", {"type": "mentioned"}),
    (EntityKind.PLACE, "listPlace", "placeName", None),
    (EntityKind.ORG, "listOrg", "orgName", None),
)


def stand_off(record: Record) -> Markup:
    """Return the entries of authority files that the text points to."""
    if not record.mentioned:
        return nested("standOff", [])
    used = _used(record)
    lists = [
        nested(
            outer,
            [
                _entry(each, name, used)
                for each in record.mentioned
                if each.kind is kind
            ],
            attributes,
        )
        for kind, outer, name, attributes in _LISTS
    ]
    return nested("standOff", lists)


def _used(record: Record) -> dict[str, dict[str, None]]:
    """Return the forms in which the text names each entry."""
    used: dict[str, dict[str, None]] = {}
    for leaf in record.leaves():
        for mark in record.marks.get(leaf.span, ()):
            if isinstance(mark, Named):
                words_used = " ".join(record.words(mark.span).split())
                used.setdefault(mark.who, {})[words_used] = None
    return used


def _entry(entity: Entity, name: str, used: dict[str, dict[str, None]]) -> Markup:
    variant = {"type": "variant"}
    forms = used.get(entity.id, {})
    return nested(
        entity.kind.value,
        chain(
            [element(name, None, words(entity.name))],
            (
                element(name, variant, words(form))
                for form in forms
                if form != entity.name
            ),
            identifiers(entity),
            [element("note", None, words(entity.note))] if entity.note else [],
        ),
        {"xml:id": entity.id, "cert": entity.cert},
    )


def identifiers(entity: Entity) -> list[Markup]:
    """Return an `idno` for each identifier of an entry."""
    return [
        element("idno", {"type": scheme}, words(number))
        for scheme, number in entity.identifiers
    ]
