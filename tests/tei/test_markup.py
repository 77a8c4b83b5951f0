"""Markup is well formed whatever the words are, and laid out for a reader."""

from __future__ import annotations

import pytest
from lxml import etree

from encoder.model.source import Source, Span
from encoder.pipeline import UNSAID, convert
from encoder.tei.markup import NOTHING, element, nested, start_tag, whole, words

HARD = "a & <b> \"c\" 'd' ]]> &amp; \n\t e"


def test_words_come_back_as_they_were() -> None:
    read = etree.fromstring(element("p", {}, words(HARD)))
    assert read.text == HARD


def test_the_value_of_an_attribute_comes_back_as_it_was() -> None:
    """Line ends and tabs too, which a reader would make spaces (XML 1.0 §3.3.3)."""
    read = etree.fromstring(element("gap", {"rend": HARD}))
    assert read.get("rend") == HARD


@pytest.mark.parametrize("character", ["\x01", "\x0c", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_never_reaches_an_attribute(character: str) -> None:
    read = etree.fromstring(element("gap", {"rend": f"a{character}b"}))
    assert read.get("rend") == "a\ufffdb"


def test_an_attribute_that_is_none_is_left_out() -> None:
    assert start_tag("sp", {"n": "1", "who": None}) + ">" == '<sp n="1">'
    assert element("sp", {"who": None}) == "<sp/>"


def test_an_element_around_nothing_is_left_out() -> None:
    assert nested("list", []) == NOTHING
    assert nested("list", [NOTHING, nested("item", [NOTHING])]) == NOTHING


def test_layout_is_indented_and_the_lines_of_the_source_are_not() -> None:
    said = element("p", None, words("One\n  two."))
    assert whole(nested("div", [nested("sp", [said], {"n": "1"})])) == (
        '<div>\n  <sp n="1">\n    <p>One\n  two.</p>\n  </sp>\n</div>'
    )


def test_a_document_is_the_same_after_it_is_read_and_written_again() -> None:
    tei = convert(b"HALE: One\n  two.\nREED: & <b>\n" * 2, "memo.txt", UNSAID).tei
    assert tei
    root = etree.fromstring(tei)
    again = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    assert tei == b'<?xml version="1.0" encoding="UTF-8"?>\n' + again + b"\n"


def test_the_name_of_the_file_does_not_reach_the_document() -> None:
    one, other = (convert(b"Good.", name, UNSAID).tei for name in ("a.txt", "b.txt"))
    assert one == other


def test_a_place_is_a_line_and_a_column_counted_from_one() -> None:
    source = Source("memo.txt", "HALE: Good.\n\nREED: Is it?")
    assert str(source.place(Span(19, 20))) == "memo.txt:3:7"
    assert str(source.place(source.whole)) == "memo.txt:1:1"
