"""Tables and sheets held against other programs, and against the importers' rules."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import warnings
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from deposits import EACH, deposit, packed, sample, tei, written

from encoder.exporters import MissingExtraError, exporter_to
from encoder.exporters.bulkrax import COLUMNS as BULKRAX
from encoder.exporters.invenio import LANGUAGES
from encoder.exporters.islandora import COLUMNS as ISLANDORA
from encoder.exporters.omeka import COLUMNS as OMEKA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from encoder.exporters.deposit import Deposit

SHEETS = pytest.mark.parametrize(
    ("target", "sheet", "files", "columns"),
    [
        ("omeka", "items.csv", "files/", OMEKA),
        ("islandora", "input_data/metadata.csv", "input_data/", ISLANDORA),
        ("bulkrax", "works.csv", "files/", BULKRAX),
    ],
    ids=["omeka", "islandora", "bulkrax"],
)


def rows(content: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True)]


@SHEETS
@EACH
def test_a_sheet_names_its_files_and_fills_what_importers_demand(
    target: str, sheet: str, files: str, columns: object, made: Deposit
) -> None:
    package = packed(target, [made, deposit(tei(identifier="other"))])
    lines = rows(package[sheet])
    assert isinstance(columns, dict)
    assert [*lines[0]] == [*columns]
    for line in lines:
        assert f"{files}{line['file']}" in package
    assert {f"{files}{line['file']}" for line in lines} | {sheet} == {*package}
    for column in ("title", "dcterms:title"):
        assert all(line[column] for line in lines if column in line)


def is_agent(value: str) -> bool:
    """Whether Workbench finds a relator, a vocabulary and a name in a value."""
    start, relator, vocabulary, name = [*value.split(":"), "", "", "", ""][:4]
    known = {"person", "corporate_body"}
    return (start, len(relator), vocabulary in known, value.count(":")) == (
        "relators",
        3,
        True,
        3,
    ) and bool(name)


EDTF = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?(/-?\d{4}(-\d\d(-\d\d)?)?)?")
# "Preparing your data" and "CSV fields" of Islandora Workbench: a unique id that does
# not comment out its line, a title as long as Drupal's, names in their vocabularies.
WORKBENCH: Final[Mapping[str, Callable[[str], object]]] = {
    "id": lambda cell: cell and not cell.startswith("#"),
    "title": lambda cell: 0 < len(cell) <= 255,
    "field_model": lambda cell: cell == "Digital Document",
    "field_linked_agent": lambda cell: all(map(is_agent, filter(None, values(cell)))),
    "field_edtf_date_created": lambda cell: not cell or EDTF.fullmatch(cell),
    "field_edtf_date_issued": lambda cell: not cell or EDTF.fullmatch(cell),
}
# "CSV Importer" in Bulkrax's wiki, and the required fields of Hyrax's basic metadata.
BULKRAX_RULES: Final[Mapping[str, Callable[[str], object]]] = {
    "source_identifier": bool,
    "model": lambda cell: cell == "GenericWork",
    "title": bool,
    "creator": bool,
}
# "CSV Import" in Omeka's manual: headings that map themselves, and an empty cell for
# what is not stated.
OMEKA_RULES: Final[Mapping[str, Callable[[str], object]]] = {"dcterms:title": bool}
IMPORTERS: Final = {
    "islandora": ("input_data/metadata.csv", "input_data/", "id", WORKBENCH),
    "bulkrax": ("works.csv", "files/", "source_identifier", BULKRAX_RULES),
    "omeka": ("items.csv", "files/", "file", OMEKA_RULES),
}


def values(cell: str) -> list[str]:
    return cell.split("|")


def faults(target: str, files: dict[str, bytes]) -> Iterator[str]:
    """Yield what the importer of a target would stop at."""
    sheet, folder, key, rules = IMPORTERS[target]
    lines = rows(files[sheet])
    for column, rule in rules.items():
        for line in lines:
            if column not in line or not rule(line[column]):
                yield f"{column}: {line.get(column)!r}"
    if len({line.get(key) for line in lines}) < len(lines):
        yield f"{key} comes twice"
    for line in lines:
        if f"{folder}{line['file']}" not in files:
            yield f"{line['file']} is not there"
    if target == "omeka" and any(
        not re.fullmatch(r"dcterms:[a-zA-Z]+|file", heading) for heading in lines[0]
    ):
        yield "a heading that is no term"


@pytest.mark.parametrize("target", IMPORTERS)
@EACH
def test_a_sheet_keeps_its_importer_s_rules(target: str, made: Deposit) -> None:
    both = [made, deposit(tei(identifier="other"))]
    assert [*faults(target, packed(target, both))] == []


@pytest.mark.parametrize(
    ("target", "old", "new", "fault"),
    [
        ("islandora", b"\r\nharbour-7,", b"\r\n#harbour-7,", "id: '#harbour-7'"),
        ("islandora", b"Digital Document", b"Thing", "field_model: 'Thing'"),
        ("islandora", b":person:Ada", b":Ada", "field_linked_agent"),
        ("islandora", b"Ada Reed|", b"Ada: Reed|", "field_linked_agent"),
        ("islandora", b"1951-03-09/", b"9 March 1951/", "field_edtf_date_created"),
        ("islandora", b",harbour-7.xml,", b",harbour-8.xml,", "harbour-8.xml is not"),
        ("bulkrax", b"source_identifier", b"identifier_of", "source_identifier: None"),
        ("bulkrax", b",Ada Reed,", b",,", "creator: ''"),
        ("omeka", b"dcterms:title", b"Title", "a heading that is no term"),
        ("omeka", b"files/", b"file/", "harbour-7.xml is not there"),
    ],
)
def test_a_sheet_that_its_importer_would_not_take_is_caught(
    target: str, old: bytes, new: bytes, fault: str
) -> None:
    files = packed(target, [sample("full")])
    broken = {
        path.replace(old.decode("latin-1"), new.decode("latin-1")): content.replace(
            old, new
        )
        for path, content in files.items()
    }
    assert broken != files
    assert fault in " ".join(faults(target, broken))


def test_a_name_with_a_colon_in_it_stays_a_name() -> None:
    named = deposit(tei(words="Hale: Reed"))
    [line] = rows(packed("islandora", [named])["input_data/metadata.csv"])
    assert "relators:aut:person:Hale\u2236 Reed" in line["field_linked_agent"]
    assert [*faults("islandora", packed("islandora", [named]))] == []


def test_a_value_with_a_bar_in_it_stays_one() -> None:
    [line] = rows(packed("omeka", [deposit(tei(words="a|b"))])["items.csv"])
    assert line["dcterms:subject"] == "a\u00a6b"


@EACH
def test_frictionless_finds_the_tables_as_they_are_described(
    made: Deposit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        folder = written(
            packed("tables", [made, deposit(tei(identifier="2"))]), tmp_path
        )
        monkeypatch.chdir(folder)
        assert frictionless.validate("datapackage.json").valid
        people = Path("people.csv")
        people.write_bytes(people.read_bytes() + b"nobody,Hale,author,person,,\r\n")
        assert not frictionless.validate("datapackage.json").valid


def test_duckdb_reads_the_same_from_both_forms(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = written(packed("tables", [sample("full"), sample("minimal")]), tmp_path)
    query = "select record, speech, text from '{}' order by record, speech"
    lines = duckdb.sql(query.format(folder / "speeches.jsonl")).fetchall()
    cells = duckdb.sql(query.format(folder / "speeches.csv")).fetchall()
    assert [line[:2] for line in lines] == [cell[:2] for cell in cells]
    assert [text for *_, text in cells] == [
        f"'{text}" if text.startswith("=") else text for *_, text in lines
    ]
    assert lines[0][2].startswith("Who closed the port? Reed says <nobody>.\n")


def test_parquet_has_the_lines_of_the_other_forms(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    both = [sample("full"), sample("minimal")]
    files = packed("tables-parquet", both)
    plain = packed("tables", both)
    assert {path: files[path] for path in plain if path != "README.md"} == {
        path: plain[path] for path in plain if path != "README.md"
    }
    folder = written(files, tmp_path)
    for name in ("records", "people", "speeches"):
        lines = [json.loads(line) for line in files[f"{name}.jsonl"].splitlines()]
        path = folder / f"{name}.parquet"
        assert polars.read_parquet(path).to_dicts() == lines
        told = duckdb.read_parquet(str(path))
        cells = [dict(zip(told.columns, row, strict=True)) for row in told.fetchall()]
        assert cells == lines


@EACH
def test_parquet_is_the_same_bytes_twice_and_broken_where_it_is_cut(
    made: Deposit,
) -> None:
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    files = packed("tables-parquet", [made])
    assert packed("tables-parquet", [made]) == files
    records = files["records.parquet"]
    assert polars.read_parquet(io.BytesIO(records))["title"].to_list() == [made.title]
    with pytest.raises(polars.exceptions.ComputeError):
        polars.read_parquet(io.BytesIO(records[:-9]))


def test_parquet_is_written_in_groups_of_rows() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    body = "<sp><speaker>{words}</speaker><p>{words}</p></sp>" * 2100
    many = [deposit(tei(identifier=f"r{number}", body=body)) for number in range(2)]
    file = parquet.ParquetFile(
        io.BytesIO(packed("tables-parquet", many)["speeches.parquet"])
    )
    assert [file.metadata.row_group(n).num_rows for n in (0, 1)] == [4000, 200]
    assert file.metadata.num_rows == 4200


def test_a_form_that_needs_what_is_not_here_says_how_to_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("encoder.exporters.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match="pip install 'tei-encoder"):
        exporter_to("tables", ["parquet"])
    assert exporter_to("tables", ["print"]).name == "tables"


@pytest.mark.parametrize("project", ['no: "yes" # 🙂', "Talks\x85\u2028\nand more"])
@EACH
def test_the_card_says_in_yaml_what_there_is_to_load(
    made: Deposit, project: str
) -> None:
    yaml = pytest.importorskip("yaml")
    edition = made.edition._replace(project=project)
    files = packed("tables", [replace(made, edition=edition)])
    _, head, text = files["README.md"].decode().split("---\n", 2)
    stated = yaml.safe_load(head)
    assert {each["data_files"] for each in stated["configs"]} <= {*files}
    assert [each["config_name"] for each in stated["configs"]] == [
        "records",
        "people",
        "speeches",
    ]
    assert stated["pretty_name"] == " ".join(project.split())
    assert f"# {stated['pretty_name']}\n" in text
    assert all(isinstance(each, str) for each in stated.get("language", []))


def test_the_lines_of_json_are_those_of_the_tables() -> None:
    files = packed("tables", [sample("full")])
    for name in ("records", "people", "speeches"):
        lines = files[f"{name}.jsonl"].decode().splitlines()
        assert [[*json.loads(line)] for line in lines] == [
            [*row] for row in rows(files[f"{name}.csv"])
        ]


def invenio_folder() -> Path | None:
    """Return where the schemas of InvenioRDM are.

    They come with `pip install --no-deps --target FOLDER invenio-rdm-records
    invenio-records-resources` and INVENIO_SCHEMAS=FOLDER, or lie in the environment.
    """
    if named := os.environ.get("INVENIO_SCHEMAS"):
        return Path(named)
    found = find_spec("invenio_rdm_records"), find_spec("invenio_records_resources")
    origins = [spec.origin for spec in found if spec and spec.origin]
    return Path(origins[0]).parents[1] if len(origins) == len(found) else None


@EACH
def test_invenio_s_schemas_take_the_draft(made: Deposit) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    folder = invenio_folder()
    if folder is None:
        pytest.skip("the schemas of InvenioRDM are not here")
    store = {}
    for package in ("invenio_rdm_records", "invenio_records_resources"):
        schemas = folder / package / "records" / "jsonschemas"
        for file in schemas.rglob("*.json"):
            path = file.relative_to(schemas).as_posix()
            # No library joins addresses of a scheme that it does not know.
            text = file.read_text("utf-8").replace("local://", "http://local/")
            store[f"http://local/{path}"] = json.loads(text)
    schema = store["http://local/records/record-v6.0.0.json"]
    draft = json.loads(packed("invenio", [made])[f"{made.name}/record.json"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        resolver = jsonschema.RefResolver("http://local/records/record", schema, store)
        validator = jsonschema.Draft7Validator(schema, resolver=resolver)
        assert [str(error) for error in validator.iter_errors(draft)] == []
        draft["metadata"]["titel"] = draft["metadata"].pop("title")
        assert not validator.is_valid(draft)


@cache
def known(name: str) -> set[str]:
    """Return the words of a vocabulary with which InvenioRDM is set up."""
    folder = Path(invenio_folder() or "", "invenio_rdm_records", "fixtures")
    file = folder / "data" / "vocabularies" / f"{name}.yaml"
    found = re.findall(r"^- id: *['\"]?([\w-]+)", file.read_text("utf-8"), re.MULTILINE)
    assert found
    return {*found}


@EACH
def test_invenio_s_vocabularies_have_every_word_of_the_draft(made: Deposit) -> None:
    if invenio_folder() is None:
        pytest.skip("the vocabularies of InvenioRDM are not here")
    draft = json.loads(packed("invenio", [made])[f"{made.name}/record.json"])
    stated = draft["metadata"]
    assert stated["resource_type"]["id"] in known("resource_types")
    for field, kind, vocabulary in (
        ("additional_titles", "type", "title_types"),
        ("additional_descriptions", "type", "description_types"),
        ("dates", "type", "date_types"),
        ("related_identifiers", "relation_type", "relation_types"),
        ("contributors", "role", "roles"),
    ):
        words = {each[kind]["id"] for each in stated.get(field, [])}
        assert words <= known(vocabulary), field
    assert {each["id"] for each in stated.get("languages", [])} <= known("languages")
    assert {*LANGUAGES.values()} <= known("languages")


@EACH
def test_invenio_asks_for_names_as_its_form_does(made: Deposit) -> None:
    draft = json.loads(packed("invenio", [made])[f"{made.name}/record.json"])
    stated = draft["metadata"]
    assert len(stated["title"]) >= 3
    assert stated["resource_type"]["id"]
    for each in (*stated["creators"], *stated.get("contributors", [])):
        agent = each["person_or_org"]
        needed = "family_name" if agent["type"] == "personal" else "name"
        assert agent[needed]
    assert f"{made.name}/files/{made.name}.xml" in packed("invenio", [made])
