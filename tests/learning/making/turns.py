"""The turns of a dialogue: who speaks when, how long, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Paragraph, Run
from learning.making.speech import Speech
from learning.making.stock import capitals
from learning.making.voices import Cast, cast

if TYPE_CHECKING:
    from random import Random

    from learning.making.plan import Plan
    from learning.making.stock import Stock

_EXACT = {"two": 2, "three": 3, "four": 4, "six": 6}
_BETWEEN = {"short": (5, 10), "middle": (11, 28), "long": (29, 64)}
_PAIRS = frozenset({"interview", "telephone", "oral-history"})
_CROWDS = frozenset({"parliament", "chat", "play", "committee", "meeting", "court"})
_ASKING = frozenset({"interview", "oral-history", "court", "press", "committee"})


@dataclass
class Turn:
    """A turn before it is set: label, voices, paragraphs, the time it begins."""

    number: int
    voices: tuple[int, ...]
    label: str
    speakers: tuple[str, ...]
    paragraphs: list[Paragraph]
    seconds: int
    aside: str = ""  # a stage direction behind the name
    fault: str = ""


@dataclass
class Making:
    """What the makers of one page share."""

    plan: Plan
    rng: Random
    stock: Stock
    speech: Speech
    cast: Cast

    def chance(self, share: float) -> bool:
        return self.rng.random() < share


def making(plan: Plan, stock: Stock, rng: Random) -> Making:
    """Return what the makers of a page share, its voices drawn."""
    named = "none" if not plan.dialogue else plan["names"]
    voices = cast(stock, named, _voices(plan, rng), rng)
    absent = cast(stock, "full", 3, rng).voices
    spoken_of = [each.titled for each in (*voices.voices[:3], *absent)]
    own = {part for each in voices.voices for part in (each.given, each.surname)}
    strangers = [each.full for each in absent if not {each.given, each.surname} & own]
    names = (*spoken_of, absent[0].full, absent[1].surname)
    plain = not strangers or "mid-paragraph" in plan.values.values()
    plain = plain or plan["mark"] == "run-in"
    speech = Speech(stock, rng, names, tuple(strangers), plain)
    return Making(plan, rng, stock, speech, voices)


def _voices(plan: Plan, rng: Random) -> int:
    if not plan.dialogue:
        return rng.randint(3, 7)
    if plan["names"] == "q-and-a" or plan["length"] == "two":
        return 2
    if plan["kind"] in _PAIRS:
        return 2 if rng.random() < 0.85 else 3
    most = 8 if plan["kind"] in _CROWDS else 5
    return min(rng.randint(2, most), 3 if plan["length"] in _EXACT else most)


def turns(make: Making) -> list[Turn]:
    """Return the turns of a dialogue, without anything between them."""
    length = make.plan["length"]
    count = _EXACT.get(length) or make.rng.randint(*_BETWEEN[length])
    order = _order(make, count)
    spoken = [0] * len(make.cast.voices)
    found: list[Turn] = []
    seconds = make.rng.randint(0, 40)
    for number, index in enumerate(order):
        words = _said(make, number, index)
        label = make.cast.label(index, spoken[index])
        spoken[index] += 1
        runs = [Paragraph((Run(each, Kind.SPEECH, number),)) for each in words]
        key = make.cast.voices[index].key
        found.append(Turn(number, (index,), label, (key,), runs, seconds))
        seconds += 1 + sum(len(each) for each in words) // 12
    _join(make, found)
    return found


def _order(make: Making, count: int) -> list[int]:
    """Return which voice speaks in each turn; the first two turns are two voices."""
    rng, many = make.rng, len(make.cast.voices)
    repeats = 0.22 if make.plan["kind"] == "chat" else 0.015
    chaired = many > 2 and rng.random() < 0.5
    order = [0] if rng.random() < 0.8 else [rng.randrange(many)]
    while len(order) < count:
        last = order[-1]
        if len(order) > 1 and rng.random() < repeats:
            order.append(last)
        elif many == 2:
            order.append(1 - last)
        elif chaired and last != 0 and rng.random() < 0.7:
            order.append(0)
        elif len(order) > 1 and order[-2] != last and rng.random() < 0.45:
            order.append(order[-2])
        else:
            order.append(rng.choice([n for n in range(many) if n != last]))
    return order


def _said(make: Making, number: int, index: int) -> list[str]:
    """Return the paragraphs of a speech."""
    rng, speech, style = make.rng, make.speech, make.plan["speech"]
    if index == 0 and make.plan["kind"] in _ASKING and rng.random() < 0.75:
        lead = [speech.clause()] if rng.random() < 0.3 else []
        return [(" " if make.stock.spaced else "").join([*lead, speech.question()])]
    if style == "lecture":
        style = "lecture" if number == 0 else "mixed"
    if style == "uneven":
        style = "terse" if index == 0 else "long"
    if rng.random() < _SHORT[style]:
        return [speech.short()]
    if style == "terse":
        return [speech.sentence()]
    counts, sentences = _LENGTHS[style]
    return [
        speech.paragraph(rng.randint(*sentences)) for _ in range(rng.choice(counts))
    ]


# How often a speech is one short reply; else of how many paragraphs it is, and of how
# many sentences each.
_SHORT = {"terse": 0.4, "mixed": 0.2, "lecture": 0.0, "long": 0.1}
_LENGTHS = {
    "mixed": ((1, 1, 1, 1, 1, 1, 1, 1, 2), (1, 5)),
    "lecture": ((3, 4, 5, 6, 7), (3, 9)),
    "long": ((1, 1, 1, 2, 3), (2, 10)),
}


def _join(make: Making, found: list[Turn]) -> None:
    """Give some turns to two voices at once, or to all."""
    how, many = make.plan["joint"], len(make.cast.voices)
    if how == "none" or len(found) < 4:
        return
    places = range(2, len(found))
    for place in make.rng.sample(places, min(len(places), make.rng.randint(1, 2))):
        turn = found[place]
        if how == "all":
            turn.label = _like(make.rng.choice(make.stock["all"]), turn.label)
            turn.speakers = ("all",)
            turn.voices = tuple(range(many))
        else:
            first = turn.voices[0]
            other = make.rng.choice([n for n in range(many) if n != first])
            second = make.cast.label(other, 9)
            if second == turn.label:
                continue
            turn.label += make.rng.choice(make.stock["joint"]) + second
            turn.voices = (first, other)
            turn.speakers = tuple(make.cast.voices[n].key for n in turn.voices)


def _like(words: str, label: str) -> str:
    """Return words in capitals or not, as another label is."""
    return capitals(words) if label.isupper() else words
