"""Where the header must have each field of the description, and what it has there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.description import FieldKind
from encoder.proof.reading import Words, merged, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TEI = "{http://www.tei-c.org/ns/1.0}"


def _path(*steps: str) -> str:
    return "/".join(f"{_TEI}{step}" for step in steps)


_NOTES = ("fileDesc", "notesStmt")
_SOURCE = ("fileDesc", "sourceDesc")
_SHELF = (*_SOURCE, "msDesc", "msIdentifier", "idno")
_TERM = ("profileDesc", "textClass", "keywords")
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
    FieldKind.TEXT_LANGUAGE: _path("profileDesc", "langUsage", "language[@n='text']"),
    FieldKind.NUMBER: _path(*_SOURCE, "bibl[@type='printed']", "idno"),
    FieldKind.AUTHOR: _path("fileDesc", "titleStmt", "author"),
    FieldKind.RESPONSIBILITY: _path("fileDesc", "titleStmt", "respStmt"),
    FieldKind.SOURCE: _path(*_SOURCE, "bibl[@type='original']"),
    FieldKind.SOURCE_NOTE: _path(*_SOURCE, "bibl[@type='sourceNote']"),
    FieldKind.ARCHIVE: _path(*_SOURCE, "bibl[@type='originalArchive']", "orgName"),
    FieldKind.COLLECTION: _path(*_SOURCE, "msDesc", "msIdentifier", "collection"),
    FieldKind.BOX: _path(*_SHELF, "idno[@type='box']"),
    FieldKind.FOLDER: _path(*_SHELF, "idno[@type='folder']"),
    FieldKind.RIGHTS: _path(
        "fileDesc", "publicationStmt", "availability", "p[@n='rights']"
    ),
    FieldKind.DONORS: _path("fileDesc", "titleStmt", "funder"),
    FieldKind.RECORD_ID: _path("fileDesc", "publicationStmt", "idno"),
    FieldKind.UPLOADED: _path(*_SOURCE, "bibl[@type='upload']", "date"),
    FieldKind.PLACE: _path("profileDesc", "settingDesc", "setting", "placeName"),
    FieldKind.CONTENTS: _path(*_TERM, "term[@type='contents']"),
    FieldKind.TYPE: _path(*_TERM, "term[@type='type']"),
    FieldKind.SUBJECT: _path(*_TERM, "term[@type='subject']"),
    FieldKind.PLACES: _path(*_TERM, "term[@type='place']"),
    FieldKind.PEOPLE: _path(*_TERM, "term[@type='person']"),
    FieldKind.PARTICIPANTS: _path(*_TERM, "term[@type='participant']"),
    FieldKind.CLASSIFICATION: _path(*_TERM, "term[@type='classification']"),
    FieldKind.UNMAPPED: _path(*_NOTES, "note[@type='unmapped']"),
}


def header_readings(header: _Element, kind: FieldKind) -> Iterator[Words]:
    """Yield the words in each place of the header that is for fields of this kind.

    Of a citation that is what stands before the addresses; of a field that keeps its
    label, that is the first piece.
    """
    for element in header.iterfind(_PLACES[kind]):
        if kind is FieldKind.CITATION:
            if words := _citation(element):
                yield words
        elif kind is FieldKind.UNMAPPED:
            yield (("label", element.get("n") or ""), *reading(element))
        elif kind is FieldKind.RESPONSIBILITY:
            yield from _responsibility(element)
        else:
            yield reading(element)


def _responsibility(statement: _Element) -> Iterator[Words]:
    """Yield what a label and its value say, if the statement is made of them."""
    labels = [*statement.iterfind(f"{_TEI}resp")]
    for name in statement.iterfind(f"{_TEI}name[@type='labelled']"):
        yield (("label", labels[0].text or ""), *reading(name))


def _citation(bibl: _Element) -> Words:
    """Return the words of a citation without its addresses and their lines."""
    found = reading(bibl, f"{_TEI}ref")
    if found and isinstance(found[-1], str):
        return merged((*found[:-1], found[-1].rstrip(" \n")))
    return found
