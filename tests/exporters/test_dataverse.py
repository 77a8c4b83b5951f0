"""Datasets held against Dataverse's documentation, and read by a library for it.

What the citation block may hold is written here from `citation.tsv` and the guide to
the native API, and from it both a JSON schema and the answer of `/api/metadatablocks`.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest
from deposits import EACH, EDITION, deposit, packed, sample, tei

from encoder.configuration import Licence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.exporters.deposit import Deposit

_SUBJECTS: Final = """
    Agricultural Sciences|Arts and Humanities|Astronomy and Astrophysics|Business and
    Management|Chemistry|Computer and Information Science|Earth and Environmental
    Sciences|Engineering|Law|Mathematical Sciences|Medicine, Health and Life
    Sciences|Physics|Social Sciences|Other
"""
_KINDS: Final = """
    Data Collector|Data Curator|Data Manager|Editor|Funder|Hosting Institution|Project
    Leader|Project Manager|Project Member|Related Person|Researcher|Research
    Group|Rights Holder|Sponsor|Supervisor|Work Package Leader|Other
"""
_LANGUAGES: Final = "Arabic|Chinese|English|French|German|Italian|Japanese|Korean"


class Known(NamedTuple):
    """A field: whether it is repeatable, its words or its own fields."""

    multiple: bool = False
    words: str | None = None
    pattern: str | None = None
    fields: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


_DAY: Final = r"^\d{4}(-\d\d(-\d\d)?)?$"
FIELDS: Final = {
    "title": Known(),
    "subtitle": Known(),
    "alternativeURL": Known(pattern=r"^https?://\S+$"),
    "otherId": Known(multiple=True, fields=("otherIdAgency", "otherIdValue")),
    "otherIdAgency": Known(),
    "otherIdValue": Known(),
    "author": Known(
        multiple=True,
        fields=(
            "authorName",
            "authorAffiliation",
            "authorIdentifierScheme",
            "authorIdentifier",
        ),
        needed=("authorName",),
    ),
    "authorName": Known(),
    "authorAffiliation": Known(),
    "authorIdentifierScheme": Known(words="ORCID|ISNI|LCNA|VIAF|GND|DAI"),
    "authorIdentifier": Known(),
    "datasetContact": Known(
        multiple=True,
        fields=("datasetContactName", "datasetContactEmail"),
        needed=("datasetContactEmail",),
    ),
    "datasetContactName": Known(),
    "datasetContactEmail": Known(pattern="^[^@ ]+@[^@ ]+$"),
    "dsDescription": Known(
        multiple=True,
        fields=("dsDescriptionValue", "dsDescriptionDate"),
        needed=("dsDescriptionValue",),
    ),
    "dsDescriptionValue": Known(),
    "dsDescriptionDate": Known(pattern=_DAY),
    "subject": Known(multiple=True, words=_SUBJECTS),
    "keyword": Known(multiple=True, fields=("keywordValue",)),
    "keywordValue": Known(),
    "notesText": Known(),
    "language": Known(multiple=True, words=_LANGUAGES),
    "contributor": Known(multiple=True, fields=("contributorType", "contributorName")),
    "contributorType": Known(words=_KINDS),
    "contributorName": Known(),
    "distributor": Known(multiple=True, fields=("distributorName",)),
    "distributorName": Known(),
    "distributionDate": Known(pattern=_DAY),
    "timePeriodCovered": Known(
        multiple=True, fields=("timePeriodCoveredStart", "timePeriodCoveredEnd")
    ),
    "timePeriodCoveredStart": Known(pattern=_DAY),
    "timePeriodCoveredEnd": Known(pattern=_DAY),
    "kindOfData": Known(multiple=True),
    "dataSources": Known(multiple=True),
    "originOfSources": Known(),
}
INNER: Final = {name for known in FIELDS.values() for name in known.fields}
REQUIRED: Final = ("title", "author", "datasetContact", "dsDescription", "subject")


def words_of(known: Known) -> list[str]:
    return [" ".join(each.split()) for each in (known.words or "").split("|") if each]


def class_of(known: Known) -> str:
    if known.fields:
        return "compound"
    return "controlledVocabulary" if known.words else "primitive"


def field_schema(name: str) -> dict[str, object]:
    """Return the JSON schema of one field, and of those in it."""
    known = FIELDS[name]
    value: dict[str, object] = {"type": "string", "minLength": 1}
    if known.words:
        value["enum"] = words_of(known)
    if known.pattern:
        value["pattern"] = known.pattern
    if known.fields:
        value = {
            "type": "object",
            "properties": {each: field_schema(each) for each in known.fields},
            "required": [*known.needed],
            "additionalProperties": False,
            "minProperties": 1,
        }
    if known.multiple:
        value = {"type": "array", "items": value, "minItems": 1}
    constants = {
        "typeName": name,
        "typeClass": class_of(known),
        "multiple": known.multiple,
    }
    stated = {key: {"const": each} for key, each in constants.items()}
    return closed({**stated, "value": value})


def closed(
    properties: dict[str, dict[str, object]], optional: Iterable[str] = ()
) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def dataset_schema() -> dict[str, object]:
    """Return the JSON schema of what is posted to create a dataset."""
    text: dict[str, object] = {"type": "string", "minLength": 1}
    top = [name for name in FIELDS if name not in INNER]
    fields: dict[str, object] = {
        "type": "array",
        "items": {"oneOf": [field_schema(name) for name in top]},
        "allOf": [
            {"contains": {"properties": {"typeName": {"const": name}}}}
            for name in REQUIRED
        ],
    }
    block = closed(
        {"displayName": text, "name": {"const": "citation"}, "fields": fields}
    )
    version = closed(
        {
            "license": closed({"name": text, "uri": text}),
            "termsOfUse": text,
            "metadataBlocks": closed({"citation": block}),
        },
        optional=("license", "termsOfUse"),
    )
    version["oneOf"] = [{"required": ["license"]}, {"required": ["termsOfUse"]}]
    return closed({"datasetVersion": version})


def dataset(made: Deposit) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        packed("dataverse", [made])[f"{made.name}/dataset.json"]
    )
    return found


def values(made: Deposit) -> dict[str, Any]:
    fields = dataset(made)["datasetVersion"]["metadataBlocks"]["citation"]["fields"]
    return {field["typeName"]: field["value"] for field in fields}


@EACH
def test_a_dataset_is_what_the_documentation_describes(made: Deposit) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    stated = dataset(made)
    validator = jsonschema.Draft7Validator(dataset_schema())
    assert [str(error) for error in validator.iter_errors(stated)] == []
    fields = stated["datasetVersion"]["metadataBlocks"]["citation"]["fields"]
    for name in REQUIRED:
        [field] = [each for each in fields if each["typeName"] == name]
        fields.remove(field)
        assert not validator.is_valid(stated)
        fields.append(field | {"multiple": not field["multiple"]})
        assert not validator.is_valid(stated)
        fields[-1] = field
    assert validator.is_valid(stated)


def test_a_word_that_is_in_no_vocabulary_is_caught() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    stated = dataset(sample("full"))
    fields = stated["datasetVersion"]["metadataBlocks"]["citation"]["fields"]
    [subject] = [each for each in fields if each["typeName"] == "subject"]
    subject["value"] = ["Harbours"]
    assert not jsonschema.Draft7Validator(dataset_schema()).is_valid(stated)


def test_a_library_for_dataverse_reads_the_values_back() -> None:
    instance = pytest.importorskip("dv_schema_models.dataset_instance")
    schema = pytest.importorskip("dv_schema_models.dataverse_schema")
    records = pytest.importorskip("dv_schema_models.schema_driven_records")
    block = dataset(sample("full"))["datasetVersion"]["metadataBlocks"]["citation"]
    read = instance.MetadataBlockInstance.model_validate(block)
    assert read.get_value("title") == "Hale & Reed on the closing of the port"
    assert read.get_value("author") == [
        {
            "authorName": "Ada Reed",
            "authorIdentifierScheme": "ORCID",
            "authorIdentifier": "0000-0002-1825-0097",
        }
    ]
    assert read.get_subfield_values("contributor", "contributorName") == [
        "Nils Berg",
        "Strand Fund",
        "Harbour Office",
        "Ida Holm",
        "Anne Hale",
        "Tom Reed",
    ]
    model = records.build_record_model(
        schema.MetadataBlock.model_validate(described_block())
    )
    flat = records.flatten_instance(read)
    model.model_validate(flat)
    with pytest.raises(ValueError, match="subject"):
        model.model_validate(flat | {"subject": "Social Sciences"})
    with pytest.raises(ValueError, match="title"):
        model.model_validate({key: flat[key] for key in flat if key != "title"})


def described_block() -> dict[str, object]:
    """Return our table of fields as `/api/metadatablocks/citation` answers."""
    top = {name: described(name) for name in FIELDS if name not in INNER}
    return {
        "id": 1,
        "name": "citation",
        "displayName": "Citation Metadata",
        "displayOnCreate": True,
        "fields": top,
    }


def described(name: str) -> dict[str, object]:
    known = FIELDS[name]
    stated: dict[str, object] = {
        "name": name,
        "displayName": name,
        "displayOnCreate": True,
        "title": name,
        "type": "NONE" if known.fields else "TEXT",
        "typeClass": class_of(known),
        "multiple": known.multiple,
        "isControlledVocabulary": known.words is not None,
        "isAdvancedSearchFieldType": False,
        "displayOrder": 0,
        "isRequired": name in REQUIRED,
    }
    if known.words:
        stated["controlledVocabularyValues"] = words_of(known)
    if known.fields:
        stated["childFields"] = {each: described(each) for each in known.fields}
    return stated


@EACH
def test_the_list_names_each_file_with_its_digest(made: Deposit) -> None:
    files = packed("dataverse", [made])
    [entry] = json.loads(files[f"{made.name}/files.json"])
    content = files[f"{made.name}/files/{entry['fileName']}"]
    assert entry["checksum"] == {
        "@type": "SHA-256",
        "@value": sha256(content).hexdigest(),
    }


def test_a_licence_that_not_every_installation_has_is_stated_as_terms() -> None:
    known = dataset(sample("full"))["datasetVersion"]
    assert known["license"]["name"] == "CC BY 4.0"
    assert "termsOfUse" not in known
    plain = tei().replace(b"<p>Hale</p></availability>", b"</availability>")
    other = dataset(deposit(plain))["datasetVersion"]
    assert other["termsOfUse"] == "Hale, https://example.org/licence?a=1&amp;b=2"
    assert "license" not in other


def test_a_subject_is_one_of_the_record_or_of_the_edition_and_no_other() -> None:
    assert values(sample("full"))["subject"] == ["Social Sciences"]
    keywords = [
        each["keywordValue"]["value"] for each in values(sample("full"))["keyword"]
    ]
    assert keywords == ["ports", "pilotage"]
    law = EDITION._replace(discipline="Law", licence=Licence("x", "https://x.example"))
    assert values(deposit(tei(), law))["subject"] == ["Law"]


def test_no_language_is_named_that_was_called_otherwise() -> None:
    spanish = tei().replace(b"<text>", b'<text xml:lang="es">')
    assert "language" not in values(deposit(spanish))
    english = tei().replace(b"<text>", b'<text xml:lang="en-GB">')
    assert values(deposit(english))["language"] == ["English"]
