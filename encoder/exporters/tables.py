"""Records, people and speeches as tables, which a datapackage.json describes.

records.csv, records.jsonl
people.csv, people.jsonl
speeches.csv, speeches.jsonl
datapackage.json
README.md
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from encoder.exporters.cells import row
from encoder.exporters.documents import json_document
from encoder.exporters.exporter import Exporter
from encoder.exporters.passages import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    for name, columns in _TABLES.items():
        yield f"{name}.csv", row(columns)
        yield f"{name}.jsonl", b""
    first = None
    for deposit in deposits:
        first = first or deposit.edition
        yield from _lines("records", [_record(deposit)])
        yield from _lines("people", _people(deposit))
        yield from _lines("speeches", _speeches(deposit))
    yield "datapackage.json", json_document(_package())
    title = " ".join(((first and first.project) or "[Untitled tables]").split())
    licence = first and first.licence
    terms = (
        f"{licence.name}, {licence.uri}" if licence else "Each record states its own."
    )
    yield "README.md", _CARD.format(title=title, terms=terms).encode()


def _lines(table: str, rows: Iterable[Mapping[str, object]]) -> Iterator[Piece]:
    for each in rows:
        yield f"{table}.csv", row(each.values())
        yield f"{table}.jsonl", f"{json.dumps(each, ensure_ascii=False)}\n".encode()


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


def _package() -> Mapping[str, object]:
    """Return the description of the tables (Frictionless Data Package 1.0)."""
    return {
        "profile": "tabular-data-package",
        "name": "records-of-conversation",
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


_CARD: Final = """\
# {title}

Records of conversation as tables, made from their TEI by tei-encoder.

| table | a line is |
|---|---|
| `records` | one record: what its header states, and the SHA-256 of its TEI |
| `people` | one person or body in one role, as often as the header names them |
| `speeches` | one speech: who speaks if that is known, the printed label, the words |

Each is a CSV file, described by `datapackage.json`, and a JSON Lines file with the same
lines. In the CSV an apostrophe stands before words that a spreadsheet would run. The
paragraphs of a speech are parted by line ends. An empty cell is what nobody has stated.

Terms: {terms}
"""

EXPORTER: Final = Exporter(
    name="tables",
    makes="records, people and speeches as CSV and JSON Lines, with a datapackage.json",
    taken_by="pandas, R, DuckDB, Hugging Face, whoever counts",
    needs=(),
    pack=pack,
)
