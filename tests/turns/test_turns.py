"""Who speaks: which lines begin a turn, and what a turn is made of."""

from __future__ import annotations

import pytest

from encoder.model.blocks import (
    Block,
    Dateline,
    GapBlock,
    ListBlock,
    PageBreakBlock,
    Paragraph,
    Stage,
    Turn,
    leaves,
)
from encoder.model.source import Source
from encoder.turns.divide import divide
from encoder.turns.infer import Voices, infer
from encoder.turns.labels import parse


def voices(source: Source, title: str = "") -> Voices:
    return infer(source, source.whole, set(title.casefold().split()))


def labels(source: Source, title: str = "") -> list[str]:
    return [source.words(one.label) for one in voices(source, title).labels]


def codes(source: Source, title: str = "") -> list[str]:
    return [finding.rule.code for finding in voices(source, title).findings]


def blocks(text: str) -> tuple[Block, ...]:
    """Return what a text without turns is made of."""
    source = Source("memo.txt", text)
    return divide(source, source.whole, ()).blocks


def words(text: str) -> list[tuple[str, str]]:
    """Return each leaf of a text without turns: what it is, and what it says."""
    found = leaves(blocks(text))
    return [(leaf.kind.value, text[leaf.span.start : leaf.span.end]) for leaf in found]


def test_labels_that_come_back_are_turns(source: Source) -> None:
    """
    HALE: Good.
    REED: Is it?
    HALE: It is.
    REED: So.
    """
    assert labels(source) == ["HALE:", "REED:", "HALE:", "REED:"]
    assert codes(source) == ["L101"]


def test_labels_that_do_not_come_back_are_no_dialogue(source: Source) -> None:
    """
    Assumption: the quay holds.
    Conclusion: nothing is done.
    Reason: no money.
    """
    assert labels(source) == []
    assert codes(source) == ["L102"]


def test_labels_that_do_not_change_places_are_no_dialogue(source: Source) -> None:
    """
    Boats: ten.
    Boats: twelve.
    Cranes: two.
    Cranes: three.
    """
    assert labels(source) == []


def test_labels_that_the_title_names_need_not_come_back(source: Source) -> None:
    """
    Hale: The bridge is closed.
    Reed: Is it?
    Brook: It will be opened.
    """
    assert labels(source) == []
    assert labels(source, "Hale meets Reed and Brook") == ["Hale:", "Reed:", "Brook:"]


def test_one_voice_is_no_dialogue(source: Source) -> None:
    """
    Hale: Good.
    Hale: It is.
    """
    assert labels(source, "Hale speaks") == []


def test_a_short_label_that_occurs_once_is_a_turn_and_is_said(source: Source) -> None:
    """
    HALE: Good.
    REED: Is it?
    HALE: It is.
    A VOICE: Open!
    REED: So.
    """
    assert "A VOICE:" in labels(source)
    assert codes(source) == ["L101", "L103"]


def test_a_long_one_is_no_turn_and_is_said(source: Source) -> None:
    """
    HALE: Good.
    REED: Is it?
    HALE: It is.
    The Watchman of the Lower Quay: I did.
    REED: So.
    """
    assert len(labels(source)) == 4
    assert codes(source) == ["L101", "L104"]


def test_questions_and_answers_are_turns(source: Source) -> None:
    """
    Q: Who opened the gate?
    A: I did.
    Q: When?
    A: At four.
    """
    assert labels(source) == ["Q:", "A:", "Q:", "A:"]


@pytest.mark.parametrize(
    "line",
    [
        "11:00 was the hour",
        "https://archive.example/document/12",
        "HALE:Good",
        "he said: Good",
        "HALE; REED: Good",
        "HALE! REED: Good",
    ],
)
def test_what_is_no_label_is_never_one(line: str) -> None:
    source = Source("a", f"{line}\nREED: Is it?\n" * 3)
    assert labels(source) in ([], ["REED:"] * 3)


@pytest.mark.parametrize(
    "label",
    [
        "HALE",
        "MR. HALE",
        "J. Reed",
        "O'Neill",
        "Le Duan",
        "De Gaulle",
        "The President",
        "[T.V] Soong",
        "[Anne Hale]",
        "REED (turning round)",
        "Hale [aside]",
        "A",
        "I",
        "Ван Ли",
    ],
)
def test_what_could_name_a_voice_is_a_label(label: str) -> None:
    assert parse(label)


@pytest.mark.parametrize(
    "label",
    [
        "Citation",
        "Subject",
        "Reason simple",
        "And Reed",
        "of Hale",
        "7 July 1945, 11",
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen",
        "[]",
        "",
    ],
)
def test_what_could_not_is_none(label: str) -> None:
    assert not parse(label)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("[T.V] Soong:", "soong"),
        ("REED (turning round):", "reed"),
        ("[Joseph Hale]:", "joseph hale"),
        ("MR.  HALE:", "mr. hale"),
    ],
)
def test_one_voice_has_one_key(label: str, name: str) -> None:
    parsed = parse(label)
    assert parsed
    assert parsed.key == name


def test_what_stands_above_the_first_label_is_nobody_s(source: Source) -> None:
    """
    They met at noon.

    HALE: Good.

    It is.
    REED: Is it?
    """
    found = infer(source, source.whole, {"hale", "reed"}).labels
    opening, hale, reed = divide(source, source.whole, found).blocks
    assert isinstance(opening, Paragraph)
    assert isinstance(hale, Turn)
    assert [source.words(leaf.span) for leaf in leaves([hale])] == [
        "HALE:",
        "Good.",
        "It is.",
    ]
    assert isinstance(reed, Turn)


def test_a_dateline_stands_above_the_text_and_not_below_it() -> None:
    first, second, third = blocks(
        "7 July 1945, 11 a.m.\n\nThey met at noon.\n\n8 July 1945, 11 a.m.\n"
    )
    assert isinstance(first, Dateline)
    assert isinstance(second, Paragraph)
    assert isinstance(third, Paragraph)


def test_two_datelines_can_stand_above_the_text() -> None:
    first, second, third = blocks(
        "7 July 1945, 11 a.m.\n\n8 July 1945, 11 a.m.\n\nThey met at noon.\n"
    )
    assert isinstance(first, Dateline)
    assert isinstance(second, Dateline)
    assert isinstance(third, Paragraph)


def test_items_have_a_number_and_a_bullet_or_one_of_them() -> None:
    assert words("- 1) the quay;\n- 2) the gate,\nwhich is old\n")[:4] == [
        ("item label", "1)"),
        ("item", "the quay;"),
        ("item label", "2)"),
        ("item", "the gate,\nwhich is old"),
    ]
    assert words("Bring\n• rope\n• a lamp") == [
        ("paragraph", "Bring"),
        ("item", "rope"),
        ("item", "a lamp"),
    ]
    assert words("(a) rope\n(b) a lamp")[0] == ("item label", "(a)")


@pytest.mark.parametrize(
    "text",
    [
        "1. one alone",
        "- No.",
        "We had 12 boats in 1950.\n14 were lost.",
        "12. boats\n14. were lost",
        "a) rope\nc) a lamp",
        "-rope\n-lamp",
    ],
)
def test_what_does_not_count_upwards_is_no_list(text: str) -> None:
    assert words(text) == [("paragraph", text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Laughter]", Stage),
        ("(Applause.)", Stage),
        ("(Reed leaves the room.)", Paragraph),
        ("[…]", GapBlock),
        ("...", GapBlock),
        (". . .", GapBlock),
        ("[two lines omitted]", GapBlock),
        ("[12]", Paragraph),
        ("[Laughter] Good.", Paragraph),
        ("[Laughter] [Applause]", Paragraph),
        ("\f", PageBreakBlock),
        ("- a\n- b", ListBlock),
    ],
)
def test_what_stands_alone_is_known_by_its_sign(text: str, kind: type) -> None:
    (block,) = blocks(f"One.\n\n{text}\n\nTwo.")[1:-1]
    assert isinstance(block, kind)


def test_a_page_break_parts_a_paragraph() -> None:
    assert words("One.\f Two.\n") == [
        ("paragraph", "One."),
        ("page break", "\f"),
        ("paragraph", "Two."),
    ]


def test_a_label_may_have_a_full_stop_between_two_turns_of_another(
    source: Source,
) -> None:
    """
    HALE: Do you see the bridge?

    REED: I see it.

    HALE: Is it closed?

    REED: It is, as you know.

    HALE: When do we go?

    REED: When you say.

    HALE: Will you come with us?

    REED. I will.

    HALE: Then go.

    REED: We go.
    """
    assert labels(source)[7] == "REED."
    assert "L105" in codes(source)


def test_a_name_with_a_full_stop_is_no_label_where_its_bearer_speaks_next(
    source: Source,
) -> None:
    """
    HALE: Do you see the bridge?

    REED: I see it.

    HALE: Is it closed?

    REED: It is, as you know.

    HALE: When do we go? You must tell me.

    REED. That is the man.

    REED: When you say.

    HALE: Then go.

    REED: We go.
    """
    assert "REED." not in labels(source)


def test_lettered_items_are_no_labels_of_initials(source: Source) -> None:
    """
    A: Do you see the bridge?

    B: I see it.

    A: Is it closed?

    B: It is, as you know.

    A: What do we need?

    B: You say it.

    A: We need two things.

    A. The quay.

    B. The ferry.

    A: So it is.

    B: We go.
    """
    assert not {"A.", "B."} & {*labels(source)}


def test_a_name_in_small_letters_has_its_title_in_capitals(source: Source) -> None:
    """
    MR. HALE: Do you see the bridge?

    MRS. BARLOW: I see it.

    MR. HALE: Is it closed?

    MR. Reed: It is, as you know.

    MR. HALE: When do we go?

    MRS. BARLOW: When you say.

    Note: Nobody went.
    """
    assert labels(source)[3] == "MR. Reed:"
    assert "Note:" not in labels(source)
