"""Books: novels with talk in them, what stands before their text, verse, sayings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making.lists import many, person
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, line, text
from learning.making.stock import capitals

if TYPE_CHECKING:
    from learning.making.turns import Making


def _chapter(make: Making, n: int) -> list[Paragraph]:
    word = make.stock["section"][-1]
    words = (
        f"{word} {n + 1}",
        capitals(word) + f" {n + 1}",
        str(n + 1),
        make.rng.choice(make.stock["heading"]),
    )
    return [line(words[make.cast.drawn % 4], Kind.HEADING, Gap.SECTION)]


def quotes(make: Making) -> list[Paragraph]:
    """Return a novel whose persons speak in quotation marks."""
    found: list[Paragraph] = []
    for n in range(2 * many(make)):
        if make.chance(0.06):
            found += _chapter(make, n)
        if make.chance(0.3):
            found.append(
                text(make.speech.narrative(make.rng.randint(1, 4)), Kind.NARRATIVE)
            )
            continue
        words = make.speech.filled(make.rng.choice(make.stock["novel"]))
        if make.chance(0.35):
            words = make.speech.filled("{q}")
        if make.chance(0.2):
            words += (" " if make.stock.spaced else "") + make.speech.narrative(1)
        found.append(text(words, Kind.NARRATIVE))
    return found


def dashes(make: Making) -> list[Paragraph]:
    """Return a novel whose persons speak behind dashes; a name may stand behind."""
    sign = make.rng.choice(("– ", "— ", "- ", "—", "―"))
    inner = make.rng.choice((f" {sign.strip()} ", f", {sign.strip()} "))
    found: list[Paragraph] = []
    for n in range(2 * many(make)):
        if make.chance(0.06):
            found += _chapter(make, n)
        if make.chance(0.25):
            found.append(
                text(make.speech.narrative(make.rng.randint(1, 4)), Kind.NARRATIVE)
            )
            continue
        said = make.rng.choice(
            (make.speech.question(), make.speech.clause(), make.speech.short())
        )
        if make.chance(0.35):
            given = make.rng.choice(make.stock["given"])
            said = said.rstrip(".") + inner + given + "."
        found.append(text(sign + said, Kind.NARRATIVE))
    return found


def front_matter(make: Making) -> list[Paragraph]:
    """Return the leaves before a book's text: title, imprint, contents, preface."""
    centred = make.chance(0.5)
    setting = Setting.CENTRED if centred else Setting.VERBATIM
    author = person(make)
    imprint = f"{make.rng.choice(make.stock['place'])} {make.rng.randint(1851, 1999)}"
    rows = [author, make.rng.choice(make.stock["heading"]).upper(), imprint]
    found = [Paragraph((Run(row, Kind.TITLE),), Gap.SECTION, setting) for row in rows]
    found.append(line(make.stock.field("contents")[0], Kind.HEADING, Gap.SECTION))
    page = 1
    for n, words in enumerate(make.stock["heading"]):
        page += make.rng.randint(3, 40)
        number = f"{n + 1}. " if make.cast.drawn % 2 else ""
        dots = " " + "." * (40 - len(words)) + " " if make.cast.drawn % 3 else "  "
        found.append(line(f"{number}{words}{dots}{page}", Kind.LIST))
    found += [
        text(make.speech.narrative(make.rng.randint(2, 5)), Kind.NARRATIVE)
        for _ in range(1 + many(make) // 4)
    ]
    return found


def verse(make: Making) -> list[Paragraph]:
    """Return stanzas of lines that nobody says."""
    found: list[Paragraph] = []
    for n in range(1 + many(make) // 3):
        if make.cast.drawn % 3 == 0:
            found.append(line(str(n + 1), Kind.HEADING, Gap.SECTION))
        for row in range(make.rng.choice((2, 3, 4, 4))):
            words = make.speech.filled(
                make.rng.choice(make.stock.topics[n % 4].clauses)
            )
            sign = make.rng.choice((",", ";", ".", "", ":"))
            gap = Gap.NONE if row else Gap.SECTION
            found.append(
                line(words[:1].upper() + words[1:] + sign, Kind.NARRATIVE, gap)
            )
    return found


def sayings(make: Making) -> list[Paragraph]:
    """Return sayings, each with the name of who said it behind it or below."""
    below = make.chance(0.5)
    dash = make.rng.choice(("— ", "– ", "- ", "("))
    found: list[Paragraph] = []
    for _ in range(many(make)):
        said = make.speech.filled("{q}")
        name = dash + person(make) + (")" if dash == "(" else "")
        if below:
            found.append(text(said, Kind.QUOTATION, Gap.SECTION))
            found.append(line(name, Kind.QUOTATION))
        else:
            found.append(text(f"{said} {name}", Kind.QUOTATION))
    return found
