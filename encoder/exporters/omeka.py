"""Omeka S: the sheet that its module CSV Import reads, and the files to sideload.

items.csv
files/wilson-123420.xml
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from encoder.exporters.dublin import statements
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import TITLE
from encoder.exporters.sheets import pack_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.exporters.sheets import Columns

_TERMS: Final = (
    "title creator subject abstract publisher contributor created issued type format "
    "identifier source language isVersionOf spatial license rights".split()
)


def _stated(term: str, deposit: Deposit) -> Iterator[str]:
    return (each.value for each in statements(deposit) if each.term == term)


COLUMNS: Final[Columns] = {
    **{f"dcterms:{term}": partial(_stated, term) for term in _TERMS},
    "file": lambda deposit: (f"{deposit.name}.xml",),
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the sheet and the files."""
    return pack_sheet("items.csv", "files/", COLUMNS, deposits)


EXPORTER: Final = Exporter(
    name="omeka",
    makes="a sheet of DCMI terms, several values parted by |, and the files it names",
    taken_by="Omeka S with CSV Import, and File Sideload for the files",
    needs=(TITLE,),
    pack=pack,
)
