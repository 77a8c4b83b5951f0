"""Records, people and speeches as tables, which a datapackage.json describes.

records.csv, records.jsonl
people.csv, people.jsonl
speeches.csv, speeches.jsonl
datapackage.json
README.md

With the form `parquet` each table is in a Parquet file as well.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from encoder.exporters.card import card
from encoder.exporters.documents import json_document
from encoder.exporters.exporter import Exporter, PackForm
from encoder.exporters.passages import spoken
from encoder.text.cells import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.configuration import Configuration
    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece

_RECORDS: Final = {
    "record": "string",
    "title": "string",
    "created": "string",
    "language": "string",
    "abstract": "string",
    "repository": "string",
    "collection": "string",
    "shelfmark": "string",
    "source": "string",
    "licence": "string",
    "speeches": "integer",
    "sha256": "string",
}
_PEOPLE: Final = {
    "record": "string",
    "name": "string",
    "role": "string",
    "kind": "string",
    "said": "string",
    "uri": "string",
}
_SPEECHES: Final = {
    "record": "string",
    "speech": "integer",
    "id": "string",
    "who": "string",
    "label": "string",
    "text": "string",
}
_TABLES: Final = {"records": _RECORDS, "people": _PEOPLE, "speeches": _SPEECHES}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the tables line by line, and what describes them."""
    return _packed(deposits, _Lines())


def pack_with_parquet(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the same, and each table as Parquet too."""
    return _packed(deposits, _LinesAndParquet())


def _packed(deposits: Iterable[Deposit], files: _Lines) -> Iterator[Piece]:
    for name, columns in _TABLES.items():
        yield f"{name}.csv", row(columns)
        yield f"{name}.jsonl", b""
    first, languages = None, set[str]()
    for deposit in deposits:
        first = first or deposit.edition
        languages |= {(deposit.language or "").partition("-")[0]}
        yield from files.add("records", [_record(deposit)])
        yield from files.add("people", _people(deposit))
        yield from files.add("speeches", _speeches(deposit))
    yield from files.close()
    yield "datapackage.json", json_document(_package(first))
    yield "README.md", card(first, languages - {""}, files.forms).encode()


class _Lines:
    """The tables as CSV and JSON Lines."""

    forms: tuple[str, ...] = ("csv", "jsonl")

    def add(self, table: str, rows: Iterable[Mapping[str, object]]) -> Iterator[Piece]:
        for each in rows:
            yield f"{table}.csv", row(each.values())
            line = json.dumps(each, ensure_ascii=False)
            yield f"{table}.jsonl", f"{line}\n".encode()

    def close(self) -> Iterator[Piece]:
        yield from ()


class _LinesAndParquet(_Lines):
    """The tables as Parquet too."""

    forms = (*_Lines.forms, "parquet")

    def __init__(self) -> None:
        from encoder.exporters.parquet import Sheet  # noqa: PLC0415 (heavy, an extra)

        self._sheets = {name: Sheet(columns) for name, columns in _TABLES.items()}

    def add(self, table: str, rows: Iterable[Mapping[str, object]]) -> Iterator[Piece]:
        for each in rows:
            yield from super().add(table, [each])
            for data in self._sheets[table].add(each):
                yield f"{table}.parquet", data

    def close(self) -> Iterator[Piece]:
        for name, sheet in self._sheets.items():
            for data in sheet.close():
                yield f"{name}.parquet", data


def _record(deposit: Deposit) -> Mapping[str, object]:
    original = deposit.original
    speeches = sum(1 for _ in spoken(deposit.passages))
    stated = (
        deposit.name,
        deposit.title,
        deposit.created,
        deposit.language,
        deposit.abstract,
        original.repository,
        original.collection,
        original.shelfmark,
        original.citation,
        deposit.licence and deposit.licence.uri,
        speeches,
        deposit.digest,
    )
    return dict(zip(_RECORDS, stated, strict=True))


def _people(deposit: Deposit) -> Iterator[Mapping[str, object]]:
    for agent in deposit.agents:
        role, kind = agent.role.value, agent.kind.value
        stated = (deposit.name, agent.name, role, kind, agent.said, agent.uri)
        yield dict(zip(_PEOPLE, stated, strict=True))


def _speeches(deposit: Deposit) -> Iterator[Mapping[str, object]]:
    for speech, label, said in spoken(deposit.passages):
        who, text = " ".join(speech.who), "\n".join(said)
        stated = (deposit.name, speech.number, speech.id, who, label, text)
        yield dict(zip(_SPEECHES, stated, strict=True))


def _package(edition: Configuration | None) -> Mapping[str, object]:
    """Return the description of the tables (Frictionless Data Package 1.0)."""
    stated: dict[str, object] = {}
    if edition and edition.project:
        stated["title"] = " ".join(edition.project.split())
    if edition and edition.licence:
        name, uri = edition.licence
        stated["licenses"] = [{"path": uri, "title": name}]
    return {
        "profile": "tabular-data-package",
        "name": "records-of-conversation",
        **stated,
        "resources": [_resource(name) for name in _TABLES],
    }


def _resource(name: str) -> Mapping[str, object]:
    columns = _TABLES[name]
    schema: dict[str, object] = {
        "fields": [{"name": key, "type": kind} for key, kind in columns.items()],
        "missingValues": [""],
    }
    if name == "records":
        schema["primaryKey"] = ["record"]
    else:
        reference = {"resource": "records", "fields": ["record"]}
        schema["foreignKeys"] = [{"fields": ["record"], "reference": reference}]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


EXPORTER: Final = Exporter(
    name="tables",
    makes="records, people and speeches as CSV and JSON Lines, with a datapackage.json",
    taken_by="pandas, R, DuckDB, Hugging Face, whoever counts",
    needs=(),
    pack=pack,
    forms={"parquet": PackForm(pack_with_parquet, package="pyarrow")},
)
