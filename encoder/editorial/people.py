"""Labels matched to persons, by what the record itself says.

A person is whom the labels and the title of one record let us tell apart. The tiers,
each of which must leave no choice: the label as printed; the label without what stands
in brackets, and without honorifics; the last word of a name that one person bears.
What none of them settles has no person. Likeness of letters decides nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from encoder.editorial.names import (
    full_name,
    fullness,
    honorific,
    is_name,
    is_one,
    names_in_title,
    short_name,
    slug,
)
from encoder.editorial.rules import ONE_NAME_ONLY, PERHAPS_ONE, UNIDENTIFIED_SPEAKER
from encoder.model.blocks import Block, Turn
from encoder.model.person import Person, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Place, Source, Span

RESERVED = frozenset({"archive", "encoder", "source"})
"""Identifiers that the header uses for something else."""


class Identified(NamedTuple):
    """The blocks with `who` in each turn that is settled, and the persons."""

    blocks: tuple[Block, ...]
    people: tuple[Person, ...]
    findings: tuple[Finding, ...]


def identify(source: Source, blocks: Sequence[Block], title: str) -> Identified:
    """Return `blocks` with each label matched to a person, where one fits."""
    labels: dict[str, Span] = {}
    for block in blocks:
        if isinstance(block, Turn):
            labels.setdefault(source.words(block.label), block.label)
    people, ids = _people(labels, names_in_title(title))
    known = tuple(
        replace(block, who=ids.get(source.words(block.label)))
        if isinstance(block, Turn)
        else block
        for block in blocks
    )
    places = {label: source.place(span) for label, span in labels.items()}
    findings = [*_unsettled(places, ids), *_incomplete(places, ids, people)]
    return Identified(known, people, tuple(findings))


def _people(
    labels: Iterable[str], declared: Sequence[str]
) -> tuple[tuple[Person, ...], dict[str, PersonId]]:
    """Return the persons, and whose each label is, in the order of first labels."""
    people: list[Person] = []
    ids: dict[str, PersonId] = {}
    for bearer in _bearers([label for label in labels if is_name(label)], declared):
        taken = RESERVED | {person.id for person in people}
        people.append(person := _person(bearer, declared, taken))
        ids.update(dict.fromkeys(bearer, person.id))
    return tuple(people), ids


def _bearers(labels: Sequence[str], declared: Sequence[str]) -> Iterator[list[str]]:
    """Yield the labels of each person.

    Labels that end in the same name are one person's when nothing in them, or in the
    title, says that there are two. Where something does, each label that says more
    than the name has a person of its own, and the bare name has none.
    """
    for short in dict.fromkeys(short_name(full_name(label)) for label in labels):
        mine = [label for label in labels if short_name(full_name(label)) == short]
        named = [name for name in declared if short_name(name) == short]
        if _is_one_person(mine, named):
            yield mine
        else:
            yield from _apart(mine, named)


def _is_one_person(labels: Sequence[str], named: Sequence[str]) -> bool:
    forms = [*map(full_name, labels), *named]
    titles = {honorific(label) for label in labels} - {""}
    return len(titles) <= 1 and all(
        is_one(name, other) for name in forms for other in forms
    )


def _apart(labels: Sequence[str], named: Sequence[str]) -> Iterator[list[str]]:
    for label in labels:
        if " " in full_name(label) or (honorific(label) and len(named) <= 1):
            yield [label]


def _person(labels: Sequence[str], declared: Sequence[str], taken: set[str]) -> Person:
    own = [full_name(label) for label in labels]
    fitting = [name for name in declared if all(is_one(name, form) for form in own)]
    name = max((*fitting, *own), key=fullness)
    printed = dict.fromkeys(label.rstrip(" \t:：") for label in labels)
    variants = tuple(form for form in printed if form != name)
    short = name.rpartition(" ")[2]
    return Person(PersonId(slug(name, taken)), name, short, variants)


def _unsettled(
    places: Mapping[str, Place], ids: Mapping[str, PersonId]
) -> Iterator[Finding]:
    for label, place in places.items():
        if label not in ids:
            yield UNIDENTIFIED_SPEAKER.at(place, f"who is {label!r}?")


def _incomplete(
    places: Mapping[str, Place],
    ids: Mapping[str, PersonId],
    people: Sequence[Person],
) -> Iterator[Finding]:
    """Yield what a person should complete: lone names, and perhaps one person twice."""
    first: dict[PersonId, Place] = {}
    for label, who in ids.items():
        first.setdefault(who, places[label])
    seen: dict[str, Person] = {}
    for person in people:
        if " " not in person.name:
            message = f"{person.name!r} is all that the record says of the name"
            yield ONE_NAME_ONLY.at(first[person.id], message)
        twin = seen.setdefault(person.short.casefold(), person)
        if twin is not person:
            message = f"{person.name!r} and {twin.name!r} could be one person"
            yield PERHAPS_ONE.at(first[person.id], message)
