"""What else stands in and among speeches: lists, letters, notes, headings, fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting
from learning.making.stock import capitals

if TYPE_CHECKING:
    from learning.making.turns import Making, Turn

_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()


def into_speeches(make: Making, turns: list[Turn]) -> None:
    """Put lists, quotations, letters and told dialogue into one or two speeches."""
    matter = make.plan["matter"]
    makers = {
        "list": _list,
        "quotation": _quotation,
        "letter": _letter,
        "dialogue": _told,
    }
    if matter not in makers:
        return
    for turn in make.rng.sample(turns, min(len(turns), make.rng.choice((1, 2)))):
        added = makers[matter](make, turn.number)
        if matter == "list" or make.chance(0.6):
            words = make.speech.sentence()
            added.append(Paragraph((Run(words, Kind.SPEECH, turn.number),)))
        turn.paragraphs += added


def _list(make: Making, number: int) -> list[Paragraph]:
    form = make.rng.choice(("{}) ", "{}. ", "({}) ", "- ", "• ", "- {}) "))
    many = make.rng.randint(2, 5)
    long = make.chance(0.5)
    found = []
    for n in range(many):
        words = (
            make.speech.clause() if long else make.rng.choice(make.stock["item"]) + ";"
        )
        run = Run(form.format(n + 1) + words, Kind.LIST, number)
        found.append(Paragraph((run,), Gap.PARAGRAPH))
    return found


def _quotation(make: Making, number: int) -> list[Paragraph]:
    opens, closes = make.stock["quote"]
    words = make.speech.narrative(make.rng.randint(1, 3))
    if make.chance(0.5):
        words = opens + words + closes
    run = Run(words, Kind.QUOTATION, number)
    indent = make.rng.choice((0, 4, 8)) if words.startswith(opens) else 6
    return [Paragraph((run,), Gap.PARAGRAPH, Setting.BLOCK, indent)]


def _letter(make: Making, number: int) -> list[Paragraph]:
    lines = [
        make.speech.filled(make.rng.choice(make.stock["dear"])),
        make.speech.narrative(make.rng.randint(1, 3)),
        make.speech.filled(make.rng.choice(make.stock["yours"])),
        make.rng.choice(make.speech.names),
    ]
    return [
        Paragraph((Run(words, Kind.LETTER, number),), Gap.PARAGRAPH, Setting.BLOCK, 4)
        for words in lines
    ]


def _told(make: Making, number: int) -> list[Paragraph]:
    """Return a talk that a speaker tells of, a paragraph for each who spoke."""
    templates = make.stock["novel"]
    return [
        Paragraph(
            (Run(make.speech.filled(make.rng.choice(templates)), Kind.SPEECH, number),)
        )
        for _ in range(make.rng.randint(2, 4))
    ]


def exhibit(make: Making) -> list[Paragraph]:
    """Return a block of fields among the turns, as a record shows an exhibit."""
    names = make.rng.sample(make.stock["card"], 3)
    values = (str(make.rng.randint(2, 90)), make.rng.choice(make.stock["place"]))
    rows = zip(names, (*values, make.rng.choice(make.speech.names)), strict=True)
    return [
        Paragraph(
            (Run(f"{name}: {value}", Kind.FIELD),),
            Gap.NONE if n else Gap.SECTION,
            Setting.VERBATIM,
        )
        for n, (name, value) in enumerate(rows)
    ]


def heading(make: Making, number: int) -> list[Paragraph]:
    """Return a heading among the turns, in the page's manner; `number` counts."""
    rng, stock, form = make.rng, make.stock, make.plan["headings"]
    words = rng.choice(stock["heading"])
    if form == "capitals":
        words = capitals(words)
    elif form == "markdown":
        words = f"{'#' * (1 + make.cast.drawn % 3)} {words}"
    elif form == "numbered":
        count = (str(number + 1), _ROMAN[number % 12])[make.cast.drawn % 2]
        words = f"{count}. {words}"
    elif form == "acts":
        word = stock["act"][make.cast.drawn % len(stock["act"])]
        shown = _ROMAN[number % 12] if make.cast.drawn % 3 else str(number + 1)
        words = f"{word} {shown}" if stock.spaced else f"{word}{number + 1}"
        words = capitals(words) if make.cast.drawn % 2 else words
    elif form == "scenes":
        where, when = rng.choice(stock["place"]), rng.choice(stock["item"])
        words = f"{rng.choice(('INT.', 'EXT.'))} {capitals(where)} - {capitals(when)}"
    centred = make.cast.drawn % 5 == 0 and form in {"capitals", "acts"}
    setting = Setting.CENTRED if centred else Setting.VERBATIM
    found = [Paragraph((Run(words, Kind.HEADING),), Gap.SECTION, setting)]
    if form in {"acts", "scenes"} and make.chance(0.6):
        action = Run(rng.choice(stock["action"]), Kind.STAGE)
        if form == "acts" and make.plan["stages"] != "unbracketed":
            action = action._replace(words=f"({action.words})")
        found.append(Paragraph((action,), Gap.SECTION))
    return found


def referred(make: Making, turn: Turn, number: int) -> int:
    """Put the sign of a note at the end of a paragraph of a speech; say of which."""
    form = ("{}", "[{}]", "({})", "¹²³⁴⁵⁶⁷⁸⁹")[make.cast.drawn % 4]
    sign = form[(number - 1) % 9] if form.startswith("¹") else form.format(number)
    at = make.rng.randrange(len(turn.paragraphs))
    paragraph = turn.paragraphs[at]
    if paragraph.runs[-1].kind is not Kind.SPEECH:
        return len(turn.paragraphs) - 1
    runs = (*paragraph.runs, Run(sign, Kind.NOTE, turn.number))
    turn.paragraphs[at] = replace(paragraph, runs=runs)
    return at


def note(make: Making, number: int) -> Paragraph:
    """Return a note of the page, under its number."""
    form = ("{} ", "[{}] ", "({}) ", "{}. ")[make.cast.drawn % 4]
    words = make.speech.filled(make.rng.choice(make.stock["note"]))
    return Paragraph((Run(form.format(number) + words, Kind.NOTE),), Gap.SECTION)


def told(make: Making, count: int) -> list[Paragraph]:
    """Return paragraphs of narrative before or behind the turns."""
    return [
        Paragraph((Run(make.speech.narrative(make.rng.randint(1, 4)), Kind.NARRATIVE),))
        for _ in range(count)
    ]
