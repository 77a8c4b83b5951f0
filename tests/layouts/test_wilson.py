"""The pages of a digital archive: exports, web pages, and what is between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages import read, tei_of

if TYPE_CHECKING:
    from pages import Read


def test_an_export_has_labels_above_the_text(page: Read) -> None:
    """
    Digital Archive
    digitalarchive.wilsoncenter.org
    International History Declassified

    May 03, 1951

    Conversation Between Hale and Reed

    Citation:

    “Hale and Reed,” May 03, 1951, Example Digital Archive.
    https://archive.example/document/12

    Shelf Number:

    12 b

    Original Language:

    Contents:

    English Translation
    Scan of Original Document

    HALE: Good morning.
    """
    assert page.layout == "wilson-export"
    assert page.fields == [
        ("date", "May 03, 1951"),
        ("title", "Conversation Between Hale and Reed"),
        ("citation", "“Hale and Reed,” May 03, 1951, Example Digital Archive."),
        ("address", "https://archive.example/document/12"),
        ("unmapped", "12 b"),
        ("contents", "English Translation"),
        ("contents", "Scan of Original Document"),
    ]
    assert page.body == "HALE: Good morning."


def test_a_web_page_has_labels_below_the_text(page: Read) -> None:
    """
    Skip to content

    May 3, 1951

    Conversation Between Hale and Reed

    This document was made possible with support from the Example Foundation

    London, May 3, 1951, 9 a.m.

    HALE: Good morning.

    REED: Is it?

    Hale and Reed speak of the harbour.

    Document Information

    Source

    Example Library, box 6. Contributed by Anne Reed.

    Original Archive

    Original Uploaded Date

    2011-11-20

    Associated Places

    London
    Harbour

    Record ID

    12
    """
    assert page.layout == "wilson-web"
    assert page.fields == [
        ("date", "May 3, 1951"),
        ("title", "Conversation Between Hale and Reed"),
        (
            "credits",
            "This document was made possible with support from the Example Foundation",
        ),
        ("summary", "Hale and Reed speak of the harbour."),
        ("source", "Example Library, box 6. Contributed by Anne Reed."),
        ("original uploaded date", "2011-11-20"),
        ("associated place", "London"),
        ("associated place", "Harbour"),
        ("record id", "12"),
    ]
    assert page.body.startswith("London, May 3, 1951, 9 a.m.")
    assert page.body.endswith("REED: Is it?")
    assert [each.rule.code for each in page.page.findings] == ["L010"]


def test_the_last_turn_of_a_web_page_is_no_summary(page: Read) -> None:
    """
    May 3, 1951

    Conversation Between Hale and Reed

    HALE: Good morning.

    REED: Is it?

    HALE: It is.

    Document Information

    Source

    Example Library

    Record ID

    12
    """
    assert page.body.endswith("HALE: It is.")
    assert not page.page.findings


OLD_WEB = """\
Search in

Digital Archive International History Declassified

c. 1951


  • Citation

    get citation

    Hale and Reed speak of the harbour.
    “Hale and Reed,” c. 1951, Example Digital Archive, box 6.
  • share document


English HTML

HALE: Good morning.
"""


def test_an_older_web_page_has_its_description_between_buttons() -> None:
    page = read(OLD_WEB)
    assert page.layout == "wilson-old-web"
    assert page.fields == [
        ("date", "c. 1951"),
        ("summary", "Hale and Reed speak of the harbour."),
        ("citation", "“Hale and Reed,” c. 1951, Example Digital Archive, box 6."),
        ("contents", "English HTML"),
    ]
    assert page.body == "HALE: Good morning."


def test_a_page_without_a_title_has_the_one_of_its_citation() -> None:
    tei = tei_of(OLD_WEB)
    assert '<title type="main">Hale and Reed</title>' in tei


FLAT = """\
May 3, 1951


    Hale and Reed speak of the harbour.
    “Conversation Between Hale and Reed,” May 3, 1951, Example Digital Archive, box 6.
London, May 3, 1951.

HALE: Good morning.
"""


def test_a_flat_page_has_an_indented_block_under_its_date() -> None:
    page = read(FLAT)
    assert page.layout == "wilson-flat"
    assert [kind for kind, _ in page.fields] == ["date", "summary", "citation"]
    assert page.body == "London, May 3, 1951.\n\nHALE: Good morning."


def test_an_export_on_one_line_is_taken_apart_at_its_labels() -> None:
    page = read(
        "Digital Archive digitalarchive.wilsoncenter.org International History"
        " Declassified May 03, 1951 Conversation Between Hale and Reed Citation:"
        " “Conversation Between Hale and Reed,” May 03, 1951, Example Archive."
        " https://archive.example/document/12 Summary: Hale and Reed speak. Contents:"
        " English Translation Scan of Original Document HALE: Good morning."
    )
    assert page.layout == "wilson-flattened"
    assert [kind for kind, _ in page.fields] == [
        *("date", "title", "citation", "address", "summary", "contents"),
    ]
    assert page.body == "HALE: Good morning."
