"""RO-Crate 1.3: a crate for each record, with people, places, licence and provenance.

wilson-123420/ro-crate-metadata.json
wilson-123420/wilson-123420.xml
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import AgentKind, AgentRole
from encoder.exporters.documents import json_document
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import DESCRIPTION, LICENCE, PUBLISHED, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from encoder.exporters.deposit import Agent, Deposit, Locality
    from encoder.exporters.exporter import Piece

    Entity: TypeAlias = dict[str, object]

_VERSION: Final = "https://w3id.org/ro/crate/1.3"
_METADATA: Final = "ro-crate-metadata.json"
_TYPES: Final = {AgentKind.PERSON: "Person", AgentKind.ORGANISATION: "Organization"}
_ROOT, _ORIGINAL, _COLLECTION, _ARCHIVE = "./", "#original", "#collection", "#archive"
_SOFTWARE, _CONVERSION, _PUBLISHER = "#software", "#conversion", "#publisher"


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the metadata and the file of each crate."""
    for deposit in deposits:
        graph = [{k: v for k, v in each.items() if v} for each in _graph(deposit)]
        crate = {"@context": f"{_VERSION}/context", "@graph": graph}
        yield f"{deposit.name}/{_METADATA}", json_document(crate)
        yield f"{deposit.name}/{deposit.name}.xml", deposit.tei


def _graph(deposit: Deposit) -> Iterator[Entity]:
    agents = _agents(deposit)
    yield {
        "@id": _METADATA,
        "@type": "CreativeWork",
        "about": _at(_ROOT),
        "conformsTo": _at(_VERSION),
    }
    yield _root(deposit, agents)
    yield {
        "@id": f"{deposit.name}.xml",
        "@type": "File",
        "name": deposit.title,
        "encodingFormat": "application/tei+xml",
        "contentSize": str(len(deposit.tei)),
        "sha256": deposit.digest,
        "inLanguage": deposit.language,
        "isBasedOn": _at(_ORIGINAL) if _is_known(deposit) else None,
    }
    if deposit.licence:
        name, uri = deposit.licence
        yield {"@id": uri, "@type": "CreativeWork", "name": name}
    seen: set[str] = set()
    for agent, key in agents.items():
        if key not in seen:
            seen.add(key)
            yield {"@id": key, "@type": _TYPES[agent.kind], "name": agent.name}
    if deposit.publisher:
        name = deposit.publisher
        yield {"@id": _PUBLISHER, "@type": "Organization", "name": name}
    for key, place in _places(deposit).items():
        yield {"@id": key, "@type": "Place", "name": place.name}
    yield from _provenance(deposit, agents)


def _root(deposit: Deposit, agents: dict[Agent, str]) -> Entity:
    """Return the root data entity (RO-Crate 1.3, "Root Data Entity")."""
    published, licence = deposit.published, deposit.licence
    return {
        "@id": _ROOT,
        "@type": "Dataset",
        "name": deposit.title,
        "description": deposit.description,
        "datePublished": published.isoformat() if published else None,
        "license": _at(licence.uri) if licence else None,
        "identifier": f"https://doi.org/{deposit.doi}" if deposit.doi else None,
        "author": _those(agents, AgentRole.AUTHOR),
        "editor": _those(agents, AgentRole.EDITOR),
        "contributor": _those(agents, AgentRole.CONTRIBUTOR, AgentRole.ENCODER),
        "funder": _those(agents, AgentRole.FUNDER),
        "mentions": _those(agents, AgentRole.PARTICIPANT),
        "publisher": _at(_PUBLISHER) if deposit.publisher else None,
        "temporalCoverage": deposit.created,
        "contentLocation": [_at(key) for key in _places(deposit)],
        "keywords": ", ".join(deposit.subjects),
        "hasPart": [_at(f"{deposit.name}.xml")],
    }


def _provenance(deposit: Deposit, agents: dict[Agent, str]) -> Iterator[Entity]:
    """Yield what the record was made from, and by which program."""
    original, created = deposit.original, deposit.created or ""
    if _is_known(deposit):
        yield {
            "@id": _ORIGINAL,
            "@type": "ArchiveComponent",
            "name": original.citation or deposit.title,
            "url": original.address,
            "dateCreated": None if "/" in created else created,
            "isPartOf": _at(_COLLECTION) if original.collection else None,
            "itemLocation": original.shelfmark,
            "holdingArchive": _at(_ARCHIVE) if original.repository else None,
        }
    if original.collection:
        name = original.collection
        yield {"@id": _COLLECTION, "@type": "Collection", "name": name}
    if original.repository:
        name = original.repository
        yield {"@id": _ARCHIVE, "@type": "ArchiveOrganization", "name": name}
    if deposit.software:
        yield {
            "@id": _CONVERSION,
            "@type": "CreateAction",
            "name": "TEI encoding",
            "agent": _those(agents, AgentRole.ENCODER),
            "instrument": _at(_SOFTWARE),
            "object": _at(_ORIGINAL) if _is_known(deposit) else None,
            "result": _at(f"{deposit.name}.xml"),
        }
        # A SoftwareApplication would need an address, which no header gives.
        name = deposit.software
        yield {"@id": _SOFTWARE, "@type": "CreativeWork", "name": name}


def _places(deposit: Deposit) -> dict[str, Locality]:
    """Return each place by its identifier: its address, if no other has it."""
    found: dict[str, Locality] = {}
    for number, place in enumerate(deposit.places, start=1):
        own = f"#place-{number}"
        found[own if (place.uri or own) in found else place.uri or own] = place
    return found


def _is_known(deposit: Deposit) -> bool:
    """Return whether the header says anything of the original."""
    return any(deposit.original)


def _agents(deposit: Deposit) -> dict[Agent, str]:
    """Return the identifier of each agent whose kind the header states."""
    known = [agent for agent in deposit.agents if agent.kind in _TYPES]
    named: dict[tuple[str, AgentKind], str] = {}
    for agent in known:
        own = f"#{agent.kind}-{len(named) + 1}"
        named.setdefault((agent.name, agent.kind), agent.uri or own)
    return {agent: named[agent.name, agent.kind] for agent in known}


def _those(agents: dict[Agent, str], *roles: AgentRole) -> list[dict[str, str]]:
    keys = dict.fromkeys(key for agent, key in agents.items() if agent.role in roles)
    return [_at(key) for key in keys]


def _at(key: str) -> dict[str, str]:
    return {"@id": key}


EXPORTER: Final = Exporter(
    name="ro-crate",
    makes="an RO-Crate 1.3 for each record, with people, places and provenance",
    taken_by="WorkflowHub, Dataverse, Arkisto, Zenodo, data repositories",
    needs=(TITLE, DESCRIPTION, LICENCE, PUBLISHED),
    pack=pack,
)
