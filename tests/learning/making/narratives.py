"""Texts that tell, in which nobody speaks with a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making import heads_fields
from learning.making.lists import many, person
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, line, text
from learning.making.stock import capitals

if TYPE_CHECKING:
    from learning.making.turns import Making


def _told(make: Making, most: int = 5) -> str:
    return make.speech.narrative(make.rng.randint(1, most))


def _headed(make: Making, n: int) -> list[Paragraph]:
    words = make.rng.choice(make.stock["heading"])
    form = make.cast.drawn % 4
    words = (words, capitals(words), f"{n + 1}. {words}", f"## {words}")[form]
    return [line(words, Kind.HEADING, Gap.SECTION)]


def _lead(make: Making) -> str:
    """Return a sentence with a colon, or one that names somebody, or a plain one."""
    told = make.speech.filled(make.rng.choice(make.stock["special"]))
    return make.rng.choice((told, make.speech.reported(person(make)), _told(make, 2)))


def _noted(make: Making) -> str:
    return make.speech.filled(make.rng.choice(make.stock["note"]))


def report(make: Making) -> list[Paragraph]:
    """Return paragraphs under headings, notes and lists among them."""
    found: list[Paragraph] = []
    headed = make.chance(0.6)
    for n in range(many(make)):
        if headed and make.chance(0.25):
            found += _headed(make, n)
        found.append(
            text(_told(make) if make.chance(0.75) else _lead(make), Kind.NARRATIVE)
        )
        if make.chance(0.07):
            found.append(
                text(
                    f"{n + 1} {_noted(make)}",
                    Kind.NOTE,
                )
            )
        if make.chance(0.05):
            found += [
                line(f"{sign} {item}", Kind.LIST)
                for sign, item in zip(
                    "abc", make.rng.sample(make.stock["item"], 3), strict=True
                )
            ]
    return found


def minutes(make: Making) -> list[Paragraph]:
    """Return minutes in the third person: each paragraph begins with who spoke."""
    style = make.rng.choice(("titled", "capitals", "office", "surname", "bold"))
    found: list[Paragraph] = []
    present = make.plan["head"] not in {"memorandum", "yaml", "toml"} and make.chance(
        0.5
    )
    if present:
        found += heads_fields.present(make, Gap.SECTION)
    for n in range(many(make)):
        if make.chance(0.15):
            found += _headed(make, n)
        voice = make.rng.choice(make.cast.voices)
        name = {
            "titled": voice.titled,
            "capitals": capitals(voice.titled),
            "office": voice.office,
            "surname": voice.surname,
            "bold": f"**{voice.titled}**",
        }[style]
        words = make.speech.reported(name)
        if make.chance(0.4):
            words += (" " if make.stock.spaced else "") + _told(make, 3)
        if make.chance(0.1):
            words = make.speech.filled(make.rng.choice(make.stock["procedure"]))
        number = f"{n + 1}. " if make.cast.drawn % 5 == 0 else ""
        found.append(text(number + words, Kind.NARRATIVE))
    return found


def letters(make: Making) -> list[Paragraph]:
    """Return one letter or several: place and day, salutation, text, closing, name."""
    found: list[Paragraph] = []
    for _ in range(1 if make.chance(0.5) else 1 + many(make) // 5):
        day = f"{make.rng.choice(make.stock['place'])}, {heads_fields.day(make)}"
        found.append(line(day, Kind.LETTER, Gap.SECTION))
        dear = make.speech.filled(make.rng.choice(make.stock["dear"]))
        found.append(line(dear, Kind.LETTER, Gap.ONE))
        found += [
            text(
                _told(make) if make.chance(0.6) else make.speech.paragraph(4),
                Kind.LETTER,
            )
            for _ in range(make.rng.randint(1, 4))
        ]
        found.append(line(make.rng.choice(make.stock["yours"]), Kind.LETTER, Gap.ONE))
        found.append(line(person(make), Kind.LETTER, Gap.ONE))
    return found


def chronology(make: Making) -> list[Paragraph]:
    """Return years or days, each with what happened."""
    form = make.rng.choice(
        (
            "{}: {}",
            "{} {}",
            "{} – {}",
            "{}. {}",
            "{}\t{}",
            "{}\n{}",
            "**{}** {}",
            "{}: {}",
        )
    )
    year, found = make.rng.randint(1801, 1950), list[Paragraph]()
    for written in heads_fields.days(make, many(make)):
        day = str(year) if make.cast.drawn % 2 else written
        rows = form.format(day, _told(make, 2)).split("\n")
        gap = Gap.PARAGRAPH if len(rows) > 1 or make.cast.drawn % 3 else Gap.NONE
        found.append(text(rows[0], Kind.LIST, gap))
        found += [text(row, Kind.LIST, Gap.NONE) for row in rows[1:]]
        year += make.rng.randint(0, 6)
    return found


def diary(make: Making) -> list[Paragraph]:
    """Return the entries of a diary under their days, some words of others in them."""
    form, found = make.rng.randrange(3), list[Paragraph]()
    for day in heads_fields.days(make, many(make)):
        words = make.speech.paragraph(make.rng.randint(1, 6))
        if form == 0:
            found.append(line(day, Kind.HEADING, Gap.SECTION))
            found.append(text(words, Kind.NARRATIVE))
        else:
            mark = ". " if form == 1 else " – "
            found.append(text(day + mark + words, Kind.NARRATIVE))
    return found


def log(make: Making) -> list[Paragraph]:
    """Return times of day, each with what happened."""
    form = make.rng.choice(
        ("{} {}", "{}: {}", "[{}] {}", "{} – {}", "{}\t{}", "{}. {}")
    )
    minute, found = 60 * make.rng.randint(0, 9), list[Paragraph]()
    for _ in range(many(make)):
        time = f"{minute // 60 % 24:02}:{minute % 60:02}"
        told = make.rng.choice((make.speech.clause(), _told(make, 1)))
        found.append(text(form.format(time, told), Kind.LIST, Gap.NONE))
        minute += make.rng.randint(3, 70)
    return found


def faq(make: Making) -> list[Paragraph]:
    """Return questions as headings, with answers below them and no speakers."""
    form = make.rng.choice(("{q}", "{n}. {q}", "**{q}**", "### {q}", "{n}) {q}"))
    found: list[Paragraph] = []
    for n in range(2 + many(make) // 2):
        words = form.replace("{n}", str(n + 1)).replace("{q}", make.speech.question())
        found.append(text(words, Kind.HEADING, Gap.SECTION))
        found.append(text(_told(make, 4), Kind.NARRATIVE))
    return found


def statute(make: Making) -> list[Paragraph]:
    """Return the sections of a statute."""
    word = make.rng.choice(make.stock["section"])
    form = make.rng.choice(
        (
            "{w} {n}. {t}",
            "{w} {n} – {t}",
            "{w} {n}: {t}",
            "{w} {n}\n{t}",
            "({n}) {t}",
            "{W} {n}. {t}",
        )
    )
    found: list[Paragraph] = []
    for n in range(many(make)):
        row = (
            form.replace("{w}", word)
            .replace("{W}", capitals(word))
            .replace("{n}", str(n + 1))
        )
        rows = row.replace("{t}", _told(make, 3)).split("\n")
        found.append(text(rows[0], Kind.LIST if len(rows) == 1 else Kind.HEADING))
        found += [text(each, Kind.LIST, Gap.PARAGRAPH) for each in rows[1:]]
    return found


def datelines(make: Making) -> list[Paragraph]:
    """Return short news, each with the place it is from; places come back."""
    places = make.rng.sample(make.stock["place"], min(4, len(make.stock["place"])))
    form = make.rng.choice(
        (
            "{p}, {d} – {t}",
            "{p}, {d}: {t}",
            "{p} ({d}) — {t}",
            "{p}, {d}. {t}",
            "{p} {d}.—{t}",
        )
    )
    upper = make.chance(0.7)
    found: list[Paragraph] = []
    for _ in range(many(make)):
        place = make.rng.choice(places)
        row = form.replace("{p}", capitals(place) if upper else place)
        row = row.replace("{d}", heads_fields.day(make)).replace("{t}", _told(make, 4))
        found.append(text(row, Kind.NARRATIVE))
    return found


def biographies(make: Making) -> list[Paragraph]:
    """Return lives: each paragraph begins with a name, and names are not repeated."""
    form = make.rng.choice(
        (
            "{S}, {g}. {t}",
            "{g} {s}: {t}",
            "{S}, {g} ({y}–{z}): {t}",
            "{g} {s}. {t}",
            "{s}, {g} – {t}",
            "**{g} {s}** {t}",
            "{g} {S}\n{t}",
        )
    )
    surnames = make.rng.sample(
        make.stock["surname"], min(many(make), len(make.stock["surname"]))
    )
    found: list[Paragraph] = []
    for surname in sorted(surnames):
        born = make.rng.randint(1801, 1940)
        rows = form.format(
            s=surname, S=capitals(surname), g=make.rng.choice(make.stock["given"]),
            y=born, z=born + make.rng.randint(20, 90), t=_told(make, 4),
        ).split("\n")  # fmt: skip
        found.append(Paragraph((Run(rows[0], Kind.LIST),), Gap.PARAGRAPH))
        found += [Paragraph((Run(each, Kind.LIST),), Gap.NONE) for each in rows[1:]]
    return found
