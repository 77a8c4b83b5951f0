"""Marks over one leaf: made to nest, and woven with its words into elements."""

from __future__ import annotations

import pytest

from encoder.annotation.nesting import by_leaf, crossings, nest
from encoder.model.blocks import Leaf
from encoder.model.kinds import LeafKind
from encoder.model.marks import (
    Dated,
    Gap,
    Mark,
    Named,
    PageBreak,
    Staged,
    Supplied,
    Unclear,
    Unencodable,
    outermost_first,
)
from encoder.model.person import PersonId
from encoder.model.record import Record
from encoder.model.source import Source, Span
from encoder.model.when import When
from encoder.tei.weave import weave

HALE = PersonId("hale")
YEAR = When("1951", "1951")


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def woven(text: str, *marks: Mark) -> str:
    """Return `text`, one leaf, with the marks that can nest over it."""
    source = Source("memo.txt", text)
    nested = nest(sorted(marks, key=outermost_first)).marks
    record = Record(
        source=source, extent=source.whole, body=(), marks={source.whole: nested}
    )
    return weave(record, source.whole)


def refused(text: str, *marks: Mark) -> list[str]:
    left = nest(sorted(marks, key=outermost_first)).refused
    return [f.message for f in crossings(Source("memo.txt", text), left)]


def test_words_without_marks_are_copied_and_escaped() -> None:
    assert woven("Hale & <Reed>\n said") == "Hale &amp; &lt;Reed&gt;\n said"


def test_an_element_stands_around_words() -> None:
    text = "I saw Hale & co."
    assert woven(text, Named(span(text, "Hale"), HALE)) == (
        'I saw <persName ref="#hale">Hale</persName> &amp; co.'
    )


def test_the_brackets_of_supplied_words_are_said_and_not_shown() -> None:
    text = "Told Chiang [Kai-shek]."
    assert woven(text, Supplied(span(text, "[Kai-shek]"))) == (
        "Told Chiang "
        '<supplied reason="omitted-in-original" rend="brackets">Kai-shek</supplied>.'
    )


@pytest.mark.parametrize(
    ("text", "sign", "mark", "element"),
    [
        ("a […] b", "[…]", Gap, '<gap reason="omitted" rend="[…]"/>'),
        ("a ... b", "...", Gap, '<gap reason="omitted" rend="..."/>'),
        ("a \x02 b", "\x02", Unencodable, '<g ref="#char-0002"/>'),
    ],
)
def test_an_element_stands_instead_of_a_sign(
    text: str, sign: str, mark: type[Gap | Unencodable], element: str
) -> None:
    assert woven(text, mark(span(text, sign))) == f"a {element} b"


def test_a_page_break_says_whether_it_was_printed() -> None:
    printed = PageBreak(Span(1, 2), inferred=False)
    assert woven("a\fb", printed) == 'a<pb rend="form-feed"/>b'
    inferred = PageBreak(Span(2, 3), inferred=True)
    assert woven("a\n\nb", inferred) == 'a\n<pb cert="medium" resp="#encoder"/>b'


def test_marks_nest() -> None:
    text = "(Hale, 1951, laughs)"
    assert woven(
        text,
        Dated(span(text, "1951"), YEAR),
        Staged(span(text, text)),
        Named(span(text, "Hale"), HALE),
    ) == (
        '<stage>(<persName ref="#hale">Hale</persName>, '
        '<date when="1951">1951</date>, laughs)</stage>'
    )


def test_marks_that_touch_do_not_nest() -> None:
    text = "Hale1951"
    marks = (Named(Span(0, 4), HALE), Dated(Span(4, 8), YEAR))
    assert woven(text, *marks) == (
        '<persName ref="#hale">Hale</persName><date when="1951">1951</date>'
    )


def test_of_two_that_cross_the_later_is_left_out_and_said() -> None:
    text = "Anne May 1951"
    marks = (Named(Span(0, 8), HALE), Dated(Span(5, 13), YEAR))
    assert woven(text, *marks) == '<persName ref="#hale">Anne May</persName> 1951'
    assert refused(text, *marks) == ["'May 1951' was not marked as dated"]


def test_supplied_words_that_cross_a_name_are_cut_and_nothing_is_left_out() -> None:
    text = "A [B C] D"
    marks = (Supplied(span(text, "[B C]")), Named(span(text, "C] D"), HALE))
    assert woven(text, *marks) == (
        'A <supplied reason="omitted-in-original" rend="bracket-before">B </supplied>'
        '<persName ref="#hale">'
        '<supplied reason="omitted-in-original" rend="bracket-after">C</supplied>'
        " D</persName>"
    )
    assert refused(text, *marks) == []


def test_doubt_that_crosses_is_cut_where_the_other_ends() -> None:
    text = "A B C"
    marks = (Named(span(text, "A B"), HALE), Unclear(span(text, "B C")))
    doubt = '<unclear reason="uncertain-name" cert="low">'
    assert woven(text, *marks) == (
        f'<persName ref="#hale">A {doubt}B</unclear></persName>{doubt} C</unclear>'
    )


def test_the_same_mark_twice_is_one_and_no_crossing() -> None:
    text = "in 1951"
    marks = (Dated(span(text, "1951"), YEAR), Dated(span(text, "1951"), YEAR))
    assert woven(text, *marks) == 'in <date when="1951">1951</date>'
    assert refused(text, *marks) == []


def test_what_lies_inside_a_sign_has_no_words_to_stand_around() -> None:
    text = "[1951 omitted]"
    marks = (Gap(span(text, text)), Dated(span(text, "1951"), YEAR))
    assert woven(text, *marks) == f'<gap reason="omitted" rend="{text}"/>'
    assert len(refused(text, *marks)) == 1


def test_a_mark_belongs_to_the_leaf_that_it_lies_in() -> None:
    label, said = Leaf(LeafKind.SPEAKER, Span(0, 5)), Leaf(LeafKind.ITEM, Span(6, 20))
    inside = Named(Span(6, 10), HALE)
    across = Dated(Span(4, 8), YEAR)
    assert [*by_leaf((label, said), (across, inside))] == [(said.span, [inside])]


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        (LeafKind.SPEAKER, Named(Span(0, 4), HALE)),
        (LeafKind.SPEAKER, Dated(Span(0, 4), YEAR)),
        (LeafKind.STAGE, Staged(Span(0, 4))),
        (LeafKind.GAP, Unclear(Span(0, 4))),
        (LeafKind.PAGE_BREAK, PageBreak(Span(0, 4), inferred=False)),
    ],
)
def test_some_marks_say_nothing_in_some_leaves(kind: LeafKind, mark: Mark) -> None:
    assert [*by_leaf((Leaf(kind, Span(0, 4)),), (mark,))] == []
