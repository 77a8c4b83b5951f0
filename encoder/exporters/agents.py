"""Who had a part in a record, as its header says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import Agent, AgentKind, AgentRole
from encoder.exporters.passages import local, one_line
from encoder.language.pack import Formula
from encoder.tei.names import TEI, XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.configuration import Encoder

_STATEMENT: Final = f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/{{{TEI}}}titleStmt"
_PEOPLE: Final = f"{{{TEI}}}teiHeader/{{{TEI}}}profileDesc/{{{TEI}}}particDesc"
_ROLES: Final = {
    "author": AgentRole.AUTHOR,
    "editor": AgentRole.EDITOR,
    "principal": AgentRole.CONTRIBUTOR,
    "funder": AgentRole.FUNDER,
    "sponsor": AgentRole.FUNDER,
}
_KINDS: Final = {"persName": AgentKind.PERSON, "orgName": AgentKind.ORGANISATION}
_NAMES: Final = frozenset({"persName", "orgName", "name"})
_ENCODING: Final = Formula(r"\b(?:{encoding-work}|TEI\b)", re.IGNORECASE)
_SOFTWARE: Final = "software"


def agents(root: _Element, encoder: Encoder | None) -> Iterator[Agent]:
    """Yield everybody whom the header names, each as often as it does.

    Whoever takes part in the record comes last. `encoder` is named where the
    header names no encoder.
    """
    named = [*_responsible(root)]
    yield from named
    if encoder and not any(agent.role is AgentRole.ENCODER for agent in named):
        uri = f"https://orcid.org/{encoder.orcid}" if encoder.orcid else None
        yield Agent(encoder.name, AgentRole.ENCODER, AgentKind.PERSON, None, uri)
    yield from _participants(root)


def software(root: _Element) -> str | None:
    """Return the program that the header names as an encoder."""
    for statement in root.iterfind(f"{_STATEMENT}/{{{TEI}}}respStmt"):
        for name in _names(statement):
            if name.get("type") == _SOFTWARE:
                return one_line(name) or None
    return None


def _responsible(root: _Element) -> Iterator[Agent]:
    for element in root.iterfind(f"{_STATEMENT}/*"):
        if role := _ROLES.get(local(element)):
            yield from _agents([*_names(element)] or [element], role, None)
        elif local(element) == "respStmt":
            said = " ".join(one_line(r) for r in element.iterfind(f"{{{TEI}}}resp"))
            encoding = element.get(XML_ID) == "encoder" or _ENCODING.search(said)
            role = AgentRole.ENCODER if encoding else AgentRole.CONTRIBUTOR
            yield from _agents(_names(element), role, said or None)


def _names(element: _Element) -> Iterator[_Element]:
    return (child for child in element if local(child) in _NAMES)


def _agents(
    elements: Iterable[_Element], role: AgentRole, said: str | None
) -> Iterator[Agent]:
    for element in elements:
        if (name := one_line(element)) and element.get("type") != _SOFTWARE:
            kind = _KINDS.get(local(element), AgentKind.UNKNOWN)
            yield Agent(name, role, kind, said, _uri(element))


def _participants(root: _Element) -> Iterator[Agent]:
    for person in root.iterfind(f"{_PEOPLE}//{{{TEI}}}person"):
        name = person.find(f"{{{TEI}}}persName")
        if name is not None and (words := one_line(name)):
            uri = _uri(person) or _uri(name)
            yield Agent(
                words, AgentRole.PARTICIPANT, AgentKind.PERSON, person.get("role"), uri
            )


def _uri(element: _Element) -> str | None:
    """Return who this is elsewhere, where an attribute gives a whole address."""
    for attribute in ("ref", "sameAs"):
        for each in (element.get(attribute) or "").split():
            if each.startswith(("http://", "https://")):
                return each
    return None
