"""How a turn is set: its label, its words, and the mark that parts them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, Sign
from learning.making.stamps import stamp

if TYPE_CHECKING:
    from learning.making.turns import Making, Turn

_PIECE = re.compile(r"\{L\}|\{S\}|//|/(?!v)|[^{/]+|/v>|\{n\}")
_MARKUP = re.compile(r"[*_#\s]+|<v |>|</v>|>> |- |• ")


@cache
def marks() -> dict[str, str]:
    """Return the template of each mark, by its name."""
    written = (Path(__file__).parent / "marks.txt").read_text("utf-8").splitlines()
    rows = [each.split(maxsplit=1) for each in written if not each.startswith("#")]
    return {name: template.replace("→", "\t") for name, template in rows}


def set_turn(make: Making, turn: Turn, mark: str, column: int) -> list[Paragraph]:
    """Return the paragraphs of a turn; `column` is where words of columns begin."""
    first, *more = turn.paragraphs
    opened = _opened(make, turn, mark, column)
    if mark == "columns":
        return [
            Paragraph((*opened, *first.runs), Gap.TURN, Setting.COLUMN, column),
            *(_in_column(each, column) for each in more),
        ]
    lines: list[list[Run]] = [[]]
    gaps: list[Gap] = [Gap.TURN]
    for run in opened:
        if run.words in {"/", "//"} and run.kind is Kind.BLANK:
            lines.append([])
            gaps.append(Gap.ONE if run.words == "//" else Gap.NONE)
        else:
            lines[-1].append(run)
    centred = marks()[mark].startswith("^")
    setting = Setting.CENTRED if centred else Setting.VERBATIM
    found = [
        Paragraph(tuple(line), gap, setting)
        for line, gap in zip(lines[:-1], gaps[:-1], strict=True)
    ]
    tail = [Run("</v>", Kind.MARKUP, turn.number)] if mark == "voice-tag" else []
    tail += [Run("”", Kind.LABEL, -1)] if mark == "quoted" else []
    if mark == "quoted":
        tail = [Run("”", Kind.MARKUP, turn.number)]
    indent = 10 if centred and make.cast.drawn % 2 else 0
    setting = Setting.BLOCK if indent else first.setting
    runs = (*lines[-1], *first.runs, *tail)
    return [*found, Paragraph(runs, gaps[-1], setting, indent or first.indent), *more]


def _in_column(paragraph: Paragraph, column: int) -> Paragraph:
    pad = Run(" " * column, Kind.BLANK)
    return Paragraph((pad, *paragraph.runs), Gap.NONE, Setting.COLUMN, column)


def _opened(make: Making, turn: Turn, mark: str, column: int) -> list[Run]:
    """Return the runs before the words; "/" and "//" are where lines end."""
    where = make.plan["stamps"]
    timed = _timed(make, turn)
    name = _name(
        make, turn, timed and where in {"behind-brackets", "guests-only", "words"}
    )
    runs: list[Run] = []
    template = marks()[mark].lstrip("^").partition("{S}")[0]
    if mark == "columns":
        pad = max(column - len(turn.label), 2)
        runs = [*name, Run(" " * pad, Kind.BLANK)]
    elif mark == "q-number" and turn.voices[0] == 0:
        runs = [Run(f"Q {turn.number // 2 + 1} ", Kind.LABEL, turn.number), *name]
        runs.append(Run(": ", Kind.LABEL, turn.number))
    else:
        for piece in _PIECE.findall(template):
            runs += _piece(turn, piece, name)
    if timed and where in {"before-brackets", "before-plain", "iso"}:
        runs.insert(0, Run(stamp(make, turn.seconds) + " ", Kind.STAMP, turn.number))
    if timed and where == "above":
        above = Run(stamp(make, turn.seconds), Kind.STAMP, turn.number)
        runs = [above, Run("/", Kind.BLANK), *runs]
    if timed and where == "behind-mark":
        runs = _behind(runs, Run(stamp(make, turn.seconds), Kind.STAMP, turn.number))
    return runs


def _behind(runs: list[Run], stamped: Run) -> list[Run]:
    """Return the runs with a stamp behind the mark, on the label's line."""
    at = next((n for n, run in enumerate(runs) if run.words in {"/", "//"}), len(runs))
    before = [] if runs[at - 1].words.endswith(" ") else [Run(" ", Kind.BLANK)]
    after = [Run(" ", Kind.BLANK)] if at == len(runs) else []
    return [*runs[:at], *before, stamped, *after, *runs[at:]]


def _timed(make: Making, turn: Turn) -> bool:
    where = make.plan["stamps"]
    if where in {"none", "inside", "between"}:
        return False
    return where != "guests-only" or turn.voices[0] != 0


def _piece(turn: Turn, piece: str, name: list[Run]) -> list[Run]:
    if piece == "{L}":
        return name
    if piece == "{n}":
        return [Run(str(turn.number + 1), Kind.LABEL, turn.number)]
    if piece in {"/", "//"}:
        return [Run(piece, Kind.BLANK)]
    if piece.startswith(".") and turn.label.endswith("."):
        piece = piece[1:]
    if turn.fault == "lost-mark":
        kept = piece.strip(":.–—-[]() \t")
        return [Run(kept or " ", Kind.LABEL if kept else Kind.BLANK, turn.number)]
    found: list[Run] = []
    for part in re.split(r"(\*+|_+|#+ |<v |>> |^- |^• |>$)", piece):
        markup = bool(part.strip()) and bool(_MARKUP.fullmatch(part))
        kind = Kind.MARKUP if markup else Kind.LABEL
        if part:
            found.append(Run(part, kind, turn.number))
    return found


def _name(make: Making, turn: Turn, stamped: object) -> list[Run]:
    fault = turn.fault if turn.fault in {"misprint", "lost-mark"} else ""
    runs = [Run(turn.label, Kind.LABEL, turn.number, Sign.NAME, fault)]
    if turn.aside:
        runs += [Run(" ", Kind.BLANK), Run(turn.aside, Kind.STAGE, turn.number)]
    if stamped:
        gap = "/" if make.plan["stamps"] == "words" else " " * (1 + make.cast.drawn % 3)
        if gap != "/" and make.cast.drawn % 2:
            gap = " "
        runs.append(Run(gap, Kind.BLANK))
        runs.append(Run(stamp(make, turn.seconds), Kind.STAMP, turn.number))
    return runs
