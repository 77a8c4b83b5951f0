"""InvenioRDM and Zenodo: the draft of a record, and its file.

    wilson-123420/record.json
    wilson-123420/files/wilson-123420.xml

The platform asks whether a creator is a person; where the header does not say so, a
contributor is left to the TEI, and a creator has to be marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import AgentKind, AgentRole, parts
from encoder.exporters.documents import json_document
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import CREATOR_AND_KIND, PUBLISHED, TITLE_OF_THREE
from encoder.tei.markup import element, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Agent, Deposit
    from encoder.exporters.exporter import Piece

_ROLES: Final = {
    AgentRole.EDITOR: "editor",
    AgentRole.ENCODER: "datacurator",
    AgentRole.CONTRIBUTOR: "other",
    AgentRole.PARTICIPANT: "other",
}
# ISO 639-3, which the platform's vocabulary has, for the two letters of BCP 47.
LANGUAGES: Final = dict(
    pair.split("=")
    for pair in """
    ar=ara bg=bul cs=ces da=dan de=deu el=ell en=eng es=spa et=est fa=fas fi=fin fr=fra
    he=heb hi=hin hr=hrv hu=hun id=ind it=ita ja=jpn ko=kor lt=lit lv=lav mn=mon nl=nld
    no=nor pl=pol pt=por ro=ron ru=rus sk=slk sl=slv sq=sqi sr=srp sv=swe th=tha tr=tur
    uk=ukr ur=urd vi=vie zh=zho
    """.split()
)


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the draft and the file of each record."""
    for deposit in deposits:
        yield f"{deposit.name}/record.json", json_document(draft(deposit))
        yield f"{deposit.name}/files/{deposit.name}.xml", deposit.tei


def draft(deposit: Deposit) -> dict[str, object]:
    """Return what is posted to `/api/records`; who may see it is the platform's."""
    stated = {key: value for key, value in _metadata(deposit).items() if value}
    whole: dict[str, object] = {"metadata": stated, "files": {"enabled": True}}
    if deposit.doi:
        whole["pids"] = {"doi": {"identifier": deposit.doi, "provider": "external"}}
    return whole


def _metadata(deposit: Deposit) -> dict[str, object]:
    day = deposit.published
    return {
        "resource_type": {"id": "publication-other"},
        "creators": [{"person_or_org": _agent(each)} for each in deposit.creators],
        "title": deposit.title,
        "additional_titles": [
            {"title": title, "type": {"id": "subtitle"}} for title in deposit.subtitles
        ],
        "publisher": deposit.publisher,
        "publication_date": day and day.isoformat(),
        "subjects": [{"subject": subject} for subject in deposit.subjects],
        "contributors": [*_contributors(deposit)],
        "dates": [*_dates(deposit)],
        "languages": [*_languages(deposit)],
        "identifiers": [*_identifiers(deposit)],
        "related_identifiers": [*_related(deposit)],
        "formats": ["application/tei+xml"],
        "rights": [*_rights(deposit)],
        "description": deposit.abstract and element("p", None, words(deposit.abstract)),
        "additional_descriptions": [*_notes(deposit)],
        "locations": _locations(deposit),
        "funding": [
            {"funder": {"name": agent.name}}
            for agent in deposit.those(AgentRole.FUNDER)
        ],
    }


def _agent(agent: Agent) -> dict[str, object]:
    if agent.kind is not AgentKind.PERSON:
        return {"type": "organizational", "name": agent.name}
    family, given = parts(agent) or (agent.name, None)
    stated: dict[str, object] = {"type": "personal", "family_name": family}
    if given:
        stated["given_name"] = given
    if agent.orcid:
        stated["identifiers"] = [{"scheme": "orcid", "identifier": agent.orcid}]
    return stated


def _contributors(deposit: Deposit) -> Iterator[dict[str, object]]:
    for agent in deposit.agents:
        role = _ROLES.get(agent.role)
        known = agent.kind is not AgentKind.UNKNOWN
        if role and known and agent not in deposit.creators:
            yield {"person_or_org": _agent(agent), "role": {"id": role}}


def _dates(deposit: Deposit) -> Iterator[dict[str, object]]:
    # Years before Christ are of a later level of EDTF than the platform takes.
    if deposit.created and not deposit.created.startswith("-"):
        yield {"date": deposit.created, "type": {"id": "created"}}


def _languages(deposit: Deposit) -> Iterator[dict[str, str]]:
    primary = (deposit.language or "").partition("-")[0].casefold()
    if code := LANGUAGES.get(primary):
        yield {"id": code}


def _identifiers(deposit: Deposit) -> Iterator[dict[str, str]]:
    for each in deposit.identifiers:
        if not each.is_doi:
            scheme = "url" if each.is_address else "other"
            yield {"identifier": each.value, "scheme": scheme}


def _related(deposit: Deposit) -> Iterator[dict[str, object]]:
    if deposit.original.address:
        yield {
            "identifier": deposit.original.address,
            "scheme": "url",
            "relation_type": {"id": "isderivedfrom"},
        }


def _locations(deposit: Deposit) -> dict[str, object]:
    features = [{"place": place.name} for place in deposit.places]
    return {"features": features} if features else {}


def _rights(deposit: Deposit) -> Iterator[dict[str, object]]:
    if deposit.licence:
        name, uri = deposit.licence
        yield {"title": {"en": name}, "link": uri}


def _notes(deposit: Deposit) -> Iterator[dict[str, object]]:
    for note in (deposit.original.citation, *deposit.rights):
        if note:
            said = element("p", None, words(note))
            yield {"description": said, "type": {"id": "other"}}


EXPORTER: Final = Exporter(
    name="invenio",
    makes="the draft of a record and its file, for each record",
    taken_by="Zenodo, and every other InvenioRDM",
    needs=(TITLE_OF_THREE, CREATOR_AND_KIND, PUBLISHED),
    pack=pack,
)
