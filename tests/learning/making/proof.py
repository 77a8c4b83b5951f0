"""From lines to the page: the text, and the spans of what it is made of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from learning.making.page import (
    Kind,
    MadeBreak,
    MadeFault,
    MadeLabel,
    MadePage,
    MadePart,
    MadeTurn,
    Span,
)
from learning.making.run import Run, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from learning.making.press import Line


# What is said in a turn: a list, a quotation and a letter are, where they are its.
_SAID = frozenset({Kind.SPEECH, Kind.LIST, Kind.QUOTATION, Kind.LETTER})


class _Piece(NamedTuple):
    span: Span
    run: Run
    paragraph: int


def page(
    seed: int,
    tags: frozenset[str],
    lines: Sequence[Line],
    speakers: Sequence[tuple[str, ...]],
) -> MadePage:
    """Return the page of lines; `speakers` are the keys of each turn, by number."""
    text = "\n".join(line.words.rstrip() for line in lines) + "\n"
    pieces = list(_pieces(lines))
    order: dict[int, int] = {}
    for piece in pieces:
        if piece.run.turn >= 0 and piece.run.kind is Kind.LABEL:
            order.setdefault(piece.run.turn, len(order))
    parts = tuple(_parts(text, pieces, order))
    turns = tuple(
        _turn(number, speakers[drawn], parts, pieces, drawn)
        for drawn, number in order.items()
    )
    breaks = tuple(
        MadeBreak(each.span.end - 1, each.run.sign is Sign.KEPT)
        for each in pieces
        if each.run.sign in {Sign.HYPHEN, Sign.KEPT}
    )
    made = MadePage(seed, text, tags, turns, parts, (), tuple(_faults(pieces)), breaks)
    return MadePage(**{**vars(made), "labels": _labels(made)})


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    start = 0
    for line in lines:
        shown = line.words.rstrip()
        at, end = start, start + len(shown)
        for run in line.runs:
            left = at + len(run.words) - len(run.words.lstrip())
            right = min(end, at + len(run.words.rstrip()))
            if left < right and run.kind is not Kind.BLANK:
                yield _Piece(Span(left, right), run, line.paragraph)
            at += len(run.words)
        start = end + 1


def _parts(
    text: str, pieces: list[_Piece], order: dict[int, int]
) -> Iterator[MadePart]:
    """Yield the parts: pieces that are alike with nothing but blanks between."""
    last: _Piece | None = None
    for piece in pieces:
        if last is not None:
            alike = (last.run.kind, last.run.turn, last.paragraph) == (
                piece.run.kind,
                piece.run.turn,
                piece.paragraph,
            )
            if alike and not text[last.span.end : piece.span.start].strip():
                last = last._replace(span=Span(last.span.start, piece.span.end))
                continue
            yield MadePart(last.span, last.run.kind, order.get(last.run.turn, -1))
        last = piece
    if last is not None:
        yield MadePart(last.span, last.run.kind, order.get(last.run.turn, -1))


def _turn(
    number: int,
    speakers: tuple[str, ...],
    parts: tuple[MadePart, ...],
    pieces: list[_Piece],
    drawn: int,
) -> MadeTurn:
    own = [part for part in parts if part.turn == number]
    named = [
        piece
        for piece in pieces
        if piece.run.turn == drawn and piece.run.sign is Sign.NAME
    ]
    return MadeTurn(
        tuple(part.span for part in own if part.kind is Kind.LABEL),
        _joined([piece.span for piece in named]),
        speakers,
        tuple(part.span for part in own if part.kind in _SAID),
    )


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans with those made one that only the end of a line parts."""
    found: list[Span] = []
    for span in spans:
        if found and span.start - found[-1].end <= 1:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _faults(pieces: list[_Piece]) -> Iterator[MadeFault]:
    last: MadeFault | None = None
    for piece in pieces:
        name = piece.run.fault
        if last and name == last.name:
            last = MadeFault(name, Span(last.span.start, piece.span.end))
            continue
        if last:
            yield last
        last = MadeFault(name, piece.span) if name else None
    if last:
        yield last


def _labels(made: MadePage) -> tuple[MadeLabel, ...]:
    counts = Counter((made.label(turn), turn.speakers) for turn in made.turns)
    return tuple(MadeLabel(*key, count) for key, count in sorted(counts.items()))
