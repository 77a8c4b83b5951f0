"""How a page is taken apart: what describes the record, and where the record is."""

from __future__ import annotations

import pytest

from encoder import layouts
from encoder.errors import EncoderError, RefusedError
from encoder.layouts.wilson_export import WILSON_EXPORT
from encoder.model.description import FieldKind
from encoder.model.source import Source, Span
from encoder.pipeline import convert
from encoder.text.paragraphs import paragraphs, trimmed

PAGE = """\
May 3, 1951

On the Harbour

Citation:

"On the Harbour", May 3, 1951, Town Library.
<https://archive.example/document/12>

Contents:

Transcript - English

HALE: Good morning.
"""


def fields(text: str) -> list[tuple[str, str]]:
    source = Source("memo.txt", text)
    read = WILSON_EXPORT.read(source).description.fields
    return [(field.kind.value, source.words(field.span)) for field in read]


def test_a_page_is_taken_apart() -> None:
    source = Source("memo.txt", PAGE)
    page = WILSON_EXPORT.read(source)
    assert fields(PAGE) == [
        ("date", "May 3, 1951"),
        ("title", "On the Harbour"),
        ("citation", '"On the Harbour", May 3, 1951, Town Library.'),
        ("address", "https://archive.example/document/12"),
        ("contents", "Transcript - English"),
    ]
    assert source.words(page.body).strip() == "HALE: Good morning."
    dropped = [(each.kind.value, source.words(each.span)) for each in page.dropped]
    assert dropped == [
        ("field label", "Citation:"),
        ("angle bracket around an address", "<"),
        ("angle bracket around an address", ">"),
        ("field label", "Contents:"),
    ]


def test_every_character_of_a_page_is_somewhere() -> None:
    source = Source("memo.txt", PAGE)
    page = WILSON_EXPORT.read(source)
    spans = [
        page.body,
        *(field.span for field in page.description.fields),
        *(dropped.span for dropped in page.dropped),
    ]
    held = {place for start, end in spans for place in range(start, end)}
    left = [char for place, char in enumerate(PAGE) if place not in held]
    assert set(left) == {"\n"}


@pytest.mark.parametrize(
    "date", ["05/03/51", "June 31, 1951", "3. 5. 51", "7th of May"]
)
def test_a_date_that_cannot_be_read_is_still_no_title(date: str) -> None:
    page = PAGE.replace("May 3, 1951\n\n", f"{date}\n\n", 1)
    assert fields(page)[:2] == [("date", date), ("title", "On the Harbour")]


def test_undated_is_a_date() -> None:
    page = PAGE.replace("May 3, 1951\n\n", "Undated\n\n", 1)
    assert fields(page)[0] == ("date", "Undated")
    assert not {f.rule.code for f in convert(page.encode(), "a").findings} & {"E201"}


def test_a_page_without_a_date_begins_with_its_title() -> None:
    page = PAGE.replace("May 3, 1951\n\n", "", 1)
    assert fields(page)[0] == ("title", "On the Harbour")


def test_a_summary_can_have_several_paragraphs() -> None:
    summary = "Summary:\n\nOne: two.\n\nThree.\n\nContents:"
    kinds = fields(PAGE.replace("Contents:", summary))
    assert ("summary", "One: two.") in kinds
    assert ("summary", "Three.") in kinds


def test_a_label_that_nobody_knows_keeps_its_words_and_is_said() -> None:
    source = Source("a", PAGE.replace("Contents:", "Rights:\n\nNone.\n\nContents:"))
    page = WILSON_EXPORT.read(source)
    (unmapped,) = page.description.all(FieldKind.UNMAPPED)
    assert source.words(unmapped.span) == "None."
    assert unmapped.label
    assert source.words(unmapped.label) == "Rights"
    assert [str(each) for each in page.findings] == [
        "a:10:1: warning L004 [unmapped-label] no place in the header for 'Rights'"
    ]


def test_a_sentence_that_ends_in_a_colon_is_no_label() -> None:
    summary = "Summary:\n\nThey want three things:\n\nBoats.\n\nContents:"
    kinds = [kind for kind, _ in fields(PAGE.replace("Contents:", summary))]
    assert kinds.count("summary") == 2
    assert "unmapped" not in kinds


def test_contents_are_one_paragraph_and_the_record_begins_after_them() -> None:
    source = Source("memo.txt", PAGE + "\nSummary:\n\nnot one.\n")
    page = WILSON_EXPORT.read(source)
    assert source.words(page.body).strip().endswith("Summary:\n\nnot one.")


@pytest.mark.parametrize("label", ["Citation:", "Contents:"])
def test_a_page_without_its_signs_is_not_recognised(label: str) -> None:
    assert WILSON_EXPORT.signs(Source("a", PAGE))
    assert not WILSON_EXPORT.signs(Source("a", PAGE.replace(label, "")))


def test_a_page_with_a_long_head_is_another_page() -> None:
    assert not WILSON_EXPORT.signs(Source("a", "One.\n\n" * 3 + PAGE))


def test_the_page_itself_decides() -> None:
    chosen, finding = layouts.choose(Source("a", PAGE))
    assert chosen.name == "wilson-export"
    assert finding.rule.name == "layout-chosen"
    chosen, finding = layouts.choose(Source("a", "HALE: Good."))
    assert chosen.name == "bare"
    assert finding.rule.name == "layout-chosen"


def test_a_layout_can_be_asked_for() -> None:
    chosen, _ = layouts.choose(Source("a", PAGE), "bare")
    assert chosen.name == "bare"


def test_a_page_that_is_laid_out_otherwise_is_refused() -> None:
    with pytest.raises(RefusedError, match="L005"):
        layouts.choose(Source("a", "HALE: Good."), "wilson-export")


def test_a_layout_that_does_not_exist_is_a_bad_request() -> None:
    with pytest.raises(EncoderError, match="auto, front-matter, wilson-export"):
        layouts.choose(Source("a", PAGE), "wilson")


def test_paragraphs_are_parted_by_blank_lines_whatever_is_on_them(
    source: Source,
) -> None:
    """
    One
    line.
    \u00a0\t
    Two.


      Three.\u3000
    """
    words = [source.words(span) for span in paragraphs(source, source.whole)]
    assert words == ["One\nline.", "Two.", "Three."]


def test_what_is_all_white_is_trimmed_to_nothing() -> None:
    assert trimmed(Source("a", "a \n\t b"), Span(1, 5)) == Span(5, 5)
