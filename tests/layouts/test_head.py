"""Texts without a form: bare ones, memoranda, plays, and the names that they list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import read, tei_of

from encoder.layouts.title import could_be_title

if TYPE_CHECKING:
    from pages import Read


def test_a_bare_text_can_have_a_title_and_a_date(page: Read) -> None:
    """
    Conversation Between Hale and Reed

    1951-05-03

    HALE: Good morning.

    REED: Is it?
    """
    assert page.layout == "bare"
    assert page.fields == [
        ("title", "Conversation Between Hale and Reed"),
        ("date", "1951-05-03"),
    ]
    assert page.body == "HALE: Good morning.\n\nREED: Is it?"


def test_a_text_that_begins_with_its_first_words_has_no_title(page: Read) -> None:
    """
    HALE: Good morning

    REED: Is it

    HALE: It is
    """
    assert page.fields == []
    assert [each.rule.code for each in page.page.findings] == ["L002"]


def test_a_sentence_that_a_blank_line_breaks_is_no_title(page: Read) -> None:
    """
    The bridge over the northern

    arm will be closed.
    """
    assert page.fields == []


def test_a_heading_in_markdown_can_be_the_title(page: Read) -> None:
    """
    # Conversation Between Hale and Reed

    HALE: Good morning.
    """
    assert page.fields == [("title", "Conversation Between Hale and Reed")]


def test_a_number_below_a_title_is_no_date(page: Read) -> None:
    """
    The Harbour

    1

    HALE: Good morning.
    """
    assert page.fields == [("title", "The Harbour")]


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        ("HALE: Good morning.", ["title"]),
        ("Source: Example Library.", ["title", "classification", "source note"]),
    ],
)
def test_a_classification_is_of_the_head_where_that_goes_on(
    below: str, kinds: list[str]
) -> None:
    page = read(f"Talk With Hale\n\nTop Secret\n\n{below}\n\nREED: Is it?\n")
    assert [kind for kind, _ in page.fields] == kinds


def test_a_label_on_its_own_line_is_no_title(page: Read) -> None:
    """
    HALE
    Good morning

    REED
    Is it

    HALE
    It is

    REED
    So

    HALE
    Yes
    """
    assert page.fields == []


@pytest.mark.parametrize(
    "words",
    [
        "The Harbour",
        "Remarks by Hale at the Opening of the Harbour",
        "Record of a Meeting, London, May 3, 1951, 9:40 a.m.",
        "Memorandum of Conversation, New York, February 20, 1973.",
        "Interview with Anne Hale:",
    ],
)
def test_what_can_be_a_title(words: str) -> None:
    assert could_be_title(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "The harbour was closed when we came.",
        "London, May 3, 1951, 9:40 a.m.",
        "May 3, 1951",
        "[The harbour. Evening.]",
        "Dear Mr. Hale,",
        "PRESENT:",
        "ACT I",
        "Top Secret",
        "and so it went on",
        "word " * 120,
        "\n".join("abcdefgh"),
    ],
)
def test_what_cannot_be_a_title(words: str) -> None:
    assert not could_be_title(words)


MEMORANDUM = """\
12. Memorandum of a Conversation Between Hale and Reed

London, May 3, 1951, 9:40 a.m.

Summary: Hale and Reed speak. Source: Example Library, Hale Papers, box 6. Secret.

SUBJECT
• The harbour

PARTICIPANTS
• Mr. Hale, Harbour Master
• Mr. Reed

HALE: Good morning.

REED: Is it?

HALE: It is.
"""


def test_a_memorandum_has_a_number_a_note_and_a_subject() -> None:
    page = read(MEMORANDUM)
    assert page.layout == "memorandum"
    assert page.fields == [
        ("number", "12"),
        ("title", "Memorandum of a Conversation Between Hale and Reed"),
        ("summary", "Hale and Reed speak."),
        ("source note", "Example Library, Hale Papers, box 6. Secret."),
        ("subject", "The harbour"),
    ]
    assert page.participants == ["Mr. Hale, Harbour Master", "Mr. Reed"]
    assert page.body.startswith("PARTICIPANTS\n")


def test_the_dateline_of_a_memorandum_is_in_its_text_and_gives_its_date() -> None:
    tei = tei_of(MEMORANDUM)
    assert '<creation><date when="1951-05-03">May 3, 1951</date></creation>' in tei
    assert "<dateline>London, <date" in tei
    assert "<repository>Example Library</repository>" in tei
    assert '<idno type="number">12</idno>' in tei


def test_a_number_on_its_own_line_stands_above_a_title(page: Read) -> None:
    """
    No. 12
    Telegram From Hale
    about the harbour

    May 3, 1951

    The harbour is closed.
    """
    assert page.fields == [
        ("number", "12"),
        ("title", "Telegram From Hale\nabout the harbour"),
        ("date", "May 3, 1951"),
    ]


def test_the_date_of_a_title_is_the_last_resort(text: str) -> None:
    """
    Record of a Meeting, London, May 3, 1951

    HALE: Good morning.

    REED: Is it?

    HALE: It is.
    """
    tei = tei_of(text)
    assert '<creation><date when="1951-05-03">May 3, 1951</date></creation>' in tei


@pytest.mark.parametrize("author", ["Anne Reed", "by Anne Reed", "Jean de la Tour"])
def test_the_line_below_the_title_of_a_play_is_its_author(author: str) -> None:
    page = read(
        f"The Harbour\n\n{author}\n\nACT I\n\nScene 1\n\nHALE: Good morning.\n\n"
        "REED: Is it?\n"
    )
    assert page.layout == "play"
    assert ("author", author.removeprefix("by ")) in page.fields
    assert page.body.startswith("ACT I")


def test_a_name_below_a_title_is_no_author_of_a_text_without_acts(page: Read) -> None:
    """
    The Harbour

    Anne Reed

    HALE: Good morning.
    """
    assert page.fields == [("title", "The Harbour")]


def test_names_are_found_in_blocks_in_lines_and_in_casts(page: Read) -> None:
    """
    Record of a Meeting

    Present:

    LONDON:

    Anne Hale, Harbour Master

    Peter Reed

    Also present: James Hale; Mary Reed

    HALE: Good morning to you all.
    """
    assert page.participants == [
        "Anne Hale, Harbour Master",
        "Peter Reed",
        "James Hale",
        "Mary Reed",
    ]
