"""What is checked of a document that the encoder itself has made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from encoder.errors import RefusedError
from encoder.layouts.rules import DATE_FROM_TITLE, NO_TITLE, TITLE_FROM_CITATION
from encoder.model.description import FieldKind
from encoder.model.marks import Dated
from encoder.model.source import Span
from encoder.proof.rules import NO_LICENCE, NO_PUBLISHER, WORDS_LOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.configuration import Configuration
    from encoder.finding import Finding
    from encoder.model.record import Record

START = Span(0, 0)


def parse(record: Record, data: bytes) -> _Element:
    """Return the root of what was written, which proves that it is well formed.

    The bounds of libxml2 are lifted: these are our own bytes, and a record can have a
    paragraph of more than ten megabytes. Raises `RefusedError` (R010) otherwise.
    """
    try:
        return etree.fromstring(data, etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError as error:
        message = f"what was written is not XML: {error.msg}"
        raise RefusedError(WORDS_LOST.at(record.source.place(START), message)) from None


def stated(record: Record, edition: Configuration) -> Iterator[Finding]:
    """Yield what a repository will ask for, and neither page nor edition states."""
    place = record.source.place(START)
    if not record.title:
        yield NO_TITLE.at(place, "the page states no title")
    elif not record.description.first(FieldKind.TITLE):
        message = (
            f"the title is the one of the citation: {record.words(record.title)!r}"
        )
        yield TITLE_FROM_CITATION.at(record.source.place(record.title), message)
    title = record.description.first(FieldKind.TITLE)
    if (dated := record.dated) and dated is record.first_mark(Dated, title):
        message = f"the date is from the title: {record.words(dated.span)!r}"
        yield DATE_FROM_TITLE.at(record.source.place(dated.span), message)
    if not edition.publisher:
        message = "nobody publishes this file; write publisher = … in tei-encoder.toml"
        yield NO_PUBLISHER.at(place, message)
    if not edition.licence:
        message = "the file has no licence; write [licence] in tei-encoder.toml"
        yield NO_LICENCE.at(place, message)
