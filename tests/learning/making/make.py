"""Make a page: draw its plan, write its parts, set them, and say what is what."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from learning.making import (
    captions,
    dialogue,
    heads,
    nonsense,
    proof,
    prose,
    sheets,
    worn,
)
from learning.making.page import Kind, MadePage
from learning.making.plan import Plan, draw
from learning.making.press import Measure, lines
from learning.making.run import Gap, Paragraph
from learning.making.stock import Stock, stock
from learning.making.turns import Making, Turn, making

if TYPE_CHECKING:
    from learning.making.heads import Head

_BLANKS = {
    "one": (0, 1, 1, 1, 1),
    "none": (0, 0, 0, 0, 0),
    "double": (0, 1, 2, 3, 1),
    "ragged": (0, 1, 2, 2, 1),
    "spaced": (0, 0, 0, 1, 0),
    "turns-only": (0, 0, 1, 1, 1),
}


def make_page(
    seed: int,
    *,
    without: frozenset[str] = frozenset(),
    only: frozenset[str] = frozenset(),
) -> MadePage:
    """Return the page of a seed, the same for ever.

    `without` and `only` are tags ("mark:full-stop", "language:el"): the page has none
    of those of `without`, and in each dimension that `only` names one of those named.
    Raise ValueError if no page is like that.
    """
    rng = Random(seed)  # noqa: S311  # pages, not secrets
    plan = draw(rng, without, only)
    make = making(plan, _stock(plan, rng), rng)
    head = heads.head(make)
    body, turns = _body(make)
    paragraphs = _joined(make, head, body)
    title = next(
        (each.runs[0].words for each in paragraphs if each.runs[0].kind is Kind.TITLE),
        make.rng.choice(make.stock["heading"]),
    )
    set_lines = lines(paragraphs, _measure(make), rng)
    above = len(head.above)
    start = next(
        (n for n, each in enumerate(set_lines) if each.paragraph > above),
        len(set_lines),
    )
    set_lines = worn.worn(make, sheets.paged(make, set_lines, start, title))
    set_lines = sheets.numbered(make, set_lines)
    return proof.page(seed, plan.tags, set_lines, [each.speakers for each in turns])


def _stock(plan: Plan, rng: Random) -> Stock:
    language = plan["language"]
    if not language.startswith("nonsense-"):
        return stock(language)
    script = language.removeprefix("nonsense-")
    return nonsense.disguised(stock(nonsense.base(script)), script, rng)


def _body(make: Making) -> tuple[list[Paragraph], list[Turn]]:
    if not make.plan.dialogue:
        return prose.body(make), []
    if make.plan["head"] in {"webvtt", "srt"}:
        return captions.captions(make)
    return dialogue.body(make)


def _joined(make: Making, head: Head, body: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a page; a blank line parts its head from its body."""
    first = body[0]
    gap = Gap.ONE if make.plan["blanks"] in {"none", "spaced"} else Gap.SECTION
    if head.above:
        first = Paragraph(first.runs, gap, first.setting, first.indent)
    return [*head.above, first, *body[1:], *head.below]


def _measure(make: Making) -> Measure:
    plan, rng = make.plan, make.rng
    blanks = dict(zip(Gap, _BLANKS[plan["blanks"]], strict=True))
    if plan["blanks"] == "none" and rng.random() < 0.7:
        blanks[Gap.SECTION] = 1
    if plan["blanks"] in {"none", "spaced"} and plan["wrap"] != "none":
        blanks[Gap.ONE] = blanks[Gap.SECTION] = 1
    if plan["blanks"] == "ragged":
        blanks[Gap.TURN] = rng.choice((1, 2, 3))
    wide = make.stock.spaced
    width = rng.randint(54, 82) if wide else rng.randint(26, 40)
    return Measure(
        plan["wrap"],
        width,
        rng.choice((2, 3, 4, 5, 6, 8)),
        blanks,
        wide,
        plan["blanks"] == "spaced",
    )
