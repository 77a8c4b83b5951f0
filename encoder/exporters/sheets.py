"""One spreadsheet over all records, and their files beside it: what importers read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.text.cells import row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import TypeAlias

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece

    Columns: TypeAlias = Mapping[str, Callable[[Deposit], Iterable[str | None]]]
    """Each heading of the sheet, and the values of a record below it."""

_BETWEEN: Final = "|"
# A value that has the separator in it would be read as two.
_NOT_BETWEEN: Final = "\u00a6"


def pack_sheet(
    sheet: str, files: str, columns: Columns, deposits: Iterable[Deposit]
) -> Iterator[Piece]:
    """Yield the sheet line by line, and each record's TEI into the folder `files`.

    Several values in a cell are parted by "|".
    """
    yield sheet, row(columns)
    for deposit in deposits:
        yield f"{files}{deposit.name}.xml", deposit.tei
        yield sheet, row(_cell(values(deposit)) for values in columns.values())


def _cell(values: Iterable[str | None]) -> str:
    said = (each.replace(_BETWEEN, _NOT_BETWEEN) for each in values if each)
    return _BETWEEN.join(said)
