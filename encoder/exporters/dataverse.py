"""Dataverse: a dataset in its native JSON, the list of its files, and the file.

    wilson-123420/dataset.json
    wilson-123420/files.json
    wilson-123420/files/wilson-123420.xml

`dataset.json` is posted to `/api/dataverses/COLLECTION/datasets`, and each entry of
`files.json` is the `jsonData` of one file (Dataverse's guide to its native API). Only
fields that have been the same in every release since 5.10 are used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import AgentRole, parts
from encoder.exporters.documents import json_document
from encoder.exporters.exporter import Exporter, Need
from encoder.exporters.requirements import (
    CONTACT,
    CREATOR,
    DESCRIPTION,
    LICENCE,
    TITLE,
)
from encoder.tei.markup import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from encoder.configuration import Licence
    from encoder.exporters.deposit import Agent, Deposit
    from encoder.exporters.exporter import Piece

    Field: TypeAlias = dict[str, object]
    """A field of the citation block: its name, class, and value or values."""

# The vocabulary of the field `subject`, which every dataset has at least one of.
_SUBJECTS: Final = (
    "Agricultural Sciences",
    "Arts and Humanities",
    "Astronomy and Astrophysics",
    "Business and Management",
    "Chemistry",
    "Computer and Information Science",
    "Earth and Environmental Sciences",
    "Engineering",
    "Law",
    "Mathematical Sciences",
    "Medicine, Health and Life Sciences",
    "Physics",
    "Social Sciences",
    "Other",
)
# What the vocabulary of languages calls them; those whose name has changed between
# releases ("Spanish, Castilian") are left to the TEI.
_LANGUAGES: Final = dict(
    pair.split("=")
    for pair in """
    ar=Arabic bg=Bulgarian cs=Czech da=Danish de=German en=English et=Estonian
    fi=Finnish fr=French hi=Hindi hr=Croatian hu=Hungarian id=Indonesian it=Italian
    ja=Japanese ko=Korean lt=Lithuanian lv=Latvian mn=Mongolian nl=Dutch no=Norwegian
    pl=Polish pt=Portuguese ro=Romanian ru=Russian sk=Slovak sq=Albanian sr=Serbian
    sv=Swedish th=Thai tr=Turkish uk=Ukrainian ur=Urdu vi=Vietnamese zh=Chinese
    """.split()
)
_CONTRIBUTORS: Final = {
    AgentRole.EDITOR: "Editor",
    AgentRole.ENCODER: "Data Curator",
    AgentRole.CONTRIBUTOR: "Other",
    AgentRole.FUNDER: "Funder",
    AgentRole.PARTICIPANT: "Related Person",
}
# The licences that an installation is set up with, by the end of their address. A
# dataset with one that it has not is refused, so any other is stated as terms of use.
_LICENCES: Final = {
    "creativecommons.org/publicdomain/zero/1.0": (
        "CC0 1.0",
        "http://creativecommons.org/publicdomain/zero/1.0",
    ),
    "creativecommons.org/licenses/by/4.0": (
        "CC BY 4.0",
        "http://creativecommons.org/licenses/by/4.0",
    ),
}
_VOCABULARIES: Final = frozenset(
    "subject language contributorType authorIdentifierScheme".split()
)
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the dataset, the list and the file of each record."""
    for deposit in deposits:
        folder, file = deposit.name, f"{deposit.name}.xml"
        yield f"{folder}/dataset.json", json_document(dataset(deposit))
        yield f"{folder}/files.json", json_document([_file(deposit, file)])
        yield f"{folder}/files/{file}", deposit.tei


def dataset(deposit: Deposit) -> dict[str, object]:
    """Return what is posted; the platform gives the dataset its identifier."""
    fields = [field for field in _fields(deposit) if field["value"]]
    citation = {
        "displayName": "Citation Metadata",
        "name": "citation",
        "fields": fields,
    }
    version = {**_terms(deposit), "metadataBlocks": {"citation": citation}}
    return {"datasetVersion": version}


def _file(deposit: Deposit, file: str) -> dict[str, object]:
    return {
        "fileName": file,
        "mimeType": "application/tei+xml",
        "description": f"TEI: {deposit.title}",
        "categories": ["Data"],
        "tabIngest": "false",
        "checksum": {"@type": "SHA-256", "@value": deposit.digest},
    }


def _terms(deposit: Deposit) -> dict[str, object]:
    if (licence := deposit.licence) is None:
        return {}
    if known := _LICENCES.get(_bare(licence)):
        name, uri = known
        return {"license": {"name": name, "uri": uri}}
    stated = (f"{licence.name}, {licence.uri}", *deposit.rights)
    return {"termsOfUse": words("\n".join(stated))}


def _bare(licence: Licence) -> str:
    """Return an address without its scheme and what may follow its last part."""
    address = licence.uri.casefold().partition("://")[2].removeprefix("www.")
    return re.sub(r"/(?:deed|legalcode)?(?:\.[a-z-]+)?$", "", address)


def _fields(deposit: Deposit) -> Iterator[Field]:
    """Yield the fields of the citation block, in its order; some have no value."""
    published, original = deposit.published, deposit.original
    place = (original.repository, original.collection, original.shelfmark)
    address = deposit.address if " " not in (deposit.address or "") else None
    yield _one("title", deposit.title)
    yield _one("subtitle", "; ".join(deposit.subtitles))
    yield _one("alternativeURL", address)
    yield _groups("otherId", _identifiers(deposit))
    yield _groups("author", map(_author, deposit.creators))
    yield _groups("datasetContact", [{"datasetContactEmail": deposit.contact}])
    # Areas of text are read as HTML, of which a header knows nothing.
    description = words(deposit.description or "")
    yield _groups("dsDescription", [{"dsDescriptionValue": description}])
    yield _several("subject", disciplines(deposit))
    keywords = (each for each in deposit.subjects if each not in _SUBJECTS)
    yield _groups("keyword", ({"keywordValue": each} for each in keywords))
    known = "license" in _terms(deposit)
    yield _one("notesText", words("\n".join(deposit.rights)) if known else None)
    yield _several("language", _languages(deposit))
    yield _groups("contributor", _contributors(deposit))
    yield _groups("distributor", [{"distributorName": deposit.publisher}])
    yield _one("distributionDate", published.isoformat() if published else None)
    yield _groups("timePeriodCovered", [_period(deposit.created)])
    yield _several("kindOfData", ["textual data"])
    yield _several("dataSources", [words(original.citation or "")])
    yield _one("originOfSources", words(", ".join(each for each in place if each)))


def disciplines(deposit: Deposit) -> tuple[str, ...]:
    """Return the platform's subjects that the record's own, or the edition's, are."""
    stated = (*deposit.subjects, deposit.edition.discipline)
    return tuple(each for each in _SUBJECTS if each in stated)


def _one(name: str, value: str | None) -> Field:
    return {
        "typeName": name,
        "typeClass": "controlledVocabulary" if name in _VOCABULARIES else "primitive",
        "multiple": False,
        "value": value,
    }


def _several(name: str, values: Iterable[str]) -> Field:
    kept = [value for value in values if value]
    return {**_one(name, None), "multiple": True, "value": kept}


def _groups(name: str, values: Iterable[Mapping[str, str | None]]) -> Field:
    """Return a field of fields, without those that have no value."""
    kept = [{key: _one(key, v) for key, v in each.items() if v} for each in values]
    return {
        "typeName": name,
        "typeClass": "compound",
        "multiple": True,
        "value": [each for each in kept if each],
    }


def _identifiers(deposit: Deposit) -> Iterator[dict[str, str | None]]:
    for identifier in deposit.identifiers:
        yield {"otherIdAgency": identifier.kind, "otherIdValue": identifier.value}


def _author(agent: Agent) -> dict[str, str | None]:
    split = parts(agent)
    return {
        "authorName": f"{split[0]}, {split[1]}" if split else agent.name,
        "authorIdentifierScheme": "ORCID" if agent.orcid else None,
        "authorIdentifier": agent.orcid,
    }


def _languages(deposit: Deposit) -> Iterator[str]:
    primary = (deposit.language or "").partition("-")[0].casefold()
    if name := _LANGUAGES.get(primary):
        yield name


def _contributors(deposit: Deposit) -> Iterator[dict[str, str | None]]:
    for agent in deposit.agents:
        kind = _CONTRIBUTORS.get(agent.role)
        if kind and agent not in deposit.creators:
            yield {"contributorType": kind, "contributorName": agent.name}


def _period(created: str | None) -> dict[str, str | None]:
    """Return the first and the last day of the record; years before Christ are none."""
    first, _, last = (created or "").partition("/")
    stated = {
        "timePeriodCoveredStart": first,
        "timePeriodCoveredEnd": last or first,
    }
    return {key: day for key, day in stated.items() if _DAY.fullmatch(day)}


_SUBJECT: Final = Need(
    "one of Dataverse's own subjects",
    "in textClass/keywords/term, or as discipline in tei-encoder.toml: "
    + " · ".join(_SUBJECTS),
    disciplines,
)

EXPORTER: Final = Exporter(
    name="dataverse",
    makes="a dataset in native JSON, the list of its files, and the TEI",
    taken_by="Dataverse 5.10 or later, by its native API or DVUploader",
    needs=(TITLE, CREATOR, CONTACT, DESCRIPTION, _SUBJECT, LICENCE),
    pack=pack,
)
