"""Which values of the dimensions of a page do not go together, from `clashes.txt`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASHES = Path(__file__).parent / "clashes.txt"


class Clause(NamedTuple):
    """A dimension, and the values that take part in a clash, or do not."""

    dimension: str
    values: frozenset[str]
    negated: bool

    def holds(self, plan: Mapping[str, str]) -> bool:
        """Return whether a plan has one of the values; without the dimension, no."""
        value = plan.get(self.dimension)
        return value is not None and (value in self.values) is not self.negated


def fits(plan: Mapping[str, str]) -> bool:
    """Return whether somebody would print a page with these values."""
    return not any(all(each.holds(plan) for each in clash) for clash in clashes())


@cache
def clashes() -> tuple[tuple[Clause, ...], ...]:
    """Return what does not go together: a clash is where all its clauses hold."""
    groups: dict[str, frozenset[str]] = {}
    found = []
    for written in CLASHES.read_text("utf-8").splitlines():
        if written.startswith("@"):
            name, _, values = written.partition("=")
            groups[name.strip()] = frozenset(values.split())
        elif written.strip() and not written.startswith("#"):
            found.append(tuple(_clause(each, groups) for each in written.split("|")))
    return tuple(found)


def _clause(written: str, groups: Mapping[str, frozenset[str]]) -> Clause:
    dimension, _, values = written.partition(":")
    names = values.split()
    negated = names[0] == "not"
    known = frozenset[str]().union(
        *(groups.get(each, frozenset({each})) for each in names[negated:])
    )
    return Clause(dimension.strip(), known, negated)
