"""The sample record, fact by fact: the meeting of 7 July 1945."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from encoder.cli.group import group
from encoder.configuration import Configuration
from encoder.pipeline import Outcome, convert

PROJECT = Path(__file__).parents[1]
NAME = "soong-stalin-1945-07-07"
SOURCE = PROJECT / "sources" / f"{NAME}.txt"
ENCODED = PROJECT / "output" / f"{NAME}.xml"
BY_HAND = PROJECT.parent / "shared" / "reference" / "ideal.xml"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return convert(SOURCE.read_bytes(), SOURCE.name, Configuration())


@pytest.fixture(scope="module")
def tei(outcome: Outcome) -> etree._Element:
    assert outcome.tei
    return etree.fromstring(outcome.tei)


def found(tei: etree._Element, path: str) -> list[etree._Element]:
    elements = tei.xpath(path, namespaces=NS)
    assert isinstance(elements, list)
    return [each for each in elements if isinstance(each, etree._Element)]  # noqa: SLF001 (the only name lxml gives to an element's type)


def one(tei: etree._Element, path: str) -> etree._Element:
    (element,) = found(tei, path)
    return element


def text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def names(tei: etree._Element) -> dict[str, str]:
    """The preferred name behind each pointer."""
    people = found(tei, "//t:particDesc//t:person")
    return {
        f"#{person.get(XML_ID)}": text(one(person, "t:persName[not(@type)]"))
        for person in people
    }


def test_the_committed_output_is_what_the_command_writes(tmp_path: Path) -> None:
    """It is the sample with what its editors decided, in `sources/decisions`."""
    arguments = ["convert", str(SOURCE), "-o", str(tmp_path)]
    assert CliRunner().invoke(group, arguments).exit_code == 0
    assert (tmp_path / ENCODED.name).read_bytes() == ENCODED.read_bytes()


def test_without_decisions_the_output_is_that_of_the_page_alone(
    outcome: Outcome, tmp_path: Path
) -> None:
    arguments = ["convert", str(SOURCE), "-o", str(tmp_path), "--no-decisions"]
    assert CliRunner().invoke(group, arguments).exit_code == 0
    assert (tmp_path / ENCODED.name).read_bytes() == outcome.tei


def test_there_are_67_speeches_of_three_persons(tei: etree._Element) -> None:
    spoken = Counter(names(tei)[str(sp.get("who"))] for sp in found(tei, "//t:sp"))
    assert spoken == {"T. V. Soong": 32, "Joseph Stalin": 29, "Molotov": 6}


def test_speeches_are_numbered_and_each_has_an_identifier(tei: etree._Element) -> None:
    speeches = found(tei, "//t:sp")
    assert [sp.get("n") for sp in speeches] == [str(n) for n in range(1, 68)]
    assert len({sp.get(XML_ID) for sp in speeches}) == 67


def test_speakers_are_as_printed(tei: etree._Element) -> None:
    first, second, third = found(tei, "//t:speaker")[:3]
    assert text(first) == "T.V Soong:"
    assert text(second) == "Joseph Stalin:"
    assert text(third) == "Soong:"
    supplied = one(first, "t:supplied")
    assert dict(supplied.attrib) == {
        "reason": "omitted-in-original",
        "resp": "#archive",
        "rend": "brackets",
    }
    assert text(supplied) == "T.V"
    assert set(map(text, found(tei, "//t:speaker"))) == {
        "T.V Soong:",
        "Joseph Stalin:",
        "Soong:",
        "Stalin:",
        "Molotov:",
    }


def test_the_list_of_four_and_what_follows_it_are_molotov_s(
    tei: etree._Element,
) -> None:
    speech = one(tei, "//t:sp[t:list]")
    assert names(tei)[str(speech.get("who"))] == "Molotov"
    parts = [etree.QName(part).localname for part in speech]
    assert parts == ["speaker", "p", "list", "p"]
    assert list(map(text, found(speech, "t:list/t:label"))) == ["1)", "2)", "3)", "4)"]
    assert text(found(speech, "t:list/t:item")[3]) == (
        "Declaration on independence of Outer Mongolia."
    )
    assert text(speech[-1]) == "These are the four questions we want to settle."


@pytest.mark.parametrize(
    ("before", "after"),
    [("the Sino-Soviet", "relations."), ("railways are necessary", "to connect with")],
)
def test_a_sentence_broken_by_a_blank_line_is_one_paragraph(
    tei: etree._Element, before: str, after: str
) -> None:
    breaks = [
        pb
        for pb in found(tei, "//t:p/t:pb[@cert='medium'][@resp='#encoder']")
        if str(pb.tail).startswith(after)
    ]
    (pb,) = breaks
    paragraph = pb.getparent()
    assert paragraph is not None
    assert f"{before}\n{after}" in text(paragraph)


def test_kai_shek_is_supplied_and_no_gloss(tei: etree._Element) -> None:
    supplied = one(tei, "//t:p/t:supplied")
    assert text(supplied) == "Kai-shek"
    assert str(supplied.tail).startswith(" that ")


def test_de_castri_is_doubted_and_no_stage_direction(tei: etree._Element) -> None:
    unclear = one(tei, "//t:unclear")
    assert text(unclear) == "De Castri"
    assert str(unclear.tail).startswith("?) railways")
    assert not found(tei, "//t:stage")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "//t:titleStmt/t:title[@type='main']",
            "Record of a Meeting Between T. V. Soong and Stalin",
        ),
        ("//t:titleStmt/t:funder", "Chun & Jane Chiu Family Foundation"),
        ("//t:titleStmt/t:respStmt[t:resp='Contributed by']/t:name", "David Wolff"),
        ("//t:creation/t:date[@when='1945-07-07']", "July 7, 1945"),
        ("//t:bibl/t:title", "Record of a Meeting Between T. V. Soong and Stalin"),
        ("//t:bibl/t:date[@when='1945-07-07']", "July 7, 1945"),
        ("//t:bibl/t:publisher", "Wilson Center Digital Archive"),
        ("//t:bibl/t:name[@type='collection']", "Victor Hoo Collection"),
        ("//t:bibl/t:biblScope[@unit='box']", "box 6"),
        ("//t:bibl/t:biblScope[@unit='folder']", "folder 9"),
        ("//t:bibl/t:orgName[@type='repository']", "Hoover Institution Archives"),
        ("//t:bibl/t:respStmt", "Contributed by David Wolff"),
        ("//t:msIdentifier/t:repository", "Hoover Institution Archives"),
        ("//t:msIdentifier/t:collection", "Victor Hoo Collection"),
        ("//t:msIdentifier//t:idno[@type='box']", "6"),
        ("//t:msIdentifier//t:idno[@type='folder']", "9"),
        ("//t:msItem/t:textLang[@mainLang='en']", "English"),
        ("//t:langUsage/t:language[@ident='en']", "English"),
        ("//t:keywords/t:term[@type='contents']", "Transcript - English"),
        (
            "//t:bibl/t:ref[@target='https://digitalarchive.umd.edu/document/123420']",
            "https://digitalarchive.umd.edu/document/123420",
        ),
        ("//t:publicationStmt/t:idno[@type='wilson']", "123420"),
        ("//t:setting/t:date[@when='1945-07-07']", "7 July 1945"),
        (
            "//t:setting/t:time[@from='23:00:00'][@to='23:45:00']",
            "11:00 - 11:45 p.m.",
        ),
        ("//t:dateline/t:date[@when='1945-07-07']", "7 July 1945"),
        ("//t:dateline/t:time[@from='23:00:00'][@to='23:45:00']", "11:00 - 11:45 p.m."),
        ("//t:extent/t:measure[@quantity='67']", "67 speeches"),
    ],
)
def test_the_header_has_what_the_page_says(
    tei: etree._Element, path: str, words: str
) -> None:
    assert text(one(tei, path)) == words


def test_the_citation_is_whole(tei: etree._Element) -> None:
    bibl = one(tei, "//t:bibl[@type='digitalSource']")
    source = SOURCE.read_text("utf-8")
    start = source.index('"Record')
    citation = source[start : source.index("\n", start)]
    assert text(bibl).startswith(f"{citation}\n")


def test_the_summary_is_the_archive_s_word_for_word(tei: etree._Element) -> None:
    abstract = one(tei, "//t:abstract")
    assert abstract.get("resp") == "#archive"
    assert text(one(abstract, "t:p")) in SOURCE.read_text("utf-8").split("\n")
    assert text(one(tei, "//t:respStmt[@xml:id='archive']/t:orgName")) == (
        "Wilson Center Digital Archive"
    )


def test_the_source_is_fixed_by_its_digest(tei: etree._Element) -> None:
    digest = one(tei, "//t:sourceDesc//t:idno[@type='sha256']")
    assert text(digest) == sha256(SOURCE.read_bytes()).hexdigest()


def test_the_participants_carry_their_fullest_names(tei: etree._Element) -> None:
    assert set(names(tei).values()) == {"T. V. Soong", "Joseph Stalin", "Molotov"}
    variants = found(tei, "//t:person[1]/t:persName[@type='variant']")
    assert list(map(text, variants)) == ["[T.V] Soong", "Soong"]


def test_the_file_can_be_cited_down_to_the_speech(tei: etree._Element) -> None:
    outer = one(tei, "//t:refsDecl[@default='true']/t:citeStructure")
    assert outer.get("match") == "/TEI/text/body/div"
    inner = one(outer, "t:citeStructure")
    assert (inner.get("unit"), inner.get("match"), inner.get("use")) == (
        "speech",
        "sp",
        "@n",
    )


def test_the_editorial_declaration_is_true_of_this_run(tei: etree._Element) -> None:
    declared = one(tei, "//t:editorialDecl")
    assert "rejoined (2)" in text(one(declared, "t:segmentation"))
    assert "bullet before a list item: 4" in text(one(declared, "t:normalization"))
    assert text(one(declared, "t:correction")).strip().startswith("None.")


@pytest.mark.parametrize(
    "path",
    [
        "//t:author",
        "//t:licence",
        "//t:place | //t:placeName | //t:settlement | //t:country",
        "//t:publicationStmt/t:date",
        "//t:change/@when",
        "//t:publicationStmt/t:publisher[text()]",
        "//t:sex | //t:person/@sex",
    ],
)
def test_nothing_is_invented(tei: etree._Element, path: str) -> None:
    assert tei.xpath(path, namespaces=NS) == []


def test_every_pointer_finds_what_it_points_to(tei: etree._Element) -> None:
    ids = {f"#{element.get(XML_ID)}" for element in found(tei, "//*[@xml:id]")}
    pointers = [
        pointer
        for name in ("who", "ref", "resp")
        for element in found(tei, f"//*[@{name}]")
        for pointer in str(element.get(name)).split()
    ]
    assert len(pointers) > 67
    assert set(pointers) <= ids


def test_mentions_of_the_participants_are_named(tei: etree._Element) -> None:
    mentions = found(tei, "//t:p//t:persName")
    mentioned = Counter(names(tei)[str(mention.get("ref"))] for mention in mentions)
    assert mentioned == {"Joseph Stalin": 6, "Molotov": 1}


def test_a_person_is_asked_to_look_where_the_record_is_unsure(
    outcome: Outcome,
) -> None:
    findings = {
        (finding.rule.name, finding.place.line, finding.place.column)
        for finding in outcome.findings
    }
    assert findings == {
        ("layout-chosen", 1, 1),
        ("no-publisher", 1, 1),
        ("no-licence", 1, 1),
        ("turn-style-chosen", 30, 1),
        ("supplied-or-gloss", 34, 65),
        ("one-name-only", 52, 1),
        ("rejoined-sentence", 68, 1),
        ("rejoined-sentence", 140, 1),
        ("doubtful-words", 140, 117),
        ("continued-turn", 157, 1),
    }


def test_layout_that_is_not_in_the_tei_is_counted(outcome: Outcome) -> None:
    assert outcome.dropped == {
        "field label": 5,
        "bullet before a list item": 4,
        "angle bracket around an address": 2,
    }


def said(element: etree._Element) -> str:
    """Return the words of the source in an element: `sic`, and no `corr`."""
    pieces = [element.text or ""]
    for child in element:
        if etree.QName(child).localname != "corr":
            pieces.append(said(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def named(body: etree._Element) -> list[tuple[str, ...]]:
    """Return each person, place and organisation in the text, with whose name it is."""
    path = "descendant::*[self::t:persName or self::t:placeName or self::t:orgName]"
    return [
        (
            etree.QName(each).localname,
            " ".join(said(each).split()),
            str(each.get("ref")),
            str(each.get("cert")),
        )
        for each in found(body, path)
    ]


def corrected(tei: etree._Element) -> list[tuple[str, ...]]:
    return [
        (
            said(one(each, "t:sic")),
            text(corr := one(each, "t:corr")),
            str(corr.get("cert")),
        )
        for each in found(tei, "//t:choice[t:sic]")
    ]


def test_with_its_decisions_the_sample_has_what_was_encoded_by_hand() -> None:
    if not BY_HAND.exists():
        pytest.skip(f"{BY_HAND} is not there")
    ours, theirs = etree.parse(ENCODED).getroot(), etree.parse(BY_HAND).getroot()
    assert named(one(ours, "//t:body")) == named(one(theirs, "//t:body"))
    assert corrected(ours) == corrected(theirs)
    who = [[sp.get("who") for sp in found(root, "//t:sp")] for root in (ours, theirs)]
    assert who[0] == who[1]
