"""DSpace's Simple Archive Format: a folder for each item.

wilson-123420/dublin_core.xml
wilson-123420/metadata_dcterms.xml
wilson-123420/contents
wilson-123420/wilson-123420.xml
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.documents import xml_document
from encoder.exporters.dublin import statements
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import TITLE
from encoder.tei.markup import element, nested, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.tei.markup import Markup

_NONE: Final = "none"
# The fields of DSpace's own registry for what DCMI's terms mean; a term that is not
# here has a field of its name.
_FIELDS: Final = {
    "creator": ("contributor", "author"),
    "contributor": ("contributor", "other"),
    "abstract": ("description", "abstract"),
    "created": ("date", "created"),
    "issued": ("date", "issued"),
    "format": ("format", "mimetype"),
    "identifier": ("identifier", "other"),
    "language": ("language", "iso"),
    "isVersionOf": ("relation", "isversionof"),
    "spatial": ("coverage", "spatial"),
    "license": ("rights", "uri"),
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the four files of each item."""
    for deposit in deposits:
        folder, file = deposit.name, f"{deposit.name}.xml"
        terms = [_value(s.term, _NONE, s.value) for s in statements(deposit)]
        yield f"{folder}/dublin_core.xml", _document("dc", _fields(deposit))
        yield f"{folder}/metadata_dcterms.xml", _document("dcterms", terms)
        yield f"{folder}/contents", f"{file}\tbundle:ORIGINAL\n".encode()
        yield f"{folder}/{file}", deposit.tei


def _fields(deposit: Deposit) -> Iterator[Markup]:
    for _, value, term in statements(deposit):
        name, qualifier = _FIELDS.get(term, (term, _NONE))
        if name == "identifier" and value.startswith(("http://", "https://")):
            qualifier = "uri"
        yield _value(name, qualifier, value)


def _value(name: str, qualifier: str, value: str) -> Markup:
    return element("dcvalue", {"element": name, "qualifier": qualifier}, words(value))


def _document(schema: str, values: Iterable[Markup]) -> bytes:
    return xml_document(nested("dublin_core", values, {"schema": schema}))


EXPORTER: Final = Exporter(
    name="dspace",
    makes="Simple Archive Format: Dublin Core, DCMI terms and the TEI for each item",
    taken_by="DSpace (its importer of archives, and of zips)",
    needs=(TITLE,),
    pack=pack,
)
