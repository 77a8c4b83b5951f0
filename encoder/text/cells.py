"""CSV lines in which a spreadsheet runs no formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection").
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")


def row(cells: Iterable[object]) -> bytes:
    r"""Return one line of a CSV file (RFC 4180) in UTF-8; None is an empty cell.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front.

    >>> row(["=1+1", "Hale, A.", None, -3]).decode()
    '\'=1+1,"Hale, A.",,-3\r\n'
    """
    line = io.StringIO()
    csv.writer(line).writerow([_defused(cell) for cell in cells])
    return line.getvalue().encode()


def _defused(cell: object) -> str:
    if cell is None:
        return ""
    # A sign alone is no formula.
    if isinstance(cell, str) and len(cell) > 1 and cell.startswith(FORMULA):
        return f"'{cell}"
    return str(cell)
