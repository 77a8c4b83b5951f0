"""Mark mentions of the record's own persons in its body.

A mention is a whole word that is the short name of exactly one person. It is skipped
if an adjacent word makes it another name: "Mrs. Hale", "Peter Hale", "Hale Street".
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from encoder.model.marks import Named
from encoder.model.source import Span
from encoder.names.label import leaves_open

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.person import Person
    from encoder.model.record import Record

_SHORTEST = 3
_LONGEST = 42
# A name after one of these is part of a word.
_IN_WORD = frozenset("_'’-")


def mentions(record: Record) -> Iterator[Named]:
    """Yield a mark over each mention of a person in the body of the record."""
    bearers = _bearers(record.people)
    if not bearers:
        return
    # The name comes first, so that the search is for its first letter.
    either = "|".join(map(re.escape, sorted(bearers, key=len, reverse=True)))
    name = re.compile(rf"(?:{either})(?![\w-]|[^\S\n][^\W\d_a-z])")
    text = record.source.text
    labels = {turn.label.end - 1 for turn in record.turns}
    for found in name.finditer(text, *record.extent):
        start, end = found.span()
        before = text[start - 1 : start]
        if end in labels or before.isalnum() or before in _IN_WORD:
            continue
        person = bearers[found[0]]
        first = _start(text, start, person)
        if first is not None:
            yield Named(Span(first, end), person.id)


def _bearers(people: Sequence[Person]) -> dict[str, Person]:
    """Return the person of each short name that exactly one person has."""
    counted = Counter(person.short.casefold() for person in people)
    bearers = {}
    for person in people:
        short = person.short
        if counted[short.casefold()] == 1 and len(short) >= _SHORTEST:
            bearers[short] = person
            if short.isupper():
                bearers[short.title()] = person
    return bearers


def _start(text: str, start: int, person: Person) -> int | None:
    """Return the offset where the mention begins; None if it is another name."""
    if not text[start - 1].isspace():
        return start
    forenames = person.name.rpartition(" ")[0]
    if forenames and text.endswith(f"{forenames} ", 0, start):
        return start - len(forenames) - 1
    before = text[max(0, start - _LONGEST) : start]
    if any(_stands_before(text, start, form) for form in _titled(person)):
        # "Mrs. Hale" is no other person if the record itself calls her so.
        return start
    words = before.split()
    # A line can break a name ("Mrs." / "Hale"), a paragraph cannot.
    begins = before.count("\n", len(before.rstrip())) > 1
    return start if begins or not words or leaves_open(words[-1]) else None


def _titled(person: Person) -> Iterator[str]:
    """Yield the words before the short name in each variant of a name."""
    for variant in person.variants:
        if variant.endswith(f" {person.short}"):
            yield variant.removesuffix(person.short)


def _stands_before(text: str, start: int, form: str) -> bool:
    first = start - len(form)
    return (
        text.startswith(form, first, start)
        and not text[max(0, first - 1) : first].isalnum()
    )
