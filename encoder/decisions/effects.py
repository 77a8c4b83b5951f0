"""Record on a record what decisions and authority files have added to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.model.authority import EntityKind
from encoder.model.marks import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.decisions.apply import Applied, KindOf
    from encoder.model.blocks import Leaf
    from encoder.model.marks import Mark
    from encoder.model.record import Record
    from encoder.names.gazetteer import Known


def kinds(record: Record, names: Known) -> KindOf:
    """Return a lookup of kinds: authority entries, then persons of the record."""

    def kind(xml_id: str) -> EntityKind | None:
        if entity := names.ids.get(xml_id):
            return entity.kind
        here = any(person.id == xml_id for person in record.people)
        return EntityKind.PERSON if here else None

    return kind


def decided_marks(applied: Applied) -> Iterator[Mark]:
    """Yield the marks of decisions, names first, so that they are the outer ones."""
    marks = [each.mark for each in applied.decisions if each.mark]
    yield from (mark for mark in marks if isinstance(mark, Named))
    yield from (mark for mark in marks if not isinstance(mark, Named))


def with_decisions(
    record: Record,
    marked: Applied,
    speakers: Applied,
    breaks: Applied,
    leaves: Iterable[Leaf],
) -> Record:
    """Return the record with the decisions that took effect, and their places.

    `leaves` are the paragraphs that begin where a decision on joins applies.
    """
    made = {id(mark) for inside in record.marks.values() for mark in inside}
    decided = [
        *(each.decision for each in speakers.decisions),
        *(
            each.decision
            for each in marked.decisions
            if each.mark is None or id(each.mark) in made
        ),
        *(each.decision for each in breaks.decisions),
    ]
    if not decided:
        return record
    by_start = {each.span.start: each.decision for each in breaks.decisions}
    deciders = {leaf.span: by_start[leaf.span.start] for leaf in leaves}
    deciders |= {each.span: each.decision for each in speakers.decisions}
    once_each = tuple(dict.fromkeys(decided))
    return replace(record, decided=once_each, deciders=deciders)


def with_mentioned(record: Record, names: Known) -> Record:
    """Return the record with the authority entries that it names as third parties.

    They are in the order of their first mention.
    """
    part = {str(person.id) for person in record.people}
    named = {
        mark.who: mark.span.start
        for inside in reversed([*record.marks.values()])
        for mark in reversed(inside)
        if isinstance(mark, Named) and mark.who not in part and mark.who in names.ids
    }
    if not named:
        return record
    order = sorted(named, key=lambda who: named[who])
    return replace(record, mentioned=tuple(names.ids[who] for who in order))
