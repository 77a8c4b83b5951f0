"""A personography as a TEI file: a listPerson (TEI P5 §14.3) to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.tei.markup import NOTHING, Markup, element, nested, whole, words
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SCHEMES = ("wikidata", "viaf", "gnd")
_HEADER = nested(
    "teiHeader",
    [
        nested(
            "fileDesc",
            [
                nested("titleStmt", [element("title", None, "Personography")]),
                nested("publicationStmt", [element("p", None, "Not published.")]),
                nested("sourceDesc", [element("p", None, "The labels of records.")]),
            ],
        )
    ],
)


def list_person(rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return a TEI file of persons: one with an `xml:id` is identified.

    `rows` are those of the table: id, preferred, variants, role, from, to, wikidata,
    viaf, gnd, note, and the counts, which become notes.
    """
    people = nested(
        "listPerson", [_person({k: str(v) for k, v in row.items()}) for row in rows]
    )
    stand_off = nested("standOff", [people])
    root = nested("TEI", [_HEADER, stand_off], {"xmlns": TEI})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole(root)}\n'.encode()


def _person(row: Mapping[str, str]) -> Markup:
    preferred = row["preferred"]
    forms = [form for form in row["variants"].split("|") if form and form != preferred]
    held = {"from": row["from"] or None, "to": row["to"] or None}
    counted = f"{row['turns']} turns in {row['records']} records: {row['in']}"
    return nested(
        "person",
        [
            element("persName", None, words(preferred)) if preferred else NOTHING,
            *(element("persName", {"type": "variant"}, words(form)) for form in forms),
            element("occupation", held, words(row["role"])) if row["role"] else NOTHING,
            *(
                element("idno", {"type": scheme}, words(row[scheme]))
                for scheme in _SCHEMES
                if row[scheme]
            ),
            element("note", None, words(row["note"])) if row["note"] else NOTHING,
            element("note", {"type": "labels"}, words(counted)),
            element("note", {"type": "suggestions"}, words(row["suggestions"]))
            if row["suggestions"]
            else NOTHING,
        ],
        {"xml:id": row["id"] or None},
    )
