"""The personography of a corpus: every label in every record, to be identified.

It is an authority file that is not filled in yet: who gives a row an id and a name has
said who speaks under that label, wherever it is printed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from encoder.decisions.questions import spoken
from encoder.errors import RefusedError
from encoder.names.gazetteer import folded, known
from encoder.pipeline import annotated_record
from encoder.runs.authorities import COLUMNS, MORE, PARTING, rows_of
from encoder.runs.inputs import no_stream
from encoder.text.spreadsheets import read_rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from encoder.configuration import Configuration, Options
    from encoder.decisions.questions import Spoken
    from encoder.finding import Finding
    from encoder.runs.inputs import Input

COUNTED = ("turns", "records", "in", "suggestions")
HEADER = (*COLUMNS, *MORE, *COUNTED)
FILLED_IN = (*COLUMNS[:2], *MORE)
_MOST_NAMED = 5
_TABLE = ".csv"


class PersonographyEntry(NamedTuple):
    """One row: what was filled in by column, and what the records say of the labels.

    `forms` are the words of the labels with the number of turns; `open_forms` those of
    them that no authority file knows.
    """

    filled: Mapping[str, str]
    forms: Counter[str]
    open_forms: set[str]
    records: dict[str, None]
    suggestions: dict[str, None]

    @property
    def is_open(self) -> bool:
        """Whether nobody has said who it is."""
        return not self.filled.get("id") and bool(self.open_forms)

    @property
    def order(self) -> tuple[bool, int, str]:
        """What rows are sorted by: open ones first, then by their turns."""
        return not self.is_open, -self.forms.total(), self.variants

    @property
    def variants(self) -> str:
        """The forms of the name: those filled in, then by frequency."""
        known_forms = filter(None, self.filled.get("variants", "").split(PARTING))
        often = sorted(self.forms, key=lambda form: (-self.forms[form], form))
        return PARTING.join(dict.fromkeys((*known_forms, *often)))

    @property
    def cells(self) -> dict[str, object]:
        """The row as its columns."""
        names = [*self.records]
        more = len(names) - _MOST_NAMED
        return {
            **{name: self.filled.get(name, "") for name in FILLED_IN},
            "variants": self.variants,
            "turns": self.forms.total(),
            "records": len(names),
            "in": "; ".join(names[:_MOST_NAMED])
            + (f"; {more} more" if more > 0 else ""),
            "suggestions": "; ".join(self.suggestions),
        }


class Personography(NamedTuple):
    """The entries, and why a record has no part in them."""

    entries: tuple[PersonographyEntry, ...]
    refused: tuple[Finding, ...]


def personography(
    configured: Iterable[tuple[Input, Configuration]],
    options: Options,
    before: Sequence[Mapping[str, str]] = (),
) -> Personography:
    """Return an entry for each label of the records, the most frequent open one first.

    Labels that differ in capitals and points only are one. `before` are the rows of an
    earlier list: what was filled in is kept, and holds for all forms of its row.
    """
    entries = [_empty(row) for row in before if any(map(row.get, FILLED_IN))]
    by_form: dict[tuple[str, ...], PersonographyEntry] = {}
    for entry in entries:
        for form in entry.filled["variants"].split(PARTING):
            by_form.setdefault(folded(form), entry)
        by_form.setdefault(folded(entry.filled.get("preferred", "")), entry)
    refused: list[Finding] = []
    for file, configuration in configured:
        try:
            labels = _labels(file, configuration, options)
        except RefusedError as error:
            refused.append(error.finding)
            continue
        for label in labels:
            key = folded(label.words)
            if key not in by_form:
                entries.append(_empty({}))
            entry = by_form.setdefault(key, entries[-1])
            entry.forms[label.words] += label.turns
            entry.open_forms.update([] if label.entity else [label.words])
            entry.records[file.name] = None
            entry.suggestions.update(dict.fromkeys(_suggested(label)))
    ordered = sorted(entries, key=lambda entry: entry.order)
    return Personography(tuple(ordered), tuple(refused))


def _labels(
    file: Input, configuration: Configuration, options: Options
) -> list[Spoken]:
    content, beside = file.read(no_stream), file.beside(no_stream)
    record = annotated_record(content, file.name, configuration, options, beside)
    return spoken(record, known(configuration.authority))


def _suggested(label: Spoken) -> Iterator[str]:
    if label.entity or label.suggestions:
        yield label.entity or label.suggestions


def _empty(filled: Mapping[str, str]) -> PersonographyEntry:
    return PersonographyEntry(filled, Counter(), set(), {}, {})


def as_file(found: Personography, path: Path) -> bytes:
    """Return a personography as a table, or as TEI where `path` is not a `.csv`."""
    rows = [entry.cells for entry in found.entries]
    if path.suffix.lower() == _TABLE:
        return write_rows(HEADER, rows)
    from encoder.tei.personography import list_person  # noqa: PLC0415 (only if asked)

    return list_person(rows)


def rows_before(path: Path) -> Sequence[Mapping[str, str]]:
    """Return the rows of an earlier list; none where there is no file yet."""
    if not path.is_file():
        return ()
    if path.suffix.lower() == _TABLE:
        return [row.cells for row in read_rows(path, COLUMNS)]
    return rows_of(path)
