"""Findings on the speakers of a record: labels and names that the text leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.language.pack import every
from encoder.names.label import called
from encoder.names.rules import (
    ONE_NAME_ONLY,
    PERHAPS_ONE,
    SEVERAL_VOICES,
    UNIDENTIFIED_SPEAKER,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.finding import Finding
    from encoder.model.person import Person, PersonId
    from encoder.model.source import Place, Source
    from encoder.names.cast import Identified

_CROWDS = every("crowd") | every("crowd-of-soldiers")


def speaker_doubts(source: Source, identified: Identified) -> Iterator[Finding]:
    """Yield a finding for each label without a person, and each incomplete name."""
    first: dict[PersonId, tuple[str, Place]] = {}
    for printed, spans in identified.labels.items():
        place = source.place(spans[0])
        label = printed.rstrip(" \t\n:：–—-*_")
        if who := identified.speakers.get(spans[0]):
            first.setdefault(who, (label, place))
        elif are_several(printed):
            message = f"{label!r} are several voices, and no one person"
            yield SEVERAL_VOICES.at(place, message)
        else:
            yield UNIDENTIFIED_SPEAKER.at(place, f"who is {label!r}?")
    known = [each for each in identified.people if each.speaks and each.id in first]
    yield from _incomplete(known, first)


def are_several(printed: str) -> bool:
    """Return whether a label names a group that speaks at once.

    >>> are_several("All:"), are_several("Several delegates:"), are_several("A Voice:")
    (True, True, False)
    """
    words = called(printed).casefold().split()
    return bool(words) and not _CROWDS.isdisjoint(word.strip(".,:") for word in words)


def _incomplete(
    people: list[Person], first: dict[PersonId, tuple[str, Place]]
) -> Iterator[Finding]:
    """Yield a finding for each name of one word, and each possible duplicate person."""
    seen: dict[str, Person] = {}
    for person in people:
        label, place = first[person.id]
        if person.entity is None and " " not in person.name:
            message = f"{person.name!r} is all that the record says of the name"
            yield ONE_NAME_ONLY.at(place, message)
        twin = seen.setdefault(person.short.casefold(), person)
        if twin is not person and not (person.entity and twin.entity):
            other, _ = first[twin.id]
            message = f"{label!r} and {other!r} could be one person"
            yield PERHAPS_ONE.at(place, message)
