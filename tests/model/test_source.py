"""What a source answers: questions asked once, lines and paragraphs of its parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from encoder.model.source import Source, Span, once
from encoder.text.paragraphs import paragraphs, trimmed


def test_a_question_is_asked_once_of_each_source() -> None:
    asked = []

    @once
    def length(source: Source) -> int:
        asked.append(source.name)
        return len(source.text)

    one, other = Source("a.txt", "Good."), Source("b.txt", "Good.")
    assert [length(one), length(one), length(other)] == [5, 5, 5]
    assert asked == ["a.txt", "b.txt"]


@given(st.text("ab \t\n\u00a0", max_size=40), st.data())
def test_the_lines_of_a_part_are_those_between_its_line_ends(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = Span(start, data.draw(st.integers(start, len(text))))
    source = Source("a.txt", text)
    lines = [source.words(line) for line in source.lines(part)]
    assert lines == source.words(part).split("\n")


@given(st.text("ab \t\n\u00a0", max_size=40), st.data())
def test_the_paragraphs_of_a_part_are_its_lines_with_words(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = Span(start, data.draw(st.integers(start, len(text))))
    source = Source("a.txt", text)
    found: list[list[Span]] = [[]]
    for line in source.lines(part):
        if source.words(line).strip():
            found[-1].append(line)
        else:
            found.append([])
    expected = [trimmed(source, run[0].to(run[-1])) for run in found if run]
    assert [*paragraphs(source, part)] == expected
