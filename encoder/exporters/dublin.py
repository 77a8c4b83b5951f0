"""A deposit in the fifteen elements of Dublin Core, for every target that speaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.exporters.deposit import AgentRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.exporters.deposit import Deposit, Identifier

ELEMENTS: Final = tuple(
    "title creator subject description publisher contributor date type format "
    "identifier source language relation coverage rights".split()
)
"""DCMI Metadata Terms §3, in the order of the older Dublin Core 1.1."""


class Statement(NamedTuple):
    """One element, its value, and the DCMI term that says more exactly what it is."""

    element: str
    value: str
    term: str


def statements(deposit: Deposit) -> Iterator[Statement]:
    """Yield what the header states, and nothing else, in the order of `ELEMENTS`."""
    yield from _all(deposit.title, "title", "title")
    for agent in deposit.creators:
        yield Statement("creator", agent.name, "creator")
    for subject in deposit.subjects:
        yield Statement("subject", subject, "subject")
    yield from _all(deposit.abstract, "description", "abstract")
    yield from _all(deposit.publisher, "publisher", "publisher")
    for name in _contributors(deposit):
        yield Statement("contributor", name, "contributor")
    yield from _all(deposit.created, "date", "created")
    if deposit.published:
        yield Statement("date", deposit.published.isoformat(), "issued")
    # The DCMI type vocabulary: a record is read.
    yield Statement("type", "Text", "type")
    yield Statement("format", "application/tei+xml", "format")
    for identifier in deposit.identifiers:
        yield Statement("identifier", _identifier(identifier, deposit), "identifier")
    yield from _all(deposit.original.citation, "source", "source")
    yield from _all(deposit.language, "language", "language")
    yield from _all(deposit.original.address, "relation", "isVersionOf")
    for place in deposit.places:
        yield Statement("coverage", place.name, "spatial")
    if deposit.licence:
        yield Statement("rights", deposit.licence.uri, "license")
    for rights in deposit.rights:
        yield Statement("rights", rights, "rights")


def _all(value: str | None, element: str, term: str) -> Iterator[Statement]:
    if value:
        yield Statement(element, value, term)


def _identifier(identifier: Identifier, deposit: Deposit) -> str:
    """Return an identifier with its kind before it; a DOI is an address."""
    if identifier.is_doi and deposit.doi:
        return f"https://doi.org/{deposit.doi}"
    return (
        f"{identifier.kind}:{identifier.value}" if identifier.kind else identifier.value
    )


def _contributors(deposit: Deposit) -> Iterator[str]:
    """Yield each other name once: of who helped, paid, or takes part."""
    named = {agent.name for agent in deposit.creators}
    roles = (
        AgentRole.EDITOR,
        AgentRole.ENCODER,
        AgentRole.CONTRIBUTOR,
        AgentRole.FUNDER,
        AgentRole.PARTICIPANT,
    )
    for role in roles:
        for agent in deposit.those(role):
            if agent.name not in named:
                named.add(agent.name)
                yield agent.name
