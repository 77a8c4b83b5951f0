"""Each way of marking who speaks, in miniature; the source is the docstring."""

from __future__ import annotations

from textwrap import dedent

import pytest

from encoder.model.source import Source
from encoder.turns.infer import infer


@pytest.fixture
def turns(request: pytest.FixtureRequest) -> list[tuple[str, str]]:
    """The labels of the docstring, and the first words below each."""
    source = Source("memo.txt", dedent(request.function.__doc__).strip("\n"))
    labels = infer(source, source.whole).labels
    ends = [*(each.start for each in labels[1:]), len(source.text)][: len(labels)]
    return [
        (source.words(each.label), " ".join(source.text[each.end : end].split()))
        for each, end in zip(labels, ends, strict=True)
    ]


def labels(turns: list[tuple[str, str]]) -> list[str]:
    return [label for label, _ in turns]


def test_label_and_colon(turns: list[tuple[str, str]]) -> None:
    """
    HALE: Good morning.

    [Anne] Reed: Is it? I hope so.

    HALE: We shall see.

    Reed: You said so at noon: today it rains.
    """
    assert turns == [
        ("HALE:", "Good morning."),
        ("[Anne] Reed:", "Is it? I hope so."),
        ("HALE:", "We shall see."),
        ("Reed:", "You said so at noon: today it rains."),
    ]


def test_an_office_and_an_aside_are_part_of_a_label(
    turns: list[tuple[str, str]],
) -> None:
    """
    Minister for the northern harbours Hale: You asked me for the charts.

    Mrs. Reed (through interpreter): We did. May we see them?

    Minister for the northern harbours Hale: I have them here.

    Mrs. Reed: Thank you.
    """
    assert labels(turns)[:2] == [
        "Minister for the northern harbours Hale:",
        "Mrs. Reed (through interpreter):",
    ]


def test_capitals_and_full_stop(turns: list[tuple[str, str]]) -> None:
    """
    HALE. Is the bridge closed?

    MR. REED. It is. Mr. Hale, you closed it.

    HALE. I did not. We opened it on Monday.

    MR. REED. So you say.
    """
    assert labels(turns) == ["HALE.", "MR. REED.", "HALE.", "MR. REED."]


def test_name_and_full_stop(turns: list[tuple[str, str]]) -> None:
    """
    Secretary Hale. We cannot close the bridge. Dr. Reed knows it.

    Captain Reed. I do. You told me yourself.

    Secretary Hale. Did I?

    Captain Reed. Yes. We all heard it.
    """
    assert labels(turns) == ["Secretary Hale.", "Captain Reed."] * 2


def test_initials_and_full_stop(turns: list[tuple[str, str]]) -> None:
    """
    H. Did you see the charts?

    R. No, I did not. You have them.

    H. I gave them to you.

    R. You did not.
    """
    assert turns[1] == ("R.", "No, I did not. You have them.")


def test_dash(turns: list[tuple[str, str]]) -> None:
    """
    Cde. Hale – I bring you greetings.

    Cde. Reed – We thank you for them.

    Cde. Hale – Shall we begin – or wait?

    Cde. Reed – Let us begin.
    """
    assert turns[2] == ("Cde. Hale –", "Shall we begin – or wait?")
    assert len(turns) == 4


def test_label_on_its_own_line(turns: list[tuple[str, str]]) -> None:
    """
    FIRST PILOT

    I see no light.
    Do you?

    SECOND PILOT

    None.

    FIRST PILOT (rising)

    Then we must wait
    Until the morning.

    SECOND PILOT

    You may wait. I shall not.
    """
    assert labels(turns) == [
        "FIRST PILOT",
        "SECOND PILOT",
        "FIRST PILOT (rising)",
        "SECOND PILOT",
    ]
    assert turns[1] == ("SECOND PILOT", "None.")


def test_bold_label(turns: list[tuple[str, str]]) -> None:
    """
    **Anne Hale** You closed the bridge.

    **Peter Reed** I did. What else could we do?

    **Anne Hale** You could have asked me.

    **Peter Reed** I asked the harbour master.
    """
    assert labels(turns) == ["Anne Hale", "Peter Reed"] * 2
    assert turns[0][1] == "You closed the bridge."


def test_question_without_a_mark_among_names(turns: list[tuple[str, str]]) -> None:
    """
    MS. HALE:  Good morning, everybody.

    Q    Will you close the bridge?

    MS. HALE:  We will not.

    Q    Why do you say so?

    MS. HALE:  Because I have seen it.
    """
    assert labels(turns) == ["MS. HALE:", "Q", "MS. HALE:", "Q", "MS. HALE:"]


def test_time_stamp_before_a_label(turns: list[tuple[str, str]]) -> None:
    """
    [00:00:04] Anne Hale: Where were you born?

    [00:00:09] Peter Reed: In Westport. My father was a pilot there.

    [00:01:30] Anne Hale: And your mother?

    [00:01:33] Peter Reed: She kept our books.
    """
    assert turns[0] == ("Anne Hale:", "Where were you born?")
    assert len(turns) == 4


def test_time_stamp_after_a_label(turns: list[tuple[str, str]]) -> None:
    """
    Anne Hale 00:04
    Where were you born?

    Peter Reed 00:09
    In Westport. My father was a pilot there.

    Anne Hale 01:30
    And your mother?

    Peter Reed 01:33
    She kept our books.
    """
    assert labels(turns)[0] == "Anne Hale"
    assert len(turns) == 4


def test_full_width_colon(turns: list[tuple[str, str]]) -> None:
    """
    記者：你什麼時候回來？

    李明：我昨天回來。

    記者：你看見橋了嗎？

    李明：我看見了。
    """
    assert labels(turns) == ["記者：", "李明："] * 2


def test_cyrillic(turns: list[tuple[str, str]]) -> None:
    """
    ГОРИН. Вы видели мост?

    ЛАВРОВА. Видела. Я была там утром.

    ГОРИН. И что же вы скажете?

    ЛАВРОВА. Мне сказать нечего.
    """
    assert labels(turns) == ["ГОРИН.", "ЛАВРОВА."] * 2


def test_numbered_paragraphs(turns: list[tuple[str, str]]) -> None:
    """
    12. Mr. HALE: We have read your report.

    13. Mrs. REED: I am glad of it.

    14. Mr. HALE: It does not please us.

    15. Mrs. REED: May I ask why?
    """
    assert labels(turns) == ["Mr. HALE:", "Mrs. REED:"] * 2


def test_a_second_speaker_in_one_paragraph(turns: list[tuple[str, str]]) -> None:
    """
    HALE: Good morning. I came at once.

    REED: Is it? HALE: I think that it is.

    HALE: You do not look well.

    REED: I have not slept.
    """
    assert labels(turns) == ["HALE:", "REED:", "HALE:", "HALE:", "REED:"]


def test_a_page_flattened_to_one_line(turns: list[tuple[str, str]]) -> None:
    """
    HALE: Good morning. I came at once. REED: Is it? HALE: I think that it is. REED: You do not look well. HALE: I have not slept.
    """  # noqa: E501 (the line is what is shown)
    assert labels(turns) == ["HALE:", "REED:", "HALE:", "REED:", "HALE:"]


def test_what_people_type_to_one_another(turns: list[tuple[str, str]]) -> None:
    """
    [12/03/2016, 09:14] ann_reed: are you at the dock
    [12/03/2016, 09:15] tom: yes where are you
    [12/03/2016, 09:15] ann_reed: i am late
    [12/03/2016, 09:16] tom: i know
    """
    assert labels(turns) == ["ann_reed:", "tom:", "ann_reed:", "tom:"]
    assert turns[0][1] == "are you at the dock"


def test_voices_that_are_codes_behind_a_time(turns: list[tuple[str, str]]) -> None:
    """
    00 04 11 CC Do you read me?
    00 04 15 PLT I have the coast.
    00 04 31 CC Where are you?
    00 04 36 PLT We are over the bay.
    """
    assert labels(turns) == ["CC", "PLT", "CC", "PLT"]


def test_a_log_of_machines_is_no_chat(turns: list[tuple[str, str]]) -> None:
    """
    2016-03-12 09:14 pump: started
    2016-03-12 09:15 valve: open
    2016-03-12 09:15 pump: stopped
    2016-03-12 09:16 valve: shut
    """
    assert turns == []


def test_words_that_are_all_quoted_are_no_turns(turns: list[tuple[str, str]]) -> None:
    """
    The Alder Herald: "We have waited long enough."

    The River Star: "Who will pay for our bridge?"

    The Alder Herald: "Not you."
    """
    assert turns == []


def test_labels_in_the_order_of_a_glossary(turns: list[tuple[str, str]]) -> None:
    """
    Anchor: What holds you.

    Boom: What hits you.

    Cleat: What you tie your rope to.

    Dinghy: What takes you ashore.
    """
    assert turns == []


def test_fields_and_summaries_are_no_labels(turns: list[tuple[str, str]]) -> None:
    """
    Present: Hale, Reed

    Subject: the northern bridge

    France: The delegation favoured an early date and declined to vote.

    Norway: The delegation opposed it and proposed the spring.

    France: The delegation withdrew its proposal on the second day.

    Norway: The delegation accepted.
    """
    assert turns == []
