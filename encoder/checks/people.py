"""Who is who, and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.checks.check import Hit, Layer, on_file
from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.checks.check import At, Check
    from encoder.checks.index import Index


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


CHECKS: Final[tuple[Check, ...]] = (turn_without_who, person_twice)
