"""Read the tables of decisions: five CSV files in a folder `decisions/`.

An authority file, `authority.xml` or `authority.csv`, may lie beside them.

Each row is about one place of one record. Whether the record still has that place is
checked on conversion, not here.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from encoder.decisions.folder import find_decisions
from encoder.decisions.values import is_date
from encoder.model.decision import Decision, Matter
from encoder.model.source import Place
from encoder.model.when import Cert
from encoder.text.spreadsheets import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.text.spreadsheets import Row

KEYS = ("record", "before", "words", "after")
COLUMNS = ("record", "line", *KEYS[1:], "thought", "candidates")
ANSWERS = ("answer", "cert", "by", "date")
HEADER = (*COLUMNS, *ANSWERS)
_CERTS = get_args(Cert)


def decisions_of(path: Path, by: str | None) -> tuple[Decision, ...]:
    """Return the decisions on the record at `path`.

    `by` is the decider of rows that name none. Raises ConfigurationError for a row
    without a decider, without words, with a malformed value, or about a record that
    does not exist.
    """
    folder = find_decisions(path.parent)
    if folder is None:
        return ()
    record = path.resolve().relative_to(folder.parent).as_posix()
    return _load(folder, by).get(record, ())


@functools.cache
def _load(folder: Path, by: str | None) -> Mapping[str, tuple[Decision, ...]]:
    found: dict[str, list[Decision]] = {}
    for matter in Matter:
        path = folder / f"{matter}.csv"
        if path.is_file():
            for row in read_rows(as_typed(path), (*KEYS, *ANSWERS), HEADER):
                if row.cells["answer"]:
                    record, decision = _decision(row, matter, by, folder.parent)
                    found.setdefault(record, []).append(decision)
    return {record: tuple(each) for record, each in found.items()}


def as_typed(path: Path) -> Path:
    """Return a path relative to the working folder, if it lies there."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _decision(
    row: Row, matter: Matter, by: str | None, sources: Path
) -> tuple[str, Decision]:
    cells = row.cells
    record = cells["record"]
    if not record or not (sources / record).is_file():
        row.complain(f"there is no record {record!r}; mend the name or delete the row")
    if not cells["words"]:
        row.complain("the words that it is about are missing; fill in words")
    if cells["cert"] and cells["cert"] not in _CERTS:
        row.complain(f"cert {cells['cert']!r} is none of {', '.join(_CERTS)}")
    if cells["date"] and not is_date(cells["date"]):
        row.complain(f"{cells['date']!r} is no date; write it as 1945-07-07")
    if not (who := cells["by"] or by):
        row.complain(
            "nobody answers for it; fill in by, or [encoder] name in tei-encoder.toml"
        )
    if not any(map(str.isalnum, who)):
        row.complain(f"{who!r} is nobody's name; fill in by")
    return record, Decision(
        matter,
        cells["words"],
        cells["answer"],
        who,
        Place(row.file, row.line, 1),
        cells["before"],
        cells["after"],
        cast("Cert", cells["cert"]) if cells["cert"] else None,
        cells["date"] or None,
    )
