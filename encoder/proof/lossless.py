"""The proof that nothing was lost, invented or moved, made anew for every record.

Four things are shown, from the record as a value and from the finished bytes, and by
code that the weaving does not use:

1. Leaves and named layout tile the source: each character is in one of them, or is
   white space between two; the leaves of the body ascend.
2. Each piece of layout, and each sign that stands instead of words, matches the
   pattern of its kind.
3. The text of the TEI is the words of the leaves, in their order, to the character.
4. The words of the description are in the header, each in the place of its kind.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from encoder.errors import RefusedError
from encoder.language.pack import Formula
from encoder.model.blocks import leaves
from encoder.model.description import KEPT_LABELS
from encoder.model.kinds import LeafKind
from encoder.model.marks import (
    Gap,
    LineBreak,
    LineNumber,
    Mark,
    PageBreak,
    Supplied,
    Unencodable,
)
from encoder.model.source import Span
from encoder.proof.layout_patterns import is_left_out
from encoder.proof.reading import NOTHING, body_readings, each_expected, expected
from encoder.proof.reading_header import header_readings
from encoder.proof.rules import WORDS_LOST
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from encoder.model.blocks import Leaf
    from encoder.model.record import Record

_SPACES = " \t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_WHITE = f"{_SPACES}\n"
_OMISSION = Formula(
    r"\[?(?:…|\.\.\.|\. \. \.)\]?"
    r"|(?:\\?\[[^\[\]\n]*|\([\w ]{0,24})"
    r"\b(?:{proof-omission}|{proof-omission-stem}\w+)\b(?:[^\[\]\n]*\]|[\w .:]{0,20}\))"
    r"|\\?[\[(][\w ]{0,24}\b{proof-unclear}\b[\w .:]{0,20}\\?[\])]",
    re.IGNORECASE,
)
_UNENCODABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BROKEN = Pattern(f"[{_SPACES}]*\n[{_SPACES}\n]*", re.NOFLAG)
_PAGE = Formula(
    r"\f+|//(?:\s+//)*|[\[(]?{proof-page}? ?(?:\d{1,5}|[ivxlc]{1,7})"
    r"(?: {proof-page-of} \d{1,4})?[\])]?|[-–—]{1,2} ?\d{1,4} ?[-–—]{1,2}",
    re.NOFLAG,
)
_LINE = Pattern(rf"\d{{1,4}}[{_SPACES}]*", re.NOFLAG)
PATTERNS_OF_SIGNS = {
    LeafKind.GAP: _OMISSION,
    LeafKind.PAGE_BREAK: _PAGE,
    LeafKind.LINE_NUMBER: _LINE,
    LeafKind.TIME_STAMP: Pattern(
        r"[\[(]?(?:\d[\d/.,-]* ){0,3}\d[\d:.,]*(?: [ap]m)?[\])]?", re.NOFLAG
    ),
    LeafKind.PARAGRAPH_NUMBER: Pattern(r"\(?\d{1,4}[.)]"),
}
_MARKS = (
    (Gap, _OMISSION),
    (LineBreak, re.compile("\n")),
    (LineNumber, _LINE),
    (Unencodable, _UNENCODABLE),
)


def prove(record: Record, root: _Element) -> None:
    """Return if nothing of `record` is lost in the TEI at `root`.

    Raises `RefusedError` (R010) at the first thing that is.
    """
    body = leaves(record.body)
    shown = chain(
        _tiles(record, body),
        _layout(record),
        _instead(record, body),
        _body(record, body, root),
        _header(record, root),
    )
    for span, message in shown:
        raise RefusedError(WORDS_LOST.at(record.source.place(span), message))


def _tiles(record: Record, body: Sequence[Leaf]) -> Iterator[tuple[Span, str]]:
    """Yield what two leaves share, what is in none, and a body leaf out of order."""
    text = record.source.text
    spans = [leaf.span for leaf in body]
    yield from _descents(spans)
    fields = record.description.fields
    spans += [field.span for field in fields]
    spans += {
        field.label for field in fields if field.label and field.kind in KEPT_LABELS
    }
    spans += [dropped.span for dropped in record.dropped]
    spans.append(Span(len(text), len(text)))
    end = 0
    for start, next_end in sorted(spans):
        if start < end:
            yield Span(start, end), f"{text[start:end]!r} is in two leaves"
        elif text[end:start].strip(_WHITE):
            yield Span(end, start), f"{text[end:start]!r} is in no leaf"
        end = next_end


def _descents(body: list[Span]) -> Iterator[tuple[Span, str]]:
    for one, other in pairwise(body):
        if other.start < one.end:
            yield other, "a leaf of the body stands before the one it comes after"


def _layout(record: Record) -> Iterator[tuple[Span, str]]:
    """Yield each piece of named layout that does not look like its kind."""
    for span, kind in record.dropped:
        words = record.words(span)
        if not is_left_out(record, kind, words):
            yield span, f"{words!r} is no {kind}"


def _instead(record: Record, body: Sequence[Leaf]) -> Iterator[tuple[Span, str]]:
    """Yield each sign instead of words, or mark, that does not look like its kind."""
    for marks in record.marks.values():
        for mark in marks:
            words = record.words(mark.span)
            if not _is_sound(mark, words):
                yield mark.span, f"{words!r} is no {type(mark).__name__}"
    for kind, span in body:
        pattern = PATTERNS_OF_SIGNS.get(kind)
        if pattern and not pattern.fullmatch(record.words(span)):
            yield span, f"{record.words(span)!r} is no {kind}"


def _is_sound(mark: Mark, words: str) -> bool:
    if isinstance(mark, Supplied):
        opens = words.startswith("[") or not mark.opens
        return opens and (words.endswith("]") or not mark.closes)
    if isinstance(mark, PageBreak):
        return bool((_BROKEN if mark.inferred else _PAGE).fullmatch(words))
    for kind, pattern in _MARKS:
        if isinstance(mark, kind):
            return bool(pattern.fullmatch(words))
    return True


def _body(
    record: Record, body: Sequence[Leaf], root: _Element
) -> Iterator[tuple[Span, str]]:
    """Yield the first leaf of the body whose words are not what the TEI has."""
    found = body_readings(root[-1])
    for kind, span in body:
        for words in each_expected(record, kind, span):
            has = next(found, NOTHING)
            if has != (kind, words):
                yield span, f"the TEI has {has[1]!r} for {words!r}"
                return
    for _, more in found:
        yield record.extent, f"the TEI has {more!r} more than the source"


def _header(record: Record, root: _Element) -> Iterator[tuple[Span, str]]:
    """Yield each field of the description that the header does not have."""
    for kind in dict.fromkeys(field.kind for field in record.description.fields):
        found = header_readings(root[0], kind)
        for field in record.description.all(kind):
            words = expected(record, LeafKind.FIELD, field.span)
            if kind in KEPT_LABELS and field.label:
                words = (("label", record.words(field.label)), *words)
            if words and next(found, ()) != words:
                yield field.span, f"the {kind} in the header is not {words!r}"
