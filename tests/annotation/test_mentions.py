"""Where others speak of the participants: whole names, and nobody else's."""

from __future__ import annotations

import pytest

from encoder.annotation.mentions import mentions
from encoder.model.person import Person, PersonId
from encoder.model.record import Record
from encoder.model.source import Source

HALE = Person(PersonId("hale"), "Hale", "Hale")
ANNE = Person(PersonId("anne-hale"), "Anne Hale", "Hale")
REED = Person(PersonId("reed"), "REED", "REED")
LI = Person(PersonId("li"), "Li", "Li")


def mentioned(text: str, *people: Person) -> list[tuple[str, str]]:
    source = Source("memo.txt", text)
    record = Record(source=source, extent=source.whole, body=(), people=people)
    return [(source.words(mark.span), mark.who) for mark in mentions(record)]


@pytest.mark.parametrize(
    "text",
    [
        "Hale went.",
        "I saw Hale.",
        "I saw Mr. Hale.",
        "I saw President Hale.",
        "Hale's boat",
        "Well! Hale went.",
        'He said: "Hale went."',
        "(Hale)",
        "Did Hale go?",
        "I saw\nHale.",
        "I saw Mr.\nHale.",
        "To Norvik\n\nHale went.",
        "I saw Hale\nTuesday.",
    ],
)
def test_a_participant_s_name_is_marked(text: str) -> None:
    assert mentioned(text, HALE) == [("Hale", "hale")]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hale went.",
        "P. Hale went.",
        "Mrs. Hale went.",
        "Miss Hale went.",
        "Mrs.\u00a0Hale went.",
        "Mrs.\tHale went.",
        "I saw Mrs.\nHale.",
        "I saw Peter\nHale.",
        "Hale Street",
        "Hale\u00a0Street",
        "Haley went.",
        "Hale-Brown went.",
        "O'Hale and McHale",
        "hale and hearty",
        "HALE",
    ],
)
def test_a_name_that_can_be_somebody_else_s_is_left_alone(text: str) -> None:
    assert mentioned(text, HALE) == []


def test_the_full_name_is_marked_whole() -> None:
    text = "I saw Anne Hale, and Hale saw Ida Hale."
    assert mentioned(text, ANNE) == [("Anne Hale", "anne-hale"), ("Hale", "anne-hale")]


def test_a_woman_is_found_by_the_title_that_the_record_gives_her() -> None:
    ida = Person(PersonId("hale"), "Hale", "Hale", ("Mrs. Hale",))
    assert mentioned("Mrs. Hale saw\nMrs. Hale.", ida) == [("Hale", "hale")] * 2
    assert mentioned("I saw Miss Hale.", ida) == []


def test_a_name_with_the_surname_first_is_found_by_it() -> None:
    lin = Person(PersonId("lin-kuang-hua"), "Lin Kuang-hua", "Lin")
    assert mentioned("I saw Lin, not Lin Reed.", lin) == [("Lin", "lin-kuang-hua")]


def test_a_name_that_two_bear_is_left_alone() -> None:
    assert mentioned("I saw Hale.", HALE, ANNE) == []


def test_a_name_in_capitals_is_also_found_as_others_write_it() -> None:
    assert mentioned("Reed, or REED.", REED) == [("Reed", "reed"), ("REED", "reed")]


def test_a_very_short_name_is_too_often_something_else() -> None:
    assert mentioned("I saw Li.", LI) == []


def test_without_persons_nobody_is_mentioned() -> None:
    assert mentioned("I saw Hale.") == []
