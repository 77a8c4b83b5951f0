"""Lists that are no dialogue, whose entries stand once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, line
from learning.making.stock import capitals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from learning.making.turns import Making

_SIZES = {"short": (3, 6), "middle": (7, 18), "long": (19, 44)}


def many(make: Making) -> int:
    """Return how many entries the page has."""
    return make.rng.randint(*_SIZES[make.plan["length"]])


def entries(
    make: Making, words: Iterable[str], kind: Kind = Kind.LIST
) -> list[Paragraph]:
    """Return a paragraph for each entry, apart or close together as the page has it."""
    gap = make.rng.choice((Gap.NONE, Gap.PARAGRAPH, Gap.PARAGRAPH))
    return [
        Paragraph((Run(each, kind),), gap if n else Gap.PARAGRAPH)
        for n, each in enumerate(words)
    ]


def several(make: Making, names: Iterable[str], count: int) -> list[str]:
    """Return `count` words of lists that differ, fewer if there are fewer."""
    pool = [each for name in names for each in make.stock[name]]
    pool = list(dict.fromkeys(pool))
    return make.rng.sample(pool, min(count, len(pool)))


def person(make: Making) -> str:
    """Return a name, of a voice of the page or of somebody else."""
    voice = make.rng.choice(make.cast.voices)
    return make.rng.choice((voice.full, voice.titled, voice.full))


def agenda(make: Making) -> list[Paragraph]:
    """Return times and what is to happen, with who is to speak."""
    form = make.rng.choice(
        (
            "{t} {w}",
            "{t}  {w} ({p})",
            "{t} {p}: {w}",
            "{t} – {w}",
            "{t}\t{w}",
            "{t} {w}, {p}",
        )
    )
    sign, minute = make.rng.choice(":.:"), 60 * make.rng.randint(8, 11)
    rows = []
    for words in several(make, ("heading", "item", "doctitle"), many(make)):
        time = f"{minute // 60:02}{sign}{minute % 60:02}"
        shown = make.speech.filled(words)
        row = (
            form.replace("{t}", time).replace("{w}", shown).replace("{p}", person(make))
        )
        rows.append(row)
        minute += make.rng.choice((5, 10, 15, 30, 45))
    return entries(make, rows)


def programme(make: Making) -> list[Paragraph]:
    """Return speakers with the titles of their papers; nobody says anything."""
    mark = make.rng.choice((": ", ": ", " – ", ". ", "\t", " - ", ":\n", ", "))
    style = make.rng.choice(("full", "surname", "titled", "surname-capitals", "place"))
    rows: list[Paragraph] = []
    gap = make.rng.choice((Gap.NONE, Gap.PARAGRAPH))
    for n in range(many(make)):
        voice = make.cast.voices[n % len(make.cast.voices)]
        given = make.rng.choice(make.stock["given"])
        surname = voice.surname if n < 3 else make.rng.choice(make.stock["surname"])
        full = surname + given if voice.east else f"{given} {surname}"
        name = {
            "full": full,
            "surname": surname,
            "titled": voice.title + " " + surname,
            "surname-capitals": capitals(surname),
            "place": f"{full} ({voice.place})",
        }[style]
        title = make.speech.filled(
            make.rng.choice((*make.stock["doctitle"], *make.stock["heading"]))
        )
        if mark == ":\n":
            rows.append(line(name, Kind.LIST, Gap.PARAGRAPH))
            rows.append(Paragraph((Run(title, Kind.LIST),), Gap.NONE))
        else:
            rows.append(Paragraph((Run(name + mark + title, Kind.LIST),), gap))
    return rows


def glossary(make: Making) -> list[Paragraph]:
    """Return terms with what they mean."""
    form = make.rng.choice(
        (
            "{}: {}", "{}: {}", "{} – {}", "{}. {}", "{} - {}", "**{}**: {}", "{} = {}",
            "{}\t{}", "{}. — {}", "[{}] {}", "({}) {}", "{} ({})", "- {}: {}",
            "**{}** {}",
            "### {}\n{}", "{}\n{}", "{}, {}", "• {}: {}",
        )
    )  # fmt: skip
    terms = sorted(several(make, ("item", "head", "card", "heading"), many(make)))
    upper, long = make.chance(0.3), make.chance(0.4)
    found: list[Paragraph] = []
    gap = make.rng.choice((Gap.NONE, Gap.PARAGRAPH, Gap.PARAGRAPH))
    for term in terms:
        gloss = make.rng.choice(make.stock["gloss"])
        if long and make.chance(0.6):
            gloss += (". " if make.stock.spaced else "。") + make.speech.narrative(
                make.rng.randint(1, 3)
            )
        shown = capitals(term) if upper else term[:1].upper() + term[1:]
        rows = form.format(shown, gloss).split("\n")
        found.append(Paragraph((Run(rows[0], Kind.LIST),), gap))
        found += [Paragraph((Run(row, Kind.LIST),), Gap.NONE) for row in rows[1:]]
    return found


def bibliography(make: Making) -> list[Paragraph]:
    """Return books by their authors, some of whom come back."""
    form = make.rng.choice(
        (
            "{s}, {g}: {t}. {p} {y}.",
            "{s}, {i}. ({y}). {t}. {p}.",
            "{S}, {g}, {t}, {p} {y}.",
            "{s}, {g}. {t}. {p}: {y}.",
            "{g} {s}: {t}, {p} {y}",
            "[{s} {y}] {g} {s}: {t}. {p}.",
            "{S} {g} — {t}. — {p}, {y}.",
            "- {s}, {g}: *{t}*. {p}, {y}.",
        )
    )
    rows = []
    for _ in range(many(make)):
        voice = make.rng.choice(make.cast.voices)
        surname, given = voice.surname, voice.given
        if make.chance(0.6):
            surname, given = (
                make.rng.choice(make.stock["surname"]),
                make.rng.choice(make.stock["given"]),
            )
        title = make.speech.filled(
            make.rng.choice((*make.stock["doctitle"], *make.stock["heading"]))
        )
        rows.append(
            form.format(
                s=surname,
                S=capitals(surname),
                g=given,
                i=given[0],
                t=title,
                p=make.rng.choice(make.stock["place"]),
                y=make.rng.randint(1851, 2009),
            )
        )
    return entries(make, sorted(rows))


def inventory(make: Making) -> list[Paragraph]:
    """Return things with how many there are of them, sometimes under headings."""
    form = make.rng.choice(
        (
            "{w}: {n}",
            "{n} {w}",
            "{w} ......... {n}",
            "- {w} ({n})",
            "{w}\t{n}",
            "{w}: {n} kg",
            "{w} – {n}",
            "{n} x {w}",
        )
    )
    found: list[Paragraph] = []
    for n in range(make.rng.randint(1, 4)):
        if n or make.chance(0.5):
            words = make.rng.choice(make.stock["heading"])
            mark = make.rng.choice((":", "", ""))
            found.append(line(words + mark, Kind.HEADING, Gap.SECTION))
        rows = [
            form.replace("{w}", word).replace("{n}", str(make.rng.randint(1, 60)))
            for word in several(make, ("item",), 3 + many(make) // 3)
        ]
        found += entries(make, rows)
    return found


def index(make: Making) -> list[Paragraph]:
    """Return names and subjects with the pages they stand on."""
    rows = []
    for _ in range(many(make)):
        pages = sorted(make.rng.sample(range(3, 400), make.rng.randint(1, 4)))
        voice = make.rng.choice(make.cast.voices)
        name = f"{make.rng.choice(make.stock['surname'])}, {voice.given}"
        word = make.rng.choice((name, make.rng.choice(make.stock["item"])))
        rows.append(f"{word}{make.rng.choice((', ', ' '))}{', '.join(map(str, pages))}")
    return entries(make, sorted(rows))


def table(make: Making) -> list[Paragraph]:
    """Return a table in columns, or one that was flattened."""
    sign = make.rng.choice(("   ", "\t", " | ", "  ", "\n"))
    heads = several(make, ("card",), 4)
    rows = [heads]
    for word in several(make, ("item", "place"), many(make)):
        numbers = [str(make.rng.randint(1, 900)) for _ in heads[2:]]
        rows.append(
            [word, *numbers, f"{make.rng.randint(0, 99)},{make.rng.randint(0, 9)}"]
        )
    found = []
    for row in rows:
        if sign == "\n":
            found += [line(cell, Kind.TABLE, Gap.NONE) for cell in row]
            continue
        padded = [cell.ljust(18 if n == 0 else 9) for n, cell in enumerate(row)]
        words = (
            sign.join(row) if sign.strip() or sign == "\t" else sign.join(padded)
        ).rstrip()
        found.append(line(words, Kind.TABLE))
    return found


def directory(make: Making) -> list[Paragraph]:
    """Return offices and who holds them, or people and where they live."""
    form = make.rng.choice(
        (
            "{o}: {p}",
            "{p}, {o}",
            "{p} – {o}",
            "{o}\n{p}",
            "{p}: {a}",
            "{p}\t{o}",
            "{o} - {p}, {a}",
            "{O}: {p}",
            "{O}. {p}, {a}.",
        )
    )
    words = several(make, ("office", "role", "character"), many(make))
    found: list[Paragraph] = []
    gap = make.rng.choice((Gap.NONE, Gap.PARAGRAPH))
    for office in words:
        given, surname = (
            make.rng.choice(make.stock["given"]),
            make.rng.choice(make.stock["surname"]),
        )
        name = f"{given} {surname}" if make.stock.spaced else surname + given
        place = f"{make.rng.choice(make.stock['place'])} {make.rng.randint(1, 90)}"
        row = form.replace("{o}", office).replace("{O}", capitals(office))
        rows = row.replace("{p}", name).replace("{a}", place).split("\n")
        found.append(Paragraph((Run(rows[0], Kind.LIST),), gap))
        found += [Paragraph((Run(each, Kind.LIST),), Gap.NONE) for each in rows[1:]]
    return found


def credited(make: Making) -> list[Paragraph]:
    """Return what each did for a film or a book; a name may come back."""
    form = make.rng.choice(("{o}: {p}", "{o} ... {p}", "{o} {p}", "{o} – {p}"))
    rows = [
        form.replace("{o}", words).replace("{p}", person(make))
        for words in several(make, ("role", "heading", "item", "office"), many(make))
    ]
    return entries(make, rows)


def quiz(make: Making) -> list[Paragraph]:
    """Return questions with the answers to choose from."""
    found: list[Paragraph] = []
    for n in range(2 + many(make) // 3):
        words = f"{n + 1}. {make.speech.question()}"
        found.append(Paragraph((Run(words, Kind.LIST),), Gap.SECTION))
        for sign, answer in zip("abcd", several(make, ("item",), 4), strict=False):
            found.append(
                Paragraph(
                    (Run(f"{sign}) {answer}", Kind.LIST),), Gap.NONE, Setting.VERBATIM
                )
            )
    return found
