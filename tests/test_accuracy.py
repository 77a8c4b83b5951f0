"""How good the encoder is, at least: no number falls below its floor.

`make accuracy` prints the same numbers with the records behind them, and
`python tests/accuracy.py --reached` prints this table anew. A floor only rises.
"""

from __future__ import annotations

import pytest
from accuracy_reached import OWN, reached
from accuracy_records import (
    DIALOGUES,
    NOT_DIALOGUES,
    Case,
    dialogues,
    has_corpus,
)
from accuracy_short import starts

FLOORS = {
    "own dialogues": 0.957,
    "own lists": 0.99,
    "own styles": 0.944,
    "further dialogues": 0.983,
    "further lists": 0.962,
    "own dates": 1.0,
    "own dates wrong": 0.0,
    "corpus: A_wilson label_f1": 1.0,
    "corpus: A_wilson turn_f1": 0.999,
    "corpus: B_frus label_f1": 0.998,
    "corpus: B_frus turn_f1": 0.991,
    "corpus: C_tei label_f1": 0.999,
    "corpus: C_tei turn_f1": 0.994,
    "corpus: D_plain label_f1": 0.998,
    "corpus: D_plain turn_f1": 0.997,
    "corpus: title": 0.969,
    "corpus: date": 0.945,
    "corpus: citation": 1.0,
    "corpus: url": 1.0,
    "corpus: dates read": 1.0,
    "corpus: dates wrong": 0.0,
    "corpus: dates of FRUS read": 1.0,
    "corpus: dates of FRUS wrong": 0.0,
    "corpus: labels resolved": 0.846,
    "corpus: labels wrong": 0.0,
    "corpus: worst dialogue": 0.863,
    "corpus: lists without turns": 1.0,
    "corpus: not refused and valid": 1.0,
    "short: 2 turns": 0.87,
    "short: 3 turns": 0.907,
    "short: 4 turns": 0.935,
    "short: 6 turns": 0.944,
    "short: 8 turns": 0.953,
    "short: lists without turns": 1.0,
    "unseen: largest fall": -0.013,
}


def group_of(name: str) -> str:
    """Return what a name has before its colon, or the whole of it."""
    return name.split(":", maxsplit=1)[0]


# The numbers of a group are measured together, and so by one worker.
@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xdist_group(group_of(name)))
        for name in FLOORS
    ],
)
def test_no_number_falls_below_its_floor(name: str) -> None:
    group = group_of(name)
    if group not in OWN and not has_corpus():
        pytest.skip(f"not measured without a corpus: {name}")
    assert reached(group)[name] >= FLOORS[name]


def test_there_are_enough_records_of_both_kinds() -> None:
    assert len([*DIALOGUES.glob("*.txt")]) >= 40
    assert len([*NOT_DIALOGUES.glob("*.txt")]) >= 60


@pytest.mark.parametrize("case", [*dialogues()], ids=lambda case: case.id)
def test_the_gold_of_a_dialogue_stands_on_its_page(case: Case) -> None:
    assert len([*starts(case.text, case.turns)]) == len(case.turns)
