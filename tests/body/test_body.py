"""What the body is made of beside turns: both sides of each rule."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from lxml import etree

from encoder.configuration import Configuration, Options
from encoder.model.source import Source
from encoder.pipeline import Outcome, convert, convert_source


@pytest.fixture
def outcome(request: pytest.FixtureRequest) -> Outcome:
    """What became of the test's docstring, read as a source."""
    page = dedent(request.function.__doc__).strip().replace("<FF>", "\f")
    outcome = convert_source(
        Source("x.txt", page), Configuration(), Options(layout="bare")
    )
    assert [found for found in outcome.findings if found.severity == "error"] == []
    return outcome


@pytest.fixture
def shape(outcome: Outcome) -> str:
    """The body and back of the TEI without namespace, ids and indentation."""
    assert outcome.tei
    root = etree.fromstring(outcome.tei)
    text = etree.tostring(root[-1], encoding="unicode")
    text = re.sub(r' xmlns="[^"]*"| xml:id="sp-[^"]*"| who="[^"]*"', "", text)
    return re.sub(r">\n\s*<", "><", text)


@pytest.fixture
def codes(outcome: Outcome) -> list[str]:
    return [found.rule.code for found in outcome.findings]


def test_a_short_line_without_an_end_mark_is_a_heading(
    shape: str, codes: list[str]
) -> None:
    """
    HALE: The bridge is closed.

    REED: For how long?

    HALE: Until the spring.

    REED: I see.

    We must wait.

    The Ferry

    HALE: Then we take the ferry.

    REED: Good.
    """
    assert '<p>We must wait.</p></sp></div><div type="section" n="2">' in shape
    assert '<head>The Ferry</head><sp n="5">' in shape
    assert "L203" in codes


def test_a_speaker_s_only_words_are_no_heading(shape: str) -> None:
    """
    HALE: The bridge is closed.

    REED: For how long?

    HALE: Until the spring.

    REED: Until the spring

    HALE: Yes.

    REED: Good.

    HALE: Indeed.
    """
    assert "<head>" not in shape


def test_where_end_marks_are_rare_a_line_without_one_is_no_heading(shape: str) -> None:
    """
    HALE: The bridge is closed

    REED: For how long

    HALE: Until the spring

    Until May

    REED: I see

    HALE: Yes

    REED: Good.
    """
    assert "<head>" not in shape


def test_acts_and_scenes_begin_divisions(shape: str) -> None:
    """
    ACT I

    Scene 1

    [A harbour.]

    HALE: Who is there? (She rises.) Nobody.

    REED: It is I (as you know).

    Scene 2. The bridge.

    HALE: Closed! (They leave.)

    REED: Closed.

    ACT II

    Scene 1

    HALE: Open!

    EPILOGUE

    REED: They are gone.
    """
    assert shape.count("<div ") == 6
    act = '<div type="act" n="1"><head>ACT I</head>'
    assert f'{act}<div type="scene" n="1"><head>Scene 1</head>' in shape
    act = '</div><div type="act" n="2"><head>ACT II</head>'
    assert f'{act}<div type="scene" n="3"><head>Scene 1</head>' in shape
    assert '</div></div><div type="section" n="4"><head>EPILOGUE</head>' in shape
    assert "<stage>[A harbour.]</stage>" in shape
    assert "there? <stage>(She rises.)</stage> Nobody.</p>" in shape
    assert "It is I (as you know).</p>" in shape
    assert '<div type="scene" n="2"><head>Scene 2. The bridge.</head>' in shape


def test_notes_at_the_end_stand_in_back(shape: str, codes: list[str]) -> None:
    """
    HALE: The bridge[1] is closed.

    REED: Since May.[3]

    HALE: Yes.

    REED: Good.

    [1] The northern bridge.
    [2] Not found.
    """
    assert '<p>The bridge<ref target="#note-1">[1]</ref> is closed.</p>' in shape
    assert shape.rstrip().endswith(
        '<back><div type="notes">'
        '<note xml:id="note-1" n="1" place="end"><label>[1]</label>'
        " The northern bridge.</note>"
        '<note xml:id="note-2" n="2" place="end"><label>[2]</label> Not found.</note>'
        "</div></back></text>"
    )
    assert "L201" in codes
    assert "L202" in codes


def test_numbers_without_brackets_are_notes_when_the_text_calls_them(
    shape: str,
) -> None:
    """
    HALE: The bridge1 is closed.

    REED: Since Tuesday,2 May or not.

    HALE: Yes.

    REED: Good.

    1 The northern bridge.
    2 September 4.
    """
    assert 'bridge<ref target="#note-1">1</ref> is' in shape
    assert 'Tuesday,<ref target="#note-2">2</ref> May' in shape
    assert "<label>2</label> September 4.</note>" in shape


def test_numbers_that_nothing_calls_are_no_notes(shape: str) -> None:
    """
    HALE: The bridge is closed.

    REED: Since when?

    HALE: There are three.

    REED: Reasons?

    1 The northern arm
    2 The ferry
    """
    assert "<back>" not in shape


def test_signs_of_pages_keep_what_is_printed(shape: str) -> None:
    """
    HALE: The nor-

    [Page 12]

    thern bridge is [Page 13] closed.

    - 14 -

    REED: It is (p. 7 of the report says so).<FF>Good.

    HALE: Yes.

    REED: Good.
    """
    assert '-\n\n<pb n="12" rend="[Page 12]" break="no"/>\n\nthern' in shape
    assert 'is <pb n="13" rend="[Page 13]"/> closed' in shape
    assert '<pb n="14" rend="- 14 -"/>' in shape
    assert "(p. 7 of the report says so)" in shape
    assert '<pb rend="form-feed"/>' in shape


def test_a_form_feed_parts_a_word_only_after_a_hyphen(shape: str) -> None:
    """
    HALE: When does the water<FF>go down? You know the nor-<FF>thern quay.

    REED: I know it.

    HALE: Do you?

    REED: I do.
    """
    assert 'water<pb rend="form-feed"/>go down' in shape
    assert 'nor-<pb rend="form-feed" break="no"/>thern' in shape


def test_each_of_several_form_feeds_begins_a_page(shape: str) -> None:
    """
    HALE: When does the nor-<FF><FF>thern quay open? Do you know?

    <FF><FF><FF>

    REED: In May, I<FF><FF> think.

    HALE: Do you?

    REED: I do.
    """
    feed = '<pb rend="form-feed"/>'
    assert f'nor-<pb rend="form-feed" break="no"/>{feed}thern' in shape
    assert f"?</p>{feed}{feed}{feed}</sp>" in shape
    assert f"In May, I{feed}{feed} think" in shape


def test_a_line_three_times_beside_one_page_break_is_no_furniture(shape: str) -> None:
    """
    HALE: It was long.

    Very long

    Very long

    Very long

    <FF>

    REED: Was it?

    HALE: Yes.

    REED: So you say.
    """
    assert "<fw" not in shape


def test_lines_beside_three_page_breaks_are_furniture(shape: str) -> None:
    """
    HALE: The bridge is closed.

    Harbour Board

    1

    REED: Since when?

    Harbour Board

    2

    HALE: Since May.

    Harbour Board

    3

    REED: I see.
    """
    assert shape.count('<fw type="header">Harbour Board</fw>') == 3
    assert '<pb n="1"/>' in shape
    assert '<pb n="3"/>' in shape


def test_numbers_that_do_not_count_upwards_are_words(shape: str) -> None:
    """
    HALE: Which bridge?

    7

    REED: Which?

    3

    HALE: That one.

    9
    """
    assert "<pb" not in shape
    assert "<p>7</p>" in shape


def test_numbers_of_lines_are_no_words(shape: str) -> None:
    """
    The Harbour Board sat on Monday.

      1   The bridge is closed until the
      2   spring, and the ferry goes on
      3   Sundays. On the first of
      4   May 1951 it was opened, and
      5   since then nobody has come
      6   who was not told so.
      7   Mrs. Hale said that the
      8   ferry was late, and asked
      9   when the bridge would be
     10   ready. Mr. Reed did not
     11   know. He had not looked.
    """
    assert '<lb n="1"/><p>The bridge is closed until the\n' in shape
    assert '<lb n="11"/>know.' in shape
    assert "1951-05-04" not in shape


def test_letters_open_and_close(shape: str) -> None:
    """
    SECRET

    London, 3 May 1951

    Dear Mr. Reed: The bridge is closed.

    It stays so until the spring.

    Sincerely yours,
    Anne Hale

    P.S. The ferry goes on Sundays.
    """
    assert '<opener><note type="classification">SECRET</note><dateline>' in shape
    assert "<salute>Dear Mr. Reed:</salute></opener><p>The bridge is closed.</p>" in (
        shape
    )
    assert "<closer><salute>Sincerely yours,</salute><signed>Anne Hale</signed>" in (
        shape
    )
    assert "<postscript><p>P.S. The ferry goes on Sundays.</p></postscript>" in shape
    assert '<div type="letter"' in shape


def test_the_end_of_a_record_says_so(shape: str) -> None:
    """
    HALE: The bridge is closed.

    REED: I see.

    HALE: Good.

    REED: Until the spring.

    HALE: Indeed.

    REED: Yes.

    Anne Hale

    END 1:10 P.M.
    """
    assert (
        "<closer><signed>Anne Hale</signed></closer><trailer>END 1:10 P.M.</trailer>"
        "</div>"
    ) in shape


def test_a_greeting_in_mid_sentence_opens_nothing(shape: str) -> None:
    """
    She wrote Dear Mr. Reed: and no more.

    He was sincerely, and without any doubt, surprised.
    """
    assert "<salute>" not in shape


def test_the_head_of_a_memorandum_is_lists(shape: str) -> None:
    """
    MEMORANDUM OF CONVERSATION

    PARTICIPANTS:
    - Mrs. Hale
    - Mr. Reed, the pilot

    PLACE: The harbour office
    SUBJECT: The bridge

    Mrs. Hale said that the bridge was closed.
    """
    assert (
        '<list type="participants"><head>PARTICIPANTS:</head><item>Mrs. '
        '<persName ref="#hale">Hale</persName></item>'
        '<item>Mr. <persName ref="#reed">Reed</persName>, the pilot</item></list>'
        '<list type="fields"><label>PLACE:</label><item>The harbour office</item>'
        "<label>SUBJECT:</label><item>The bridge</item></list>"
        '<p>Mrs. <persName ref="#hale">Hale</persName> said'
    ) in shape


def test_names_of_fields_in_running_words_are_none(shape: str) -> None:
    """
    The place: nobody knew it.

    To be present at the harbour was enough.
    """
    assert "<list" not in shape


def test_columns_that_are_certain_are_a_table(shape: str) -> None:
    """
    The board was told of three places.

    Harbour     12    open
    Bridge       4    closed
    Ferry        1    open
    """
    assert '<table rows="3" cols="3"><row><cell>Harbour</cell><cell>12</cell>' in shape


def test_a_table_ends_at_a_form_feed(shape: str) -> None:
    """
    Harbour     12<FF>Bridge     4
    Ferry        1
    Quay         2
    """
    assert "<p>Harbour     12</p>" in shape


def test_columns_that_do_not_agree_are_lines(shape: str) -> None:
    """
    Harbour     12    open
    Bridge   is closed
    Ferry        1    open
    """
    assert "<table" not in shape


def test_editors_speak_in_notes_and_not_in_turns(shape: str) -> None:
    """
    HALE: We closed the bridge, did we not?

    [Here follows discussion of the ferry.]

    REED: [2 lines not declassified]

    HALE: [through the interpreter] We agree.

    REED: \\[laughs\\] Good.

    HALE: I saw Chiang [Kai-shek] there.
    """
    assert (
        '</sp><note type="editorial">[Here follows discussion of the ferry.]</note><sp'
    ) in shape
    assert '<gap reason="not-declassified" rend="[2 lines not declassified]"/>' in shape
    assert "<p><stage>[through the interpreter]</stage> We agree.</p>" in shape
    assert "<stage>\\[laughs\\]</stage> Good." in shape
    assert "<supplied" in shape


def test_the_head_of_the_paper_stands_in_the_opener(shape: str) -> None:
    """
    Letter From Hale to Reed

    No. 34/TS                                        November 23, 1963
    Westport                                         COPY No. 12

    HARBOUR EMBASSY Norvik

    Dear Mr. Reed:

    The northern bridge is closed to all ships until the spring of the next year.
    """
    assert shape.count('<note type="letterhead">') == 2
    assert "<salute>Dear Mr. Reed:</salute></opener><p>The northern" in shape
    assert shape.count("<div ") == 1


def test_where_nobody_speaks_brackets_are_an_editor_s(shape: str) -> None:
    """
    The northern bridge is closed to all ships until the spring of the next year.

    (It was opened in May.)

    [Control copy]
    """
    assert "<p>(It was opened in May.)</p>" in shape
    assert '<note type="editorial">[Control copy]</note>' in shape


PAPER = "\n\n".join(
    [
        *("PORTS OF THE NORTH", "**The Question**", "To estimate how long it lasts."),
        "Findings",
        *(
            f"In the year 195{n} the northern quay was under water, and no ship came"
            " in by the northern arm of the river."
            for n in range(8)
        ),
        *("We close it.", "Harbour Master of Westport", "Anne Hale"),
    ]
)


def test_a_paper_has_its_headings_and_who_signed_it() -> None:
    outcome = convert(PAPER.encode(), "paper.txt", options=Options(layout="bare"))
    assert outcome.tei
    body = outcome.tei.decode()
    assert "<head>The Question</head>" in body
    assert "<head>Findings</head>" in body
    assert "<signed>Harbour Master of Westport</signed>" in body
    assert "<signed>Anne Hale</signed>" in body


def test_a_list_of_people_can_stand_below_its_heading(shape: str) -> None:
    """
    Notes on the Harbour

    OTHERS PRESENT

    • Mrs. Hale
    • Mr. Reed

    The northern bridge is closed to all ships until the spring of the next year.
    """
    assert '<list type="participants"><head>OTHERS PRESENT</head><item>' in shape


def test_a_title_says_of_what_kind_the_record_is_and_not_a_session_in_it() -> None:
    text = "Memorandum of Hale\n\nNINTH SESSION OF THE BOARD\n\n" + PAPER
    outcome = convert(text.encode(), "paper.txt")
    assert outcome.tei
    assert b'<div type="memorandum" n="1">' in outcome.tei


def test_a_running_head_is_known_by_the_sentences_that_it_parts() -> None:
    pages = "\n\n".join(
        f"{who}: Do you think that the harbour is\nclosed by the\nHARBOUR BOARD {n}\n"
        "end of the month, or that we know it?"
        for n, who in enumerate(["HALE", "REED"] * 3)
    )
    outcome = convert(pages.encode(), "talk.txt", options=Options(layout="bare"))
    assert outcome.tei
    assert outcome.tei.count(b'<fw type="header">HARBOUR BOARD ') == 6


def test_lines_that_come_back_between_sentences_are_no_running_heads() -> None:
    pages = "\n\n".join(
        f"{who}: Do you think that the harbour is closed?\n\nTHE BOARD RISES\n\n"
        "We know it."
        for who in ["HALE", "REED"] * 3
    )
    outcome = convert(pages.encode(), "talk.txt", options=Options(layout="bare"))
    assert outcome.tei
    assert b"<fw" not in outcome.tei


def test_a_turn_of_which_nothing_is_left_has_its_gap_for_words(shape: str) -> None:
    """
    HALE: Is the bridge closed?

    REED: [one line not declassified]

    HALE: When do you think that it opens?

    REED: I do not know.
    """
    assert '<speaker>REED:</speaker><p><gap reason="not-declassified"' in shape
    assert "<p/>" not in shape


@pytest.mark.parametrize("line", ["Findings:", "FINDINGS: A SUMMARY", "B. Findings"])
def test_a_heading_of_a_paper_can_have_a_colon_or_a_letter(line: str) -> None:
    text = PAPER.replace("Findings", line)
    outcome = convert(text.encode(), "paper.txt", options=Options(layout="bare"))
    assert outcome.tei
    assert f"<head>{line}</head>" in outcome.tei.decode()


def test_a_line_with_a_colon_that_leads_to_a_list_is_no_heading() -> None:
    text = PAPER.replace("Findings", "Copies:\n\n1. The Board\n\n2. The Harbour")
    outcome = convert(text.encode(), "paper.txt", options=Options(layout="bare"))
    assert outcome.tei
    assert b"<head>Copies:</head>" not in outcome.tei


def test_a_paragraph_that_ends_in_the_number_of_a_note_is_finished() -> None:
    text = PAPER.replace("river.", "river.2")
    outcome = convert(text.encode(), "paper.txt", options=Options(layout="bare"))
    assert outcome.tei
    assert b"<head>Findings</head>" in outcome.tei


def test_verse_in_a_play_keeps_its_lines(shape: str) -> None:
    """
    ACT I

    HALE
    The bridge is closed, and closed the road
    (Aside.)
    That leads along the northern quay.

    REED
    We take the ferry (as I owed
    You long ago) across the bay.

    HALE
    So be it.

    REED
    (To Hale)
    Then come,
    For I have seen the tide, and heard that they wait

    HALE
    They wait.
    """
    assert (
        "<lg><l>The bridge is closed, and closed the road</l></lg><stage>(Aside.)"
        "</stage><lg><l>That leads along the northern quay.</l></lg>"
    ) in shape
    assert "<l>We take the ferry (as I owed</l><l>You long ago) across" in shape
    assert "<p>So be it.</p>" in shape
    assert ")</stage><lg><l>Then come,</l><l>For I have" in shape


PLAY = """
ACT I

HALE
The northern bridge is closed, and of the roads that
Lead along the quay I know but one that Reed has not
Walked.

REED
Then we take the ferry, since the tide goes out, and
The master of the port, whom I have seen, says that
None is left.

HALE
So be it.

REED
The men wait at the other side, as you have seen, or
Have they gone up to the house?
"""


def test_prose_that_fills_its_lines_is_no_verse() -> None:
    outcome = convert(PLAY.encode(), "play.txt")
    assert outcome.tei
    assert outcome.tei.count(b"<sp ") == 4
    assert b"<l>" not in outcome.tei


def test_lines_that_break_off_are_no_verse_where_nothing_is_played() -> None:
    text = PLAY.replace("ACT I", "Notes").replace(" and of", "\nAnd of")
    outcome = convert(text.encode(), "talk.txt")
    assert outcome.tei
    assert b"<l>" not in outcome.tei


def test_each_of_those_present_can_stand_in_a_paragraph_of_his_own(shape: str) -> None:
    """
    Notes on the Harbour

    Present:

    Norvik:

    Anne Hale, Harbour Master of Norvik and the U.S.

    Peter Reed (interpreter)

    The Opening

    HALE: Do you see the ferry?

    REED: I see it from here.

    HALE: Then we go.

    REED: We do.
    """
    assert '<list type="participants"><head>Present:</head><item>Norvik:' in shape
    assert "(interpreter)</item></list>" in shape


def test_a_line_alone_below_a_heading_of_people_is_no_list_of_them(shape: str) -> None:
    """
    Notes on the Harbour

    Present:

    The Opening

    HALE: Do you see the ferry?

    REED: I see it from here.

    HALE: Then we go.

    REED: We do.
    """
    assert "participants" not in shape


def test_what_stands_beside_a_mark_at_the_top_is_of_the_paper(shape: str) -> None:
    """
    Notes on the Harbour

    [handwritten] 12

    SECRET AUSTIN

    Only copy

    Norvik, 3 May 1951

    The northern bridge is closed to all ships until the spring of the next year.
    """
    assert (
        '<opener><note type="letterhead">[handwritten] 12</note>'
        '<note type="classification">SECRET AUSTIN</note>'
        '<note type="letterhead">Only copy</note><dateline>Norvik, '
    ) in shape


def test_a_short_line_that_nothing_of_a_paper_follows_is_left(shape: str) -> None:
    """
    Notes on the Harbour

    Only copy

    The northern bridge is closed to all ships until the spring of the next year.
    """
    assert "<p>Only copy</p>" in shape


def test_what_a_paper_calls_itself_above_its_date_is_its_heading(shape: str) -> None:
    """
    Notes on the Harbour

    MEMORANDUM FOR THE RECORD

    Norvik, 3 May 1951

    The northern bridge is closed to all ships until the spring of the next year.

    [signed] Anne Hale
    """
    assert "<head>MEMORANDUM FOR THE RECORD</head><opener><dateline>" in shape
    assert "<closer><signed>[signed] Anne Hale</signed></closer>" in shape


TALK = """
MR. HALE: I know what you say.

{deed}

MR. REED: Do you see the ferry?

MR. HALE: We see it.

MR. REED: Then we go.
"""


@pytest.mark.parametrize(
    "deed",
    [
        "Several hon. Members rose—",
        "The Committee was suspended at noon.",
        "At the invitation of the President, Mr. Lee took a place at the table.",
        "The agenda was adopted without a vote.",
        "It was so decided.",
    ],
)
def test_what_is_done_between_two_speeches_is_not_said(deed: str) -> None:
    outcome = convert(TALK.format(deed=deed).encode(), "talk.txt")
    assert outcome.tei
    tei = re.sub(r"</?persName[^>]*>", "", outcome.tei.decode())
    assert f"<stage>{deed}</stage>" in tei


@pytest.mark.parametrize(
    "said",
    [
        "MR. REED then read a prepared statement (copy attached).",
        "MR. REED read it and you know that.",
        "MR. REED left. He was ill.",
        "MR. BARLOW left the house yesterday.",
        "The Committee is a good one.",
        "The quay was suspended from two arms.",
    ],
)
def test_a_sentence_that_could_be_said_is_the_speakers(said: str) -> None:
    outcome = convert(TALK.format(deed=said).encode(), "talk.txt")
    assert outcome.tei
    assert b"<stage>" not in outcome.tei


def test_a_record_says_without_an_article_when_the_meeting_ended(shape: str) -> None:
    """
    Notes on the Harbour

    HALE: Do you see the ferry?

    REED: I see it from here.

    HALE: Then we go.

    REED: We do.

    Meeting adjourned at 1:10 p.m.
    """
    assert "<trailer>Meeting adjourned at 1:10 p.m.</trailer>" in shape


def test_a_page_that_was_a_web_page_calls_its_notes_by_links(shape: str) -> None:
    """
    Notes on the Harbour

    The northern bridge[1](#f1) is closed to all ships until the spring of the year.

    The ferry goes at noon.[2](#f2)

    1 The bridge of 1951.

    2 Or at one.

    [Harbour Archive, box 3]
    """
    assert '<ref target="#note-1">[1](#f1)</ref>' in shape
    assert '<ref target="#note-2">[2](#f2)</ref>' in shape
    assert shape.endswith(
        '<note place="end">[Harbour Archive, box 3]</note></div></back></text>\n'
    )


def test_a_note_that_nothing_calls_is_one_if_its_number_is_low(
    shape: str, codes: list[str]
) -> None:
    """
    Notes on the Harbour

    The northern bridge is closed to all ships until the spring of the next year.

    [2] The bridge of 1951.
    """
    assert '<note xml:id="note-2" n="2" place="end">' in shape
    assert "L202" in codes


def test_a_shelfmark_below_a_signature_is_the_editors(shape: str) -> None:
    """
    Notes on the Harbour

    The northern bridge is closed to all ships until the spring of the next year.

    A. Hale

    Harbour Archive. F. 3. Op. 66. D. 328. L. 111. Copy.
    """
    assert (
        "<signed>A. Hale</signed>"
        '<note type="editorial">Harbour Archive. F. 3. Op. 66. D. 328.'
    ) in shape


def test_what_stands_in_an_act_above_its_first_scene_is_its_own(
    outcome: Outcome, shape: str
) -> None:
    """
    ACT I

    HALE: Who is there?

    REED: It is I.

    Scene 1

    HALE: Closed!

    REED: Closed.
    """
    assert '<div type="act" n="1"><head>ACT I</head><sp n="1">' in shape
    assert '<div type="scene" n="2"><head>Scene 1</head><sp n="3">' in shape
    assert outcome.tei
    assert b'match="/TEI/text/body//div[sp]"' in outcome.tei


def test_lines_whose_columns_are_not_certain_are_kept(shape: str) -> None:
    """
    Ships in Harbour

    Ships................ 1951\t1952
    Ferries......... a few
    Total................ 12\t14

    The northern bridge is closed to all ships until the spring
    of the next year....
    """
    assert "1952<lb/>Ferries......... a few<lb/>Total" in shape
    assert shape.count("<lb/>") == 2


def test_a_day_in_brackets_and_an_hour_alone_are_datelines(shape: str) -> None:
    """
    Notes on the Harbour

    REMARKS BY MRS. HALE

    The North Quay

    (May 3, 1951)

    2:38 P.M. EST

    HALE: Do you see the ferry?

    REED: I see it from here.

    HALE: Then we go.

    REED: We do.

    END \u00a0\u00a0 3:10 P.M. EST
    """
    assert (
        "<head>REMARKS BY MRS. HALE</head>"
        '<opener><note type="letterhead">The North Quay</note>'
        '<dateline>(<date when="1951-05-03">May 3, 1951</date>)</dateline>'
        "<dateline>2:38 P.M. EST</dateline></opener>"
    ) in re.sub(r"</?persName[^>]*>", "", shape)
    assert "<trailer>END" in shape


def test_a_day_in_brackets_below_the_text_is_no_dateline(shape: str) -> None:
    """
    Notes on the Harbour

    HALE: Do you see the ferry?

    (May 3, 1951)

    REED: I see it from here.

    HALE: Then we go.

    REED: We do.
    """
    assert "<dateline>" not in shape


def test_slashes_in_a_row_each_begin_a_page(shape: str) -> None:
    """
    Notes on the Harbour

    HALE: Is the bridge // closed?
    //
    //

    //
    REED: It is, from tomorrow on.

    HALE: Then who tells the town?

    REED: I do.
    """
    one = '<pb rend="//"/>'
    assert f"<p>Is the bridge {one} closed?</p>{one * 3}</sp>" in shape
    assert shape.count(one) == 4
