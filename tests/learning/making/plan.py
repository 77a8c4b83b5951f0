"""What a page is to be: one value drawn for every dimension, by the weights of its kind.

The weights are in `manners.txt`. A value is written `dimension:value` where it is a tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from learning.making.fitting import fits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

MANNERS = Path(__file__).parent / "manners.txt"
# So often a plan is drawn before the tags that are asked for are held impossible.
_TRIES = 60_000


class Weighted(NamedTuple):
    values: tuple[str, ...]
    weights: tuple[int, ...]


@dataclass(frozen=True)
class Plan:
    """A value for every dimension of a page."""

    values: dict[str, str]

    def __getitem__(self, dimension: str) -> str:
        return self.values.get(dimension, "none")

    @property
    def dialogue(self) -> bool:
        return "mark" in self.values

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(f"{name}:{value}" for name, value in self.values.items())


@cache
def manners() -> dict[str, dict[str, Weighted]]:
    """Return the weights of every dimension, by kind; `kind` itself under ""."""
    found: dict[str, dict[str, Weighted]] = {}
    group, shared, kinds = "", {}, {}
    for written in MANNERS.read_text("utf-8").splitlines():
        if written.startswith("["):
            name, _, weight = written.strip("[]").partition(" ")
            if weight:
                kinds[name] = int(weight)
                found[name] = dict(shared)
            else:
                shared = {}
            group = name if weight else ""
        elif written.strip() and not written.startswith("#"):
            name, _, values = written.partition(":")
            (found[group] if group else shared)[name] = _weighted(values.split(","))
    found[""] = {"kind": Weighted(tuple(kinds), tuple(kinds.values()))}
    return found


def _weighted(entries: Iterable[str]) -> Weighted:
    pairs = [entry.strip().rsplit(" ", 1) for entry in entries]
    return Weighted(
        tuple(value for value, _ in pairs), tuple(int(weight) for _, weight in pairs)
    )


def draw(
    rng: Random,
    without: frozenset[str] = frozenset(),
    only: frozenset[str] = frozenset(),
) -> Plan:
    """Return a plan with none of the tags of `without`.

    For each dimension that `only` names the value is one of those it names. Raise
    ValueError if no plan is like that.
    """
    asked: dict[str, set[str]] = {}
    for tag in only:
        asked.setdefault(tag.partition(":")[0], set()).add(tag.partition(":")[2])
    barred: dict[str, set[str]] = {}
    for tag in without:
        barred.setdefault(tag.partition(":")[0], set()).add(tag.partition(":")[2])
    for _ in range(_TRIES):
        plan = _draw(rng, asked, barred)
        if plan is not None and fits(plan.values):
            return plan
    message = f"no page has {sorted(only)} without {sorted(without)}"
    raise ValueError(message)


def _draw(
    rng: Random, asked: dict[str, set[str]], barred: dict[str, set[str]]
) -> Plan | None:
    values: dict[str, str] = {}
    table = manners()
    for name, weighted in table[""].items():
        values[name] = rng.choices(*weighted)[0]
    # In the order of the file, so that a seed means the same page for ever.
    for name, weighted in table[values["kind"]].items():
        values[name] = _one(rng, weighted, asked.get(name), barred.get(name))
    named = asked.keys() - values.keys()
    if named or any(not value for value in values.values()):
        return None
    if any(values[name] not in wanted for name, wanted in asked.items()):
        return None
    if any(values.get(name) in refused for name, refused in barred.items()):
        return None
    return Plan(values)


def _one(
    rng: Random, weighted: Weighted, asked: set[str] | None, barred: set[str] | None
) -> str:
    """Return a value among those that are allowed, "" if there is none."""
    allowed = [
        (value, weight)
        for value, weight in zip(*weighted, strict=True)
        if (asked is None or value in asked) and (barred is None or value not in barred)
    ]
    if not allowed:
        return ""
    values, weights = zip(*allowed, strict=True)
    return rng.choices(values, weights)[0]


def dimensions() -> dict[str, tuple[str, ...]]:
    """Return the values of every dimension, in the order of `manners.txt`."""
    found: dict[str, dict[str, None]] = {}
    for rows in manners().values():
        for name, weighted in rows.items():
            found.setdefault(name, {}).update(dict.fromkeys(weighted.values))
    return {name: tuple(values) for name, values in found.items()}
