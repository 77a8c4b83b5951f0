"""DataCite 4.5, which registers a DOI: the same as XML and as JSON.

    wilson-123420.xml
    wilson-123420.json

The JSON is made first, in the form of DataCite's schema, and the XML from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.datacite_xml import resource
from encoder.exporters.deposit import AgentKind, AgentRole
from encoder.exporters.documents import json_document, xml_document
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import CREATOR, DOI, PUBLISHED, PUBLISHER, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.datacite_xml import Metadata
    from encoder.exporters.deposit import Agent, Deposit
    from encoder.exporters.exporter import Piece

_NAME_TYPES: Final = {
    AgentKind.PERSON: "Personal",
    AgentKind.ORGANISATION: "Organizational",
}
_CONTRIBUTORS: Final = {
    AgentRole.EDITOR: "Editor",
    AgentRole.ENCODER: "DataCurator",
    AgentRole.CONTRIBUTOR: "Other",
    AgentRole.PARTICIPANT: "Other",
}
_ORCID: Final = "https://orcid.org"


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield two files for each record."""
    for deposit in deposits:
        stated = metadata(deposit)
        yield f"{deposit.name}.json", json_document(stated)
        yield f"{deposit.name}.xml", xml_document(resource(stated))


def metadata(deposit: Deposit) -> Metadata:
    """Return what the header states in DataCite's words; what is unsaid is left out."""
    published = deposit.published
    stated: Metadata = {
        "doi": deposit.doi or "",
        "creators": [_agent(agent) for agent in deposit.creators],
        "titles": [*_titles(deposit)],
        "publisher": {"name": deposit.publisher or ""},
        "publicationYear": str(published.year) if published else "",
        "subjects": [{"subject": subject} for subject in deposit.subjects],
        "contributors": [*_contributors(deposit)],
        "dates": [*_dates(deposit)],
        "language": deposit.language or "",
        "types": {"resourceTypeGeneral": "Text", "resourceType": "TEI"},
        "alternateIdentifiers": [*_alternates(deposit)],
        "relatedIdentifiers": [*_related(deposit)],
        "formats": ["application/tei+xml"],
        "rightsList": [*_rights(deposit)],
        "descriptions": [*_descriptions(deposit)],
        "fundingReferences": [
            {"funderName": agent.name} for agent in deposit.those(AgentRole.FUNDER)
        ],
        "geoLocations": [{"geoLocationPlace": each.name} for each in deposit.places],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return {key: value for key, value in stated.items() if value}


def _agent(agent: Agent) -> dict[str, object]:
    stated: dict[str, object] = {"name": agent.name}
    if kind := _NAME_TYPES.get(agent.kind):
        stated["nameType"] = kind
    if agent.orcid:
        stated["nameIdentifiers"] = [
            {
                "nameIdentifier": f"{_ORCID}/{agent.orcid}",
                "nameIdentifierScheme": "ORCID",
                "schemeUri": _ORCID,
            }
        ]
    return stated


def _titles(deposit: Deposit) -> Iterator[dict[str, object]]:
    yield {"title": deposit.title or ""}
    for title in deposit.subtitles:
        yield {"title": title, "titleType": "Subtitle"}


def _contributors(deposit: Deposit) -> Iterator[dict[str, object]]:
    for agent in deposit.agents:
        kind = _CONTRIBUTORS.get(agent.role)
        if kind and agent not in deposit.creators:
            yield {**_agent(agent), "contributorType": kind}


def _dates(deposit: Deposit) -> Iterator[dict[str, object]]:
    if deposit.published:
        yield {"date": deposit.published.isoformat(), "dateType": "Issued"}
    if deposit.created:
        yield {"date": deposit.created, "dateType": "Created"}


def _alternates(deposit: Deposit) -> Iterator[dict[str, object]]:
    for identifier in deposit.identifiers:
        if not identifier.is_doi:
            kind = {"alternateIdentifierType": identifier.kind or "local"}
            yield {"alternateIdentifier": identifier.value, **kind}


def _related(deposit: Deposit) -> Iterator[dict[str, object]]:
    if deposit.original.address:
        yield {
            "relatedIdentifier": deposit.original.address,
            "relatedIdentifierType": "URL",
            "relationType": "IsDerivedFrom",
        }


def _rights(deposit: Deposit) -> Iterator[dict[str, object]]:
    if deposit.licence:
        name, uri = deposit.licence
        yield {"rights": name, "rightsUri": uri}
    for rights in deposit.rights:
        yield {"rights": rights}


def _descriptions(deposit: Deposit) -> Iterator[dict[str, object]]:
    if deposit.abstract:
        yield {"description": deposit.abstract, "descriptionType": "Abstract"}
    if deposit.original.citation:
        yield {"description": deposit.original.citation, "descriptionType": "Other"}


EXPORTER: Final = Exporter(
    name="datacite",
    makes="DataCite 4.5 for each record, as XML and JSON",
    taken_by="DataCite and its members, who register DOIs",
    needs=(DOI, TITLE, CREATOR, PUBLISHER, PUBLISHED),
    pack=pack,
)
