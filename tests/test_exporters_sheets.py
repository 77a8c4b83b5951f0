"""Tables and sheets held against other programs, and against the importers' rules."""

from __future__ import annotations

import csv
import io
import json
import os
import warnings
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from deposits import deposit, packed, sample, tei, written
from test_exporters_citing import EACH

from encoder.exporters import MissingExtraError, exporter_to
from encoder.exporters.bulkrax import COLUMNS as BULKRAX
from encoder.exporters.islandora import COLUMNS as ISLANDORA
from encoder.exporters.omeka import COLUMNS as OMEKA

if TYPE_CHECKING:
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


@EACH
def test_islandora_takes_short_titles_and_known_relators(made: Deposit) -> None:
    [line] = rows(packed("islandora", [made])["input_data/metadata.csv"])
    assert len(line["title"]) <= 255
    assert line["field_model"] == "Digital Document"
    for agent in filter(None, line["field_linked_agent"].split("|")):
        start, relator, vocabulary, name = agent.split(":", 3)
        assert (start, len(relator)) == ("relators", 3)
        assert vocabulary in {"person", "corporate_body"}
        assert name


def test_bulkrax_has_an_identifier_and_a_title_on_each_line() -> None:
    both = [sample("full"), sample("minimal")]
    lines = rows(packed("bulkrax", both)["works.csv"])
    assert [line["source_identifier"] for line in lines] == [each.name for each in both]
    assert all(line["title"] and line["model"] and line["creator"] for line in lines)


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
