"""A document that the encoder itself has made, held against its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.source import Span
from encoder.tei.names import XML_ID
from encoder.validation.schema.compiled import valid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.finding import Finding
    from encoder.tei.document import Document

START = Span(0, 0)


def held_against_schema(document: Document, root: _Element) -> Iterator[Finding]:
    """Yield what the schema has against the document, at the place in the source."""
    if valid(root):
        return
    from encoder.validation.schema.engines import check_tree  # noqa: PLC0415 (only to explain)

    source = document.record.source
    for finding in check_tree(root, source.name):
        line = finding.place.line
        place = source.place(_behind(document, root, line))
        yield finding.rule.at(place, f"line {line} of the TEI: {finding.message}")


def _behind(document: Document, root: _Element, line: int) -> Span:
    """Return the span of the turn that stands at `line` of the TEI, or the start."""
    spans = [
        document.spans[xml_id]
        for element in root.iter()
        if (element.sourceline or 0) <= line
        and (xml_id := element.get(XML_ID, "")) in document.spans
    ]
    return spans[-1] if spans else START
