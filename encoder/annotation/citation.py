"""Mark the parts of a citation, a source note and a credit.

    "Conversation", May 3, 1951, Example Digital Archive, A. Hale Papers, box 6,
    folder 9, Example Library. Contributed by Anne Reed.

A part is recognised by its own words: a quoted title, a date, a box or opis with a
number, a typical name of an archive or a collection. Other parts stay unmarked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotation.dating import unread_date
from encoder.annotation.rules import UNREAD_CITATION
from encoder.dates import PLAIN, deciding, parse_when
from encoder.language.pack import Formula
from encoder.model.marks import Dated, Mark, Part, PartOf
from encoder.model.source import Span
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.finding import Finding
    from encoder.model.source import Source
    from encoder.model.when import Habits

_TITLE = Pattern(
    r'["“„«](?P<title>[^"“”„«»\n]{1,400}?)[,.]?["”“»][,.]?(?:\s+|$)', re.NOFLAG
)
_FOR = r"(?: for [\w ]{2,20})?"
# "… and translated by": a second statement, which is not part of the name before it.
_TOO = rf"(?i:{{credit}}){_FOR} by\b"
_STATEMENT = Formula(
    rf"\b(?P<resp>{{credit}}(?: and \w{{4,12}})?{_FOR} by|(?<=\band ){_TOO})"
    r" (?P<name>[^\n]{2,120}?)"
    rf"(?=\.?\s*$|\. [A-Z]|,? and {_TOO})",
    re.NOFLAG,
)
_SENTENCE_END = re.compile(r"\.(?= [A-Z])")
_PIECE = re.compile(r"[^,]+")
_KINDS = {
    PartOf.BOX: r"{box} [\w/–-]+",
    PartOf.FOLDER: r"{folder} [\w/–-]+",
    PartOf.FOND: r"{fond}\.? ?\d[\w-]*",
    PartOf.OPIS: r"{opis}\.? ?\d[\w-]*",
    PartOf.DELO: r"{delo}\.? ?\d[\w-]*",
    PartOf.LEAVES: r"{leaves}\.? ?\d[\w, –-]*",
    PartOf.PUBLISHER: r".*\b{online-archive}\b.*",
    PartOf.COLLECTION: r".*\b{collection}\b.*",
    PartOf.REPOSITORY: r".*{repository-stem}.*",
}
_KIND = Formula(
    "|".join(f"(?P<{kind.name}>{words})" for kind, words in _KINDS.items()),
    re.IGNORECASE,
)
_FUNDER = Formula(
    r"\b{funding} {funding-preposition} (?P<funder>[^\n.]{3,200}?)(?=\.?\s*$)",
    re.NOFLAG,
)


def citation_parts(
    source: Source, leaf: Span, habits: Habits = PLAIN
) -> Iterator[Mark]:
    """Yield a mark over each recognised part of the citation at `leaf`."""
    start = leaf.start
    if title := _TITLE.match(source.text, start, leaf.end):
        yield Part(Span(*title.span("title")), PartOf.TITLE)
        start = title.end()
    end = leaf.end
    for stated in _STATEMENT.finditer(source.text, start, leaf.end):
        end = min(end, stated.start())
        yield Part(Span(*stated.span()), PartOf.STATEMENT)
        yield Part(Span(*stated.span("resp")), PartOf.RESPONSIBILITY)
        yield Part(Span(*stated.span("name")), PartOf.NAME)
    for piece in _pieces(source, Span(start, end), habits):
        words = source.words(piece)
        if when := parse_when(words, habits):
            yield Dated(piece, when)
        elif (kind := _KIND.fullmatch(words)) and kind.lastgroup:
            yield Part(piece, PartOf[kind.lastgroup])


def source_parts(source: Source, leaf: Span, habits: Habits = PLAIN) -> Iterator[Mark]:
    """Yield a mark over each recognised part of the source note at `leaf`.

    Only its first sentence is read, which says where the original is kept.
    """
    first = _SENTENCE_END.search(source.text, leaf.start, leaf.end)
    yield from citation_parts(
        source, Span(leaf.start, first.start() if first else leaf.end), habits
    )


def unread(
    source: Source, leaf: Span, marks: tuple[Mark, ...], habits: Habits = PLAIN
) -> Iterator[Finding]:
    """Yield a finding for each part of the citation at `leaf` without a mark."""
    covered = [mark.span for mark in marks]
    for piece in _pieces(source, leaf, habits):
        if not any(start < piece.end and piece.start < end for start, end in covered):
            words = source.words(piece)
            if keys := deciding(words, habits):
                yield unread_date(source, piece, keys)
                continue
            message = f"{words!r} is a part of the citation, but which?"
            yield UNREAD_CITATION.at(source.place(piece), message)


def funder(source: Source, leaf: Span) -> Iterator[Part]:
    """Yield a mark over the funder that the credit at `leaf` names."""
    if found := _FUNDER.search(source.text, leaf.start, leaf.end):
        yield Part(Span(*found.span("funder")), PartOf.FUNDER)


def _pieces(source: Source, span: Span, habits: Habits) -> Iterator[Span]:
    """Yield the parts between commas; a date keeps its own comma."""
    pieces = [
        _stripped(source, Span(*found.span()))
        for found in _PIECE.finditer(source.text, span.start, span.end)
    ]
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if place + 1 < len(pieces):
            both = piece.to(pieces[place + 1])
            if not parse_when(source.words(piece), habits) and parse_when(
                source.words(both), habits
            ):
                piece, place = both, place + 1
        place += 1
        if piece.start < piece.end:
            yield piece


def _stripped(source: Source, span: Span) -> Span:
    words = source.words(span)
    left = len(words) - len(words.lstrip(' \t\n"“”.'))
    right = len(words.rstrip(" \t\n."))
    return Span(span.start + left, max(span.start + left, span.start + right))
