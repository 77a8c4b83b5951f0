"""The participants' own names where others speak of them.

Only a name that exactly one person of the record bears, as a whole word, and only where
no other word makes it somebody else's: "Mrs. Hale", "Peter Hale" and "Hale Street" are
left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from encoder.editorial.names import HONORIFICS, OPENERS, is_feminine
from encoder.model.marks import Named
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.person import Person
    from encoder.model.source import Source

_SHORTEST = 3
_BEFORE = re.compile(r"(?:^|[ ])([^\s]{1,40})[ ]$")


def mentions(source: Source, body: Span, people: Sequence[Person]) -> Iterator[Named]:
    """Yield a mark over each mention of one of `people` inside `body`."""
    bearers = _bearers(people)
    if not bearers:
        return
    either = "|".join(map(re.escape, sorted(bearers, key=len, reverse=True)))
    name = re.compile(rf"(?<![\w'’-])(?:{either})(?![\w-]|[ ][^\W\d_a-z])")
    for found in name.finditer(source.text, body.start, body.end):
        person = bearers[found[0]]
        start = _start(source, found.start(), person)
        if start is not None:
            yield Named(Span(start, found.end()), person.id)


def _bearers(people: Sequence[Person]) -> dict[str, Person]:
    """Return each form of a name that exactly one person bears."""
    counted = Counter(person.short.casefold() for person in people)
    bearers = {}
    for person in people:
        short = person.short
        if counted[short.casefold()] == 1 and len(short) >= _SHORTEST:
            bearers[short] = person
            if short.isupper():
                bearers[short.title()] = person
    return bearers


def _start(source: Source, start: int, person: Person) -> int | None:
    """Return where the mention begins; None where it is somebody else's name."""
    forenames = person.name.rpartition(" ")[0]
    if forenames and source.text.endswith(f"{forenames} ", 0, start):
        return start - len(forenames) - 1
    before = _BEFORE.search(source.text[max(0, start - 42) : start])
    return start if before is None or _leaves_open(before[1]) else None


def _leaves_open(word: str) -> bool:
    """Return whether the word before a name can stand before anybody's name.

    An honorific can, unless it is a woman's: no list here says who is a woman. A word
    that begins like a name is taken for one, and so is an initial.
    """
    word = word.lstrip("\"'“‘«([—")
    if word.strip(".").casefold() in HONORIFICS:
        return not is_feminine(word)
    return (
        not word[:1].isupper()
        or word in OPENERS
        or (word[-1] in ".?!:;,)]…\"”’" and len(word.strip(".")) > 1)
    )
