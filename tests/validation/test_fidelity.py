"""A TEI file that somebody has damaged, beside its source: each damage is named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from encoder.model.source import Source
from encoder.validation.comparison import Difference, DifferenceKind, differences
from encoder.validation.parsing import parse

PROJECT: Final = Path(__file__).parents[2]
SOURCE: Final = Source(
    "record.txt",
    (PROJECT / "sources/soong-stalin-1945-07-07.txt").read_text("utf-8-sig"),
)
TEI: Final = (PROJECT / "output/soong-stalin-1945-07-07.xml").read_text("utf-8")
TURNS: Final = re.findall(r" *<sp .*?</sp>\n", TEI, re.DOTALL)
LONG: Final = [turn for turn in TURNS if len(turn.split()) > 30]


def kinds(tei: str) -> set[DifferenceKind]:
    return {each.kind for each in compared(tei, SOURCE)}


def compared(tei: str, source: Source) -> list[Difference]:
    return [*differences(parse(tei.encode()), source)]


def test_nothing_is_wrong_where_nothing_was_damaged() -> None:
    assert not kinds(TEI)


@pytest.mark.parametrize("turn", TURNS)
def test_a_turn_that_was_lost_is_missing(turn: str) -> None:
    assert kinds(TEI.replace(turn, "", 1)) == {DifferenceKind.MISSING}


@pytest.mark.parametrize("turn", LONG)
def test_a_turn_that_stands_twice_is_said_twice(turn: str) -> None:
    assert kinds(TEI.replace(turn, turn + turn, 1)) == {DifferenceKind.DOUBLED}


@pytest.mark.parametrize("turn", LONG)
def test_another_label_is_another_speaker(turn: str) -> None:
    label = "<speaker>Hale:</speaker>"
    other = re.sub("<speaker>.*?</speaker>", label, turn, flags=re.DOTALL)
    assert kinds(TEI.replace(turn, other, 1)) == {DifferenceKind.SPEAKER}


def test_turns_that_were_exchanged_have_moved() -> None:
    one, two = LONG[0], LONG[1]
    between = TEI[TEI.index(one) + len(one) : TEI.index(two)]
    damaged = TEI.replace(one + between + two, two + between + one, 1)
    assert kinds(damaged) <= {
        DifferenceKind.MOVED,
        DifferenceKind.MISSING,
        DifferenceKind.ADDED,
    }
    assert DifferenceKind.MOVED in kinds(damaged)


def test_a_figure_that_was_changed_is_quoted_with_both_places() -> None:
    source = Source("a.txt", "HALE: We need\nforty boats by noon.\n")
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><sp>'
        "<speaker>HALE:</speaker>\n<p>We need fourteen boats by noon.</p>"
        "</sp></body></text></TEI>"
    )
    (difference,) = compared(tei, source)
    assert (difference.said, difference.says) == ("forty", "fourteen")
    assert difference.at.sourceline == 2
    assert str(source.place(difference.span)) == "a.txt:2:1"


def test_where_speakers_have_no_labels_none_is_missing() -> None:
    source = Source("a.txt", "HALE: Good morning.\nREED: Is it?\n")
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        '<u who="#hale">Good morning.</u><u who="#reed">Is it?</u>'
        "</body></text></TEI>"
    )
    assert not compared(tei, source)


def test_texts_that_have_nothing_in_common_are_not_compared_word_by_word() -> None:
    source = Source("a.txt", "tide quay boat rope " * 20_000)
    words = "ox ass emu gnu " * 20_000
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>{words}</p></text></TEI>'
    assert len(compared(tei, source)) == 1
