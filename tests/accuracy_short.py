"""Short records: the corpus's dialogues, cut where a turn begins.

Little evidence is the hard case: what recurs in a long record has not recurred yet. The
description of a page is kept, also where it stands below the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from accuracy_records import Case, corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from accuracy_turns import Turn

AFTER = (2, 3, 4, 6, 8)
# What archives' web pages have below the text: a summary, and the description.
_BELOW = re.compile(r"\n[^\n]+\n\s*Document Information\s*\n")
_LETTERS = re.compile(r"[^\W\d_]+")
# Between two words of a page there can be a line's number, a mark or a bracket.
_BETWEEN = r"[\W\d_]*"
# As many words of a turn as it takes to know it from another.
_WORDS = 4


def shortened(after: int) -> list[Case]:
    """Return every dialogue that has more turns, cut after its first ones."""
    return [*filter(None, (cut(case, after) for case in _dialogues()))]


def cut_lists(lengths: Sequence[int]) -> Iterator[Case]:
    """Yield the records without turns, at the length that cut dialogues have."""
    length = int(median(lengths))
    for case in corpus():
        if not case.turns:
            end = case.text.rfind("\n", 0, length) + 1 or length
            yield replace(case, text=case.text[:end])


@cache
def _dialogues() -> tuple[Case, ...]:
    return tuple(case for case in corpus() if case.turns)


def cut(case: Case, after: int) -> Case | None:
    r"""Return `case` with `after` turns; None where the next one cannot be located.

    >>> from accuracy_turns import Turn
    >>> turns = (Turn("HALE", "Good."), Turn("REED", "Is it?"), Turn("HALE", "So."))
    >>> text = "HALE: Good.\n\n[2] REED: Is it?\n\nHALE: So.\n"
    >>> case = Case(id="a", set="a", kind="dialogue", text=text, turns=turns)
    >>> cut(case, 1).text
    'HALE: Good.\n'
    >>> cut(case, 3) is None
    True
    """
    places = [*islice(starts(case.text, case.turns), after + 1)]
    if len(places) <= after:
        return None
    line = case.text.rfind("\n", 0, places[after]) + 1
    # Where several turns stand on one line, its start is another's.
    end = line if line > places[after - 1] else places[after]
    below = _BELOW.search(case.text, end)
    kept = case.text[below.start() :] if below else ""
    text = f"{case.text[:end].rstrip()}\n{kept}"
    return replace(case, text=text, turns=case.turns[:after])


def starts(text: str, turns: Sequence[Turn]) -> Iterator[int]:
    """Yield where the turns begin, as long as they can be located one by one."""
    start = 0
    for turn in turns:
        found = _printed(turn, _WORDS).search(text, start)
        if not found or found.end() == found.start():
            return
        yield found.start()
        start = found.end()


def _printed(turn: Turn, words: int) -> re.Pattern[str]:
    """Return what a page prints where `turn` begins: its label and its first words."""
    label = _LETTERS.findall(turn.speaker)
    first = _LETTERS.findall(turn.text)[:words]
    pattern = _BETWEEN.join(map(re.escape, (*label, *first)))
    return re.compile(rf"(?<![^\W_]){pattern}")
