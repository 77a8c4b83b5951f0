"""An EXPath package that eXist-db deploys: the records as a collection with indexes.

    expath-pkg.xml
    repo.xml
    collection.xconf
    pre-install.xql
    data/wilson-123420.xml

To eXist-db this is a resource package (its documentation, "Package Repository"): a
library with a target, which TEI Publisher takes as the collection of an edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from encoder.exporters.documents import xml_document
from encoder.exporters.exporter import Exporter
from encoder.exporters.names import safe_name
from encoder.exporters.requirements import PUBLISHED
from encoder.tei.markup import element, nested, words
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.tei.markup import Markup

_EXPATH: Final = "http://expath.org/ns/pkg"
_REPOSITORY: Final = "http://exist-db.org/xquery/repo"
_CONFIGURATION: Final = "http://exist-db.org/collection-config/1.0"
_UNTITLED: Final = "[Untitled records]"
# What TEI Publisher searches in, and what a reader of speeches asks for.
_SEARCHED: Final = ("text", "div", "sp", "u", "p", "seg", "head", "note")
_PREPARE: Final = "pre-install.xql"
_SCRIPT: Final = b"""\
xquery version "3.1";

(: Puts the indexes where they are found before the records come: eXist-db runs this
   first, and says where the package lies and where it goes. :)

import module namespace xmldb = "http://exist-db.org/xquery/xmldb";

declare variable $home external;
declare variable $dir external;
declare variable $target external;

fold-left(tokenize($target, "/")[. != ""], "/db/system/config",
    xmldb:create-collection#2)
! xmldb:store-files-from-pattern(., $dir, "collection.xconf")
"""


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the records and, when the first has gone by, what describes them."""
    first = None
    for deposit in deposits:
        first = first or deposit
        yield f"data/{deposit.name}.xml", deposit.tei
    if first:
        yield "expath-pkg.xml", xml_document(_package(first))
        yield "repo.xml", xml_document(_deployment(first))
        yield "collection.xconf", xml_document(_indexes())
        yield _PREPARE, _SCRIPT


def _package(first: Deposit) -> Markup:
    """Return the descriptor of EXPath's packaging system 1.0."""
    day = first.edition.encoding_date or first.published
    # Two packages of one name are versions of one thing. It names no place that
    # somebody would have to own.
    whose = (first.edition.publisher, first.edition.project or first.name)
    attributes = {
        "xmlns": _EXPATH,
        "name": uuid5(NAMESPACE_URL, " ".join(filter(None, whose))).urn,
        "abbrev": _abbreviation(first),
        # The version of Semantic Versioning 2.0 that is newer when the day is.
        "version": f"{day.year}.{day.month}.{day.day}" if day else None,
        "spec": "1.0",
    }
    processor = {"processor": "http://exist-db.org", "semver-min": "5.0.0"}
    described = [
        element("title", None, _title(first)),
        element("dependency", processor),
    ]
    return nested("package", described, attributes)


def _deployment(first: Deposit) -> Markup:
    """Return what eXist-db is told: that the records go into a collection."""
    edition = first.edition
    author = edition.encoder.name if edition.encoder else edition.publisher
    stated = {
        "description": _title(first),
        "author": words(author or ""),
        "license": words(edition.licence.uri if edition.licence else ""),
        "type": words("library"),
        "target": words(_abbreviation(first)),
        "prepare": words(_PREPARE),
    }
    said = [element(name, None, value) for name, value in stated.items() if value]
    return nested("meta", said, {"xmlns": _REPOSITORY})


def _indexes() -> Markup:
    text = [element("text", {"qname": f"tei:{name}"}) for name in _SEARCHED]
    who = element("create", {"qname": "@who", "type": "xs:string"})
    spaces = {"xmlns:tei": TEI, "xmlns:xs": "http://www.w3.org/2001/XMLSchema"}
    index = nested("index", [nested("lucene", text), nested("range", [who])], spaces)
    return nested("collection", [index], {"xmlns": _CONFIGURATION})


def _title(first: Deposit) -> Markup:
    return words(" ".join((first.edition.project or _UNTITLED).split()))


def _abbreviation(first: Deposit) -> str:
    project = first.edition.project
    return safe_name(project).replace(".", "-") if project else "records"


EXPORTER: Final = Exporter(
    name="xar",
    makes="a package of the records, as a collection with indexes",
    taken_by="eXist-db 5 or later, TEI Publisher",
    needs=(PUBLISHED,),
    pack=pack,
    suffix=".xar",
)
