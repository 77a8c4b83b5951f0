"""Split a stretch of the body into paragraphs, lists, tables and page furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.body.bracketed_paragraph import standing
from encoder.body.lists import list_blocks
from encoder.body.tables import table
from encoder.model.blocks import Inner, Leaf, PageBreakBlock
from encoder.model.kinds import LeafKind
from encoder.model.source import Span
from encoder.text.characters import WHITE
from encoder.text.occupied import inside
from encoder.text.paragraphs import paragraphs, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from encoder.model.source import Source


class PageFurniture(NamedTuple):
    """Page furniture: blocks by their span, line numbers by their start."""

    places: Sequence[Span]
    blocks: Mapping[Span, PageBreakBlock | Leaf]
    numbers: Mapping[int, Span]


def seen(
    standing_blocks: Sequence[PageBreakBlock | Leaf], numbers: Sequence[Span]
) -> PageFurniture:
    """Index page furniture by place."""
    blocks = {block.span: block for block in standing_blocks}
    return PageFurniture(
        [*blocks], blocks, {number.start: number for number in numbers}
    )


def split(source: Source, span: Span, found: PageFurniture) -> Iterator[Inner]:
    """Yield the blocks of `span`, with the page furniture in it."""
    words = source.words(span)
    bare = words.strip(WHITE)
    if not bare:
        return
    if "\n" not in bare and "\f" not in bare and not found.places and not found.numbers:
        start = span.start + words.index(bare)
        yield standing(bare, Span(start, start + len(bare)))
        return
    start = span.start
    for place in inside(found.places, span):
        yield from _between(source, Span(start, place.start), found.numbers)
        yield found.blocks[place]
        start = place.end
    yield from _between(source, Span(start, span.end), found.numbers)


def _between(
    source: Source, span: Span, numbers: Mapping[int, Span]
) -> Iterator[Inner]:
    """Yield the blocks of a span that holds no page furniture but line numbers."""
    if not source.words(span).strip(WHITE):
        return
    for paragraph in paragraphs(source, span):
        part = paragraph
        while number := numbers.get(part.start):
            digits = source.words(number).rstrip()
            yield Leaf(
                LeafKind.LINE_NUMBER, Span(number.start, number.start + len(digits))
            )
            part = trimmed(source, Span(min(number.end, part.end), part.end))
        if part.start < part.end:
            yield from _paragraph(source, part, numbered=bool(numbers))


def _paragraph(source: Source, part: Span, *, numbered: bool) -> Iterator[Inner]:
    """Yield a paragraph as a list, a table or a block of its own."""
    words = source.words(part)
    if "\n" in words and not numbered:
        if items := [*list_blocks(source, part)]:
            yield from items
            return
        if found := table(source, part):
            yield found
            return
    yield standing(words, part)
