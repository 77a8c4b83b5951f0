"""The head of a text that has no form: what stands above its first words.

    12. Memorandum of a Conversation Between Hale and Reed

    Washington, May 3, 1951, 9:40 a.m.

    Source: Example Library, Hale Papers, box 6. Secret.

Each line is known by how it looks, and each kind comes once. The head ends where a
paragraph is none of them; that is where the text begins.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from encoder.dates import is_dateline
from encoder.language.pack import Formula
from encoder.layouts.labels import printed_labels
from encoder.layouts.pieces import chunks, is_date, value
from encoder.layouts.title import could_be_title, is_classification, opens_a_turn
from encoder.model.description import Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span, once
from encoder.text.paragraphs import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.layouts.pieces import Piece
    from encoder.model.source import Source

_MOST_PARAGRAPHS = 16
# "12. Memorandum", and "No. 12" on a line of its own. Where neither a stop nor the end
# of the line parts a number from the words behind it, it is a word of the title.
_NUMBER = Formula(
    r"""
    (?P<before> \d{1,4} ) (?P<stop> [.)] ) [ ]{1,3} (?= \S )
    | (?: (?P<label> {document-number} ) [ ]? )
      (?P<alone> \d{1,5} [a-z]? ) (?P<end> [.] )? [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
_BYLINE = Formula(r"{before-author} [^\W\d_a-z\u0430-\u044f]", re.NOFLAG)
_SIGN = re.compile(r"(?P<sign>#{1,6})[ ]{1,3}(?=\S)")
_NOTE = Formula(
    r"(?P<label>{head-source-note}|{head-summary})(?P<colon>:)[ \t]+(?=\S)", re.NOFLAG
)
_NOTE_WITHIN = Formula(
    r"(?<=[.] )(?P<label>{head-source-note})(?P<colon>:)[ \t]+(?=\S)", re.NOFLAG
)
_SUBJECT = Formula(
    r"(?P<label>{head-subject})(?::[ \t]{0,4}(?=\S)|:?[ \t]{0,4}\n)", re.NOFLAG
)
_LABELLED = re.compile(r"[^\W\d_][^\n:]{0,24}:(?:[ \t]|$)")
_LONGEST_SUBJECT = 400
_INNER_LABEL = re.compile(r"\b[A-Z]{4,14}:")
_UNDATED = Formula(r"(?:[^\W\d_][\w .'’-]{1,40}, ){0,3}{no-date}\.?", re.IGNORECASE)
_NOTES = printed_labels("head")


class Head(NamedTuple):
    """The head of a text, and where the text begins.

    `dateline` is the line that says when and where, which is part of the text; `apart`
    is whether the head goes on below it.
    """

    pieces: tuple[Piece, ...] = ()
    end: int = 0
    dateline: Span | None = None
    apart: bool = False

    def first(self, kind: FieldKind) -> Span | None:
        """Return the words of the first piece of this kind, if the head has one."""
        found = (piece.span for piece in self.pieces if piece.kind is kind)
        return next(found, None)

    @property
    def dateline_apart(self) -> Span | None:
        """The dateline, where something else stands between it and the text."""
        return self.dateline if self.apart else None


@once
def head_of(source: Source) -> Head:
    """Return the head of the whole page."""
    return read_head(source, source.whole)


def read_head(source: Source, text: Span) -> Head:
    """Return the head of a text; an empty one where it begins with its first words."""
    top = [*islice(chunks(source, text, ()), _MOST_PARAGRAPHS)]
    pieces: list[Piece] = []
    if len(top) > 1 and is_date(source.words(top[0])):
        pieces.append(Field(FieldKind.DATE, top.pop(0)))
    titled = _title(source, top[0]) if len(top) > 1 else None
    if titled is None or _goes_on(source, top[1]):
        return Head(tuple(pieces), pieces[-1].span.end if pieces else text.start)
    pieces += titled
    rest = trimmed(source, Span(titled[-1].span.end, top[0].end))
    following = [*([rest] if rest.start < rest.end else []), *top[1:]]
    return _below(source, pieces, following)


def _goes_on(source: Source, below: Span) -> bool:
    """Return whether a paragraph goes on with the sentence of the one above it."""
    small = source.text[below.start].islower()
    return small and not _BYLINE.match(source.text, *below)


def _title(source: Source, paragraph: Span) -> list[Piece] | None:
    """Return the number and the title in the first paragraph; None if it has none."""
    pieces: list[Piece] = []
    start = paragraph.start
    if sign := _SIGN.match(source.text, *paragraph):
        pieces.append(Dropped(Span(*sign.span("sign")), Drop.MARKUP_SIGN))
        start = sign.end()
    if number := _NUMBER.match(source.text, start, paragraph.end):
        pieces += _number(number)
        start = number.end()
    rest = trimmed(source, Span(start, paragraph.end))
    end = rest.start
    for line in source.lines(rest):
        words = source.words(line).strip()
        if end > rest.start and (_is_labelled(words) or is_date(words)):
            break
        if end > rest.start and is_dateline(words):
            break
        end = line.end
    title = trimmed(source, Span(rest.start, end))
    if not could_be_title(source.words(title)) or opens_a_turn(source, title):
        return None
    return [*pieces, Field(FieldKind.TITLE, title)]


def _is_labelled(line: str) -> bool:
    return bool(_LABELLED.match(line) or _SUBJECT.match(line + "\n"))


def _number(found: re.Match[str]) -> Iterator[Piece]:
    """Yield the number before a title, and what is printed around it."""
    group = "before" if found["before"] else "alone"
    label = Span(*found.span("label")) if found["label"] else None
    if label:
        yield Dropped(label, Drop.FIELD_LABEL)
    yield Field(FieldKind.NUMBER, Span(*found.span(group)), label)
    stop = "stop" if found["stop"] else "end"
    if found[stop]:
        yield Dropped(Span(*found.span(stop)), Drop.NUMBER_STOP)


def _below(source: Source, pieces: list[Piece], following: Sequence[Span]) -> Head:
    """Return the head whose date, number and title are `pieces`.

    A classification is part of the text, unless the head goes on below it.
    """
    kinds = {piece.kind for piece in pieces}
    waiting: list[Piece] = []
    end, dateline = pieces[-1].span.end, None
    for paragraph in following:
        words = source.words(paragraph)
        if dateline is None and _is_dateline(words) and not _is_page_date(words, kinds):
            dateline = paragraph
            continue
        found = [*_described(source, paragraph)]
        new = {piece.kind for piece in found} - {Drop.FIELD_LABEL, Drop.BULLET}
        if not found or new & kinds:
            break
        kinds |= new
        waiting += found
        if FieldKind.CLASSIFICATION not in new:
            pieces += waiting
            waiting = []
            end = paragraph.end
    apart = dateline is not None and dateline.start < end
    return Head(tuple(pieces), end, dateline, apart)


def _is_dateline(words: str) -> bool:
    return is_dateline(words) or bool(_UNDATED.fullmatch(words))


def _is_page_date(words: str, kinds: set[FieldKind | Drop]) -> bool:
    """Return whether a date that could be a dateline is the date of the page."""
    return is_date(words) and FieldKind.DATE not in kinds


def _described(source: Source, paragraph: Span) -> Iterator[Piece]:
    """Yield what a paragraph below the title says of the record; nothing if it is text.

    The date of a page is a line of its own, and so is a classification.
    """
    words = source.words(paragraph)
    if is_date(words):
        yield Field(FieldKind.DATE, paragraph)
    elif is_classification(words):
        yield Field(FieldKind.CLASSIFICATION, paragraph)
    elif note := _NOTE.match(source.text, *paragraph):
        yield from _notes(source, note, paragraph.end)
    elif subject := _SUBJECT.match(source.text, *paragraph):
        under = trimmed(source, Span(subject.end(), paragraph.end))
        said = source.words(under)
        if 0 < len(said) <= _LONGEST_SUBJECT and not _INNER_LABEL.search(said):
            yield from _labelled(source, FieldKind.SUBJECT, subject, under)


def _notes(source: Source, note: re.Match[str], end: int) -> Iterator[Piece]:
    """Yield a source note, or a summary and the source note behind it."""
    inner = None
    kind = _NOTES[note["label"]]
    if kind is FieldKind.SUMMARY:
        inner = _NOTE_WITHIN.search(source.text, note.end(), end)
    stop = inner.start() if inner else end
    yield from _labelled(source, kind, note, trimmed(source, Span(note.end(), stop)))
    if inner:
        under = Span(inner.end(), end)
        yield from _labelled(source, FieldKind.SOURCE_NOTE, inner, under)


def _labelled(
    source: Source, kind: FieldKind, label: re.Match[str], under: Span
) -> Iterator[Piece]:
    """Yield a label as left out, with its colon, and what stands under it."""
    start, end = label.span("label")
    colon = source.text.startswith(":", end)
    yield Dropped(Span(start, end + colon), Drop.FIELD_LABEL)
    yield from value(source, kind, under, Span(start, end))
