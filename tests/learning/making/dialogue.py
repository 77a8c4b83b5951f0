"""The body of a dialogue: its turns, set, with all that stands between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from learning.making import faults, matter, stages
from learning.making.marks import set_turn
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting
from learning.making.stamps import stamp
from learning.making.turns import turns

if TYPE_CHECKING:
    from learning.making.turns import Making, Turn

# What stands beside a mark on a page that has two.
_BESIDE = {
    "colon": "full-stop",
    "full-stop": "colon",
    "own-line": "colon",
    "bold": "colon",
    "dash-en": "colon",
    "square": "colon",
    "stop-dash": "stop-wide",
}


def body(make: Making) -> tuple[list[Paragraph], list[Turn]]:
    """Return the paragraphs of a dialogue, and its turns for who they are."""
    found = turns(make)
    matter.into_speeches(make, found)
    stages.within(make, found)
    paragraphs = _woven(make, found)
    if make.plan["matter"] == "preface":
        paragraphs = [*matter.told(make, make.rng.randint(1, 3)), *paragraphs]
    if make.plan["matter"] == "afterword":
        line = Run(("* * *", "-----", "_____", "***")[make.cast.drawn % 4], Kind.MARKUP)
        paragraphs.append(Paragraph((line,), Gap.SECTION, Setting.VERBATIM))
        paragraphs += matter.told(make, make.rng.randint(1, 2))
    return paragraphs, found


def _woven(make: Making, found: list[Turn]) -> list[Paragraph]:
    """Return the turns, set, with what stands between them and among them."""
    faults.chosen(make, found)
    column = max(min(max(len(turn.label) for turn in found) + 3, 26), 8)
    # What a page has at all it has once or twice, however short it is.
    least = 1.5 / len(found)
    density = max(make.rng.uniform(0.05, 0.4), least)
    headed, headings = max(make.rng.uniform(0.04, 0.15), least), 0
    notes: list[Paragraph] = []
    paragraphs: list[Paragraph] = []
    for turn in found:
        if make.plan["headings"] != "none" and make.chance(headed):
            paragraphs += matter.heading(make, headings)
            headings += 1
        if turn.number and make.plan["stages"] != "none":
            paragraphs += stages.after(make, density)
        at = -1
        if make.plan["notes"] != "none" and make.chance(max(0.12, least)):
            at = matter.referred(make, turn, len(notes) + 1)
            notes.append(matter.note(make, len(notes) + 1))
        new = set_turn(make, turn, _mark(make, turn), column)
        _among(make, turn, new, density)
        if at >= 0 and make.plan["notes"] != "end":
            new.insert(len(new) - (len(turn.paragraphs) - 1 - at), notes[-1])
        _add(make, paragraphs, new)
        paragraphs += _extra(make, turn, len(found))
        paragraphs += faults.after(make, turn)
    return [*paragraphs, *_ended(make, notes if make.plan["notes"] == "end" else [])]


def _among(make: Making, turn: Turn, new: list[Paragraph], density: float) -> None:
    """Put a stage direction between two paragraphs of a speech that goes on."""
    if make.plan["stages"] == "own-line" and len(turn.paragraphs) > 1:
        new[len(new) - 1 : len(new) - 1] = stages.after(make, density)


def _extra(make: Making, turn: Turn, many: int) -> list[Paragraph]:
    """Return what stands once behind a turn: an exhibit, a stamp of its own."""
    if make.plan["stamps"] == "between" and make.chance(max(0.2, 1.5 / many)):
        run = Run(stamp(make, turn.seconds + 3), Kind.STAMP)
        return [Paragraph((run,), Gap.SECTION, Setting.VERBATIM)]
    if make.plan["matter"] == "fields" and turn.number == many // 2:
        return matter.exhibit(make)
    return []


def _mark(make: Making, turn: Turn) -> str:
    mark, second = make.plan["mark"], make.plan["second-mark"]
    other = _BESIDE.get(mark, "colon")
    if second == "host-differs" and turn.voices[0] == 0:
        return other
    if second == "once-differs" and turn.number == 3:
        return other
    return mark


def _add(make: Making, paragraphs: list[Paragraph], new: list[Paragraph]) -> None:
    """Add a turn below the last paragraph, or run it into that."""
    into = make.plan["mark"] == "run-in" or (
        make.plan["second-mark"] == "mid-paragraph" and make.chance(0.25)
    )
    last = paragraphs[-1].runs[-1] if paragraphs else None
    if not into or last is None or last.kind is not Kind.SPEECH:
        paragraphs += new
        return
    runs = (*paragraphs[-1].runs, Run(" ", Kind.BLANK), *new[0].runs)
    before = paragraphs[-1]
    paragraphs[-1] = replace(before, runs=runs)
    paragraphs += new[1:]


def _ended(make: Making, notes: list[Paragraph]) -> list[Paragraph]:
    """Return the notes at the end of a page, under a line or a heading."""
    if not notes:
        return []
    if make.cast.drawn % 2:
        top = Paragraph((Run("_______", Kind.MARKUP),), Gap.SECTION, Setting.VERBATIM)
    else:
        words = make.stock["endnotes"][0]
        top = Paragraph((Run(words, Kind.HEADING),), Gap.SECTION, Setting.VERBATIM)
    return [top, *notes]
