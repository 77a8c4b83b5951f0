"""Whose a label is: what the record itself settles, and nothing beyond that."""

from __future__ import annotations

import pytest

from encoder.model.blocks import Turn
from encoder.model.source import Source, Span
from encoder.names.cast import Identified, identify
from encoder.names.cast_doubts import speaker_doubts
from encoder.names.identifiers import slug
from encoder.names.label import is_one, parse_label
from encoder.names.participant_list import listed, names_in_title


def identified(source: Source, title: str = "") -> Identified:
    """Return who speaks where each line is a label, or a list's after a bullet."""
    turns, listed = [], []
    for line in source.lines():
        if source.words(line).startswith("• "):
            listed.append(Span(line.start + 2, line.end))
        else:
            turns.append(Turn(Span(*line), ()))
    return identify(source, turns, title, listed)


def whose(source: Source, title: str = "") -> list[tuple[str, str | None]]:
    """Return each label, and the identifier of its person."""
    speakers = identified(source, title).speakers
    return [(source.words(line), speakers.get(line)) for line in source.lines()]


def findings(source: Source, title: str = "") -> list[str]:
    found = speaker_doubts(source, identified(source, title))
    return [f"{each.place.line} {each.rule.code} {each.message}" for each in found]


def test_a_short_label_is_the_full_name_s(source: Source) -> None:
    """
    [T.V] Soong:
    Joseph Stalin:
    Soong:
    STALIN:
    """
    assert [who for _, who in whose(source)] == [
        "t-v-soong",
        "joseph-stalin",
        "t-v-soong",
        "joseph-stalin",
    ]
    assert findings(source) == []


def test_the_fullest_name_is_the_person_s_and_the_others_are_variants(
    source: Source,
) -> None:
    """
    [T.V] Soong:
    Soong:
    """
    (person,) = identified(source, "Meeting Between T. V. Soong and Stalin").people
    assert person.name == "T. V. Soong"
    assert person.short == "Soong"
    assert person.variants == ("[T.V] Soong", "Soong")


def test_two_of_one_name_are_two_persons_and_the_bare_name_is_nobody_s(
    source: Source,
) -> None:
    """
    Anne Hale:
    Peter Hale:
    Hale:
    """
    assert whose(source)[2] == ("Hale:", None)
    assert len(identified(source).people) == 2
    assert findings(source) == [
        "3 E106 who is 'Hale'?",
        "2 E107 'Peter Hale' and 'Anne Hale' could be one person",
    ]


def test_the_title_can_say_that_there_are_two(source: Source) -> None:
    """
    Hale:
    Reed:
    """
    title = "Meeting Between Anne Hale, Peter Hale and Ida Reed"
    assert whose(source, title) == [("Hale:", None), ("Reed:", "ida-reed")]


def test_different_honorifics_are_different_persons(source: Source) -> None:
    """
    Mr. Hale:
    Mrs. Hale:
    """
    assert [who for _, who in whose(source)] == ["hale", "hale-2"]
    assert findings(source)[-1] == (
        "2 E107 'Mrs. Hale' and 'Mr. Hale' could be one person"
    )


def test_one_honorific_and_none_are_one_person(source: Source) -> None:
    """
    Dr. Hale:
    Hale:
    """
    assert [who for _, who in whose(source)] == ["hale", "hale"]
    assert findings(source) == ["1 E105 'Hale' is all that the record says of the name"]


@pytest.mark.parametrize(
    "label",
    [
        "Q:",
        "A:",
        "JR:",
        "Mr.:",
        "The President:",
        "Interviewer:",
        "First Voice:",
        "[Unknown]:",
        "Hale and Reed:",
        "Hale, Reed:",
    ],
)
def test_a_label_that_names_no_person_has_none_and_is_said(label: str) -> None:
    source = Source("memo.txt", label)
    assert whose(source) == [(label, None)]
    assert findings(source) == [f"1 E106 who is {label.rstrip(':')!r}?"]


@pytest.mark.parametrize("label", ["All:", "Voices:", "Several delegates:", "Tous."])
def test_voices_that_are_no_one_person_are_no_question(label: str) -> None:
    source = Source("memo.txt", label)
    assert whose(source) == [(label, None)]
    printed = label.rstrip(":")
    expected = f"1 E108 {printed!r} are several voices, and no one person"
    assert findings(source) == [expected]


def test_a_bare_name_beside_a_woman_s_is_another_person(source: Source) -> None:
    """
    MACBRIDE:
    LADY MACBRIDE:
    """
    assert [who for _, who in whose(source)] == ["macbride", "macbride-2"]


def test_titles_of_a_man_and_of_a_woman_are_two_persons(source: Source) -> None:
    """
    Мисс Джонс:
    Мистер Джонс:
    """
    assert len({who for _, who in whose(source)}) == 2


def test_a_role_that_others_have_too_is_nobody_s(source: Source) -> None:
    """
    UN DOCTEUR:
    LE DOCTEUR:
    LE ROI:
    L'UN D'EUX:
    """
    assert [who for _, who in whose(source)] == [None, None, "le-roi", None]


def test_an_article_before_a_word_makes_a_role_of_it(source: Source) -> None:
    """
    The Harbourmaster:
    The Reverend Hale:
    """
    assert [who for _, who in whose(source)] == [None, "hale"]


def test_likeness_of_letters_decides_nothing(source: Source) -> None:
    """
    Anne Johnson:
    Johnston:
    """
    first, second = whose(source)
    assert first[1] != second[1]


def test_an_identifier_of_the_header_is_never_a_person_s(source: Source) -> None:
    """
    Archive:
    """
    assert whose(source) == [("Archive:", "archive-2")]


def test_a_record_without_turns_has_no_persons() -> None:
    source = Source("memo.txt", "")
    found = identify(source, (), "Meeting Between Anne Hale and Reed")
    assert found == Identified((), {}, {})


@pytest.mark.parametrize(
    ("printed", "titles", "name"),
    [
        ("MR. HALE:", "mr", "HALE"),
        ("Vice President Hale (smiling):", "vice president", "Hale"),
        ("[Joseph] Stalin", "", "Joseph Stalin"),
        ("The President:", "the president", ""),
    ],
)
def test_a_label_is_titles_and_a_name(printed: str, titles: str, name: str) -> None:
    label = parse_label(printed)
    assert (label.titles, label.name) == (titles, name)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Meeting of Hale with Reed and Ida Brook", ("Reed", "Ida Brook")),
        ("Talk between Mr. Hale & Dr. Reed", ("Hale", "Reed")),
        ("Meeting between engineers and their masters", ()),
        ("Betweenness", ()),
    ],
)
def test_a_title_names_those_between_whom_it_was(
    title: str, names: tuple[str, ...]
) -> None:
    assert names_in_title(title) == names


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [
        ("T.V Soong", "T. V. Soong", True),
        ("A. Hale", "Anne Hale", True),
        ("Anne Hale", "Anne B. Hale", True),
        ("Anne Hale", "Peter Hale", False),
        ("P. Hale", "Anne Hale", False),
        ("Hale", "Haley", False),
    ],
)
def test_an_initial_can_say_that_there_are_two(
    one: str, other: str, *, can_be: bool
) -> None:
    assert is_one(one, other) is can_be
    assert is_one(other, one) is can_be


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Élie Reed", "élie-reed"),
        ("2nd Voice", "person-2nd-voice"),
        ("…", "person"),
        ("Hale: #1", "hale-1"),
    ],
)
def test_an_identifier_is_an_xml_name(name: str, identifier: str) -> None:
    assert slug(name, set()) == identifier


def test_an_identifier_is_counted_until_it_is_free() -> None:
    assert slug("Hale", {"hale", "hale-2"}) == "hale-3"


def test_an_initial_that_could_be_a_title_parts_two_of_one_name(
    source: Source,
) -> None:
    """
    W. HALE.
    M. HALE.
    """
    assert whose(source) == [("W. HALE.", "w-hale"), ("M. HALE.", "hale")]


def test_how_somebody_speaks_is_no_form_of_the_name(source: Source) -> None:
    """
    HALE, rising.
    HALE [aside]
    HALE (in French)
    HALE –
    """
    (person,) = identified(source).people
    assert person.name == "HALE"
    assert person.variants == ()
    assert {who for _, who in whose(source)} == {"hale"}


@pytest.mark.parametrize(
    ("printed", "titles", "name"),
    [
        ("Harbour Director Anne Hale", "harbour director", "Anne Hale"),
        ("Secretary of Defense Hale", "secretary of defense", "Hale"),
        ("Secretary of State", "secretary of state", ""),
        ("Acting Secretary Hale.", "acting secretary", "Hale"),
        ("[Anne] Dr. Hale", "dr", "Hale"),
        ("Anne King", "", "Anne King"),
        ("John M. Hale", "", "John M. Hale"),
        ("Peter Hale Jr.", "", "Peter Hale Jr."),
    ],
)
def test_a_title_reaches_to_the_last_word_of_an_office(
    printed: str, titles: str, name: str
) -> None:
    assert parse_label(printed)[1:] == (titles, name)


@pytest.mark.parametrize(
    "label", ["HE PRESIDENT:", "Senior Official:", "ALLE.", "The Secretary of State:"]
)
def test_an_office_alone_names_nobody(label: str) -> None:
    source = Source("memo.txt", label)
    assert whose(source) == [(label, None)]


def test_who_is_listed_is_a_person_with_a_role_and_the_label_is_theirs(
    source: Source,
) -> None:
    """
    • Board—Mr. Peter B. Hale, Chairman
    • Dr. Anne Cox (Pilot)
    • The President
    • United Ports
    • Crane Hands
    Cox:
    COX:
    """
    found = identified(source)
    cox, hale = found.people
    assert cox.name == "Anne Cox"
    assert cox.variants == ("Cox", "COX", "Dr. Anne Cox")
    assert (cox.role, cox.speaks) == ("Pilot", True)
    assert (hale.name, hale.variants) == ("Peter B. Hale", ("Mr. Peter B. Hale",))
    assert (hale.role, hale.speaks) == ("Chairman", False)
    assert {*found.speakers.values()} == {"anne-cox"}
    assert found.findings == ()


def test_two_of_one_name_in_a_list_leave_the_bare_label_open(source: Source) -> None:
    """
    • Mr. Peter Hale, Chairman
    • Mrs. Anne Hale, Pilot
    Hale:
    Anne Hale:
    """
    assert [who for _, who in whose(source)][2:] == [None, "anne-hale"]


def test_a_woman_s_title_is_not_that_of_the_man_who_is_listed(source: Source) -> None:
    """
    • Mr. Peter Hale, Chairman
    Mrs. Hale:
    Chairman Hale:
    """
    assert [who for _, who in whose(source)][1:] == ["hale", "peter-hale"]


def test_the_only_one_of_a_name_in_a_list_can_have_two_titles(source: Source) -> None:
    """
    • Dr. Peter Hale, Harbour Master
    Director Hale:
    Mr. Hale:
    """
    assert [who for _, who in whose(source)][1:] == ["peter-hale", "peter-hale"]


@pytest.mark.parametrize(
    "line",
    [
        "Secretary Hale Secretary Reed Anne Cox, Clerk",
        "Harbour Board",
        "Ministry of Ports, Norvik",
        "Chairman Anne B. Hale PORT R/Adm. Peter Reed",
        "Hale, Pilot Anne C. Reed, Clerk",
        "Mr. Hale and Mr. Reed",
    ],
)
def test_a_line_that_is_not_surely_one_person_names_nobody(line: str) -> None:
    assert listed([line]) == () or not listed([line])[0].is_sure
