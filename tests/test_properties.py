"""What is promised about every text, tried on texts that nobody would write.

The words are read back here from the finished TEI by a few lines that share nothing
with the encoder: each element's words in document order, and the printed sign of each
empty element that stands instead of words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from encoder.configuration import Configuration, Options
from encoder.errors import RefusedError
from encoder.model.description import FieldKind
from encoder.model.form import PageForm
from encoder.model.source import Source
from encoder.pipeline import Outcome, convert, convert_source

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

TEI = "{http://www.tei-c.org/ns/1.0}"
EDITION = Configuration()
BARE = Options(layout="bare")
NOT_TEXT, BINARY, NOTHING_TO_READ, NO_TEXT = "R001", "R007", "R002", "L006"
NO_RECORD = {"L006", "L007", "L008", "L009"}
HEAD = ("title[@type='main']", "creation", "idno[@type='number']", "term")
LAYOUT = re.compile(r"(?:SUBJECT:|No\.|[.)])*")
PARTS = st.sampled_from(
    [
        *("HALE: ", "Reed: ", "[Anne] Reed: ", "[T.V] Hale: ", "The Chairman: "),
        *(" ", "\n", "\n\n", "\f", "\t", "\u00a0", "\u2028", "\x85", "\u3000", "\x1c"),
        *("\x00", "\x01", "\ud800", "\ufffe", "\ufeff", "\u202e", "\U0001f600"),
        *("Good morning.", "relations.", "the harbour", "and", "Reed", "May 3, 1951"),
        *("3 May 1951, 11:00 - 11:45 p.m.", "on 4 May", "Hale [Anne]", "[Anne] Hale"),
        *("- 1) ", "- 2) ", "1. one\n", "2. two\n", "• ", "(Reed?)", "[…]", "..."),
        *("[laughter]", "(rises)", "[matter omitted]", "[", "]", "(", ")", "?", ":"),
        *("&", "<", ">", "]]>", "<p>", "&amp;", "<!--", "<https://archive.example/1>"),
        *("Citation:\n\n", "Summary:\n\n", "Contents:\n\n", "Other Words:\n\n"),
        *("[1]", "[2]", "\n\n[1] A note.", "\n[2] Ibid.", "\n\n1 A note.", "harbour1"),
        *(
            "[Page 12]",
            "\n\n[Page 13]\n\n",
            "\n\n- 14 -\n\n",
            "\n2\n",
            "\n3\n",
            "\n4\n",
        ),
        *(
            "(p. 1)",
            "(p. 2)",
            " // ",
            "\nHARBOUR BOARD\n",
            "ACT I",
            "\n\nThe Ferry\n\n",
        ),
        *(
            "\n\nScene 2. A street.\n\n",
            "\n\nM I N U T E S\n\n",
            "## Bridge",
            "**Quay**",
        ),
        *(
            "SECRET",
            "\n\nDear Mr. Hale:",
            "\n\nYours sincerely,\n",
            "Anne Hale",
            "P.S. x",
        ),
        *("PARTICIPANTS:\n", "SUBJECT: The bridge\n", "PLACE: here", "a\tb\n", "nor-"),
        *("Quay    12    open\n", "[Here follows discussion of x.]", "\\[laughs\\]"),
        *("[2 lines not declassified]", "\n 1    one\n 2    two\n", "\n 3    HALE: x"),
        '"Hale and Reed", May 3, 1951, Example Archive, box 6, folder 9. ',
    ]
)
# Lines that descriptions are made of, whole and in pieces.
LINES = st.sampled_from(
    [
        *("---\n", "+++\n", "title: x\n", "date = 1951\n", 'box = "6"\n', "tape: |\n"),
        *("  - Reed\n", "  so\n", "people: [Hale, 'Reed']\n", "# no\n", "url: x\n"),
        *("Document Information\n\n", "Record ID\n\n", "Source\n\n", "Type\n\n"),
        *("Skip to content\n\n", "Search in\n\n", "Digital Archive\n", "12\n\n"),
        *("  • Citation\n\n", "    get citation\n\n", "  • share document\n\n"),
        *("    Hale speaks.\n", "    “Hale,” 1951, Example Digital Archive.\n"),
        *("Citation:\n\n", "Contents:\n\n", "Summary: ", "Interviewer: ", "Date: "),
        *("12. ", "No. 12\n", "Source: Example Library. ", "SUBJECT\n", "• harbour\n"),
        *("Top Secret\n\n", "London, May 3, 1951.\n\n", "PARTICIPANTS\n", "ACT I\n\n"),
        *("Scene 1\n\n", "by Anne Reed\n\n", "The Harbour\n\n", "May 3, 1951\n\n"),
        *(
            "HALE: So.\n\n",
            "REED: Yes.\n\n",
            "\n",
            "1-10 of 24 results\n",
            " Citation: ",
        ),
    ]
)
DECLARED = PageForm(
    name="harbour",
    labels={"Record ID": FieldKind.RECORD_ID, "Date": FieldKind.DATE},
    furniture=("Search in",),
    begins_at="ACT I",
    ends_at="Type",
    own=True,
)
LETTERS = st.text(st.characters(exclude_categories=[]), max_size=8)
TEXTS = st.lists(PARTS | LETTERS, max_size=40).map("".join)


def converted(text: str, options: Options) -> Outcome | str:
    """Return what became of `text` as decoding leaves it, or what code refused it."""
    source = Source("x.txt", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return convert_source(source, EDITION, options)
    except RefusedError as refused:
        return refused.finding.rule.code


def in_utf_16(text: str) -> bytes:
    return text.encode("utf-16", "surrogatepass")


def words(element: etree._Element) -> Iterator[str]:
    """Yield the words below `element`, and the signs that stand instead of words."""
    rend = element.get("rend") or ""
    if element.tag == f"{TEI}g":
        yield chr(int((element.get("ref") or "")[-6:].lstrip("#char-"), 16))
    elif element.tag in {f"{TEI}gap", f"{TEI}pb", f"{TEI}lb", f"{TEI}milestone"}:
        yield rend.removeprefix("form-feed") or element.get("n") or ""
    yield "[" if rend in {"brackets", "bracket-before"} else ""
    yield element.text or ""
    for child in element:
        yield from words(child)
        yield child.tail or ""
    yield "]" if rend in {"brackets", "bracket-after"} else ""


@given(TEXTS)
@settings(max_examples=10 * settings().max_examples)
def test_no_text_stops_the_encoder_and_none_loses_a_character(text: str) -> None:
    outcome = converted(text, BARE)
    if isinstance(outcome, str):
        # A title and the number of a page are no record.
        assert outcome in {NOTHING_TO_READ, NO_TEXT}
        assert outcome == NO_TEXT or not shown(text)
        return
    assert outcome.tei
    assert [found for found in outcome.findings if found.severity == "error"] == []
    header, body = etree.fromstring(outcome.tei)
    below = shown("".join(words(body)))
    assert shown(text).endswith(below)
    above = shown(text)[: len(shown(text)) - len(below)]
    for described in HEAD:
        for field in header.iterfind(f".//{TEI}{described}"):
            above = above.replace(shown("".join(words(field))), "", 1)
    assert LAYOUT.fullmatch(above)


def shown(text: str) -> str:
    """Return the characters that print, without bullets and the signs of a markup."""
    return re.sub(r"\s|[-–—•*#]", "", text)


@given(TEXTS)
def test_a_page_with_a_description_is_converted_or_refused_by_name(text: str) -> None:
    outcome = converted(f"Hale and Reed\n\n{text}", Options())
    if isinstance(outcome, str):
        assert outcome in NO_RECORD
    else:
        assert [found for found in outcome.findings if found.severity == "error"] == []


@given(
    st.lists(LINES, max_size=30).map("".join),
    st.sampled_from([Options(), Options(), Options(form=DECLARED)]),
)
@settings(max_examples=10 * settings().max_examples)
def test_pieces_of_descriptions_are_read_or_refused_by_name(
    text: str, options: Options
) -> None:
    outcome = converted(text, options)
    if isinstance(outcome, str):
        assert outcome in {NOTHING_TO_READ, "L005", "L011", *NO_RECORD}
    else:
        assert [found for found in outcome.findings if found.severity == "error"] == []


@given(st.binary(max_size=60) | TEXTS.map(in_utf_16))
def test_no_bytes_stop_the_encoder(data: bytes) -> None:
    outcome = convert(data, "x.txt")
    if outcome.tei is None:
        codes = {found.rule.code for found in outcome.findings}
        assert codes <= {NOT_TEXT, BINARY, NOTHING_TO_READ, *NO_RECORD}
        assert codes
    else:
        assert etree.fromstring(outcome.tei).tag == f"{TEI}TEI"


@given(TEXTS)
def test_the_same_text_gives_the_same_bytes_and_findings(text: str) -> None:
    assert converted(text, Options()) == converted(text, Options())
