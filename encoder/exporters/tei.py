"""Clean TEI: each record on its own, and one teiCorpus that includes them all.

    corpus.xml
    records/wilson-123420.xml

A record is as it was, in UTF-8, without document type, comments and processing
instructions, and with its own name before each `xml:id` and each pointer to one: in a
corpus an identifier stands once. The corpus has one header, and calls for each record
by XInclude. In the profile `spoken` a record is as Parla-CLARIN has it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from encoder.exporters.exporter import Exporter, PackForm
from encoder.exporters.reading import serialised
from encoder.exporters.spoken import respoken
from encoder.tei.markup import element, nested, start_tag, whole, words
from encoder.tei.names import TEI, XML, XML_ID
from encoder.tei.serialise import DECLARATION

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from lxml.etree import _Element

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.tei.markup import Markup

_CORPUS: Final = "corpus.xml"
_SPACES: Final = {"xmlns": TEI, "xmlns:xi": "http://www.w3.org/2001/XInclude"}
_UNTITLED: Final = "[Untitled corpus]"


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the files of the records and, piece by piece, that of the corpus."""
    return _packed(deposits, _with_own_ids)


def pack_spoken(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the same in the profile `spoken`."""
    return _packed(deposits, _spoken)


def _packed(
    deposits: Iterable[Deposit], tree: Callable[[Deposit], _Element]
) -> Iterator[Piece]:
    begun = False
    for deposit in deposits:
        path = f"records/{deposit.name}.xml"
        yield path, serialised(tree(deposit))
        if not begun:
            corpus = f"{DECLARATION}{start_tag('teiCorpus', _SPACES)}>\n"
            yield _CORPUS, f"{corpus}{whole(_header(deposit))}\n".encode()
            begun = True
        yield _CORPUS, f"{element('xi:include', {'href': path})}\n".encode()
    if begun:
        yield _CORPUS, b"</teiCorpus>\n"


def _spoken(deposit: Deposit) -> _Element:
    """Return the tree in the profile `spoken`, which has a name and a language."""
    root = _with_own_ids(deposit)
    respoken(root)
    stated = {XML_ID: _prefix(deposit), f"{{{XML}}}lang": deposit.language}
    for name, value in stated.items():
        if value and name not in root.attrib:
            root.set(name, value)
    return root


def _prefix(deposit: Deposit) -> str:
    """Return the record's name as the beginning of an xml:id."""
    return deposit.name if deposit.name[0].isalpha() else f"r{deposit.name}"


def _with_own_ids(deposit: Deposit) -> _Element:
    """Return the tree with the record's name before its identifiers."""
    root, prefix = deepcopy(deposit.root), _prefix(deposit)
    known = {f"#{each.get(XML_ID)}" for each in root.iter() if each.get(XML_ID)}
    for each in root.iter():
        for key, value in each.items():
            if key == XML_ID:
                each.set(key, f"{prefix}.{value}")
            elif "#" in value:
                targets = value.split(" ")
                each.set(key, " ".join(_moved(one, prefix, known) for one in targets))
    return root


def _moved(target: str, prefix: str, known: Collection[str]) -> str:
    return f"#{prefix}.{target[1:]}" if target in known else target


def _header(first: Deposit) -> Markup:
    """Return the header of the corpus: what the edition says of all its records.

    What only a record can say is in its own header, and this one says so.
    """
    licence = first.edition.licence
    terms = (
        element("licence", {"target": licence.uri}, words(licence.name))
        if licence
        else element("p", None, words("Each record states its own terms."))
    )
    title = element("title", None, words(first.edition.project or _UNTITLED))
    publisher = element("publisher", None, words(first.edition.publisher or ""))
    source = element("p", None, words("Each record states its own source."))
    publication = [publisher, nested("availability", [terms])]
    description = [
        nested("titleStmt", [title]),
        nested("publicationStmt", publication),
        nested("sourceDesc", [source]),
    ]
    return nested("teiHeader", [nested("fileDesc", description)])


EXPORTER: Final = Exporter(
    name="tei",
    makes="clean TEI: a file for each record, and a teiCorpus that includes them all",
    taken_by="TEI Publisher, TextGrid, every TEI tool",
    needs=(),
    pack=pack,
    forms={"spoken": PackForm(pack_spoken)},
)
