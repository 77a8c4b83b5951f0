"""Which folder of decisions holds where: the nearest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from encoder.model.decision import Matter

if TYPE_CHECKING:
    from pathlib import Path

DECISIONS = "decisions"
AUTHORITIES = ("authority.xml", "authority.csv")
"""What may lie beside the tables: whom and what the editors of the sources know."""


def find_decisions(start: Path) -> Path | None:
    """Return the nearest folder `decisions` in `start` or above it.

    It has at least one of the tables, or an authority file.
    """
    for folder in (start := start.resolve(), *start.parents):
        found = folder / DECISIONS
        if os.path.isdir(found):  # noqa: PTH112 (`Path.is_dir` raises where we may not look)
            names = {f"{matter}.csv" for matter in Matter} | {*AUTHORITIES}
            if not names.isdisjoint(os.listdir(found)):  # noqa: PTH208 (as above)
                return found
    return None
