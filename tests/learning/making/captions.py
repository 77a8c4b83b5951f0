"""Captions: WebVTT and SubRip, with their cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making.marks import set_turn
from learning.making.page import Kind
from learning.making.press import cut
from learning.making.run import Gap, Paragraph, Run, Setting, line
from learning.making.stages import within
from learning.making.turns import turns

if TYPE_CHECKING:
    from learning.making.turns import Making, Turn

_WIDTH = 38


def captions(make: Making) -> tuple[list[Paragraph], list[Turn]]:
    """Return the cues of a dialogue, and its turns.

    A long turn is parted over cues, and the later ones have no label. A voice tag is
    closed in its own cue, so that each cue is a turn.
    """
    vtt = make.plan["head"] == "webvtt"
    found = turns(make)
    within(make, found)
    for turn in found:
        turn.paragraphs = turn.paragraphs[:1]
    paragraphs: list[Paragraph] = []
    if vtt:
        paragraphs.append(line("WEBVTT", Kind.CUE))
        if make.chance(0.4):
            words = "NOTE " + make.rng.choice(make.stock["menu"])
            paragraphs.append(line(words, Kind.CUE, Gap.ONE))
    numbered = not vtt or make.chance(0.5)
    number = 0
    for turn in found:
        runs = list(set_turn(make, turn, make.plan["mark"], 0)[0].runs)
        seconds = turn.seconds
        for rows in _cues(runs, 99 if make.plan["mark"] == "voice-tag" else 2):
            number += 1
            top = [line(str(number), Kind.CUE, Gap.ONE)] if numbered else []
            top.append(
                line(
                    _times(seconds, "." if vtt else ","),
                    Kind.CUE,
                    Gap.NONE if numbered else Gap.ONE,
                )
            )
            paragraphs += top
            paragraphs += [
                Paragraph(tuple(row), Gap.NONE, Setting.VERBATIM) for row in rows
            ]
            seconds += 2
    return paragraphs, found


def _cues(runs: list[Run], most: int) -> list[list[list[Run]]]:
    """Return the lines of each cue of a turn, so many at most."""
    words = "".join(run.words for run in runs)
    rows, at = [], 0
    while at < len(words):
        end = len(words)
        if end - at > _WIDTH:
            end = words.rfind(" ", at + 12, at + _WIDTH + 1)
            end = end if end > 0 else min(len(words), at + _WIDTH)
        rows.append(cut(runs, at, end))
        at = end + (words[end : end + 1] == " ")
    return [rows[n : n + most] for n in range(0, len(rows), most)]


def _times(seconds: int, sign: str) -> str:
    """Return the times of a cue; `sign` parts the thousandths from the seconds."""

    def clock(of: int) -> str:
        minutes, rest = divmod(of, 60)
        hours = f"{minutes // 60:02}:"
        return f"{hours}{minutes % 60:02}:{rest:02}{sign}{of * 37 % 1000:03}"

    return f"{clock(seconds)} --> {clock(seconds + 2)}"
