"""Pages of paper: running heads, feet, numbers of pages and of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.press import EMPTY, Line
from learning.making.run import Run
from learning.making.stock import capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from learning.making.turns import Making

_PAGED = frozenset(
    "running-head running-head-twice foot page-number form-feed recto-verso class-mark "
    "page-marker".split()
)


def paged(make: Making, lines: list[Line], start: int, title: str) -> list[Line]:
    """Return lines with what stands at the edges of pages between them.

    `start` is the first line of the body: no page ends in the head. Notes of the page
    go to its foot where the page has them there.
    """
    furniture = make.plan["furniture"]
    footed = make.plan["notes"] == "foot"
    if furniture not in _PAGED and not footed:
        return lines
    # A page of few lines has its furniture too.
    height = min(make.rng.randint(18, 44), max(5, (len(lines) - start) * 2 // 3))
    blank = [] if make.chance(0.25) else [EMPTY]
    found: list[Line] = []
    notes: list[Line] = []
    page, on_page = make.rng.choice((1, 1, make.rng.randint(2, 300))), 0
    once = 0
    for n, each in enumerate(lines):
        if footed and Kind.NOTE in each.kinds and len(each.kinds) == 1:
            notes.append(each)
            continue
        on_page = 0 if n == start else on_page
        full = on_page >= height and _divisible(found, each)
        if full and (furniture != "running-head-twice" or once < 1):
            edge = _edge(make, furniture, page, title)
            found += _around(notes, edge, blank)
            notes, on_page, page, once = [], 0, page + 1, once + 1
            if each is EMPTY:
                continue
        found.append(each)
        on_page += 1
    foot = _edge(make, furniture, page, title)[:1] if furniture != "form-feed" else []
    if furniture in _PAGED and len(lines) > height // 2:
        return [*found, *_around(notes, foot, blank)]
    return [*found, EMPTY, *notes] if notes else found


def _divisible(found: Sequence[Line], after: Line) -> bool:
    """Return whether a page can end here: not between a label and its words."""
    before = next((each for each in reversed(found) if each.runs), None)
    if before is None:
        return False
    last = [run for run in before.runs if run.words.strip()]
    if last and last[-1].kind in {Kind.LABEL, Kind.STAMP, Kind.MARKUP, Kind.HEADING}:
        return False
    return bool(after.runs) or bool(found[-1].runs)


def _around(notes: list[Line], edge: list[Line], blank: list[Line]) -> list[Line]:
    return [*(([EMPTY, *notes]) if notes else []), *blank, *edge, *blank]


def _edge(make: Making, furniture: str, page: int, title: str) -> list[Line]:
    """Return the lines between a page and the next, by the number of the page."""
    drawn = make.cast.drawn
    short = title[:44].strip()
    head = capitals(short) if drawn % 2 else short
    number = _number(make, page)
    mark = capitals(make.stock["contrast"][0])
    wide = ("          ", Kind.BLANK)
    behind = _line((head, Kind.FURNITURE), wide, (str(page + 1), Kind.PAGE_NUMBER))
    before = _line((number, Kind.PAGE_NUMBER), wide, (head, Kind.FURNITURE))
    above = [_line((number, Kind.PAGE_NUMBER)), EMPTY, _line((head, Kind.FURNITURE))]
    word = f"[{make.stock['page'][0]} {page + 1}]"
    headed = above if drawn % 3 == 0 else [behind]
    known = {
        "none": [],
        "page-number": [_line((number, Kind.PAGE_NUMBER), indent=30 * (drawn % 2))],
        "page-marker": [_line((word, Kind.PAGE_NUMBER))],
        "form-feed": [
            Line((Run("\f", Kind.BLANK),)),
            _line((str(page + 1), Kind.PAGE_NUMBER)),
        ],
        "foot": [_line((f"{short} - ", Kind.FURNITURE), (str(page), Kind.PAGE_NUMBER))],
        "class-mark": [
            _line((mark, Kind.FURNITURE)),
            EMPTY,
            _line((mark, Kind.FURNITURE), wide, (number, Kind.PAGE_NUMBER)),
        ],
        "recto-verso": [before] if page % 2 else [behind],
    }
    return known.get(furniture, headed)


def _number(make: Making, page: int) -> str:
    form = ("{}", "- {} -", "{}", "[{}]", "– {} –", "({})")[make.cast.drawn % 6]
    return form.format(page + 1)


def _line(*pieces: tuple[str, Kind], indent: int = 0) -> Line:
    runs = tuple(Run(words, kind) for words, kind in pieces)
    return Line((Run(" " * indent, Kind.BLANK), *runs) if indent else runs)


def numbered(make: Making, lines: list[Line]) -> list[Line]:
    """Return lines with the printed numbers that the page has."""
    how = make.plan["line-numbers"]
    if how == "none":
        return lines
    per_page = make.rng.choice((0, 25, 28))
    wide = max((len(each.words) for each in lines), default=0) + 3
    found, number = [], 0
    gap = " " * make.rng.randint(2, 4)
    for each in lines:
        if not each.runs and how != "every-filled":
            if how != "every":
                found.append(each)
                continue
            if make.cast.drawn % 2:
                found.append(each)
                continue
        number = number % per_page + 1 if per_page else number + 1
        shown = how != "fifth" or number % 5 == 0
        run = Run(str(number) if shown else "", Kind.LINE_NUMBER)
        if how == "right":
            pad = Run(" " * (wide - len(each.words)), Kind.BLANK)
            found.append(Line((*each.runs, pad, run), each.paragraph))
        else:
            pad = Run(" " * (3 - len(run.words)), Kind.BLANK)
            after = Run(gap, Kind.BLANK)
            found.append(Line((pad, run, after, *each.runs), each.paragraph))
    return found
