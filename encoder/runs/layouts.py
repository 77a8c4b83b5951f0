"""A layout that a user has written in TOML, as a value.

name = "harbour"
head = ["title", "date"]
begins-at = "Transcript"

[labels]
"Shelfmark" = "source"
"Recorded on" = "date"
"Tape" = "unmapped"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.configuration import suggestion
from encoder.model.description import FieldKind
from encoder.model.form import PageForm
from encoder.runs.tables import TomlTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_KEYS = (
    "name",
    "labels",
    "head",
    "signs",
    "furniture",
    "begins-at",
    "begins-after",
    "ends-at",
    "archive",
)
_KINDS = {kind.value: kind for kind in FieldKind}
_HEAD = ("title", "date")


def load_form(path: Path) -> PageForm:
    """Return the layout in the file at `path`.

    Raises ConfigurationError for a file that cannot be read, and for anything in it
    that we do not know.
    """
    top = TomlTable.read(path)
    top.only(_KEYS)
    labels = _labels(top)
    begins_after = top.words("begins-after")
    if begins_after and begins_after not in labels:
        message = f'"{begins_after}" is not among the labels; add it there'
        top.complain(message, "begins-after")
    return PageForm(
        name=top.words("name") or path.stem,
        labels=labels,
        head=tuple(_kind(top, "head", each) for each in top.texts("head") or _HEAD),
        signs=tuple(top.texts("signs")),
        furniture=tuple(top.texts("furniture")),
        begins_at=top.words("begins-at"),
        begins_after=begins_after,
        ends_at=top.words("ends-at"),
        archive=top.words("archive"),
        own=True,
    )


def _labels(top: TomlTable) -> Mapping[str, FieldKind]:
    table = top.table("labels")
    if table is None or not table.values:
        top.complain('there are no labels; write "Recorded on" = "date" under [labels]')
    return dict(_entries(table))


def _entries(table: TomlTable) -> Iterator[tuple[str, FieldKind]]:
    for label in table.values:
        printed = label.strip().rstrip(":").rstrip()
        if not printed:
            table.complain("a label has words", label)
        yield printed, _kind(table, label, table.needed(label))


def _kind(table: TomlTable, key: str, written: str) -> FieldKind:
    if written not in _KINDS:
        message = f'there is no kind "{written}"; {suggestion(written, _KINDS)}'
        table.complain(message, key)
    return _KINDS[written]
