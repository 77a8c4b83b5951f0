"""Heads of rooms: court, parliament, council, stage, studio, the place of a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making import heads_fields
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, line
from learning.making.stock import capitals

if TYPE_CHECKING:
    from learning.making.turns import Making


def _centred(words: str, kind: Kind, gap: Gap = Gap.NONE) -> Paragraph:
    return Paragraph((Run(words, kind),), gap, Setting.CENTRED)


def _title(make: Making) -> str:
    return heads_fields.value(make, "subject")


def oral_history(make: Making) -> list[Paragraph]:
    found = [line(_title(make), Kind.TITLE)]
    names = ["interviewer", "date", "place", "duration", "file"]
    for n, name in enumerate(each for each in names if make.chance(0.6)):
        found.append(heads_fields.field(make, name, Gap.NONE if n else Gap.ONE))
    if make.plan["names"] == "initials-legend" or make.chance(0.3):
        found += heads_fields.present(make)
    return found


def court(make: Making) -> list[Paragraph]:
    first, second = make.rng.sample(make.stock["surname"], 2)
    number = f"{make.rng.randint(1, 99)}-{make.rng.randint(100, 2000)}"
    found = [
        _centred(capitals(_title(make)), Kind.TITLE),
        line(f"{capitals(first)} v. {capitals(second)}", Kind.TITLE, Gap.ONE),
        line(f"{heads_fields.name_of(make, 'file')} {number}", Kind.FIELD),
        line(heads_fields.day(make), Kind.FIELD, Gap.ONE),
    ]
    if make.chance(0.5):
        found += heads_fields.present(make)
    if make.chance(0.4):
        words = make.speech.filled(make.rng.choice(make.stock["procedure"]))
        found.append(line(words, Kind.PROCEDURE, Gap.SECTION))
    return found


def parliament(make: Making) -> list[Paragraph]:
    number = make.rng.randint(2, 180)
    found = [line(f"{_title(make)} {number}", Kind.TITLE)]
    found.append(line(heads_fields.day(make), Kind.FIELD))
    if make.chance(0.5):
        words = make.rng.choice(make.stock["heading"])
        found.append(
            line(
                capitals(words) if make.chance(0.5) else words,
                Kind.HEADING,
                Gap.SECTION,
            )
        )
    if make.chance(0.3):
        words = make.speech.filled(make.rng.choice(make.stock["procedure"]))
        found.append(line(words, Kind.PROCEDURE, Gap.SECTION))
    return found


def minutes(make: Making) -> list[Paragraph]:
    found = [line(_title(make), Kind.TITLE)]
    found += [
        heads_fields.field(make, each)
        for each in ("date", "time", "place")
        if make.chance(0.7)
    ]
    found += heads_fields.present(make)
    if make.chance(0.4):
        found.append(heads_fields.field(make, "absent"))
    if make.chance(0.5):
        words = make.rng.choice(make.stock["heading"])
        found.append(line(f"1. {words}", Kind.HEADING, Gap.SECTION))
    return found


def podcast(make: Making) -> list[Paragraph]:
    found = [line(f"{make.rng.randint(3, 300)}: {_title(make)}", Kind.TITLE)]
    found.append(heads_fields.field(make, "date", Gap.ONE))
    if make.chance(0.5):
        found.append(
            line(heads_fields.value(make, "summary"), Kind.NARRATIVE, Gap.SECTION)
        )
    if make.chance(0.4):
        for n, words in enumerate(make.rng.sample(make.stock["heading"], 3)):
            row = Run(f"{n * 7:02}:{n * 13 % 60:02} {words}", Kind.LIST)
            found.append(
                Paragraph((row,), Gap.NONE if n else Gap.ONE, Setting.VERBATIM)
            )
    if make.chance(0.3):
        link = f"https://example.org/{make.cast.drawn}"
        found.append(line(link, Kind.FIELD, Gap.ONE))
    return found


def chat(make: Making) -> list[Paragraph]:
    room = make.rng.choice(make.stock["item"]).replace(" ", "-")
    words = f"#{room}" if make.chance(0.5) else _title(make)
    return [line(words, Kind.TITLE)]


def play(make: Making) -> list[Paragraph]:
    """Return a title, the characters of the play, and where it begins."""
    found = [line(capitals(_title(make)), Kind.TITLE)]
    if make.chance(0.4):
        found.append(line(make.rng.choice(make.speech.names), Kind.FIELD, Gap.ONE))
    if make.chance(0.6):
        found += _characters(make)
    word = make.rng.choice(make.stock["act"])
    first = f"{word} I" if make.stock.spaced else f"{word}1"
    found.append(
        line(capitals(first) if make.chance(0.5) else first, Kind.HEADING, Gap.SECTION)
    )
    if make.chance(0.6):
        action = make.rng.choice(make.stock["action"])
        if make.plan["stages"] != "unbracketed":
            action = f"({action})"
        found.append(line(action, Kind.STAGE, Gap.SECTION))
    return found


def _characters(make: Making) -> list[Paragraph]:
    glosses = make.rng.sample(make.stock["gloss"], 3)
    name = heads_fields.name_of(make, "present")
    found = [line(name, Kind.PARTICIPANTS, Gap.SECTION)]
    for n in range(len(make.cast.voices)):
        label = make.cast.label(n, 0)
        entry = f"{label}, {glosses[n % 3]}" if make.cast.drawn % 2 else label
        found.append(line(entry, Kind.PARTICIPANTS))
    return found


def screenplay(make: Making) -> list[Paragraph]:
    where, what = (
        make.rng.choice(make.stock["place"]),
        make.rng.choice(make.stock["item"]),
    )
    return [
        _centred(capitals(_title(make)), Kind.TITLE),
        line(f"INT. {capitals(where)} - {capitals(what)}", Kind.HEADING, Gap.SECTION),
        Paragraph(
            (Run(make.stock["action"][make.cast.drawn % 4], Kind.STAGE),), Gap.ONE
        ),
    ]
