"""Deliberate faults and ambiguities, each once on its page, with the span of it.

A reader is not asked to mend them, but to say that something is doubtful there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting
from learning.making.stamps import clock
from learning.making.worn import misread

if TYPE_CHECKING:
    from learning.making.turns import Making, Turn

# Marks that a printer can leave out so that the label still stands there.
_LOST = frozenset("colon full-stop colon-wide stop-wide colon-tab bold".split())


def chosen(make: Making, turns: list[Turn]) -> None:
    """Mark the turn that has the fault of the page, where it is one of a turn's."""
    fault = make.plan["fault"]
    if fault not in {"misprint", "lost-mark"} or len(turns) < 6:
        return
    if fault == "lost-mark" and make.plan["mark"] not in _LOST:
        return
    turn = make.rng.choice(turns[3:-1])
    others = [each for each in turns if each.label == turn.label]
    if len(others) < 2:
        return
    if fault == "misprint":
        turn.label = _misprinted(make, turn.label)
    turn.fault = fault


def _misprinted(make: Making, label: str) -> str:
    """Return a label in which one letter was read for another."""
    places = [n for n, sign in enumerate(label) if n and sign.isalpha()]
    if not places:
        return label
    at = make.rng.choice(places)
    other = misread().get(label[at], label[at])
    if other == label[at]:
        return label[:at] + label[at + 1 :]
    return label[:at] + other + label[at + 1 :]


def after(make: Making, turn: Turn) -> list[Paragraph]:
    """Return the paragraph behind a turn that belongs to nobody, once on a page."""
    fault = make.plan["fault"]
    if turn.number != 1 + make.cast.drawn % 3 or fault not in _MAKERS:
        return []
    return [_MAKERS[fault](make)]


def _capitals(make: Making) -> Paragraph:
    words = make.rng.choice(make.stock["action"]).upper()
    return _fault(words, Kind.PROCEDURE, "capitals")


def _bare(make: Making) -> Paragraph:
    words = make.speech.filled(make.rng.choice(make.stock["procedure"]))
    return _fault(words, Kind.PROCEDURE, "bare-procedure")


def _time(make: Making) -> Paragraph:
    return _fault(clock(make.rng.randint(60, 2000), 2), Kind.STAMP, "lone-time")


def _fault(words: str, kind: Kind, name: str) -> Paragraph:
    return Paragraph((Run(words, kind, fault=name),), Gap.SECTION, Setting.VERBATIM)


_MAKERS = {"capitals": _capitals, "bare-procedure": _bare, "lone-time": _time}
