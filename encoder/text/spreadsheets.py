"""Read and write CSV files that people fill in with a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.configuration import ConfigurationError, suggestion
from encoder.text.cells import FORMULA, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import NoReturn

BOM = b"\xef\xbb\xbf"
"""The byte order mark, by which a spreadsheet recognises UTF-8."""
_GUARDED = 2
# What is no Char of XML 1.0 (§2.2).
_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]").search
_SEPARATORS = (",", ";", "\t")


class Row(NamedTuple):
    """A row: the path as typed, its first line (from 1), and its cells by column."""

    file: str
    line: int
    cells: Mapping[str, str]

    def complain(self, message: str) -> NoReturn:
        """Raise ConfigurationError about this row."""
        complaint = f"{self.file}:{self.line}: {message}"
        raise ConfigurationError(complaint)


def read_rows(
    path: Path, needed: Sequence[str], known: Sequence[str] = ()
) -> tuple[Row, ...]:
    """Return the rows of a CSV file (RFC 4180) that are not empty.

    The first line decides the delimiter: a comma, a semicolon or a tab.

    Raises ConfigurationError if the file cannot be read, is not UTF-8, or lacks one of
    the columns `needed`; and, if `known` is given, for a column in neither.
    """
    name = path.as_posix()
    text = _text(path, name)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=_separator(text), strict=True
    )
    rows: list[Row] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check(name, [*filter(None, header)], needed, known)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_row(Row(name, line, {}), header, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"{name}:{reader.line_num}: not CSV: {error}"
        raise ConfigurationError(message) from None
    return tuple(rows)


def _row(empty: Row, header: Sequence[str], cells: Sequence[str]) -> Row:
    """Return `empty` with its cells; raise for a cell without a column name."""
    stripped = [_unguarded(cell.strip()) for cell in cells]
    width = max(len(header), len(stripped))
    named = [*header, *[""] * (width - len(header))]
    filled = [*stripped, *[""] * (width - len(stripped))]
    for cell in filter(_NOT_XML, filled):
        empty.complain(f"{cell!r} has a sign that no XML can have; take it out")
    if any(cell for column, cell in zip(named, filled, strict=True) if not column):
        empty.complain("more cells than there are columns")
    pairs = zip(named, filled, strict=True)
    return empty._replace(cells={column: cell for column, cell in pairs if column})


def write_rows(header: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return a CSV file in UTF-8 in which a spreadsheet runs no formula."""
    lines = [row(header), *(row(each.get(name) for name in header) for each in rows)]
    return BOM + b"".join(lines)


def _text(path: Path, name: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"{name}: cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        message = f"{name}: not UTF-8 at byte {error.start}; save it as CSV UTF-8"
    raise ConfigurationError(message)


def _separator(text: str) -> str:
    """Return the delimiter: the separator that the first line has most of."""
    first = text.lstrip().partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _check(
    name: str, header: Sequence[str], needed: Sequence[str], known: Sequence[str]
) -> None:
    for column in needed:
        if column not in header:
            message = f"{name}:1: there is no column {column!r}; add it"
            raise ConfigurationError(message)
    for column in header:
        if known and column not in {*needed, *known}:
            hint = suggestion(column, [*needed, *known])
            message = f"{name}:1: there is no column {column!r} here; {hint}"
            raise ConfigurationError(message)
    if len({*header}) < len(header):
        message = f"{name}:1: two columns have one name"
        raise ConfigurationError(message)


def _unguarded(cell: str) -> str:
    """Return a cell without the apostrophe in front of a formula."""
    guarded = cell.startswith("'") and len(cell) > _GUARDED
    return cell[1:] if guarded and cell[1:].startswith(FORMULA) else cell
