"""Tables that a person fills in with a spreadsheet, read and written."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from encoder.configuration import ConfigurationError, suggestion
from encoder.exporters.cells import FORMULA, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import NoReturn

BOM = b"\xef\xbb\xbf"
"""What tells a spreadsheet that a file is UTF-8."""
_GUARDED = 2


class Row(NamedTuple):
    """One row: the file as it was typed, the line it begins on, and cells by column."""

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
    """Return the rows of a CSV file (RFC 4180) that have anything in them.

    Raises ConfigurationError where it cannot be read, is not UTF-8, or has not the
    columns `needed`; with `known`, for a column that is neither.
    """
    name = path.as_posix()
    reader = csv.reader(io.StringIO(_text(path, name), newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check(name, header, needed, known)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(header):
                    Row(name, line, {}).complain("more cells than there are columns")
                stripped = (_unguarded(cell.strip()) for cell in cells)
                rows.append(Row(name, line, dict(zip(header, stripped, strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"{name}:{reader.line_num}: not CSV: {error}"
        raise ConfigurationError(message) from None
    return tuple(
        each._replace(cells={**dict.fromkeys(header, ""), **each.cells})
        for each in rows
    )


def write_rows(header: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return a CSV file that a spreadsheet opens, and runs nothing of."""
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
    """Return a cell without the apostrophe that keeps a spreadsheet from running it."""
    guarded = cell.startswith("'") and len(cell) > _GUARDED
    return cell[1:] if guarded and cell[1:].startswith(FORMULA) else cell
