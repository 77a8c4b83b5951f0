"""Sentences that a blank line or a page broke are made whole; nothing else is."""

from __future__ import annotations

import pytest

from encoder.annotation.joins import Joined, join
from encoder.model.blocks import leaves
from encoder.model.source import Source, Span
from encoder.turns.divide import divide
from encoder.turns.infer import infer


def joined(source: Source) -> Joined:
    labels = infer(source, source.whole).labels
    return join(source, divide(source, source.whole, labels).blocks)


def words(source: Source) -> list[str]:
    return [source.words(leaf.span) for leaf in leaves(joined(source).blocks)]


def findings(source: Source) -> list[str]:
    found = joined(source).findings
    return [f"{each.place.line} {each.rule.code} {each.message}" for each in found]


def test_a_broken_sentence_is_one_paragraph_and_keeps_the_place(source: Source) -> None:
    """
    The bridge over the northern

    arm will be closed.
    """
    assert words(source) == ["The bridge over the northern\n\narm will be closed."]
    (mark,) = joined(source).breaks
    assert mark.inferred
    assert mark.span == Span(29, 30)
    assert findings(source) == ["3 E102 a sentence was rejoined before 'arm'"]


def test_a_sentence_can_be_broken_twice(source: Source) -> None:
    """
    And

    the old

    gate?
    """
    assert len(words(source)) == 1
    assert len(joined(source).breaks) == 2


@pytest.mark.parametrize("end", [".", "!", "?", "…", '"', "”", ")", "]", ":", ";", "—"])
def test_a_paragraph_with_an_end_mark_is_whole(end: str) -> None:
    source = Source("memo.txt", f"The bridge{end}\n\nis closed.")
    assert len(words(source)) == 2


@pytest.mark.parametrize("end", [",", "-", "m", "7", "'s"])
def test_a_paragraph_without_one_goes_on(end: str) -> None:
    source = Source("memo.txt", f"The bridge{end}\n\nis closed.")
    assert len(words(source)) == 1


@pytest.mark.parametrize("start", ["Is", "7 are", "[is", "“is", "中"])
def test_only_a_small_letter_goes_on(start: str) -> None:
    source = Source("memo.txt", f"The bridge\n\n{start} closed.")
    assert len(words(source)) == 2


def test_a_sentence_over_a_printed_page_break_needs_no_guess(source: Source) -> None:
    """
    The bridge\fis closed.
    """
    assert words(source) == ["The bridge\fis closed."]
    assert joined(source).breaks == ()
    assert findings(source) == []


def test_whole_sentences_stay_on_their_pages(source: Source) -> None:
    """
    It is closed.\fis it?
    """
    assert len(words(source)) == 3


def test_a_stage_direction_between_keeps_two_apart(source: Source) -> None:
    """
    The bridge

    [Laughter]

    is closed.
    """
    assert len(words(source)) == 3


def test_a_sentence_does_not_run_from_turn_to_turn(source: Source) -> None:
    """
    HALE: Is our bridge

    REED: is closed, I say.

    HALE: for

    good? You mean

    REED: I do.
    """
    assert words(source)[:4] == [
        "HALE:",
        "Is our bridge",
        "REED:",
        "is closed, I say.",
    ]
    assert "for\n\ngood? You mean" in words(source)


def test_a_paragraph_below_a_turn_is_said_to_be_the_speaker_s(source: Source) -> None:
    """
    HALE: Good.

    It is.
    REED: So.
    HALE: Yes.
    REED: No.
    """
    assert findings(source) == [
        "3 E101 a paragraph without a label was given to 'HALE:'"
    ]


def test_a_stamp_on_the_page_does_not_begin_a_sentence(source: Source) -> None:
    """
    The bridge over the northern.

    Signal Copy

    arm is closed.
    """
    assert words(source)[1:] == ["Signal Copy", "arm is closed."]


def test_two_rows_of_page_numbers_and_a_stamp_part_no_sentence(source: Source) -> None:
    """
    We know that the bridge over the

    96

    100

    [Signal Copy]

    northern arm is closed and that the

    97

    101

    Signal copy

    ferry goes. So it is, and we have the

    98

    102

    Signal Copy

    means to go on.
    """
    (sentence,) = words(source)
    assert sentence.startswith("We know")
    assert sentence.endswith("means to go on.")
    assert joined(source).breaks == ()
