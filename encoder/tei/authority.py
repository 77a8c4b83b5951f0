"""Authority files in TEI: listPerson, listPlace, listOrg (TEI P5 §14), as entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from encoder.configuration import ConfigurationError
from encoder.model.authority import Entity, EntityKind, Office
from encoder.tei.names import TEI, XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.model.when import Cert

_IN = f"{{{TEI}}}"
_NAMES = {
    EntityKind.PERSON: ("persName",),
    EntityKind.PLACE: ("placeName", "geogName"),
    EntityKind.ORG: ("orgName",),
}
_ROLES = ("occupation", "state", "roleName", "socecStatus")
_START, _END = ("from", "notBefore", "when"), ("to", "notAfter", "when")
_CERTS = ("high", "medium", "low")


def read_entities(data: bytes, file: str) -> tuple[Entity, ...]:
    """Return the entries of a TEI file that have an `xml:id` and a name.

    The first name that is not called a variant is the preferred one. Roles are those
    of `occupation`, `state` or `roleName`, with their dates. Raises
    ConfigurationError where the bytes are no TEI, or hold no entry.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"{file}: not XML: {error.msg}"
        raise ConfigurationError(message) from None
    if root.getroottree().docinfo.doctype:
        message = f"{file}: it has a DOCTYPE, which could name other files; take it out"
        raise ConfigurationError(message)
    found = tuple(_entities(root))
    if not found:
        message = (
            f"{file}: no person, place or org of TEI is in it; an authority file is"
            " TEI, or a table whose name ends in .csv"
        )
        raise ConfigurationError(message)
    return found


def _entities(root: _Element) -> Iterator[Entity]:
    for kind in EntityKind:
        for element in root.iter(f"{_IN}{kind}"):
            xml_id = element.get(XML_ID)
            names = [each for each in _names(element, kind) if each[0]]
            if xml_id and names:
                yield _entity(element, xml_id, kind, names)


def _names(element: _Element, kind: EntityKind) -> Iterator[tuple[str, bool]]:
    """Yield each name, and whether it is a variant."""
    for child in element:
        if child.tag in {f"{_IN}{name}" for name in _NAMES[kind]}:
            yield _words(child), child.get("type") == "variant"


def _entity(
    element: _Element, xml_id: str, kind: EntityKind, names: list[tuple[str, bool]]
) -> Entity:
    preferred = next((name for name, variant in names if not variant), names[0][0])
    forms = dict.fromkeys(name for name, _ in names if name != preferred)
    notes = [each for each in element.findall(f"{_IN}note") if not each.get("type")]
    cert = element.get("cert")
    return Entity(
        xml_id,
        kind,
        preferred,
        tuple(forms),
        tuple(_offices(element)),
        tuple(_identifiers(element)),
        _words(notes[0]) if notes else "",
        cast("Cert", cert) if cert in _CERTS else None,
    )


def _offices(element: _Element) -> Iterator[Office]:
    for child in element.iter(*(f"{_IN}{name}" for name in _ROLES)):
        if words := _words(child):
            yield Office(words, _first(child, _START), _first(child, _END))


def _identifiers(element: _Element) -> Iterator[tuple[str, str]]:
    for child in element.iter(f"{_IN}idno"):
        if number := _words(child):
            yield child.get("type") or "", number


def _first(element: _Element, names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := element.get(name))), None)


def _words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
