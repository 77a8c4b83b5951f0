"""Dublin Core for harvesters: what each record states, simple and in DCMI's terms.

oai_dc/wilson-123420.xml
dcterms/wilson-123420.xml
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.documents import xml_document
from encoder.exporters.dublin import statements
from encoder.exporters.exporter import Exporter
from encoder.tei.markup import element, nested, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.dublin import Statement
    from encoder.exporters.exporter import Piece
    from encoder.tei.markup import Markup

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_OAI: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
# OAI-PMH 2.0, guidelines for implementers, §3.
_SIMPLE: Final = {
    "xmlns:oai_dc": _OAI,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": _XSI,
    "xsi:schemaLocation": f"{_OAI} http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}
_QUALIFIED: Final = {
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": _XSI,
}
_DAY: Final = "dcterms:W3CDTF"
# How DCMI's terms say what kind of value they have.
_ENCODINGS: Final = {
    "license": "dcterms:URI",
    "isVersionOf": "dcterms:URI",
    "created": _DAY,
    "issued": _DAY,
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield two files for each record."""
    for deposit in deposits:
        stated = tuple(statements(deposit))
        simple = [element(f"dc:{s.element}", None, words(s.value)) for s in stated]
        root = nested("oai_dc:dc", simple, _SIMPLE)
        yield f"oai_dc/{deposit.name}.xml", xml_document(root)
        root = nested("metadata", map(_term, stated), _QUALIFIED)
        yield f"dcterms/{deposit.name}.xml", xml_document(root)


def _term(statement: Statement) -> Markup:
    kind = _ENCODINGS.get(statement.term)
    # W3CDTF has no intervals.
    if kind == _DAY and "/" in statement.value:
        kind = None
    name, value = f"dcterms:{statement.term}", words(statement.value)
    return element(name, {"xsi:type": kind}, value)


EXPORTER: Final = Exporter(
    name="dc",
    makes="oai_dc and dcterms for each record",
    taken_by="OAI-PMH harvesters, library catalogues, Europeana",
    needs=(),
    pack=pack,
)
