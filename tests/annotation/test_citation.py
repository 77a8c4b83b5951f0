"""A citation in its parts: each by its own words, the rest as it stands."""

from __future__ import annotations

import pytest

from encoder.annotation.citation import citation_parts, funder, unread
from encoder.model.marks import Dated, Part
from encoder.model.source import Source


def parts(citation: str) -> list[tuple[str, str]]:
    source = Source("memo.txt", citation)
    return [
        (
            mark.kind.value if isinstance(mark, Part) else type(mark).__name__.lower(),
            source.words(mark.span),
        )
        for mark in citation_parts(source, source.whole)
    ]


def left(citation: str) -> list[str]:
    source = Source("memo.txt", citation)
    marks = tuple(citation_parts(source, source.whole))
    return [each.message for each in unread(source, source.whole, marks)]


def test_a_whole_citation_is_told_apart(source: Source) -> None:
    """
    "On the Harbour", May 3, 1951, Harbour Digital Archive, Board Papers, box 2, folder 7, Town Library. Contributed by Ida Brook.
    """  # noqa: E501 (a citation is one line)
    assert parts(source.text) == [
        ("title", "On the Harbour"),
        ("statement of responsibility", "Contributed by Ida Brook"),
        ("responsibility", "Contributed by"),
        ("name of who is responsible", "Ida Brook"),
        ("dated", "May 3, 1951"),
        ("publisher", "Harbour Digital Archive"),
        ("collection", "Board Papers"),
        ("box", "box 2"),
        ("folder", "folder 7"),
        ("repository", "Town Library"),
    ]
    assert left(source.text) == []


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("f. 45", "fond"),
        ("fond 5", "fond"),
        ("op. 1", "opis"),
        ("opis 11", "opis"),
        ("d. 7", "delo"),
        ("ll. 3-9", "leaves"),
        ("pp. 3–9", "leaves"),
        ("boxes 2-3", "box"),
        ("Town Museum", "repository"),
        ("Hale Nachlass", "collection"),
    ],
)
def test_a_shelfmark_is_known_by_its_word_and_number(piece: str, kind: str) -> None:
    assert parts(f"Harbour, {piece}, etc.") == [(kind, piece)]


@pytest.mark.parametrize("title", ['"A, B,"', "“A, B”", "«A, B»", "„A, B“"])
def test_a_title_is_what_stands_in_quotation_marks(title: str) -> None:
    (found, *_) = parts(f"{title} May 3, 1951.")
    assert found == ("title", "A, B")


def test_those_who_contributed_and_translated_are_two(source: Source) -> None:
    """
    Town Library. Obtained by Ida Brook and translated for the Board by Tom Lind.
    """
    assert [each for each in parts(source.text) if "statement" in each[0]] == [
        ("statement of responsibility", "Obtained by Ida Brook"),
        ("statement of responsibility", "translated for the Board by Tom Lind"),
    ]


def test_two_names_can_share_one_statement(source: Source) -> None:
    """
    Town Library. Contributed by Ida Brook and Tom Lind.
    """
    assert ("name of who is responsible", "Ida Brook and Tom Lind") in parts(
        source.text
    )


def test_two_sentences_are_two_statements(source: Source) -> None:
    """
    Town Library. Contributed by Ida Brook. Translated by Tom Lind.
    """
    names = [words for kind, words in parts(source.text) if "name" in kind]
    assert names == ["Ida Brook", "Tom Lind"]


def test_what_is_none_of_these_is_said(source: Source) -> None:
    """
    "On the Harbour", the green cupboard, Town Library.
    """
    assert left(source.text) == [
        "'the green cupboard' is a part of the citation, but which?"
    ]


def test_a_date_in_a_citation_has_its_year(source: Source) -> None:
    """
    May 3, Town Library, 3 May 1951
    """
    (mark,) = [
        mark for mark in citation_parts(source, source.whole) if isinstance(mark, Dated)
    ]
    assert mark.when.when == "1951-05-03"


@pytest.mark.parametrize(
    ("credit", "who"),
    [
        ("Made possible with support from Brook & Sons", "Brook & Sons"),
        ("With funding by the Quay Fund.", "the Quay Fund"),
        ("A grant of the Town\n", "the Town"),
    ],
)
def test_whoever_paid_is_named_in_the_credit(credit: str, who: str) -> None:
    source = Source("memo.txt", credit)
    assert [source.words(mark.span) for mark in funder(source, source.whole)] == [who]


def test_a_credit_that_names_nobody_has_no_funder() -> None:
    source = Source("memo.txt", "With the kind support of nobody. Thank you.")
    assert list(funder(source, source.whole)) == []
