"""The profile `spoken`: Parla-CLARIN's rules as we state them, and TEI's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from deposits import EXPORTS, deposit, packed, sample, tei, written
from lxml import etree
from odd_validators import jing, needs_jing, tei_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
PROJECT: Final = Path(__file__).parents[2]
RECORDS: Final = [
    *sorted(PROJECT.glob("output/*.xml")),
    *sorted(PROJECT.glob("tests/records/*/expected.xml")),
    EXPORTS / "full.xml",
    EXPORTS / "minimal.xml",
]
# Of the modules that Parla-CLARIN's ODD takes, the elements that a text here may have.
KNOWN: Final = frozenset(
    """
    text front body back div head p u seg note incident vocal kinesic desc gap pause
    pb lb cb milestone list item label ref name persName orgName placeName date time
    supplied unclear choice sic corr orig reg g fw q quote hi foreign term measure bibl
    lg l
    """.split()
)
PLAY: Final = """
<sp who="#a"><stage>[rising]</stage><speaker>HALE</speaker><l>The tide</l><lg><l>is
in</l><l>now.</l></lg><stage>He reads <gap/></stage><quote>Come.</quote></sp>
<sp><p>Before.</p><speaker>REED</speaker><p>After.</p></sp>
<sp><speaker>HALE</speaker><stage>Applause</stage><p>Yes.</p></sp>
"""


def spoken(data: bytes) -> _Element:
    made = deposit(data)
    content = packed("tei-spoken", [made])[f"records/{made.name}.xml"]
    return etree.fromstring(content)


def text(root: _Element) -> _Element:
    [found] = root.iterfind(f"{TEI}text")
    return found


def name(element: _Element) -> str:
    return str(element.tag).removeprefix(TEI)


def faults(root: _Element) -> Iterator[str]:
    """Yield each rule of Parla-CLARIN's that a record breaks."""
    for element in text(root).iter("{*}*"):
        if name(element) not in KNOWN:
            yield f"{name(element)} is not in the schema"
        elif name(element) == "u":
            yield from faults_of_speech(element)
        elif name(element) in {"incident", "vocal", "kinesic"} and (
            [name(child) for child in element] != ["desc"] or element.text
        ):
            yield "an event that is not described"
    if root.find(f".//{TEI}msDesc") is not None:
        yield "a description of a manuscript"
    if not root.get(ID):
        yield "a record without a name"


def faults_of_speech(speech: _Element) -> Iterator[str]:
    if speech.find(f".//{TEI}p") is not None:
        yield "a paragraph in a speech"
    if (speech.text or "").strip() or speech.find(f"{TEI}seg") is None:
        yield "a speech without a segment"


@pytest.mark.parametrize("file", RECORDS, ids=lambda path: path.parent.name)
def test_a_record_keeps_parla_clarin_s_rules_and_all_its_words(file: Path) -> None:
    data = file.read_bytes()
    root = spoken(data)
    assert [*faults(root)] == []
    before, after = (text(each) for each in (etree.fromstring(data), root))
    etree.strip_tags(before, etree.Comment)
    letters = ["".join("".join(each.itertext()).split()) for each in (before, after)]
    assert letters[0] == letters[1]
    speeches = len([*before.iter(f"{TEI}sp")])
    assert len([*after.iter(f"{TEI}u")]) == speeches


@pytest.mark.parametrize(
    ("path", "tag", "fault"),
    [
        (".//{*}u/{*}seg", "p", "a paragraph in a speech"),
        (".//{*}u", "sp", "sp is not in the schema"),
        (".//{*}desc", "p", "an event that is not described"),
        (".//{*}bibl[@type='original']", "msDesc", "a description of a manuscript"),
    ],
)
def test_a_record_that_breaks_a_rule_is_caught(path: str, tag: str, fault: str) -> None:
    content = packed("tei-spoken", [sample("full")])["records/harbour-7.xml"]
    root = etree.fromstring(content)
    assert [*faults(root)] == []
    found = root.find(path)
    assert found is not None
    found.tag = TEI + tag
    assert fault in [*faults(root)]
    del root.attrib[ID]
    assert "a record without a name" in [*faults(root)]


@needs_jing
@tei_all
def test_spoken_tei_is_what_the_guidelines_say(tei_all: Path, tmp_path: Path) -> None:
    for number, file in enumerate(RECORDS):
        made = deposit(file.read_bytes())
        written(packed("tei-spoken", [made]), tmp_path / str(number))
    (tmp_path / "play.xml").write_bytes(etree.tostring(spoken(tei(body=PLAY))))
    assert not jing(tei_all, [*tmp_path.rglob("records/*.xml"), tmp_path / "play.xml"])
    corpus = etree.parse(tmp_path / "0" / "corpus.xml")
    corpus.xinclude()
    whole = tmp_path / "whole.xml"
    corpus.write(whole)
    assert not jing(tei_all, [whole])
    whole.write_bytes(whole.read_bytes().replace(b"<seg>", b"<speaker/><seg>", 1))
    assert jing(tei_all, [whole])


def test_a_label_stands_before_what_is_said_and_what_happens_between_in_it() -> None:
    [body] = text(spoken(tei(body=PLAY)))
    made = [
        (name(each), each.get("type"), " ".join("".join(each.itertext()).split()))
        for each in body
    ]
    assert made == [
        ("incident", None, "[rising]"),
        ("note", "speaker", "HALE"),
        ("u", None, "The tideis innow.He reads Come."),
        ("u", None, "Before.REEDAfter."),
        ("note", "speaker", "HALE"),
        ("u", None, "ApplauseYes."),
    ]


def test_an_event_is_of_the_kind_that_its_words_name_and_else_of_none() -> None:
    events = "<stage>[Laughter.]</stage><stage>Applause</stage><stage>He laughs</stage>"
    [body] = text(spoken(tei(body=f"{events}<stage>See <gap/></stage>")))
    assert [name(each) for each in body] == ["vocal", "kinesic", "incident", "note"]


def test_the_archive_of_the_original_goes_into_a_bibl() -> None:
    root = etree.fromstring(
        packed("tei-spoken", [sample("full")])["records/harbour-7.xml"]
    )
    [bibl] = root.iterfind(f".//{TEI}bibl[@type='original']")
    facts = [(name(each), "".join(each.itertext())) for each in bibl]
    assert facts == [
        ("orgName", "Town Archive of Strand"),
        ("name", "Harbour Office"),
        ("idno", "69"),
    ]


def test_a_record_is_cited_by_the_element_that_it_has() -> None:
    [file] = PROJECT.glob("output/soong*.xml")
    root = spoken(file.read_bytes())
    matches = [each.get("match") for each in root.iter(f"{TEI}citeStructure")]
    assert matches == ["/TEI/text/body/div", "u"]
    [said] = root.iter(f"{TEI}segmentation")
    assert "".join(said[-1].itertext()).startswith("Here a speech is a u")
