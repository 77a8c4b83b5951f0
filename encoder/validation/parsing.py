"""From the bytes of a file to its tree, or to what keeps it from being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.model.source import Place
from encoder.validation.examine import TeiFile
from encoder.validation.rules_files import (
    BEYOND_BOUNDS,
    DOCUMENT_TYPE,
    ENTITY_REFERENCE,
)
from encoder.validation.rules_schema import NOT_WELL_FORMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO, Literal

    from lxml.etree import _Element
    from lxml.etree._docloader import _InputDocument

    from encoder.finding import Finding

DOCTYPE: Final = b"<!DOCTYPE"

# What libxml2 calls its bounds, in xmlParserErrors: a limit of resources; and a comment
# that was not closed within them, which is also what it calls one that is not closed.
_LIMIT, _COMMENT = 114, 45
# How much is read at once, and how much may come without the end of any tag.
_PIECE, _LONGEST = 1 << 16, 10_000_000


class _Nothing(etree.Resolver):
    """What answers every request for another file: that it is empty."""

    def resolve(
        self, system_url: str | None, public_id: str | None, context: object, /
    ) -> _InputDocument | None:
        del system_url, public_id
        # What lxml calls an empty answer makes it open the file after all.
        return self.resolve_string("", context)


def parse(data: bytes) -> _Element:
    """Return the root of an XML file as it is, duplicate identifiers and all.

    Nothing is fetched, from the disk or a network, and no entity is expanded. Raises
    `XMLSyntaxError` for what is not XML.
    """
    try:
        # A parser that collects the identifiers spares the validator the trouble.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return etree.fromstring(data, _with_duplicates())


def _with_duplicates() -> etree.XMLParser[_Element]:
    """Return a parser that lets an identifier stand twice.

    A parser that collects no identifiers asks for the external part of a document type,
    whatever its options say, and one that may not use a network refuses the file for
    it. This one may, and is given nothing.
    """
    parser = etree.XMLParser(
        collect_ids=False,
        resolve_entities=False,
        no_network=False,
        load_dtd=False,
        huge_tree=False,
    )
    parser.resolvers.add(_Nothing())
    return parser


def pulled(
    file: BinaryIO,
    events: Sequence[Literal["start", "end", "pi"]] = ("end",),
    tag: str | None = None,
    schema: etree.XMLSchema | None = None,
) -> Iterator[tuple[bytes, list[_Element]]]:
    """Yield a file piece by piece, and the elements that end in each piece.

    It is parsed as `parse` does, and whoever takes the elements lets go of them. Raises
    `XMLSyntaxError` as `parse` does, and for a document that the schema refuses, then
    without a code and after the last piece.
    """
    parser = etree.XMLPullParser(
        events=events,
        tag=tag,
        schema=schema,
        collect_ids=False,
        resolve_entities=False,
        no_network=False,
        load_dtd=False,
        huge_tree=False,
    )
    parser.resolvers.add(_Nothing())
    unclosed = 0
    while data := file.read(_PIECE):
        parser.feed(data)
        # libxml2 keeps the whole of a tag, however long, until it sees its end.
        unclosed = 0 if b">" in data else unclosed + len(data)
        if unclosed > _LONGEST:
            raise TooLongError
        yield data, [element for _, element in parser.read_events()]
    parser.close()


class TooLongError(Exception):
    """A tag or a text is longer than any record needs."""


def opened(data: bytes, name: str) -> tuple[TeiFile | None, tuple[Finding, ...]]:
    """Return a file ready to be checked, if it can be, and what is found on the way."""
    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        return None, (unreadable(error, name),)
    file = TeiFile(name, text_of(data, root), root)
    if not root.getroottree().docinfo.doctype:
        return file, ()
    return file, tuple(_declared(file))


def text_of(data: bytes, root: _Element) -> str:
    """Return a file as text, with the line ends of XML 1.0 §2.11."""
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    try:
        text = data.decode("utf-8-sig" if encoding == "UTF-8" else encoding)
    except (LookupError, UnicodeError):
        # libxml2 knows encodings that Python does not.
        return etree.tostring(root.getroottree(), encoding="unicode")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def unreadable(error: etree.XMLSyntaxError, name: str) -> Finding:
    """Return the finding for a file that is not XML, or too large in some respect."""
    line, column = error.position
    said = (error.msg or "no element found").removesuffix(f", line {line}")
    said = said.rpartition(", line ")[0] or said
    place = Place(name, max(line, 1), max(column, 1))
    if error.code == _LIMIT or (error.code == _COMMENT and "too big" in said):
        limit = said.removeprefix("Resource limit exceeded: ").partition(", ")[0]
        return BEYOND_BOUNDS.at(place, limit[0].lower() + limit[1:])
    return NOT_WELL_FORMED.at(place, said[0].lower() + said[1:])


def _declared(file: TeiFile) -> Iterator[Finding]:
    """Yield what is to be said of a file with a document type."""
    lines = file.text.split("\n")
    for number, line in enumerate(lines, 1):
        if (column := line.find(DOCTYPE.decode())) >= 0:
            declared = file.root.getroottree().docinfo
            where = declared.system_url or declared.public_id
            said = f"a document type that names {where}" if where else "a document type"
            place = Place(file.name, number, column + 1)
            yield DOCUMENT_TYPE.at(place, f"{said}; it is not read")
            break
    yield from entities(file.root, file.name)


def too_long(name: str) -> Finding:
    """Return the finding for a tag, or a text, that has no end in sight."""
    return BEYOND_BOUNDS.at(Place(name, 1, 1), "a tag or a text of ten megabytes")


def entities(element: _Element, name: str, *, below: bool = True) -> Iterator[Finding]:
    """Yield a finding for each reference to an entity in an element.

    Unless `below`, only those are looked at that are not in another element inside it.
    """
    some = element.iter(etree.Entity) if below else element.iterchildren(etree.Entity)
    for entity in some:
        place = Place(name, entity.sourceline or 1, 1)
        yield ENTITY_REFERENCE.at(place, f"the entity {entity.text} is not read")
