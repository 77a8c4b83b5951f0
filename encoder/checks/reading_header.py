"""Where the header must have each field of the description, and what it has there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.checks.reading import Words, merged, reading
from encoder.model.description import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TEI = "{http://www.tei-c.org/ns/1.0}"


def _path(*steps: str) -> str:
    return "/".join(f"{_TEI}{step}" for step in steps)


_NOTES = ("fileDesc", "notesStmt")
_PLACES = {
    FieldKind.TITLE: _path("fileDesc", "titleStmt", "title"),
    FieldKind.DATE: _path("profileDesc", "creation", "date"),
    FieldKind.CITATION: _path("fileDesc", "sourceDesc", "bibl[@type='digitalSource']"),
    FieldKind.ADDRESS: _path(
        "fileDesc", "sourceDesc", "bibl[@type='digitalSource']", "ref"
    ),
    FieldKind.SUMMARY: _path("profileDesc", "abstract", "p"),
    FieldKind.CREDITS: _path(*_NOTES, "note[@type='credits']"),
    FieldKind.LANGUAGE: _path("profileDesc", "langUsage", "language"),
    FieldKind.CONTENTS: _path("profileDesc", "textClass", "keywords", "term"),
    FieldKind.UNMAPPED: _path(*_NOTES, "note[@type='unmapped']"),
}


def header_readings(header: _Element, kind: FieldKind) -> Iterator[Words]:
    """Yield the words in each place of the header that is for fields of this kind.

    Of a citation that is what stands before the addresses; of an unmapped field its
    label is the first piece.
    """
    for element in header.iterfind(_PLACES[kind]):
        if kind is FieldKind.CITATION:
            if words := _citation(element):
                yield words
        elif kind is FieldKind.UNMAPPED:
            yield (("label", element.get("n") or ""), *reading(element))
        else:
            yield reading(element)


def _citation(bibl: _Element) -> Words:
    """Return the words of a citation without its addresses and their lines."""
    found = reading(bibl, f"{_TEI}ref")
    if found and isinstance(found[-1], str):
        return merged((*found[:-1], found[-1].rstrip(" \n")))
    return found
