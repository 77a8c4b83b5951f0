"""What nobody says: stage directions, procedure, and marks inside a speech."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, Sign
from learning.making.stamps import stamp

if TYPE_CHECKING:
    from learning.making.turns import Making, Turn

_BRACKETS = {"brackets": ("[", "]"), "round": ("(", ")")}


def within(make: Making, turns: list[Turn]) -> None:
    """Put stage directions, stamps and page marks into the speeches themselves."""
    stages, density = (
        make.plan["stages"],
        max(make.rng.uniform(0.05, 0.35), 1.5 / len(turns)),
    )
    for turn in turns:
        if stages in _BRACKETS and make.chance(density):
            opens, closes = _BRACKETS[stages]
            words = opens + make.rng.choice(make.stock["stage"]) + closes
            _insert(make, turn, Run(words, Kind.STAGE, turn.number))
        if stages == "label" and make.chance(density):
            opens, closes = ("(", ")") if make.cast.drawn % 3 else ("[", "]")
            turn.aside = opens + make.rng.choice(make.stock["stage"]) + closes
        if make.plan["stamps"] == "inside" and make.chance(0.35):
            run = Run(stamp(make, turn.seconds), Kind.STAMP, turn.number)
            _insert(make, turn, run)
        if make.plan["furniture"] == "page-inline" and make.chance(0.2):
            page = 1 + turn.number // 2
            form = ("[p. {}]", "[{}]", "/{}/", "{{{}}}")[make.cast.drawn % 4]
            run = Run(form.format(page), Kind.PAGE_NUMBER, turn.number)
            _insert(make, turn, run)


def _insert(make: Making, turn: Turn, run: Run) -> None:
    """Put a run between two sentences of a speech, or before or behind them."""
    at = make.rng.randrange(len(turn.paragraphs))
    paragraph = turn.paragraphs[at]
    runs = list(paragraph.runs)
    place = next((n for n, each in enumerate(runs) if each.kind is Kind.SPEECH), -1)
    if place < 0:
        return
    words = runs[place].words
    stops = [n + 1 for n, sign in enumerate(words[:-1]) if sign in ".?!。？！"]
    stops = [n for n in stops if not make.stock.spaced or words[n] == " "]
    cut = make.rng.choice([0, *stops, *stops, len(words)])
    if cut == 0 and (at == 0 or run.kind is not Kind.STAGE):
        cut = len(words)
    gap = Run(" " if make.stock.spaced else "", Kind.BLANK)
    before, after = words[:cut].rstrip(), words[cut:].lstrip()
    spoken = Run("", Kind.SPEECH, turn.number, Sign.NONE)
    new = [spoken._replace(words=before), gap] if before else []
    new.append(run)
    new += [gap, spoken._replace(words=after)] if after else []
    runs[place : place + 1] = new
    turn.paragraphs[at] = replace(paragraph, runs=tuple(runs))


def after(make: Making, density: float) -> list[Paragraph]:
    """Return what nobody says between one turn and the next, mostly nothing."""
    stages = make.plan["stages"]
    if not make.chance(density):
        return []
    rng, stock = make.rng, make.stock
    if stages == "own-line":
        opens, closes = ("[]", "()", "[]")[make.cast.drawn % 3]
        named = rng.random() < 0.5
        words = rng.choice(stock["action"] if named else stock["stage"])
        words = words if named else words[:1].upper() + words[1:]
        return [_alone(opens + words + closes, Kind.STAGE)]
    if stages == "unbracketed":
        gap = " " if stock.spaced else ""
        words = gap.join(rng.sample(stock["action"], rng.choice((1, 1, 2))))
        return [_alone(words, Kind.STAGE)]
    if stages == "procedure":
        words = make.speech.filled(rng.choice(stock["procedure"]))
        form = make.cast.drawn % 4
        words = (words, f"({words})", f"[{words}]", words)[form]
        return [_alone(words, Kind.PROCEDURE)]
    if stages == "log":
        voice = rng.choice(make.cast.voices)
        name = make.cast.label(voice.number - 1, 9)
        signs = (f"*** {name} →", f"-!- {name}", f"→ {name}", f"* {name}")
        words = f"{signs[make.cast.drawn % 4]} #{stock['item'][0]}"
        return [Paragraph((Run(words, Kind.PROCEDURE),), Gap.TURN, Setting.VERBATIM)]
    return []


def _alone(words: str, kind: Kind) -> Paragraph:
    return Paragraph((Run(words, kind),), Gap.SECTION)
