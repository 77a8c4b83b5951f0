"""Persons recognised as those of an authority file, and labels that only it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from encoder.configuration import Configuration
from encoder.model.authority import Authority, Entity, EntityKind, Office
from encoder.pipeline import convert

if TYPE_CHECKING:
    from encoder.pipeline import Outcome

PERSON, PLACE, ORG = EntityKind
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
PAGE = """\
7 July 1945

Memorandum of Conversation Between Anne Hale and Reed

{one}: Is the quay to be closed?

{other}: It is, from tomorrow.

{one}: Then who will tell the town?

{other}: Hale will, and Cole after her.

{one}: Good.
"""


def converted(one: str, other: str, *entities: Entity) -> Outcome:
    page = PAGE.format(one=one, other=other)
    edition = Configuration(authority=Authority.of(entities))
    return convert(page.encode(), "memo.txt", edition)


def root(outcome: Outcome) -> etree._Element:
    assert outcome.tei, outcome.findings
    return etree.fromstring(outcome.tei)


def speakers(outcome: Outcome) -> list[str | None]:
    return [sp.get("who") for sp in root(outcome).iter(f"{TEI}sp")][:2]


def ambiguous(outcome: Outcome) -> list[str]:
    return [each.message for each in outcome.findings if each.rule.code == "E109"]


def matched(outcome: Outcome, label: str) -> tuple[str | None, str | None]:
    """Return by what rule a label was matched, and how surely."""
    forms = root(outcome).iterfind(f".//{TEI}particDesc//{TEI}persName")
    (form,) = (each for each in forms if each.text == label)
    return form.get("ana"), form.get("cert")


def test_a_person_is_the_entry_that_has_the_fullest_name() -> None:
    hale = Entity("ah", PERSON, "Hale, Anne", ("Anne Hale",))
    outcome = converted("Hale", "Reed", hale, Entity("q", PERSON, "Peter Hale"))
    assert speakers(outcome) == ["#ah", "#reed"]
    assert matched(outcome, "Hale") == ("#surname", "high")


def test_a_lone_name_is_an_entry_s_that_has_it_for_a_form() -> None:
    reed = Entity("tr", PERSON, "Thomas Reed", ("Reed",))
    assert speakers(converted("Hale", "Reed", reed)) == ["#anne-hale", "#tr"]


def test_a_lone_name_is_not_everybody_s_who_ends_in_it() -> None:
    reed = Entity("tr", PERSON, "Thomas Reed")
    assert speakers(converted("Hale", "Reed", reed)) == ["#anne-hale", "#reed"]


def test_a_form_of_somebody_else_s_name_is_not_hers() -> None:
    other = Entity("q", PERSON, "Quentin Hale", ("Hale",))
    assert speakers(converted("Hale", "Reed", other))[0] == "#anne-hale"


def test_a_lone_name_with_a_woman_s_title_is_not_a_bare_entry_s() -> None:
    reed = Entity("tr", PERSON, "Thomas Reed", ("Reed",))
    assert speakers(converted("Hale", "Mrs. Reed", reed))[1] == "#reed"
    hers = Entity("mr", PERSON, "Mary Reed", ("Mrs. Reed",))
    assert speakers(converted("Hale", "Mrs. Reed", reed, hers))[1] == "#mr"
    low = Entity("jl", PERSON, "Jan van der Low", ("van der Low",))
    assert speakers(converted("Hale", "Mrs. van der Low", low))[1] != "#jl"
    assert speakers(converted("Hale", "Mr. van der Low", low))[1] == "#jl"


def test_who_is_no_entry_has_not_the_identifier_of_one() -> None:
    other = Entity("reed", PERSON, "Zoe Cole", ("Cole",))
    outcome = converted("Hale", "Reed", other, Entity("hale", PLACE, "Halestown"))
    assert speakers(outcome) == ["#anne-hale", "#reed-2"]
    people = root(outcome).iterfind(f".//{TEI}particDesc//{TEI}person")
    assert [each.get(XML_ID) for each in people] == ["anne-hale", "reed-2"]
    named = root(outcome).iterfind(f".//{TEI}body//{TEI}persName")
    assert [(each.text, each.get("ref")) for each in named] == [
        ("Hale", "#anne-hale"),
        ("Cole", "#reed"),
    ]


def test_two_entries_of_a_name_are_none_and_both_are_listed() -> None:
    one = Entity("tr", PERSON, "Thomas Reed", ("Reed",), (Office("Mayor", "1940"),))
    two = Entity("ur", PERSON, "Ursula Reed", ("Reed",))
    outcome = converted("Hale", "Reed", one, two)
    assert speakers(outcome)[1] == "#reed"
    assert ambiguous(outcome) == [
        "'Reed' could be Thomas Reed (Mayor 1940–) or Ursula Reed"
    ]


def test_a_label_that_only_the_authority_knows_is_its_person_s() -> None:
    reed = Entity("tr", PERSON, "Thomas Reed", ("TR",))
    outcome = converted("Hale", "TR", reed)
    assert speakers(outcome)[1] == "#tr"
    assert matched(outcome, "TR") == ("#authority", "high")


MAYOR = Office("Mayor", "1944-03-01", "1946")


@pytest.mark.parametrize(
    ("office", "who"),
    [
        (MAYOR, "#tr"),
        (Office("the MAYOR", "1944"), "#tr"),
        (Office("Mayor", "1945"), None),
        (Office("Mayor", "1940", "1945-07-06"), None),
        (Office("Mayor"), None),
        (Office("Deputy Mayor", "1940"), None),
    ],
)
def test_a_role_is_who_held_it_on_the_day(office: Office, who: str | None) -> None:
    outcome = converted(
        "Hale", "The Mayor", Entity("tr", PERSON, "T. Reed", (), (office,))
    )
    assert speakers(outcome)[1] == who
    if who:
        assert matched(outcome, "The Mayor") == ("#role-at-the-date", "medium")


def test_a_role_that_two_held_on_the_day_is_nobody_s() -> None:
    held = [Entity(name, PERSON, name, (), (MAYOR,)) for name in ("Cole", "Dunn")]
    outcome = converted("Hale", "The Mayor", *held)
    assert speakers(outcome)[1] is None
    assert ambiguous(outcome) == [
        (
            "'The Mayor' could be Cole (Mayor 1944-03-01–1946) or"
            " Dunn (Mayor 1944-03-01–1946)"
        )
    ]


def test_a_role_in_a_record_without_a_date_is_nobody_s() -> None:
    page = PAGE.format(one="Hale", other="The Mayor").partition("\n\n")[2]
    reed = Entity("tr", PERSON, "T. Reed", (), (MAYOR,))
    edition = Configuration(authority=Authority.of([reed]))
    assert speakers(convert(page.encode(), "memo.txt", edition))[1] is None


def test_whoever_is_named_and_takes_no_part_stands_off() -> None:
    cole = Entity(
        "cole", PERSON, "B. Cole", ("Cole",), identifiers=(("wikidata", "Q1"),)
    )
    quay = Entity("quay", PLACE, "the quay")
    board = Entity("board", ORG, "Board", note="It is not named.")
    outcome = converted("Hale", "Reed", cole, quay, board)
    (stand_off,) = root(outcome).iterfind(f"{TEI}standOff")
    assert [each.get(XML_ID) for each in stand_off.iter() if each.get(XML_ID)] == [
        "cole",
        "quay",
    ]
    assert [each.text for each in stand_off.iter(f"{TEI}idno")] == ["Q1"]
    (mention,) = root(outcome).iterfind(f".//{TEI}body//{TEI}persName[@ref='#cole']")
    assert mention.text == "Cole"


def test_a_mention_of_two_persons_name_has_no_ref_and_is_said() -> None:
    peter = Entity("ph", PERSON, "Peter Hale", ("Hale",))
    outcome = converted("Anne Hale", "Reed", peter)
    assert not [*root(outcome).iterfind(f".//{TEI}body//{TEI}persName")]
    assert ambiguous(outcome) == ["'Hale' could be #anne-hale or #ph"]


def test_a_name_in_the_text_that_two_bear_has_no_ref_and_is_said_once() -> None:
    held = [
        Entity(name, PERSON, f"{name} Cole", ("Cole",)) for name in ("Bert", "Cora")
    ]
    outcome = converted("Anne Hale", "Reed", *held)
    assert not [*root(outcome).iterfind(f"{TEI}standOff")]
    assert ambiguous(outcome) == ["'Cole' could be Bert Cole or Cora Cole"]


def test_the_longer_of_two_names_of_one_person_is_marked() -> None:
    page = PAGE.replace("Hale will", "Mayor Hale will")
    hale = Entity("ah", PERSON, "Anne Hale", ("Mayor Hale",))
    edition = Configuration(authority=Authority.of([hale]))
    outcome = convert(
        page.format(one="Hale", other="Reed").encode(), "memo.txt", edition
    )
    (mention,) = root(outcome).iterfind(f".//{TEI}body//{TEI}persName")
    assert (mention.text, mention.get("ref")) == ("Mayor Hale", "#ah")


def test_an_identifier_of_a_participant_is_in_the_header() -> None:
    hale = Entity("ah", PERSON, "Anne Hale", identifiers=(("viaf", "12"),))
    people = root(converted("Hale", "Reed", hale)).iterfind(f".//{TEI}particDesc//*")
    assert [each.text for each in people if each.get("type") == "viaf"] == ["12"]


def test_initials_of_one_name_of_the_title_are_that_person_s(text: str) -> None:
    """
    P. T. Reed's interview with Anne Hale

    PTR: Is the bridge to be closed?

    Hale: It is, from tomorrow.

    PTR: Then who will tell the town?

    Hale: I will, or AX.

    AX: Not I.
    """
    outcome = convert(text.encode(), "memo.txt")
    assert speakers(outcome) == ["#p-t-reed", "#anne-hale"]
    assert matched(outcome, "PTR") == ("#initials", "medium")
    (last,) = [sp.get("who") for sp in root(outcome).iter(f"{TEI}sp")][-1:]
    assert last is None


def test_initials_that_a_list_gives_are_that_person_s(text: str) -> None:
    """
    Conversation at the harbour

    Participants:
    Ms. Ruth Tarn (RT)
    Mr. Dirk Boom (DB)

    RT: Is the bridge to be closed?

    DB: It is, from tomorrow.

    RT: Then who will tell the town?

    DB: You will.
    """
    outcome = convert(text.encode(), "memo.txt")
    assert speakers(outcome) == ["#ruth-tarn", "#dirk-boom"]
    assert matched(outcome, "RT") == ("#initials", "medium")
