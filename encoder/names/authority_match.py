"""Match the persons of a record to the entries of an authority file.

The rules apply after those of the record itself (`cast`):

- a person is matched to the entry that has the person's fullest known name, if exactly
  one entry has it;
- a label without a person is matched to the one entry that has it as a name, or that
  held the role at the date of the record.

If several entries fit, none is chosen, and a finding lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.authority import EntityKind
from encoder.model.person import MatchRule, NameForm, Person, PersonId
from encoder.model.when import first_day, last_day
from encoder.names.cast import RESERVED, Identified
from encoder.names.gazetteer import folded, is_one_word, role_of
from encoder.names.identifiers import slug
from encoder.names.label import (
    called,
    fullness,
    is_one,
    is_womans,
    parse_label,
    used_alone,
)
from encoder.names.rules import AMBIGUOUS_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.authority import Entity, Office
    from encoder.model.source import Source, Span
    from encoder.model.when import When
    from encoder.names.gazetteer import Known


def recognise(
    source: Source, identified: Identified, names: Known, when: When | None
) -> Identified:
    """Return the persons, each with the authority entry that it matches, if any.

    A person without an entry never has the identifier of one. `when` is the date of
    the record; without it, no role is matched. Ambiguous names are in `findings`.
    """
    taken = {*RESERVED, *names.ids, *(person.id for person in identified.people)}
    findings: list[Finding] = []
    people: list[Person] = []
    speakers: dict[Span, PersonId] = {}
    new_ids: dict[PersonId, PersonId] = {}
    for person in identified.people:
        found = _entries(person, names)
        known = as_entity(person, found[0]) if len(found) == 1 else person
        if known is person and person.id in names.ids:
            known = person._replace(id=PersonId(slug(person.id, taken)))
            taken.add(known.id)
        new_ids[person.id] = known.id
        people.append(known)
        if len(found) > 1 and person.speaks:
            place = source.place(_first(identified, person))
            findings.append(AMBIGUOUS_NAME.at(place, _which(person.name, found)))
    for span, who in identified.speakers.items():
        speakers[span] = new_ids[who]
    for printed, spans in identified.labels.items():
        if spans[0] in speakers:
            continue
        found, form = _label_entries(printed, names, when)
        if len(found) == 1:
            person = as_entity(_nameless(found[0], form), found[0])
            people.append(person)
            speakers.update(dict.fromkeys(spans, person.id))
        elif found:
            place = source.place(spans[0])
            message = _which(called(printed), found)
            findings.append(AMBIGUOUS_NAME.at(place, message))
    return Identified(merged(people), speakers, identified.labels, tuple(findings))


def _first(identified: Identified, person: Person) -> Span:
    """Return the first label of a person who speaks."""
    return next(span for span, who in identified.speakers.items() if who == person.id)


def _entries(person: Person, names: Known) -> list[Entity]:
    """Return the entries for persons that have the fullest known name of `person`.

    An entry that shares only the last word of a name is dropped if the other names
    disagree: an entry "Soong" does not match T. V. Soong. For a person with a woman's
    honorific, forms of one word are ignored, since they can be another's name.
    """
    forms = {person.name, *person.variants}
    titles = " ".join(parse_label(form).titles for form in forms)
    for form in sorted(forms, key=fullness, reverse=True):
        if is_womans(titles) and is_one_word(form):
            continue
        found = [each for each in names.named(form) if each.kind is EntityKind.PERSON]
        if found:
            return [each for each in found if _agrees(each, person.name)]
    return []


def _agrees(entity: Entity, name: str) -> bool:
    """Return whether a person called `name` can be the person of an entry."""
    if " " not in name or folded(name) in map(folded, (entity.name, *entity.variants)):
        return True
    forms = (entity.name, *entity.variants)
    return any(" " in form and is_one(name, form) for form in forms)


def _label_entries(
    printed: str, names: Known, when: When | None
) -> tuple[list[Entity], NameForm]:
    """Return the entries that a label can name, and the form to record for it."""
    words = called(printed)
    found = [one for one in names.named(words) if one.kind is EntityKind.PERSON]
    if found:
        return found, NameForm(words, MatchRule.AUTHORITY)
    return [*_holders(words, names, when)], NameForm(words, MatchRule.ROLE, "medium")


def _holders(words: str, names: Known, when: When | None) -> Iterator[Entity]:
    """Yield each entry that held a role on every possible day of the record."""
    if when is None or when.earliest is None or when.latest is None:
        return
    role = role_of(words)
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    for entity in names.holders.get(role, ()):
        if any(
            role_of(office.role) == role and _held(office, first, last)
            for office in entity.offices
        ):
            yield entity


def _held(office: Office, first: str, last: str) -> bool:
    """Return whether an office covers two days, given as ISO 8601.

    An office known to the month or year does not cover the month or year in which it
    began or ended. An office without an end has not ended.
    """
    if office.start is None or first < last_day(office.start).isoformat():
        return False
    return office.end is None or last <= first_day(office.end).isoformat()


def as_entity(person: Person, entity: Entity) -> Person:
    """Return a person with the identifier and name of an authority entry."""
    printed = dict.fromkeys((person.name, *person.variants))
    return person._replace(
        id=PersonId(entity.id),
        name=entity.name,
        variants=tuple(words for words in printed if words != entity.name),
        entity=entity,
    )


def _nameless(entity: Entity, form: NameForm) -> Person:
    """Return a person who is known from the authority only, named by one label."""
    short = used_alone(entity.name)
    return Person(PersonId(entity.id), form.words, short, forms=(form,))


def merged(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return the persons with those of one identifier merged, in order of first use."""
    whole: dict[PersonId, Person] = {}
    for person in people:
        one = whole.setdefault(person.id, person)
        if one is not person:
            known = one if one.entity or not person.entity else person
            printed = dict.fromkeys((*one.variants, one.name, *person.variants))
            whole[person.id] = one._replace(
                name=known.name,
                entity=known.entity,
                variants=tuple(each for each in printed if each != known.name),
                role=one.role or person.role,
                speaks=one.speaks or person.speaks,
                forms=tuple(dict.fromkeys((*one.forms, *person.forms))),
            )
    return tuple(whole.values())


def _which(words: str, found: Sequence[Entity]) -> str:
    return f"{words!r} could be {' or '.join(map(str, found))}"
