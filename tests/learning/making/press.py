"""From paragraphs to lines: wraps, indents, hyphens, blank lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, normalize

from learning.making.nonsense import sounds
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, Sign

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

# Kinds of signs that begin no line where a script has no blanks.
_NEVER_FIRST = frozenset({"Po", "Pe", "Pf"})


class Line(NamedTuple):
    """A printed line: its runs, and the paragraph it is of (-1: of none)."""

    runs: tuple[Run, ...]
    paragraph: int = -1

    @property
    def words(self) -> str:
        return "".join(run.words for run in self.runs)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(run.kind for run in self.runs if run.words.strip())


EMPTY = Line(())


@dataclass(frozen=True)
class Measure:
    """How wide lines are, and how they are broken."""

    wrap: str  # none, hard, hanging, first-line, justified, hyphens, margin
    width: int
    indent: int  # of the lines that the wrap indents
    blanks: dict[Gap, int]  # blank lines above a paragraph
    spaced: bool  # blanks stand between words
    double: bool  # a blank line under every line


def lines(paragraphs: Sequence[Paragraph], measure: Measure, rng: Random) -> list[Line]:
    """Return the lines of paragraphs, blank ones between them."""
    found: list[Line] = []
    for number, paragraph in enumerate(paragraphs):
        if found:
            found += [EMPTY] * measure.blanks[paragraph.gap]
        for runs in _set(paragraph, measure, rng):
            found.append(Line(tuple(run for run in runs if run.words), number))
            if measure.double:
                found.append(EMPTY)
    return found


def _set(paragraph: Paragraph, measure: Measure, rng: Random) -> list[list[Run]]:
    runs, wrap = list(paragraph.runs), measure.wrap
    if paragraph.setting is Setting.CENTRED:
        wide = sum(len(run.words) for run in runs)
        return [_indented(runs, max(2, (measure.width - wide) // 2))]
    if paragraph.setting is Setting.COLUMN:
        rows = broken(runs, measure.width, (0, paragraph.indent), measure, rng)
        return [
            _indented(row, paragraph.indent * (n > 0)) for n, row in enumerate(rows)
        ]
    margin = measure.indent if wrap == "margin" else 0
    if wrap == "none" or paragraph.setting is Setting.VERBATIM:
        return [_indented(runs, paragraph.indent + margin)]
    first = measure.indent if wrap == "first-line" else 0
    rest = measure.indent if wrap == "hanging" else 0
    if paragraph.setting is Setting.BLOCK or paragraph.indent:
        first = rest = paragraph.indent
    first, rest = first + margin, rest + margin
    rows = broken(runs, measure.width, (first, rest), measure, rng)
    if wrap == "justified":
        wide = measure.width - rest
        rows = [_justified(row, wide) for row in rows[:-1]] + rows[-1:]
    return [_indented(row, rest if n else first) for n, row in enumerate(rows)]


def _indented(runs: list[Run], by: int) -> list[Run]:
    return [Run(" " * by, Kind.BLANK), *runs] if by else runs


def broken(
    runs: list[Run], width: int, indents: tuple[int, int], measure: Measure, rng: Random
) -> list[list[Run]]:
    """Return the runs of each line of a paragraph, without its indent."""
    words = "".join(run.words for run in runs)
    rows: list[list[Run]] = []
    at = 0
    while at < len(words):
        room = max(12, width - indents[bool(rows)])
        end, sign = _break(words, at, room, measure, rng)
        row = cut(runs, at, end)
        if sign is Sign.HYPHEN:
            row.append(row[-1]._replace(words="-", sign=sign))
        elif sign is Sign.KEPT:
            row = [
                *cut(runs, at, end - 1),
                cut(runs, end - 1, end)[0]._replace(sign=sign),
            ]
        rows.append(row)
        at = end
        while at < len(words) and words[at] == " ":
            at += 1
    return rows


def _break(
    words: str, at: int, room: int, measure: Measure, rng: Random
) -> tuple[int, Sign]:
    """Return where a line ends that begins at `at`, and with which hyphen."""
    if len(words) - at <= room:
        return len(words), Sign.NONE
    if not measure.spaced:
        end = at + room
        while end < len(words) and category(words[end]) in _NEVER_FIRST:
            end += 1
        return end, Sign.NONE
    blank = words.rfind(" ", at + 1, at + room + 1)
    if measure.wrap == "hyphens" and rng.random() < 0.7:
        found = _hyphen(words, max(blank, at - 1) + 1, at + room)
        if found:
            return found
    if blank <= at:
        blank = words.find(" ", at + 1)
    return (blank, Sign.NONE) if blank > 0 else (len(words), Sign.NONE)


def _hyphen(words: str, start: int, limit: int) -> tuple[int, Sign] | None:
    """Return where the word at `start` is broken, if it is long enough."""
    end = words.find(" ", start)
    word = words[start : end if end > 0 else len(words)]
    own = word.find("-")
    if 2 < own < len(word) - 3 and start + own < limit:
        return start + own + 1, Sign.KEPT
    if not word.strip(".,;?!").isalpha() or not word[1:].islower():
        return None
    last = min(limit - start - 1, len(word.strip(".,;?!")) - 3)
    for at in range(last, 1, -1):
        if not _is_vowel(word[at]) and _is_vowel(word[at + 1]):
            return start + at, Sign.HYPHEN
    return None


def _is_vowel(sign: str) -> bool:
    plain = normalize("NFD", sign)[0]
    return any(plain in vowels for _, vowels in sounds().values())


def cut(runs: list[Run], start: int, end: int) -> list[Run]:
    """Return the parts of runs between two offsets into their words."""
    found, at = [], 0
    for run in runs:
        words = run.words[max(0, start - at) : max(0, end - at)]
        if words:
            found.append(run._replace(words=words))
        at += len(run.words)
    return found


def _justified(runs: list[Run], width: int) -> list[Run]:
    short = width - sum(len(run.words) for run in runs)
    places = [
        (n, at)
        for n, run in enumerate(runs)
        for at, sign in enumerate(run.words)
        if sign == " " and run.kind in {Kind.SPEECH, Kind.NARRATIVE}
    ]
    if not places or not 0 < short <= 2 * len(places):
        return runs
    chosen = sorted((places[n % len(places)] for n in range(short)), reverse=True)
    set_wide = list(runs)
    for n, at in chosen:
        words = set_wide[n].words
        set_wide[n] = set_wide[n]._replace(words=words[:at] + " " + words[at:])
    return set_wide
