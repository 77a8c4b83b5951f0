"""What a page is to be: a value for every dimension, by the weights of its kind.

The weights are in `manners.txt`. As a tag, a value is written `dimension:value`.
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
# What a plain page has none of. Pages differ in how much of it they have: for each of
# them one share is drawn, of what its weights would give it.
_ODD = frozenset(
    "second-mark stages notes matter furniture noise line-numbers joint stamps "
    "headings".split()
)
_KEPT = (0.0, 0.2, 0.45, 0.75)
# So often for one kind: the kinds keep their weights, whatever else is refused.
_TRIES_A_KIND = 300


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
    group = ""
    shared: dict[str, Weighted] = {}
    kinds: dict[str, int] = {}
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
    kinds = _allowed(manners()[""]["kind"], asked.get("kind"), barred.get("kind"))
    for tried in range(_TRIES if kinds.values else 0):
        if tried % _TRIES_A_KIND == 0:
            kind = rng.choices(*kinds)[0]
        plan = _draw(rng, kind, asked, barred)
        if plan is not None and fits(plan.values):
            return plan
    message = f"no page has {sorted(only)} without {sorted(without)}"
    raise ValueError(message)


def _draw(
    rng: Random, kind: str, asked: dict[str, set[str]], barred: dict[str, set[str]]
) -> Plan | None:
    """Return a plan for a kind, None if it cannot have what is asked."""
    values, kept = {"kind": kind}, rng.choice(_KEPT)
    # In the order of the file, so that a seed means the same page for ever.
    for name, weighted in manners()[kind].items():
        allowed = _allowed(weighted, asked.get(name), barred.get(name))
        if not allowed.values:
            return None
        values[name] = rng.choices(*allowed)[0]
        if name in _ODD and rng.random() > kept and "none" in allowed.values:
            values[name] = "none"
    return None if asked.keys() - values.keys() else Plan(values)


def _allowed(
    weighted: Weighted, asked: set[str] | None, barred: set[str] | None
) -> Weighted:
    """Return the values that are asked for, if any are, and not barred."""
    pairs = [
        (value, weight)
        for value, weight in zip(*weighted, strict=True)
        if (asked is None or value in asked) and (barred is None or value not in barred)
    ]
    return Weighted(
        tuple(value for value, _ in pairs), tuple(each for _, each in pairs)
    )


def dimensions() -> dict[str, tuple[str, ...]]:
    """Return the values of every dimension, in the order of `manners.txt`."""
    found: dict[str, dict[str, None]] = {}
    for rows in manners().values():
        for name, weighted in rows.items():
            found.setdefault(name, {}).update(dict.fromkeys(weighted.values))
    return {name: tuple(values) for name, values in found.items()}
