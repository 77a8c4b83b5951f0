"""Match labels to persons, by the evidence of the record alone.

The evidence is the labels, the title and the lists of participants. The rules, each of
which must leave exactly one person: the label as printed; the label without brackets
and honorifics; the initials that a list gives; the last word of a name that only one
person has. A label that no rule settles has no person. Similarity of spelling is not
evidence.
"""

from __future__ import annotations

from itertools import combinations, starmap
from typing import TYPE_CHECKING, NamedTuple

from encoder.model.person import MatchRule, Person, PersonId
from encoder.names.identifiers import slug
from encoder.names.label import (
    Label,
    called,
    fullness,
    is_indefinite,
    is_one,
    is_womans,
    parse_label,
    short_name,
    used_alone,
)
from encoder.names.match_rule import form_of
from encoder.names.participant_list import Listed, initials, listed, names_in_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from encoder.finding import Finding
    from encoder.model.blocks import Turn
    from encoder.model.source import Source, Span

RESERVED = frozenset({"archive", "encoder", "source", "matched", *MatchRule})
"""Identifiers that the TEI header uses for other elements."""


_FEWEST_INITIALS = 2


class Identified(NamedTuple):
    """The persons of a record, and the person of each label that could be matched.

    `speakers` maps the span of a label to a person; a label without one is not in it.
    `labels` maps the printed words of each label to all its spans.
    """

    people: tuple[Person, ...]
    speakers: Mapping[Span, PersonId]
    labels: Mapping[str, Sequence[Span]]
    findings: tuple[Finding, ...] = ()


def identify(
    source: Source, turns: Iterable[Turn], title: str, listed: Iterable[Span] = ()
) -> Identified:
    """Return the persons that labels and lists name, and the person of each label.

    `listed` are the lines of the lists of participants on the page.
    """
    places: dict[str, list[Span]] = {}
    for turn in turns:
        places.setdefault(source.words(turn.label), []).append(turn.label)
    stated = _stated(title if places else "", map(source.words, listed))
    labels = [_by_list(parse_label(printed), stated) for printed in places]
    people, ids = _people(_definite(labels), stated)
    speakers = {
        span: ids[label]
        for label, found in zip(labels, places.values(), strict=True)
        if label in ids
        for span in found
    }
    return Identified(people, speakers, places)


def _definite(labels: Sequence[Label]) -> list[Label]:
    """Return the labels without those of a role that several speakers share.

    If "Un docteur" speaks too, "Le docteur" need not be the same person each time.
    """
    several = {
        label.name.split(maxsplit=1)[-1].casefold()
        for label in labels
        if is_indefinite(label.name)
    }
    return [
        label
        for label in labels
        if label.name.split(maxsplit=1)[-1:] == []
        or label.name.split(maxsplit=1)[-1].casefold() not in several
    ]


class _Stated(NamedTuple):
    """The names that the page states: in its title, and in lists of participants."""

    titled: Sequence[str]
    listed: Sequence[Listed]

    def names(self, short: str) -> Sequence[str]:
        """Return the names that end in `short`."""
        names = (*self.titled, *(each.name for each in self.listed))
        return [name for name in names if short_name(name) == short]

    def initialled(self, letters: str) -> str | None:
        """Return the one name with the initials `letters`; None if not exactly one.

        At least two letters. Initials printed in a list take precedence over those
        derived from names.
        """
        if len(letters) < _FEWEST_INITIALS or not letters.isupper():
            return None
        sure = [each for each in self.listed if each.is_sure]
        keyed = [each.name for each in sure if each.key == letters]
        names = keyed or [
            name
            for name in (*self.titled, *(each.name for each in sure))
            if initials(name) == letters
        ]
        return names[0] if len(names) == 1 else None

    def of(self, short: str) -> Sequence[Listed]:
        """Return the listed persons whose names end in `short`."""
        return [each for each in self.listed if each.short == short]


def _stated(title: str, lines: Iterable[str]) -> _Stated:
    """Return the names of a page, without those of the title that a list has fuller."""
    found = listed(lines)
    titled = [
        name
        for name in names_in_title(title)
        if not any(is_one(name, each.name) for each in found)
    ]
    return _Stated(titled, found)


def _by_list(label: Label, stated: _Stated) -> Label:
    """Return a label with the name that only a list of participants can confirm.

    "COX" could be initials, and "Lord" a title.
    """
    if label.is_persons:
        return label
    if name := stated.initialled(called(label.printed).replace(".", "")):
        return label._replace(titles="", name=name)
    name = called(label.printed)
    known = " " not in name and len(stated.of(name.casefold())) == 1
    return label._replace(titles="", name=name) if known else label


def _people(
    labels: Iterable[Label], stated: _Stated
) -> tuple[tuple[Person, ...], dict[Label, PersonId]]:
    """Return the persons in order of their first label, and the person of each label.

    Persons who are listed and have no label follow those who speak.
    """
    people: list[Person] = []
    ids: dict[Label, PersonId] = {}
    taken = {*RESERVED}
    silent = [each for each in stated.listed if each.is_sure]
    known = {each.short for each in stated.listed}
    named = [
        label
        for label in labels
        if label.is_persons or (" " not in label.name and label.short in known)
    ]
    for bearer in _bearers(named, stated):
        same = _same(bearer, stated)
        silent = [each for each in silent if each is not same]
        people.append(person := _person(bearer, stated, same, taken))
        taken.add(person.id)
        ids.update(dict.fromkeys(bearer, person.id))
    for each in silent:
        people.append(person := _silent(each, taken))
        taken.add(person.id)
    return tuple(people), ids


def _bearers(labels: Sequence[Label], stated: _Stated) -> Iterator[Sequence[Label]]:
    """Yield the labels of each person, grouped.

    Labels that end in the same name belong to one person unless a title, a forename or
    a name stated by the page contradicts it. If so, each label with more than the bare
    name is a person of its own, and the bare name is left out.
    """
    by_short: dict[str, list[Label]] = {}
    for label in labels:
        by_short.setdefault(label.short, []).append(label)
    for short, mine in by_short.items():
        named = stated.names(short)
        if _is_one_person(mine, named, listed=len(stated.of(short)) == 1):
            yield mine
        else:
            yield from _apart(mine, named)


def _is_one_person(
    labels: Sequence[Label], named: Sequence[str], *, listed: bool
) -> bool:
    """Return whether labels that end in the same name can all be one person's.

    `listed` is whether the page lists exactly one person of the name. Then "Mr. Hale"
    and "Director Hale" agree; "Mr. Hale" and "Mrs. Hale" do not.
    """
    titles = {label.titles for label in labels} - {""}
    agree = len({*map(is_womans, titles)} if listed else titles) <= 1
    if not listed and any(map(is_womans, titles)):
        # "Macbeth" beside "Lady Macbeth" can be her, and is mostly somebody else.
        agree = agree and all(label.titles or " " in label.name for label in labels)
    forms = {*named, *(label.initialled for label in labels)}
    return agree and all(starmap(is_one, combinations(forms, 2)))


def _apart(labels: Sequence[Label], named: Sequence[str]) -> Iterator[Sequence[Label]]:
    alike: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        hers = not label.titles and any(is_womans(each.titles) for each in labels)
        if " " in label.initialled or ((label.titles or hers) and len(named) <= 1):
            form = (label.titles, label.name.casefold())
            alike.setdefault(form, []).append(label)
    yield from alike.values()


def _same(labels: Sequence[Label], stated: _Stated) -> Listed | None:
    """Return the listed person that fits all labels; None unless exactly one does."""
    found = [
        each
        for each in stated.of(labels[0].short)
        if all(
            is_one(each.name, label.initialled) and each.could_be(label.titles)
            for label in labels
        )
    ]
    return found[0] if len(found) == 1 else None


def _person(
    labels: Sequence[Label], stated: _Stated, same: Listed | None, taken: set[str]
) -> Person:
    own = [label.name for label in labels]
    fitting = [
        name for name in stated.titled if all(is_one(name, form) for form in own)
    ]
    fitting += [same.name] if same else []
    name = max((*fitting, *own), key=fullness)
    printed = dict.fromkeys(called(label.printed) for label in labels)
    if same:
        printed[same.printed] = None
    declared = {*fitting, *([same.printed] if same else [])}
    return Person(
        PersonId(slug(name, taken)),
        name,
        used_alone(name),
        tuple(words for words in printed if words != name),
        role=same.role if same and not same.key else "",
        forms=tuple(form_of(label, name, declared) for label in labels),
    )


def _silent(known: Listed, taken: set[str]) -> Person:
    """Return the person for an entry of a list that has no label."""
    variants = (known.printed,) if known.printed != known.name else ()
    return Person(
        PersonId(slug(known.name, taken)),
        known.name,
        used_alone(known.name),
        variants,
        role=known.role,
        speaks=False,
    )
