"""What people decided: applied once, in its place and to be seen; or a finding."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

import pytest
from lxml import etree

from encoder.configuration import Configuration
from encoder.model.authority import Authority, Entity, EntityKind
from encoder.model.decision import Decision, Matter
from encoder.model.source import Place
from encoder.pipeline import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model.when import Cert
    from encoder.pipeline import Outcome

PERSON, PLACE, _ = EntityKind
SPEAKERS, PEOPLE, DATES, CORRECTIONS, JOINS = Matter
TEI: Final = "{http://www.tei-c.org/ns/1.0}"
HALE: Final = Entity("ah", PERSON, "Anne Hale", ("Miss Hale",))
COLE: Final = Entity("bc", PERSON, "Bert Cole")
QUAY: Final = Entity("quay", PLACE, "North Quay")
PAGE: Final = """\
7 July 1945

Conversation at the Harbour

Hale: Is the quay to be clsed today? I asked the mayor on the third.

Reed: It is, from tomorrow, and

the town knows of it.

Chair: Cole says that the North Quay is open. The quay to be closed is the other.

Hale: Then who will tell them?

(She looks out of the window.)

She had asked before.

Reed: Cole will.
"""


def decided(  # noqa: PLR0913, PLR0917 (the columns of a row)
    matter: Matter,
    words: str,
    answer: str,
    before: str = "",
    after: str = "",
    by: str = "Ann Editor",
    cert: Cert | None = None,
    line: int = 2,
) -> Decision:
    place = Place(f"decisions/{matter}.csv", line, 1)
    return Decision(matter, words, answer, by, place, before, after, cert, "2026-11-24")


def converted(*decisions: Decision, page: str = PAGE) -> Outcome:
    authority = Authority.of([HALE, COLE, QUAY])
    edition = Configuration(authority=authority, decisions=decisions)
    return convert(page.encode(), "memo.txt", edition)


def root(*decisions: Decision, page: str = PAGE) -> etree._Element:
    outcome = converted(*decisions, page=page)
    assert outcome.tei, outcome.findings
    return etree.fromstring(outcome.tei)


def markup(tei: etree._Element, path: str) -> list[str]:
    """Return each element at `path` as it is written, without the namespace."""
    found = tei.xpath(path, namespaces={"t": TEI[1:-1]})
    assert isinstance(found, list)
    return [
        etree.tostring(each, encoding="unicode", with_tail=False).replace(
            ' xmlns="http://www.tei-c.org/ns/1.0"', ""
        )
        for each in found
        if isinstance(each, etree._Element)  # noqa: SLF001 (as above)
    ]


def refusals(*decisions: Decision, page: str = PAGE) -> list[str]:
    outcome = converted(*decisions, page=page)
    assert outcome.tei is None
    return [
        f"{each.place.file}:{each.place.line} {each.rule.code} {each.message}"
        for each in outcome.findings
        if each.rule.code.startswith("E4")
    ]


def test_a_correction_stands_beside_the_words_of_the_source() -> None:
    tei = root(decided(CORRECTIONS, "clsed", "closed", cert="high"))
    (choice,) = markup(tei, "//t:choice")
    assert choice == (
        "<choice><sic>clsed</sic>"
        '<corr resp="#by-ann-editor" cert="high">closed</corr></choice>'
    )


def test_words_are_found_however_their_accents_are_written() -> None:
    forms: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for form, other in zip(forms, reversed(forms), strict=True):
        page = unicodedata.normalize(form, PAGE.replace("Cole will", "Zoé will"))
        row = decided(
            CORRECTIONS, unicodedata.normalize(other, "Zoé"), "Zoe", "Reed:", "will"
        )
        (sic,) = root(row, page=page).iter(f"{TEI}sic")
        assert sic.text == unicodedata.normalize(form, "Zoé")


def test_a_label_is_found_however_its_accents_are_written() -> None:
    page = unicodedata.normalize("NFD", PAGE.replace("Hale:", "Hálè:"))
    row = decided(SPEAKERS, unicodedata.normalize("NFC", "Hálè"), "ah", after="Is the")
    who = [sp.get("who") for sp in root(row, page=page).iter(f"{TEI}sp")]
    assert who[0] == who[3] == "#ah"


def test_spellings_of_one_name_are_one_decider() -> None:
    rows = (
        decided(CORRECTIONS, "clsed", "closed", by="Ann Editor"),
        decided(CORRECTIONS, "knows", "knew", by="ann  editor", line=3),
    )
    tei = root(*rows)
    (decider,) = tei.xpath(
        "//t:respStmt[@xml:id='by-ann-editor']", namespaces={"t": TEI[1:-1]}
    )
    assert "".join(decider.itertext()).endswith("Ann Editor")
    assert [each.get("resp") for each in tei.iter(f"{TEI}corr")] == [
        "#by-ann-editor",
        "#by-ann-editor",
    ]


def test_a_correction_in_the_description_stands_there() -> None:
    tei = root(decided(CORRECTIONS, "Harbour", "Haven", before="at the"))
    assert len(markup(tei, "//t:titleStmt/t:title/t:choice")) == 1


def test_a_label_is_whose_somebody_says_that_it_is() -> None:
    tei = root(decided(SPEAKERS, "Hale:", "ah", after="Is the quay", cert="medium"))
    (first, second) = tei.xpath("//t:sp[@who='#ah']", namespaces={"t": TEI[1:-1]})
    assert [first.get("resp"), first.get("cert")] == ["#by-ann-editor", "medium"]
    assert second.get("n") == "4"
    assert markup(tei, "//t:person[@xml:id='ah']/t:persName[@type]") == [
        (
            '<persName type="variant" ana="#decision" cert="medium"'
            ' resp="#by-ann-editor">Hale</persName>'
        )
    ]
    assert not markup(tei, "//t:person[@xml:id='hale']")


def test_one_turn_can_be_another_s_than_its_label_s() -> None:
    one = decided(SPEAKERS, "Hale:", "bc", before="the other.", after="Then who")
    others = decided(SPEAKERS, "Hale:", "ah", line=3)
    for rows in ((one, others), (others, one)):
        tei = root(*rows)
        who = [sp.get("who") for sp in tei.iter(f"{TEI}sp")]
        assert [who[0], who[3]] == ["#ah", "#bc"]
        (change,) = markup(tei, "//t:change")[1:]
        assert "speakers (2)" in change
    tei = root(one)
    assert next(sp.get("who") for sp in tei.iter(f"{TEI}sp")) == "#hale"


def test_a_turn_that_was_decided_twice_is_said() -> None:
    one = decided(SPEAKERS, "Hale:", "bc", before="the other.", after="Then who")
    again = one._replace(place=one.place._replace(line=5))
    (said,) = refusals(one, again)
    assert said.endswith("E403 'Hale:' was decided in line 2 already")


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("bc", "#bc"),
        ("Bert Cole", "#bc"),
        ("Reed", "#reed"),
        ("Ellen Marsh", "#ellen-marsh"),
        ("-", None),
    ],
)
def test_the_answer_for_a_label_is_an_id_a_name_or_nobody(
    answer: str, who: str | None
) -> None:
    tei = root(decided(SPEAKERS, "Chair:", answer))
    (speech,) = tei.xpath("//t:sp[@n='3']", namespaces={"t": TEI[1:-1]})
    assert speech.get("who") == who


def test_a_name_in_the_text_is_whose_somebody_says_that_it_is() -> None:
    tei = root(decided(PEOPLE, "Cole", "bc", before="Chair:", cert="low"))
    assert markup(tei, "//t:body//t:persName") == [
        '<persName ref="#bc" cert="low" resp="#by-ann-editor">Cole</persName>'
    ]
    assert markup(tei, "//t:standOff/t:listPerson")


def test_a_name_that_is_none_has_no_mark() -> None:
    tei = root(decided(PEOPLE, "North Quay", "-"))
    assert not markup(tei, "//t:body//t:placeName")
    assert markup(root(), "//t:body//t:placeName")


@pytest.mark.parametrize(
    ("answer", "attributes"),
    [
        ("1945-07-03", 'when="1945-07-03"'),
        ("1945-07-01/1945-07-03", 'from="1945-07-01" to="1945-07-03"'),
        ("[1945-07-01..1945-07-03]", 'notBefore="1945-07-01" notAfter="1945-07-03"'),
        ("[..1945]", 'notAfter="1945"'),
    ],
)
def test_a_date_is_the_one_that_was_decided(answer: str, attributes: str) -> None:
    tei = root(decided(DATES, "the third", answer))
    assert markup(tei, "//t:body//t:date") == [
        f'<date {attributes} resp="#by-ann-editor">the third</date>'
    ]


def test_words_that_are_no_date_have_no_mark() -> None:
    page = PAGE.replace("the third", "3 July 1945")
    assert markup(root(page=page), "//t:body//t:date")
    tei = root(decided(DATES, "3 July 1945", "-"), page=page)
    assert not markup(tei, "//t:body//t:date")


def test_the_date_of_the_record_can_be_decided() -> None:
    described = '+++\ntitle = "At the Harbour"\ndate = "in the summer"\n+++\n\n'
    page = described + PAGE.partition("\n\n")[2].replace("the third", "3 July")
    tei = root(decided(DATES, "in the summer", "1946-07-10"), page=page)
    assert 'when="1946-07-03"' in markup(tei, "//t:body//t:date")[-1]


def test_a_sentence_is_parted_where_somebody_says_so() -> None:
    row = decided(JOINS, "the town knows", "part", before="tomorrow, and")
    assert len(markup(root(row), "//t:sp[@n='2']/t:p")) == 2
    assert len(markup(root(), "//t:sp[@n='2']/t:p")) == 1
    assert markup(root(row), "//t:p[@resp]") == [
        '<p resp="#by-ann-editor">the town knows of it.</p>'
    ]


def test_paragraphs_are_joined_where_somebody_says_so() -> None:
    page = PAGE.replace("the town knows", "The town knows")
    row = decided(JOINS, "The town knows", "join", before="tomorrow, and")
    tei = root(row, page=page)
    assert len(markup(tei, "//t:sp[@n='2']/t:p")) == 1
    assert markup(tei, "//t:pb") == ['<pb resp="#by-ann-editor"/>']


@pytest.mark.parametrize(
    ("answer", "element"),
    [
        ("speech", '<p resp="#by-ann-editor">'),
        ("note", '<note type="editorial" resp="#by-ann-editor">'),
        ("stage", '<stage resp="#by-ann-editor">'),
    ],
)
def test_a_paragraph_below_a_turn_is_what_somebody_says(
    answer: str, element: str
) -> None:
    row = decided(JOINS, "She had asked", answer)
    (found,) = markup(root(row), "//t:sp//*[@resp='#by-ann-editor']")
    assert found.startswith(element)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("Some words before", ("join", "speech", "note", "stage")),
        ("Is the quay", ("join", "part", "speech")),
        ("Then who", ("part", "speech", "join")),
    ],
)
def test_an_answer_that_changes_nothing_is_said(
    words: str, answers: tuple[str, ...]
) -> None:
    page = PAGE.replace("Hale: Is", "Some words before.\n\nHale: Is", 1)
    for answer in answers:
        (said,) = refusals(decided(JOINS, words, answer), page=page)
        assert "E404" in said


def test_who_decided_and_when_is_in_the_header() -> None:
    rows = (
        decided(CORRECTIONS, "clsed", "closed"),
        decided(DATES, "the third", "1945-07-03", by="B. Reader"),
        decided(SPEAKERS, "Hale:", "ah"),
    )
    tei = root(*rows)
    assert [each.split(">", 1)[1] for each in markup(tei, "//t:respStmt")][-2:] == [
        "<resp>Editorial decisions</resp><persName>Ann Editor</persName></respStmt>",
        "<resp>Editorial decisions</resp><persName>B. Reader</persName></respStmt>",
    ]
    assert markup(tei, "//t:change")[1:] == [
        '<change when="2026-11-24" who="#by-b-reader">Decided: dates (1).</change>',
        (
            '<change when="2026-11-24" who="#by-ann-editor">'
            "Decided: speakers (1), corrections (1).</change>"
        ),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            decided(CORRECTIONS, "clozed", "closed"),
            "E401 'clozed' is not in the record any more",
        ),
        (
            decided(CORRECTIONS, "quay", "key"),
            "E401 'quay' is there more than once; give more of the words around it",
        ),
        (
            decided(CORRECTIONS, "lsed", "losed"),
            "E401 'lsed' is not in the record any more",
        ),
        (
            decided(SPEAKERS, "Mayor:", "ah"),
            "E401 no label 'Mayor:' is in the record any more",
        ),
        (
            decided(SPEAKERS, "Hale:", "ah", after="Good day"),
            (
                "E401 no label 'Hale:' is in the record any more,"
                " with a turn that begins 'Good day'"
            ),
        ),
        (
            decided(SPEAKERS, "Hale:", "somebody"),
            (
                "E402 the answer 'somebody' is not a person's id, a full name, or - for"
                " nobody"
            ),
        ),
        (
            decided(PEOPLE, "Cole", "zz", before="Chair:"),
            (
                "E402 the answer 'zz' is not the id of somebody here or in an authority"
                " file"
            ),
        ),
        (
            decided(DATES, "the third", "3 July"),
            (
                "E402 the answer '3 July' is not a date such as 1945-07-07,"
                " 1945-07/1945-08 or [1945-07-01..1945-07-10]"
            ),
        ),
        *(
            (
                decided(DATES, "the third", answer),
                (
                    f"E402 the answer '{answer}' is not a date such as 1945-07-07,"
                    " 1945-07/1945-08 or [1945-07-01..1945-07-10]"
                ),
            )
            for answer in ("1945-08/1945-07", "../..", "1945-02-30", "[..]")
        ),
        (
            decided(JOINS, "She had asked", "yes"),
            "E402 the answer 'yes' is not one of join, part, speech, note, stage",
        ),
        (
            decided(JOINS, "tomorrow, and", "part"),
            "E404 no paragraph that could part begins with 'tomorrow, and'",
        ),
        (
            decided(CORRECTIONS, "them? (She", "them (She"),
            (
                "E404 'them? (She' could not be marked: it is not inside one paragraph,"
                " or overlaps something else"
            ),
        ),
    ],
)
def test_a_row_that_cannot_be_applied_refuses_the_record(
    row: Decision, said: str
) -> None:
    assert refusals(row) == [f"decisions/{row.matter}.csv:2 {said}"]


@pytest.mark.parametrize(
    "row",
    [
        decided(CORRECTIONS, "clsed", "closed"),
        decided(SPEAKERS, "Hale:", "ah"),
        decided(JOINS, "She had asked", "note"),
    ],
)
def test_a_second_row_about_the_same_words_is_said(row: Decision) -> None:
    again = row._replace(place=row.place._replace(line=9))
    (said,) = refusals(row, again)
    assert said.startswith(f"decisions/{row.matter}.csv:9 E403 ")
    assert said.endswith("was decided in line 2 already")


ROWS: Final = (
    decided(CORRECTIONS, "clsed", "closed", "quay to be", "today?"),
    decided(CORRECTIONS, "Quay", "Pier", "that the North", "is open", line=3),
    decided(DATES, "the third", "1945-07-03", "mayor on", ".", line=2),
    decided(PEOPLE, "Cole", "bc", "Chair:", "says that", line=2),
    decided(PEOPLE, "Cole", "bc", "Reed:", "will.", line=3),
    decided(SPEAKERS, "Chair:", "bc", after="Cole says", line=2),
    decided(JOINS, "the town knows", "join", "tomorrow, and", line=2),
    decided(JOINS, "She had asked", "note", "window.)", "before.", line=3),
)
ALPHABET: Final = "abehlos .:?\n"


def changed(text: str, chance: random.Random) -> str:
    """Return `text` with one piece deleted, put in, doubled or moved."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice([1, 1, 1, 3, 12, 40]))
    piece = text[start:end]
    match chance.randrange(4):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:start] + chance.choice(ALPHABET) + text[start:]
        case 2:
            return text[:start] + piece * 2 + text[end:]
        case _:
            rest = text[:start] + text[end:]
            place = chance.randrange(len(rest) + 1)
            return rest[:place] + piece + rest[place:]


def edits(count: int) -> Iterator[tuple[str, list[Decision]]]:
    """Yield a page and decisions, of which one or the other was changed."""
    chance = random.Random(1945)  # noqa: S311 (it hides nothing)
    for _ in range(count):
        page, rows = PAGE, [*ROWS]
        for _ in range(chance.choice([1, 1, 2, 5])):
            number = chance.randrange(len(rows))
            match chance.randrange(6):
                case 0:
                    words = changed(rows[number].words, chance).strip() or "x"
                    rows[number] = rows[number]._replace(words=words)
                case 1:
                    before = changed(rows[number].before, chance).strip()
                    rows[number] = rows[number]._replace(before=before)
                case 2:
                    place = rows[number].place._replace(line=20 + len(rows))
                    rows.append(rows[number]._replace(place=place))
                case _:
                    page = changed(page, chance)
        yield page, rows


def shown(tei: bytes, row: Decision) -> int:
    """Return how often the effect of a row is to be seen, in words that fit it."""
    elements = etree.fromstring(tei)
    spaced = " ".join(row.words.split())
    found = 0
    for each in elements.iter(*_elements(row)):
        if each.get("resp") and _matches(each, row, spaced):
            found += 1
    return found


def _elements(row: Decision) -> Iterable[str]:
    return {
        CORRECTIONS: [f"{TEI}corr"],
        DATES: [f"{TEI}date"],
        PEOPLE: [f"{TEI}persName"],
        SPEAKERS: [f"{TEI}sp"],
        JOINS: [f"{TEI}pb", f"{TEI}note", f"{TEI}p"],
    }[row.matter]


def _matches(each: etree._Element, row: Decision, words: str) -> bool:
    said = " ".join("".join(map(str, each.itertext())).split())
    if row.matter is CORRECTIONS:
        sic = each.getprevious()
        assert sic is not None
        words_kept = " ".join("".join(map(str, sic.itertext())).split())
        return said == row.answer and words_kept == words
    if row.matter is JOINS and row.answer == "join":
        return each.tag == f"{TEI}pb"
    if row.matter is SPEAKERS:
        label = each[0].text or ""
        return each.get("who") == f"#{row.answer}" and label.startswith(words[:-1])
    return said.startswith(words)


@pytest.mark.slow
def test_no_edit_makes_a_decision_ignored_doubled_or_misplaced() -> None:
    applied = refused = 0
    for page, rows in edits(1_000):
        outcome = converted(*rows, page=page)
        said = [each for each in outcome.findings if each.rule.code.startswith("E4")]
        if outcome.tei is None:
            refused += 1
            assert said or any(each.rule.code[0] in "LR" for each in outcome.findings)
            continue
        applied += 1
        assert not said
        assert _stands_once_in(page, rows)
        for row in rows:
            assert shown(outcome.tei, row) >= 1, (row, page)
        for matter in (CORRECTIONS, DATES, PEOPLE, JOINS):
            mine = [row for row in rows if row.matter is matter]
            assert made(outcome.tei, matter) >= len(mine), (matter, page)
    assert applied > 100
    assert refused > 100


def made(tei: bytes, matter: Matter) -> int:
    """Return how many elements somebody has decided; a title is there twice."""
    (first, *_) = (row for row in ROWS if row.matter is matter)
    tei_root = etree.fromstring(tei)
    return sum(1 for each in tei_root.iter(*_elements(first)) if each.get("resp"))


def _stands_once_in(page: str, rows: Iterable[Decision]) -> bool:
    flat = " ".join(page.split())
    return all(
        flat.replace(" ", "").count(
            f"{row.before}{row.words}{row.after}".replace(" ", "")
        )
        == 1
        for row in rows
        if row.matter is not SPEAKERS
    )
