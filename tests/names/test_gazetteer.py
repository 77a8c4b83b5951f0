"""The names of authority files in a text: whole, the longest first, and no guess."""

from __future__ import annotations

import unicodedata
from string import ascii_uppercase
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.model.authority import Authority, Entity, EntityKind
from encoder.model.source import Span
from encoder.names.gazetteer import folded, known
from encoder.names.gazetteer_search import find

PERSON, PLACE, ORG = EntityKind
NAMES = known(
    Authority.of(
        [
            Entity("hale", PERSON, "Anne Hale", ("Hale",)),
            Entity("reed", PERSON, "P. T. Reed", ("P.T. Reed",)),
            Entity("li", PERSON, "Li Kuang-hua", ("李光华",)),
            Entity("berg", PERSON, "van den Berg"),
            Entity("dell", PERSON, "O'Dell", ("X",)),
            Entity("north", PLACE, "North Quay", ("Quay",)),
            Entity("ardmoor", PLACE, "Ardmoor"),
            Entity("county", PLACE, "County of Ardmoor"),
            Entity("board", ORG, "Harbour Board"),
        ]
    )
)


def names(text: str) -> list[tuple[str, str]]:
    found = find(text, Span(0, len(text)), NAMES)
    return [(text[slice(*each.span)], each.bearers[0].id) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the County of Ardmoor voted", [("County of Ardmoor", "county")]),
        ("he told Anne Hale, and", [("Anne Hale", "hale")]),
        ("Yes. Hale agrees.", [("Hale", "hale")]),
        ("what Mr. Hale said", [("Hale", "hale")]),
        ("P.T. Reed and P. T.\nReed", [("P.T. Reed", "reed"), ("P. T.\nReed", "reed")]),
        ("told P.[T.] Reed of it", [("P.[T.] Reed", "reed")]),
        ("with Li [Kuang-hua] there", [("Li [Kuang-hua]", "li")]),
        ("we saw van den Berg there", [("van den Berg", "berg")]),
        ("他见了李光华先生", [("李光华", "li")]),
        ("from Ardmoor--and back", [("Ardmoor", "ardmoor")]),
        ("Hale's letter", [("Hale", "hale")]),
        ("asked Dr. van den Berg", [("van den Berg", "berg")]),
        ("asked O'Dell and O’Dell", [("O'Dell", "dell"), ("O’Dell", "dell")]),
        ("a letter de Hale wrote", [("Hale", "hale")]),
        ("at Ardmoor North Quay", [("Ardmoor", "ardmoor"), ("North Quay", "north")]),
        ("the Harbour Board met", [("Harbour Board", "board")]),
    ],
)
def test_a_name_is_found_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Hale said",
        "Peter Hale said",
        "a Hale Street address",
        "Halesworth and Inhale",
        "post-Ardmoor and Ardmoor-based",
        "South Ardmoor is another place",
        "Anne Hale Memorial Prize",
        "President Ardmoor spoke",
        "hale and hearty",
        "HALE",
        "the South Quay",
        "Yvonne van den Berg spoke",
        "Mrs. van den Berg spoke",
        "Pat O'Dell spoke",
        "Yvonne de Hale spoke",
        "Plan X is theirs",
    ],
)
def test_what_can_be_another_name_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_a_blank_line_parts_names() -> None:
    assert names("by Peter\n\nHale spoke.") == [("Hale", "hale")]


def test_a_form_that_two_bear_has_both() -> None:
    doubled = known(
        Authority.of(
            [Entity("a", PERSON, "Anne Cole", ("Cole",)), Entity("b", PERSON, "Cole")]
        )
    )
    (found,) = find("asked Cole again", Span(0, 16), doubled)
    assert [each.id for each in found.bearers] == ["a", "b"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("printed", ["NFC", "NFD"])
def test_an_accent_may_stand_apart_from_its_letter(
    form: Literal["NFC", "NFD"], printed: Literal["NFC", "NFD"]
) -> None:
    entity = Entity("a", PERSON, unicodedata.normalize(form, "Zoé Lévy"))
    text = unicodedata.normalize(printed, "asked Zoé Lévy again")
    (found,) = find(text, Span(0, len(text)), known(Authority.of([entity])))
    assert text[slice(*found.span)] == text[6:-6]


def test_a_letter_with_an_accent_is_another_letter() -> None:
    entity = Entity("a", PERSON, "Rene")
    text = unicodedata.normalize("NFD", "Rene and René")
    (found,) = find(text, Span(0, len(text)), known(Authority.of([entity])))
    assert found.span == Span(0, 4)


def test_a_vowel_sign_does_not_part_a_name() -> None:
    whole = known(Authority.of([Entity("a", PERSON, "नेहरू")]))
    (found,) = find("यह नेहरू", Span(0, 8), whole)
    assert found.span == Span(3, 8)


words = st.text(ascii_uppercase[:4] + "abh-", min_size=1, max_size=4)
texts = st.lists(words, max_size=12).map(" ".join)


@given(st.lists(words, min_size=1, max_size=6, unique=True), texts)
def test_what_is_found_is_a_name_and_none_overlaps_another(
    forms: list[str], text: str
) -> None:
    entities = [Entity(f"e{n}", PLACE, form) for n, form in enumerate(forms)]
    end = 0
    for each in find(text, Span(0, len(text)), known(Authority.of(entities))):
        found = text[slice(*each.span)]
        assert folded(found) in {folded(entity.name) for entity in each.bearers}
        assert each.span.start >= end
        end = each.span.end
