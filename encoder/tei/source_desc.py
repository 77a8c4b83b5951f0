"""sourceDesc (TEI P5 §2.2.7) and msDesc (chapter 10): what the file was made from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.language.tags import is_translation
from encoder.model.description import FieldKind
from encoder.model.marks import Dated, PartOf
from encoder.tei.markup import BREAK, NOTHING, Markup, element, nested, words
from encoder.tei.weave import elements, weave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.record import Record

_NUMBER = re.compile(r"/document/(?P<number>[\w.-]+)/?$")
_SHELFMARK = (
    PartOf.BOX,
    PartOf.FOLDER,
    PartOf.FOND,
    PartOf.OPIS,
    PartOf.DELO,
    PartOf.LEAVES,
)


def source_desc(record: Record) -> Markup:
    """Return the source as it was received, and where the original is kept."""
    return nested(
        "sourceDesc",
        [
            *digital_source(record),
            translation(record),
            *elements(record, "bibl", FieldKind.SOURCE, {"type": "original"}),
            *elements(record, "bibl", FieldKind.SOURCE_NOTE, {"type": "sourceNote"}),
            *original_archives(record),
            document_number(record),
            upload(record),
            *source_files(record),
            ms_desc(record),
        ],
    )


def translation(record: Record) -> Markup:
    """Return what the page says that it holds, where that is a translation."""
    stated = [
        element("note", None, words(record.words(span)))
        for span in record.description.spans(FieldKind.CONTENTS)
        if is_translation(record.words(span))
    ]
    return nested("bibl", stated, {"type": "translation"})


def original_archives(record: Record) -> Iterator[Markup]:
    """Yield each archive that the page names as the one of the original."""
    for span in record.description.spans(FieldKind.ARCHIVE):
        name = element("orgName", {"type": "repository"}, weave(record, span))
        yield element("bibl", {"type": "originalArchive"}, name)


def document_number(record: Record) -> Markup:
    """Return the number that the record has in the edition it was taken from."""
    numbers = elements(record, "idno", FieldKind.NUMBER, {"type": "number"})
    return nested("bibl", numbers, {"type": "printed"})


def upload(record: Record) -> Markup:
    """Return the day on which the archive put the source on its page."""
    dates = []
    for span in record.description.spans(FieldKind.UPLOADED):
        woven = weave(record, span)
        read = record.first_mark(Dated, span)
        dates.append(woven if read else element("date", None, woven))
    return nested("bibl", dates, {"type": "upload"})


def digital_source(record: Record) -> Iterator[Markup]:
    """Yield each citation, word for word, the addresses of the page after the first."""
    described = record.description
    addresses = []
    for span in described.spans(FieldKind.ADDRESS):
        address = record.words(span)
        addresses.append(element("ref", {"target": address}, words(address)))
    citations = [weave(record, span) for span in described.spans(FieldKind.CITATION)]
    for place, citation in enumerate(citations or [NOTHING]):
        content = BREAK.join(filter(None, [citation, *addresses]))
        xml_id = None if place else "source"
        if content:
            yield element("bibl", {"type": "digitalSource", "xml:id": xml_id}, content)
        addresses = []


def source_files(record: Record) -> Iterator[Markup]:
    """Yield the fixity of the plain text, and of the description beside it, if any.

    That is the SHA-256 of their bytes.
    """
    source = record.source
    if not source.digest:
        yield element("bibl", {"type": "sourceFile"}, words("A plain-text file."))
    else:
        digest = element("idno", {"type": "sha256"}, words(source.digest))
        yield element("bibl", {"type": "sourceFile"}, digest)
    if source.beside:
        digest = element("idno", {"type": "sha256"}, words(source.beside.digest))
        yield element("bibl", {"type": "descriptionFile"}, digest)


def record_number(record: Record) -> str | None:
    """Return the number that the archive gives the record, from its address."""
    address = record.description.first(FieldKind.ADDRESS)
    found = _NUMBER.search(record.words(address)) if address else None
    return found["number"] if found and record.archive else None


def ms_desc(record: Record) -> Markup:
    """Return where the original is kept and in what language it is."""
    identifier = ms_identifier(record)
    if not identifier:
        return NOTHING
    contents = nested("msContents", [_ms_item(record)])
    return nested("msDesc", [identifier, contents])


def ms_identifier(record: Record) -> Markup:
    """Return repository, collection and shelfmark, as far as the citation has them."""
    repository = record.description.first(FieldKind.ARCHIVE)
    repository = repository or record.part(PartOf.REPOSITORY)
    collections = elements(record, "collection", FieldKind.COLLECTION)
    collection = record.part(PartOf.COLLECTION)
    if collection and not collections:
        collections = [element("collection", None, words(record.words(collection)))]
    stated = (FieldKind.BOX, FieldKind.FOLDER)
    shelf = [
        number
        for kind in stated
        for number in elements(record, "idno", kind, {"type": kind.value})
    ] or [
        element("idno", {"type": kind.value}, words(_numbered(record.words(part))))
        for kind in _SHELFMARK
        if (part := record.part(kind))
    ]
    return nested(
        "msIdentifier",
        [
            element("repository", None, words(record.words(repository)))
            if repository
            else NOTHING,
            *collections,
            nested("idno", shelf),
        ],
    )


def _ms_item(record: Record) -> Markup:
    title = record.title
    languages = [*record.description.spans(FieldKind.LANGUAGE)]
    tags = record.original_languages
    return nested(
        "msItem",
        [
            element("title", None, weave(record, title)) if title else NOTHING,
            *(
                element("textLang", {"mainLang": tag}, weave(record, span))
                for tag, span in zip(tags[:1], languages[:1], strict=True)
            ),
        ],
    )


def _numbered(words_of_part: str) -> str:
    """Return the number in "box 6": what stands after the word and its point."""
    return re.split(r"[ .]+", words_of_part, maxsplit=1)[-1]
