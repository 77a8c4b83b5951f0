"""Words in brackets: what follows from the words is marked, the rest stays text."""

from __future__ import annotations

import pytest

from encoder.annotation.brackets import brackets, doubts
from encoder.model.marks import Gap, Staged, Supplied, Unclear
from encoder.model.source import Source


def marked(text: str, *voices: str) -> list[tuple[type, str]]:
    source = Source("memo.txt", text)
    found = brackets(source, source.whole, voices)
    return [(type(mark), source.words(mark.span)) for mark in found]


def said(text: str) -> list[str]:
    source = Source("memo.txt", text)
    found = doubts(source, brackets(source, source.whole))
    return [f"{each.rule.code} {each.message}" for each in found]


@pytest.mark.parametrize("words", ["[Kai-shek]", "[T.V]", "[Anne Hale]", "[O'Neill]"])
def test_a_name_in_square_brackets_is_supplied(words: str) -> None:
    assert marked(f"Told Chiang {words} that.") == [(Supplied, words)]


@pytest.mark.parametrize(
    "words", ["(laughs)", "[Laughter.]", "[General laughter]", "(reads a letter)"]
)
def test_what_nobody_says_is_a_stage_direction(words: str) -> None:
    assert marked(f"Well {words} no.") == [(Staged, words)]


@pytest.mark.parametrize(
    "words",
    [
        "(Applause from the gallery.)",
        "(Beifall bei der Hafenpartei (links) und Zurufe.)",
        "(Rufe:Die Brücke ist zu!)",
        "(Ruf bei den Grünen: Nein!)",
        "(Applaudissements sur les bancs du port.)",
        "(Бурные, продолжительные аплодисменты.)",
        "(Risas.)",
        "（笑）",  # noqa: RUF001 (the brackets of a Chinese page)
        "(Abg. Hale: Hört, hört! – Abg. Reed (Hafenpartei): Was?)",
    ],
)
def test_what_a_room_does_is_a_stage_direction_in_each_language(words: str) -> None:
    assert marked(f"So {words} no.") == [(Staged, words)]


@pytest.mark.parametrize(
    "words", ["(Rufe ihn an.)", "(Präsident: Hale)", "(Risasco)", "(so viel Beifall)"]
)
def test_words_that_only_begin_like_those_of_a_room_are_text(words: str) -> None:
    assert marked(f"So {words} no.") == []


def test_what_a_voice_of_the_record_does_is_a_stage_direction() -> None:
    assert marked("Yes. (Mrs. Hale nods.) Go on.", "hale") == [
        (Staged, "(Mrs. Hale nods.)")
    ]
    assert marked("Yes. (Mrs. Reed nods.) Go on.", "hale") == []
    assert marked("Yes. (Hale is our pilot.) Go on.", "hale") == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            "[…]",
            "[...]",
            "[. . .]",
            "[two lines omitted]",
            "[1 line not declassified]",
        ),
        *(
            "[inaudible]",
            "[Inaudible.]",
            "(inaudible)",
            "[illegible]",
            "(two words illegible)",
            "[Unintelligible]",
            "[unclear]",
            "(not clear)",
            "(one word unclear 4:07)",
            "[page missing]",
            "[неразборчиво]",
        ),
    ],
)
def test_a_sign_that_words_were_left_out_is_a_gap(words: str) -> None:
    assert marked(f"Well {words} no.") == [(Gap, words)]


@pytest.mark.parametrize(
    "words",
    [
        "(It was inaudible to me.)",
        "[crosstalk]",
        "(the missing boats)",
        "[it is unclear who spoke]",
    ],
)
def test_what_only_speaks_of_lost_words_is_no_gap(words: str) -> None:
    assert Gap not in [kind for kind, _ in marked(f"Well {words} no.")]


@pytest.mark.parametrize(
    "words",
    ["[From the door]", "[To Reed]", "(Turning to the map.)", "[Aside to Hale]"],
)
def test_how_a_sentence_is_spoken_is_a_stage_direction(words: str) -> None:
    assert marked(f"{words} We agree.") == [(Staged, words)]
    assert marked(f"So it is. {words} We agree.") == [(Staged, words)]


@pytest.mark.parametrize(
    "text",
    ["[At the end] we agreed.", "He came [from the door] and", "[We agree] that"],
)
def test_small_words_in_mid_sentence_are_left_as_text(text: str) -> None:
    assert marked(text) == []


def test_a_queried_name_is_unclear_and_its_brackets_stay() -> None:
    assert marked("The port (De Castri?) is far.") == [(Unclear, "De Castri")]


@pytest.mark.parametrize(
    "words",
    [
        "(See the map.)",
        "(Was it Hale?)",
        "(Was Hale?)",
        "(who?)",
        "(1951)",
        "[sic]",
        "[1]",
        "[of Norvik]",
        "[will]",
        "(...)",
        "[]",
        "[Anne\nHale]",
        "[Anne (Hale)]",
        "(Reading Room)",
        "(the Reading Room)",
    ],
)
def test_what_could_be_several_things_is_left_as_text(words: str) -> None:
    assert marked(f"Well {words} no.") == []


def test_a_bracket_that_is_never_closed_is_text() -> None:
    assert marked("[Anne Hale said (laughs") == []


def test_words_after_a_name_complete_it_or_are_another_form_of_it() -> None:
    assert said("in Kwangsi [Guangxi] and") == [
        "E104 [Guangxi] completes 'Kwangsi', or is another form of it"
    ]


@pytest.mark.parametrize("before", ["", "the ", "Well. ", "Kwangsi.\n", "Norvik, "])
def test_words_after_no_name_are_simply_supplied(before: str) -> None:
    assert said(f"{before}[Guangxi] and") == []


def test_a_doubt_is_said() -> None:
    assert said("(De Castri?)") == ["E103 the source doubts 'De Castri'"]
