"""Assign marks to leaves, and make the marks of each leaf nest.

Of two marks that cross, a divisible one is cut where the other ends or begins; of two
indivisible ones the later is refused. A mark in no leaf, or inside a mark that replaces
its words, is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.annotation.rules import MARKS_CROSS
from encoder.model.kinds import LeafKind
from encoder.model.marks import (
    AROUND,
    DIVISIBLE,
    INSTEAD,
    Anchor,
    Dated,
    Furniture,
    Gap,
    LineNumber,
    Mark,
    Named,
    Numbered,
    PageBreak,
    Staged,
    Supplied,
    Timed,
    Unclear,
    Unencodable,
    outermost_first,
)
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.blocks import Leaf
    from encoder.model.source import Source

# A label is a name already, a stage direction is one already, and a sign of omission
# has no words to mark.
_NOT_IN = {
    LeafKind.SPEAKER: (Named, Dated, Timed, Staged),
    LeafKind.STAGE: (Staged,),
    LeafKind.GAP: (object,),
    LeafKind.PAGE_BREAK: (object,),
    LeafKind.FURNITURE: (*AROUND, PageBreak, LineNumber, Gap),
    LeafKind.LINE_NUMBER: (object,),
    LeafKind.TIME_STAMP: (object,),
    LeafKind.PARAGRAPH_NUMBER: (object,),
}


class Nested(NamedTuple):
    """The marks of one leaf, nested, the outermost first; and the refused ones."""

    marks: tuple[Mark, ...]
    refused: tuple[Mark, ...]


def by_leaf(
    leaves: Iterable[Leaf], marks: Sequence[Mark]
) -> Iterator[tuple[Span, list[Mark]]]:
    """Yield the span of each leaf that contains marks, with its marks.

    `leaves` and `marks` must both be in the order of the source.
    """
    place = 0
    for kind, span in leaves:
        if place == len(marks):
            return
        if marks[place].span.start >= span.end:
            continue
        inside: list[Mark] = []
        not_here = _NOT_IN.get(kind, ())
        while place < len(marks) and marks[place].span.start < span.end:
            mark = marks[place]
            place += 1
            inner = span.start <= mark.span.start and mark.span.end <= span.end
            whole = kind.has_brackets and mark.span == span
            if inner and not whole and not isinstance(mark, not_here):
                inside.append(mark)
        if inside:
            yield span, _without_false_dates(inside)


def _without_false_dates(marks: list[Mark]) -> list[Mark]:
    """Return `marks` without dates that share an edge with another number.

    Such a number is that of a note, a line or a page: "Tuesday,2 May".
    """
    edges = {
        edge
        for mark in marks
        if isinstance(mark, Anchor | Numbered | LineNumber | PageBreak)
        for edge in mark.span
    }
    if not edges:
        return marks
    return [
        mark
        for mark in marks
        if not isinstance(mark, Dated | Timed) or edges.isdisjoint(mark.span)
    ]


def nest(marks: Sequence[Mark]) -> Nested:
    """Return the marks of one leaf, made to nest; the input has the outermost first."""
    if len(marks) == 1 or _nests(marks):
        return Nested(tuple(marks), ())
    waiting = list(marks)
    nested: list[Mark] = []
    refused: list[Mark] = []
    opened: list[int] = []
    while waiting:
        mark = waiting.pop(0)
        while opened and nested[opened[-1]].span.end <= mark.span.start:
            opened.pop()
        outer = nested[opened[-1]] if opened else None
        if outer is None or _inside(mark, outer):
            opened.append(len(nested))
            nested.append(mark)
        elif _is_twice(mark, outer):
            continue
        elif not _crosses(mark, outer):
            refused.append(mark)
        elif isinstance(mark, DIVISIBLE):
            waiting = sorted((*waiting, *_cut(mark, outer.span.end)), key=_order)
        elif isinstance(outer, DIVISIBLE):
            nested[opened.pop()], rest = _cut(outer, mark.span.start)
            waiting = sorted((*waiting, mark, rest), key=_order)
        else:
            refused.append(mark)
    return Nested(tuple(nested), tuple(refused))


def crossings(source: Source, refused: Iterable[Mark]) -> Iterator[Finding]:
    """Yield a finding for each mark that was refused because it crosses another."""
    for mark in refused:
        kind = type(mark).__name__.lower()
        message = f"{source.words(mark.span)!r} was not marked as {kind}"
        yield MARKS_CROSS.at(source.place(mark.span), message)


_order = outermost_first


def _nests(marks: Sequence[Mark]) -> bool:
    """Return whether no two marks overlap."""
    end = 0
    for mark in marks:
        if mark.span.start < end:
            return False
        end = mark.span.end
    return True


def _crosses(mark: Mark, outer: Mark) -> bool:
    return not isinstance(outer, INSTEAD) and mark.span.end > outer.span.end


def _is_twice(mark: Mark, outer: Mark) -> bool:
    return mark.span == outer.span and type(mark) is type(outer)


def _inside(mark: Mark, outer: Mark) -> bool:
    """Return whether `mark` can be nested in `outer`."""
    if isinstance(outer, INSTEAD) or _is_twice(mark, outer):
        return False
    if isinstance(outer, Furniture):
        return isinstance(mark, Unencodable)
    start, end = outer.span
    if isinstance(outer, Supplied):
        start, end = start + outer.opens, end - outer.closes
    return start <= mark.span.start and mark.span.end <= end


def _cut(mark: Supplied | Unclear, place: int) -> tuple[Mark, Mark]:
    """Return the two parts of a divisible mark, cut at the offset `place`."""
    first, second = Span(mark.span.start, place), Span(place, mark.span.end)
    if isinstance(mark, Supplied):
        return (
            Supplied(first, opens=mark.opens, closes=False),
            Supplied(second, opens=False, closes=mark.closes),
        )
    return Unclear(first), Unclear(second)
