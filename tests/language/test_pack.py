"""One list for one kind of word: what one reader knows, all of them know."""

from __future__ import annotations

import re

import pytest

from encoder.language.pack import (
    Formula,
    alternatives_of,
    categories,
    every,
    languages,
    spellings,
)
from encoder.pipeline import convert

_ACT = """{0} 1:

ANNA: Is it still raining?

BERT: It is. Will you stay?

ANNA: I will.

{0} 2:

BERT: You came back.

ANNA: I did, and you waited.

BERT: We said so.
"""
_MEETING = """Talk on the harbour, 3 May 1951

{0}
Anna Hale
Bert Reed

Hale: Good morning, how are you?

Reed: Well, thank you. And you?

Hale: I am well too.
"""


def body(text: str) -> str:
    tei = convert(text.encode(), "talk.txt").tei
    assert tei
    return re.sub(r"\s+", " ", tei.decode().partition("<body>")[2])


@pytest.mark.parametrize(
    "part", ["ACT", "SCENE", "AKT", "BILD", "SZENE", "ATTO", "ACTO", "SITZUNG"]
)
def test_a_part_of_a_play_or_a_book_is_a_heading_and_nobody_speaks_so(
    part: str,
) -> None:
    found = body(_ACT.format(part))
    assert re.findall("<speaker>(.*?)</speaker>", found) == [
        f"{name}:" for name in ("ANNA", "BERT", "ANNA", "BERT", "ANNA", "BERT")
    ]
    # The first can be the title of the page.
    assert f"<head>{part} 2:</head>" in found


@pytest.mark.parametrize(
    "heading",
    ["Present:", "PARTICIPANTS", "Anwesend:", "Anwesende:", "Presentes:", "Présents:"],
)
def test_a_list_of_those_present_has_its_heading_in_every_language(
    heading: str,
) -> None:
    tei = convert(_MEETING.format(heading).encode(), "talk.txt").tei
    assert tei
    people = re.findall("<persName>(.*?)</persName>", tei.decode())
    assert {"Anna Hale", "Bert Reed"} <= {*people}


def test_spellings_keep_their_order_and_every_one_is_in_the_category() -> None:
    months = spellings("de", "months")
    assert (months[0][0], months[11][0]) == ("Januar", "Dezember")
    assert every("months") >= {name for spelled in months for name in spelled}
    assert spellings("de", "no-such-category") == ()


def test_a_formula_takes_a_category_any_letters_and_any_words() -> None:
    assert Formula("{named-after-day}").fullmatch("geburtstagsplatz")
    assert Formula("{end-of-sitting}", re.VERBOSE | re.IGNORECASE).fullmatch(
        "Die Sitzung wird um 18 Uhr geschlossen."
    )
    assert not Formula("{end-of-sitting}").fullmatch(
        "die seduta wird um 18 Uhr vertagt."
    )


@pytest.mark.parametrize("category", categories())
def test_every_category_is_a_pattern(category: str) -> None:
    for language in languages(category):
        pattern = re.compile(alternatives_of(language, category), re.VERBOSE)
        assert pattern.groups == 0
