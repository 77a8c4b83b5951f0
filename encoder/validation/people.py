"""Who is who, and whether the right one speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.validation.check import Hit, Layer, on_elements, on_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.index import Index, IndexedTurn
    from encoder.validation.position import At

_NO_LETTER: Final = re.compile(r"[\W_]+")
# Of two that are nearly as many nobody can say which is the wrong one.
_MANY: Final = 3
_SAME_AS: Final = ("corresp", "sameAs", "copyOf", "ref", "source", "key")


@on_file("T301", Layer.PEOPLE, Severity.NOTE)
def turn_without_who(file: Index) -> Iterator[Hit]:
    """A speech or an utterance does not say by @who whose it is.

    A search by person does not find it. That may be right: nobody may know who spoke,
    and a guess would be worse.

    Where it is known, say it:

        <sp><speaker>HALE:</speaker>…

        <sp who="#hale"><speaker>HALE:</speaker>…
    """
    for turn in file.turns:
        if not turn.who:
            for at in turn.places:
                yield Hit(at, "nobody is said to speak here; add @who if it is known")


@on_file("T302", Layer.PEOPLE, Severity.WARNING)
def person_twice(file: Index) -> Iterator[Hit]:
    """Two persons have the same name.

    If they are one, what the one said is counted apart from what the other said. If
    they are two, readers cannot tell them apart.

    Make them one, or say in `persName` what tells them apart:

        <person xml:id="hale">…<person xml:id="hale-2"><persName>Hale</persName>

        <person xml:id="hale"><persName>Hale</persName>
        <person xml:id="hale-jr"><persName>Hale the younger</persName>
    """
    first: dict[str, tuple[str, At]] = {}
    for person in file.people:
        name = " ".join(person.names[0].split()).casefold() if person.names else ""
        if not name:
            continue
        if name in first:
            message = f"'{person.names[0].strip()}' is the name of {first[name][0]} too"
            yield Hit(person.at, message)
        else:
            first[name] = (
                f"'{person.id}'" if person.id else "a person above",
                person.at,
            )


@on_file("T303", Layer.PEOPLE, Severity.ERROR)
def speech_of_another(file: Index) -> Iterator[Hit]:
    """The label of a speech is the name of one person, and its @who is another.

    Words are put into the mouth of somebody who did not say them. Of all that can be
    wrong in an edition this is what readers can check least and quote most.

    Point to the person whose name the label is, or correct the label:

        <sp who="#reed"><speaker>HALE:</speaker>…

        <sp who="#hale"><speaker>HALE:</speaker>…
    """
    if not (owners := _owners(file)):
        return
    for turn in file.turns:
        named = owners.get(folded(turn.label), set())
        said = (turn.who or "").split()
        if len(named) == 1 and len(said) == 1 and said[0].startswith("#"):
            (owner,) = named
            if said[0][1:] != owner and said[0][1:] in file.ids:
                label = turn.label.strip()
                message = f"'{label}' is a name of #{owner} and not of {said[0]}"
                for at in turn.places:
                    yield Hit(at, message, "who", said[0])


@on_file("T304", Layer.PEOPLE, Severity.WARNING)
def label_of_two(file: Index) -> Iterator[Hit]:
    """One label stands for one person here and for another person there.

    If it is the same person, one of the two is given words that another said.

    Look at the speeches that are named, which are the fewer:

        <sp who="#hale"><speaker>HALE:</speaker>…
        <sp who="#hale"><speaker>HALE:</speaker>…
        <sp who="#reed"><speaker>HALE:</speaker>…

        <sp who="#hale"><speaker>HALE:</speaker>…
        <sp who="#hale"><speaker>HALE:</speaker>…
        <sp who="#hale"><speaker>HALE:</speaker>…
    """
    by_label: dict[str, list[IndexedTurn]] = {}
    for turn in file.turns:
        if turn.who and turn.label:
            by_label.setdefault(folded(turn.label), []).append(turn)
    for turns in by_label.values():
        most = max(turns, key=lambda turn: len(turn.places))
        for turn in turns:
            if len(turn.places) * _MANY <= len(most.places) and turn.who != most.who:
                label, count = most.label.strip(), len(most.places)
                message = f"'{label}' is {most.who} in {count} other places"
                for at in turn.places:
                    yield Hit(at, message, "who", turn.who or "")


@on_file("T305", Layer.PEOPLE, Severity.WARNING)
def number_of_two(file: Index) -> Iterator[Hit]:
    """Two persons have the same number in an authority file.

    The number says that they are one. Either it stands with the wrong person, or what
    one person said is counted as that of two.

    Correct the number, or make the two persons one:

        <person xml:id="hale">…<idno type="example">17</idno>
        <person xml:id="reed">…<idno type="example">17</idno>

        <person xml:id="hale">…<idno type="example">17</idno>
        <person xml:id="reed">…<idno type="example">18</idno>
    """
    first: dict[tuple[str, str], str] = {}
    for number in file.details.numbers:
        key = (number.type.lower(), number.words)
        if not number.words or not number.type:
            continue
        if key in first and first[key] != number.person:
            kind = f"{number.type} {number.words}"
            yield Hit(number.at, f"{kind} is the number of '{first[key]}' too")
        else:
            first[key] = number.person


@on_elements("T306", Layer.PEOPLE, Severity.WARNING, "person")
def person_without_name(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A person has no name, and nothing says where one could be found.

    Lists of speakers show an identifier or a blank, and nobody can say later who it
    was.

    Add the name that the record uses, or "unknown":

        <person xml:id="p3"/>

        <person xml:id="p3"><persName>a clerk of the harbour</persName></person>
    """
    for element in elements:
        empty = not len(element) and not (element.text or "").strip()
        if empty and not any(element.get(each) for each in _SAME_AS):
            yield Hit(element, "this person has no name")


@on_file("T307", Layer.PEOPLE, Severity.NOTE)
def person_of_no_use(file: Index) -> Iterator[Hit]:
    """A person is described, and nothing in the file speaks of it.

    Readers look for what the person said. Perhaps a @who points to another person, or
    to one that was listed twice.

    Point to the person where it speaks or is spoken of, or take it from the list:

        <person xml:id="hale">…  <sp><speaker>HALE:</speaker>

        <person xml:id="hale">…  <sp who="#hale"><speaker>HALE:</speaker>
    """
    # A list of persons that other files point to has no turns of its own.
    if any(turn.who for turn in file.turns):
        said = {pointer.value for pointer in file.pointers}
        for person in file.people:
            if person.id and f"#{person.id}" not in said:
                yield Hit(person.at, f"nothing points to #{person.id}", "xml:id")


@on_file("T308", Layer.PEOPLE, Severity.NOTE)
def speaker_who_is_silent(file: Index) -> Iterator[Hit]:
    """A person has the role of a speaker and does not speak.

    The list says more than the record, or the speeches of this person were given to
    another.

    Correct the role, or the @who of the speeches:

        <person xml:id="reed" role="speaker">…  <sp who="#hale">…

        <person xml:id="reed" role="present">…  <sp who="#hale">…
    """
    speakers = [each for each in file.details.roles if each.role == "speaker"]
    if speakers:
        heard = {one for turn in file.turns for one in (turn.who or "").split()}
        for each in speakers if heard else ():
            if each.person and f"#{each.person}" not in heard:
                message = f"#{each.person} is a speaker, and says nothing"
                yield Hit(each.at, message, "role")


# Labels come back, in one file and in the next.
@lru_cache(maxsize=1000)
def folded(name: str) -> str:
    """Return a name or a label as it is compared: without case, stops and brackets.

    >>> folded("[Ann] Hale:") == folded("ANN HALE")
    True
    """
    return _NO_LETTER.sub(" ", name).strip().casefold()


def _owners(file: Index) -> Mapping[str, set[str]]:
    """Return the identifiers of those who have a name, by the name."""
    owners: dict[str, set[str]] = {}
    for person in file.people:
        for name in person.names:
            if person.id and (key := folded(name)):
                owners.setdefault(key, set()).add(person.id)
    return owners


CHECKS: Final[tuple[Check, ...]] = (
    turn_without_who,
    person_twice,
    speech_of_another,
    label_of_two,
    number_of_two,
    person_without_name,
    person_of_no_use,
    speaker_who_is_silent,
)
