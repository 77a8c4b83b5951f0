"""What is reached today, each number under the name that its floor has."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from accuracy_dates import dates, grammar, missed
from accuracy_measure import FACTS, measure, together, with_false_turns
from accuracy_people import labels
from accuracy_records import corpus, dialogues, further, not_dialogues
from accuracy_restyled import restyled, styles
from accuracy_short import AFTER, cut_lists, shortened
from accuracy_unseen import families, unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from accuracy_measure import Measured

OWN = (
    "own dialogues",
    "own lists",
    "own styles",
    "further dialogues",
    "further lists",
    "own dates",
    "own dates wrong",
)
GROUPS = (*OWN, "corpus", "short", "unseen")


@cache
def reached(group: str) -> Mapping[str, float]:
    """Return the numbers of one group: what a name has before its colon."""
    if group in OWN:
        return {group: _own(group)}
    groups = {"corpus": _corpus, "short": _short, "unseen": _unseen}
    return {f"{group}: {name}": number for name, number in groups[group]()}


def _own_dates(name: str) -> float:
    found = grammar()
    if name == "own dates wrong":
        return float(-len(found.wrong))
    strings = found.read + found.refused + len(found.wrong)
    return 1 - (missed() + len(found.wrong)) / strings


def _own(name: str) -> float:
    if name.startswith("own dates"):
        return _own_dates(name)
    if name == "own dialogues":
        return _share([each.is_whole for each in measure(dialogues())])
    if name == "own lists":
        return _without_turns(measure(not_dialogues()))
    if name == "further dialogues":
        return _share([each.is_whole for each in measure(further()) if each.case.turns])
    if name == "further lists":
        return _without_turns(measure(further()))
    cases = (case for style in styles() for case in restyled(style))
    return _share([each.is_whole for each in measure(cases)])


@cache
def _whole() -> Sequence[Measured]:
    return measure(corpus())


def _corpus() -> Iterator[tuple[str, float]]:
    by_set = sorted(_whole(), key=lambda each: each.case.set)
    for name, group in groupby(by_set, key=lambda each: each.case.set):
        marks = together([*group])
        yield f"{name} label_f1", marks.label_micro
        yield f"{name} turn_f1", marks.turn_micro
    marks = together(_whole())
    for fact, share in zip(FACTS, marks.facts, strict=True):
        yield fact, 1.0 if share is None else share
    diplomatic = [each for each in _whole() if each.case.set == "B_frus"]
    for name, records in (("dates", _whole()), ("dates of FRUS", diplomatic)):
        found = dates(records)
        stated = found.read + found.refused + len(found.wrong)
        yield f"{name} read", found.read / stated
        # Nothing below zero: no header has a wrong date.
        yield f"{name} wrong", float(-len(found.wrong))
    whose = labels(_whole())
    told = whose.resolved + whose.left_open
    yield "labels resolved", whose.resolved / told
    # Nothing below zero: no label is given to somebody who did not speak.
    yield "labels wrong", float(-len(whose.wrong))
    spoken = [each for each in _whole() if each.case.turns]
    yield "worst dialogue", min(float(each.marks["turn_f1"]) for each in spoken)
    yield "lists without turns", _without_turns(_whole())
    yield "not refused and valid", 1 - (marks.refused + marks.invalid) / marks.records


def _short() -> Iterator[tuple[str, float]]:
    lengths = []
    for after in AFTER:
        cases = shortened(after)
        lengths += [len(case.text) for case in cases]
        yield f"{after} turns", _share([each.is_right for each in measure(cases)])
    yield "lists without turns", _without_turns(measure(cut_lists(lengths)))


def _unseen() -> Iterator[tuple[str, float]]:
    before = {each.case.id: each for each in _whole()}
    after = {each.case.id: each for each in measure(unseen())}
    falls = []
    for ids in families().values():
        old, new = (together([many[each] for each in ids]) for many in (before, after))
        false = new.false_records - old.false_records
        falls.append(new.turn_micro - old.turn_micro if old.turns else -float(false))
    # Nothing below zero: no family of records is read worse without its own words.
    yield "largest fall", min(falls)


def _without_turns(many: Sequence[Measured]) -> float:
    lists = [each for each in many if not each.case.turns]
    refused = sum(bool(each.refused) for each in lists)
    return 1 - (len(with_false_turns(lists)) + refused) / len(lists)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)
