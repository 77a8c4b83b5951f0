"""Where in a file an element or a text is."""

from __future__ import annotations

import pytest
from lxml import etree

from encoder.validation.schema.places import Tags, path, stray_texts, without_doctype


def test_a_path_counts_only_what_has_namesakes() -> None:
    root = etree.fromstring("<a><b/><c><d/></c><b><d/><e/></b></a>")
    paths = [path(element) for element in root.iter()]
    assert paths == [
        "/a",
        "/a/b[1]",
        "/a/c",
        "/a/c/d",
        "/a/b[2]",
        "/a/b[2]/d",
        "/a/b[2]/e",
    ]


@pytest.mark.parametrize(
    ("xml", "line", "words"),
    [
        ("<a>\n\nlost\n<b/></a>", 3, "lost"),
        ("<a\n>lost</a>", 2, "lost"),
        ("<a><b>\n<c>\n</c>\n</b>\n\n lost \n words</a>", 6, "lost words"),
        ("<a><!--\n\n--> lost<b/></a>", 3, "lost"),
    ],
)
def test_stray_text_is_on_the_line_of_its_first_word(
    xml: str, line: int, words: str
) -> None:
    assert list(stray_texts(etree.fromstring(xml))) == [(line, words)]


def test_a_long_text_is_quoted_in_part() -> None:
    ((_, words),) = stray_texts(etree.fromstring(f"<a>{'word ' * 20}</a>"))
    assert words == "word word word word word word word word …"


def test_a_tag_is_found_by_where_it_ends() -> None:
    text = "<a><!-- <x> -->\n<b c='>'>words</b> <d/>\n</a>"
    root = etree.fromstring(text)
    tags = Tags(text, root)
    found = [
        tags.before(*place) for place in ((1, 4), (2, 10), (2, 19), (2, 24), (3, 5))
    ]
    assert [tag.element.tag for tag in found] == ["a", "b", "b", "d", "a"]
    assert [tag.inside.tag for tag in found] == ["a", "b", "a", "a", "a"]


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "a>b.dtd">',
        '<!DOCTYPE a [\n<!ENTITY b "]>">\n]>',
        "<!DOCTYPE a [<!-- ]> -->\n]\n>",
    ],
)
def test_a_document_type_leaves_its_lines(doctype: str) -> None:
    text = without_doctype(f"{doctype}<a/>")
    assert text.lstrip() == "<a/>"
    assert text.count("\n") == doctype.count("\n")
