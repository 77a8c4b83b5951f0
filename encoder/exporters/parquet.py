"""Tables as Parquet, row by row, by the library `pyarrow`, which is an extra.

The same rows make the same bytes with the same release of pyarrow, which writes its
version into every file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPES: Final = {"string": "string", "integer": "int64"}
# Rows that are written together and so are in memory together.
_GROUP: Final = 4000


class Sheet:
    """One table on its way into a file."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        # It has no types of its own, and must not be needed to check ours.
        self._arrow: Any = import_module("pyarrow")
        fields = [(key, _TYPES[kind]) for key, kind in columns.items()]
        self._schema: Any = self._arrow.schema(fields)
        self._rows: list[Mapping[str, object]] = []
        self._file = _Tape()
        parquet: Any = import_module("pyarrow.parquet")
        self._writer: Any = parquet.ParquetWriter(self._file, self._schema)

    def add(self, row: Mapping[str, object]) -> Iterator[bytes]:
        """Take a row, and yield the bytes that the file has come to, if any."""
        self._rows.append(row)
        if len(self._rows) == _GROUP:
            yield from self._group()

    def close(self) -> Iterator[bytes]:
        """Yield the rest of the file."""
        yield from self._group()
        self._writer.close()
        yield from self._file.taken()

    def _group(self) -> Iterator[bytes]:
        if self._rows:
            table = self._arrow.Table.from_pylist(self._rows, self._schema)
            self._writer.write_table(table)
            self._rows = []
        yield from self._file.taken()


class _Tape:
    """A file that is only written to, and remembers how much, not what."""

    closed = False

    def __init__(self) -> None:
        self._length = 0
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Do nothing: what is written is there."""

    def close(self) -> None:
        """Do nothing: what is written is still to be taken."""

    def taken(self) -> Iterator[bytes]:
        """Yield what was written since the last time."""
        written, self._written = self._written, []
        yield from written
