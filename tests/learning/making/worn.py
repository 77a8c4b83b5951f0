"""Worn type: letters that were read for others."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.press import Line

if TYPE_CHECKING:
    from random import Random

    from learning.making.run import Run
    from learning.making.turns import Making

_RATES = {"light": 0.002, "middle": 0.008, "heavy": 0.018}
_WORN = frozenset(
    {Kind.SPEECH, Kind.LABEL, Kind.NARRATIVE, Kind.TITLE, Kind.LIST, Kind.NOTE}
)


@cache
def misread() -> dict[str, str]:
    """Return what is read for a sign where the type is worn."""
    written = (Path(__file__).parent / "misread.txt").read_text("utf-8").splitlines()
    rows = (each.split() for each in written if not each.startswith("#"))
    return {sign: taken for sign, taken in rows}  # noqa: C416  # pairs, for mypy


def worn(make: Making, lines: list[Line]) -> list[Line]:
    """Return lines with letters that were read for others; marks of labels stay."""
    rate = _RATES.get(make.plan["noise"])
    if rate is None:
        return lines
    return [
        Line(tuple(_misread(run, rate, make.rng) for run in each.runs), each.paragraph)
        for each in lines
    ]


def _misread(run: Run, rate: float, rng: Random) -> Run:
    if run.kind not in _WORN:
        return run
    taken = misread()
    words = "".join(
        taken.get(sign, sign)
        if rng.random() < rate and (sign.isalpha() or run.kind is not Kind.LABEL)
        else sign
        for sign in run.words
    )
    return run._replace(words=words)
