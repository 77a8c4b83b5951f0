"""Lists that are no dialogue, in which the same few words come back again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making import heads_fields
from learning.making.lists import many, person, several
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, line
from learning.making.stock import capitals

if TYPE_CHECKING:
    from learning.making.turns import Making

_MARKS = (": ", ": ", ": ", " – ", ". ", ":\t", ":\n", " - ", ".— ", "\t", "\n")


def _row(words: str, mark: str, value: str, kind: Kind, gap: Gap) -> list[Paragraph]:
    """Return an entry on one line, or its value below its name."""
    if "\n" in mark:
        return [
            line(words + mark.strip(), kind, gap),
            Paragraph((Run(value, kind),), Gap.NONE),
        ]
    return [Paragraph((Run(words + mark + value, kind),), gap)]


def cards(make: Making) -> list[Paragraph]:
    """Return cards of persons: the same names of fields on every card."""
    first, *others = make.stock["card"]
    names = [first, *make.rng.sample(others, make.rng.randint(1, 4))]
    mark, upper = make.rng.choice(_MARKS), make.chance(0.25)
    close = make.chance(0.5)
    found: list[Paragraph] = []
    for _ in range(1 + many(make) // 2):
        for n, name in enumerate(names):
            value = make.rng.choice(
                (
                    person(make),
                    heads_fields.day(make),
                    make.rng.choice(make.stock["place"]),
                    make.rng.choice(make.stock["office"]),
                    make.rng.choice(make.stock["gloss"]),
                    make.speech.narrative(1),
                )
            )
            value = person(make) if n == 0 else value
            shown = capitals(name) if upper else name
            gap = Gap.SECTION if n == 0 else (Gap.NONE if close else Gap.PARAGRAPH)
            found += _row(shown, mark, value, Kind.FIELD, gap)
    return found


def cables(make: Making) -> list[Paragraph]:
    """Return telegrams or mails, each with its fields and its text."""
    names = list(make.stock["cable"])[: make.rng.randint(2, 4)]
    upper, mark = make.chance(0.4), make.rng.choice((": ", ": ", ":\t", " - ", "  "))
    labelled = make.chance(0.3)
    found: list[Paragraph] = []
    for _ in range(1 + many(make) // 4):
        for n, name in enumerate(names):
            value = (
                person(make),
                person(make),
                make.rng.choice(make.stock["heading"]),
                heads_fields.day(make),
            )[n]
            shown = capitals(name) if upper else name
            gap = Gap.NONE if n else Gap.SECTION
            found.append(line(shown + mark + value, Kind.FIELD, gap))
        lead = make.stock["cable"][4] + ": " if labelled else ""
        words = lead + make.speech.narrative(make.rng.randint(1, 3))
        found.append(Paragraph((Run(words, Kind.LETTER),), Gap.SECTION))
        if make.chance(0.4):
            found.append(line(person(make), Kind.LETTER, Gap.PARAGRAPH))
    return found


def contrasts(make: Making) -> list[Paragraph]:
    """Return, for each of several things, what speaks for it and against it."""
    names = list(make.stock["contrast"])[: make.rng.randint(2, 3)]
    mark = make.rng.choice(_MARKS)
    found: list[Paragraph] = []
    for n, head in enumerate(several(make, ("heading", "item"), 2 + many(make) // 4)):
        words = f"{n + 1}. {head}" if make.cast.drawn % 2 else head
        found.append(line(words, Kind.HEADING, Gap.SECTION))
        for name in names:
            value = make.speech.narrative(make.rng.randint(1, 2))
            if make.chance(0.4):
                value = ", ".join(several(make, ("item",), 3))
            found += _row(name, mark, value, Kind.LIST, Gap.PARAGRAPH)
    return found


def capital_heads(make: Making) -> list[Paragraph]:
    """Return sections whose paragraphs begin with the same heads in capitals."""
    count = make.rng.randint(2, 4)
    names = several(make, ("head", "contrast"), count)
    mark = make.rng.choice((". ", ": ", ".— ", " – ", ".\n", "\n", ": ", " — "))
    # Two heads in turn and nothing above them would be a dialogue to any reader.
    headed = make.chance(0.7) or "\n" in mark or count == 2
    found: list[Paragraph] = []
    for n, place in enumerate(several(make, ("place", "heading"), 2 + many(make) // 4)):
        if headed:
            form = make.rng.choice(("{}", "{}", "{} {}"))
            words = form.format(place, n + 1)
            found.append(line(words, Kind.HEADING, Gap.SECTION))
        for name in names:
            if make.chance(0.1):
                continue
            value = make.speech.narrative(make.rng.randint(1, 4))
            found += _row(capitals(name), mark, value, Kind.LIST, Gap.PARAGRAPH)
    return found


def settings(make: Making) -> list[Paragraph]:
    """Return names and values as a program or a data sheet has them."""
    mark = make.rng.choice((": ", " = ", ":\t", "  "))
    found: list[Paragraph] = []
    for head in several(make, ("heading", "place"), 1 + many(make) // 5):
        key = head.lower().replace(" ", "_")
        found.append(
            line(f"[{key}]" if mark == " = " else key + ":", Kind.MARKUP, Gap.SECTION)
        )
        for name in several(make, ("item", "card"), make.rng.randint(2, 6)):
            value = make.rng.choice(
                (
                    str(make.rng.randint(0, 900)),
                    "true",
                    f"{make.rng.randint(2, 90)} mm",
                    make.rng.choice(make.stock["place"]),
                )
            )
            indent = "  " if mark == ": " else ""
            found.append(
                line(indent + name.lower().replace(" ", "-") + mark + value, Kind.LIST)
            )
    return found
