"""The open questions of records, as tables that a person fills in.

What has been answered stays as it is, wherever it stands now; a question that nobody
answered and that is not asked any more goes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from encoder.annotation.dating import open_dates
from encoder.annotation.entity_marks import doubtful_names
from encoder.decisions.folder import DECISIONS, find_decisions
from encoder.decisions.questions import questions
from encoder.decisions.tables import ANSWERS, HEADER, KEYS, as_typed
from encoder.errors import EncoderError, RefusedError
from encoder.model.decision import Matter
from encoder.names.gazetteer import known
from encoder.pipeline import annotated_record
from encoder.runs.inputs import no_stream
from encoder.runs.writing import write
from encoder.text.spreadsheets import read_rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from encoder.configuration import Configuration, Options
    from encoder.decisions.questions import Question
    from encoder.finding import Finding
    from encoder.runs.inputs import Input

    Cells = Mapping[str, object]


class Reviewed(NamedTuple):
    """One table as it stands now: how many rows are open, and how many answered."""

    path: Path
    open: int
    answered: int


class Review(NamedTuple):
    """The tables that were written, and why a record could not be asked."""

    tables: tuple[Reviewed, ...]
    refused: tuple[Finding, ...]


def review(
    configured: Sequence[tuple[Input, Configuration]], options: Options, root: Path
) -> Review:
    """Write the open questions of all records into `decisions/`, and say how many.

    The folder is the one that holds for the sources already, or else a new one in
    `root`. Raises WritingError, and ConfigurationError for a table that is there
    and cannot be read.
    """
    folder = find_decisions(root) or root.resolve() / DECISIONS
    asked: dict[Matter, dict[tuple[str, ...], Cells]] = {each: {} for each in Matter}
    refused: list[Finding] = []
    for file, configuration in configured:
        if file.path is None:
            message = "review takes files: what is on standard input has no place"
            raise EncoderError(message)
        record = _name(file.path, folder.parent)
        try:
            beside = file.beside(no_stream)
            content = file.read(no_stream)
            # What has been decided is asked again, so that its row stays.
            asked_anew = configuration._replace(decisions=())
            read_anew = annotated_record(
                content, file.name, asked_anew, options, beside
            )
        except RefusedError as error:
            refused.append(error.finding)
            continue
        names = known(configuration.authority)
        dates = open_dates(read_anew, configuration.dates)
        doubtful = doubtful_names(read_anew, names)
        for question in questions(read_anew, names, dates, doubtful):
            row = _row(record, question)
            asked[question.matter][_key(row)] = row
    tables = tuple(_table(folder, matter, rows) for matter, rows in asked.items())
    return Review(tables, tuple(refused))


def _name(path: Path, sources: Path) -> str:
    try:
        return path.resolve().relative_to(sources).as_posix()
    except ValueError:
        message = f'"{path.as_posix()}" does not lie below "{sources.as_posix()}"'
        raise EncoderError(message) from None


def _row(record: str, question: Question) -> Cells:
    cells = {
        name: getattr(question, name) for name in HEADER[1:] if name not in ANSWERS
    }
    return {"record": record, **cells}


def _key(row: Cells) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in KEYS)


def _table(
    folder: Path, matter: Matter, asked: Mapping[tuple[str, ...], Cells]
) -> Reviewed:
    """Write one table: the answers that are there, and what else is asked."""
    path = folder / f"{matter}.csv"
    kept = {}
    if path.is_file():
        needed = (*KEYS, *ANSWERS)
        kept = {
            _key(row.cells): row.cells
            for row in read_rows(as_typed(path), needed, HEADER)
            if row.cells["answer"]
        }
    rows = [
        {**kept.get(key, {}), **row} if key in kept else row
        for key, row in asked.items()
    ]
    rows += [row for key, row in kept.items() if key not in asked]
    rows.sort(key=lambda row: (str(row["record"]), _line(row)))
    write(path, write_rows(HEADER, rows))
    return Reviewed(as_typed(path), len(rows) - len(kept), len(kept))


def _line(row: Cells) -> int:
    written = str(row.get("line") or "")
    return int(written) if written.isdecimal() else 0


def written_root(inputs: Iterable[str]) -> Path:
    """Return where new decisions go: the folder that was named, or the file's own."""
    first = Path(next(iter(inputs)))
    return first if first.is_dir() else first.parent
