"""Find the folder of decisions that applies to a path: the nearest one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from encoder.model.decision import Matter

if TYPE_CHECKING:
    from pathlib import Path

DECISIONS = "decisions"
AUTHORITIES = ("authority.xml", "authority.csv")
"""Authority files that may lie beside the tables."""


def find_decisions(start: Path) -> Path | None:
    """Return the nearest folder `decisions` in `start` or its parents, or None.

    A folder counts if it has at least one of the tables, or an authority file.
    """
    for folder in (start := start.resolve(), *start.parents):
        found = folder / DECISIONS
        if os.path.isdir(found):  # noqa: PTH112 (`Path.is_dir` raises where we may not look)
            names = {f"{matter}.csv" for matter in Matter} | {*AUTHORITIES}
            if not names.isdisjoint(os.listdir(found)):  # noqa: PTH208 (as above)
                return found
    return None
