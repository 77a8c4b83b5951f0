"""Suggest persons for a label, for a human to choose from.

Suggestions are ranked by the similarity of spelling, which never decides anything:
"Johnson" and "Johnston" are similar, "Mao Tse-tung" and "Mao Zedong" are not.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from encoder.model.authority import EntityKind
from encoder.names.gazetteer import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.record import Record
    from encoder.names.gazetteer import Known

_MOST = 5
_MOST_COMPARED = 2_000
_ALIKE = 0.7


def candidates(label: str, record: Record, names: Known) -> str:
    """Return the persons that a label could name, most similar first, as one string.

    Each is "identifier: name"; they are separated by "; ". Empty if none is similar.
    """
    ranked: dict[str, tuple[float, str]] = {}
    for key, name, forms in _persons(record, names, label):
        likeness = max(_likeness(label, form) for form in forms)
        if likeness >= _ALIKE and likeness > ranked.get(key, (0.0, ""))[0]:
            ranked[key] = (likeness, name)
    order = sorted(ranked, key=lambda key: (-ranked[key][0], key))
    return "; ".join(f"{key}: {ranked[key][1]}" for key in order[:_MOST])


def _persons(
    record: Record, names: Known, label: str
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for person in record.people:
        if label not in {person.name, *person.variants}:
            yield person.id, person.name, (person.name, *person.variants)
    persons = [each for each in names.ids.values() if each.kind is EntityKind.PERSON]
    if len(persons) > _MOST_COMPARED:
        mine = {*folded(label)}
        persons = [
            each
            for each in persons
            if any(
                not mine.isdisjoint(folded(form))
                for form in (each.name, *each.variants)
            )
        ]
    for entity in persons:
        yield entity.id, str(entity), (entity.name, *entity.variants)


def _likeness(one: str, other: str) -> float:
    """Return the similarity of two names, 0 to 1; 1 if one has all words of the other.

    >>> _likeness("HALE", "Anne Hale"), round(_likeness("Hail", "Hale"), 2)
    (1.0, 0.75)
    """
    mine, others = folded(one), folded(other)
    if {*mine} <= {*others} or {*others} <= {*mine}:
        return 1.0
    return SequenceMatcher(None, " ".join(mine), " ".join(others)).ratio()
