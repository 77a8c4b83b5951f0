"""Labels matched to persons, by what the record itself says.

A person is whom the labels and the title of one record let us tell apart. The tiers,
each of which must leave no choice: the label as printed; the label without what stands
in brackets, and without honorifics; the last word of a name that one person bears.
What none of them settles has no person. Likeness of letters decides nothing.
"""

from __future__ import annotations

from itertools import combinations, starmap
from typing import TYPE_CHECKING, NamedTuple

from encoder.editorial.names import (
    Label,
    fullness,
    is_name,
    is_one,
    names_in_title,
    parse_label,
    short_name,
    slug,
)
from encoder.editorial.rules import ONE_NAME_ONLY, PERHAPS_ONE, UNIDENTIFIED_SPEAKER
from encoder.model.person import Person, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from encoder.finding import Finding
    from encoder.model.blocks import Turn
    from encoder.model.source import Place, Source, Span

RESERVED = frozenset({"archive", "encoder", "source"})
"""Identifiers that the header uses for something else."""


class Identified(NamedTuple):
    """The persons of a record, and whose each label is, where that is settled."""

    people: tuple[Person, ...]
    speakers: Mapping[Span, PersonId]
    findings: tuple[Finding, ...]


def identify(source: Source, turns: Iterable[Turn], title: str) -> Identified:
    """Return the persons whom the labels of `turns` name, and which is whose."""
    places: dict[str, list[Span]] = {}
    for turn in turns:
        places.setdefault(source.words(turn.label), []).append(turn.label)
    labels = [parse_label(printed) for printed in places]
    people, ids = _people(labels, names_in_title(title) if places else ())
    spans = zip(labels, places.values(), strict=True)
    first = {label: source.place(found[0]) for label, found in spans}
    speakers = {
        span: ids[label]
        for label, found in zip(labels, places.values(), strict=True)
        if label in ids
        for span in found
    }
    findings = (*_unsettled(first, ids), *_incomplete(first, ids, people))
    return Identified(people, speakers, findings)


def _people(
    labels: Iterable[Label], declared: Sequence[str]
) -> tuple[tuple[Person, ...], dict[Label, PersonId]]:
    """Return the persons, and whose each label is, in the order of first labels."""
    people: list[Person] = []
    ids: dict[Label, PersonId] = {}
    named = [label for label in labels if is_name(label.name)]
    for bearer in _bearers(named, declared):
        taken = {*RESERVED, *(person.id for person in people)}
        people.append(person := _person(bearer, declared, taken))
        ids.update(dict.fromkeys(bearer, person.id))
    return tuple(people), ids


def _bearers(
    labels: Sequence[Label], declared: Sequence[str]
) -> Iterator[Sequence[Label]]:
    """Yield the labels of each person.

    Labels that end in the same name are one person's when nothing in them, or in the
    title, says that there are two. Where something does, each label that says more
    than the name has a person of its own, and the bare name has none.
    """
    by_short: dict[str, list[Label]] = {}
    for label in labels:
        by_short.setdefault(label.short, []).append(label)
    for short, mine in by_short.items():
        named = [name for name in declared if short_name(name) == short]
        if _is_one_person(mine, named):
            yield mine
        else:
            yield from _apart(mine, named)


def _is_one_person(labels: Sequence[Label], named: Sequence[str]) -> bool:
    titles = {label.titles for label in labels} - {""}
    forms = {*named, *(label.name for label in labels)}
    return len(titles) <= 1 and all(starmap(is_one, combinations(forms, 2)))


def _apart(labels: Sequence[Label], named: Sequence[str]) -> Iterator[Sequence[Label]]:
    for label in labels:
        if " " in label.name or (label.titles and len(named) <= 1):
            yield (label,)


def _person(
    labels: Sequence[Label], declared: Sequence[str], taken: set[str]
) -> Person:
    own = [label.name for label in labels]
    fitting = [name for name in declared if all(is_one(name, form) for form in own)]
    name = max((*fitting, *own), key=fullness)
    printed = dict.fromkeys(label.printed for label in labels)
    variants = tuple(form for form in printed if form != name)
    short = name.rpartition(" ")[2]
    return Person(PersonId(slug(name, taken)), name, short, variants)


def _unsettled(
    places: Mapping[Label, Place], ids: Mapping[Label, PersonId]
) -> Iterator[Finding]:
    for label, place in places.items():
        if label not in ids:
            yield UNIDENTIFIED_SPEAKER.at(place, f"who is {label.printed!r}?")


def _incomplete(
    places: Mapping[Label, Place],
    ids: Mapping[Label, PersonId],
    people: Sequence[Person],
) -> Iterator[Finding]:
    """Yield what a person should complete: lone names, and perhaps one person twice."""
    first: dict[PersonId, Label] = {}
    for label, who in ids.items():
        first.setdefault(who, label)
    seen: dict[str, Person] = {}
    for person in people:
        label = first[person.id]
        if " " not in person.name:
            message = f"{person.name!r} is all that the record says of the name"
            yield ONE_NAME_ONLY.at(places[label], message)
        twin = seen.setdefault(person.short.casefold(), person)
        if twin is not person:
            other = first[twin.id].printed
            message = f"{label.printed!r} and {other!r} could be one person"
            yield PERHAPS_ONE.at(places[label], message)
