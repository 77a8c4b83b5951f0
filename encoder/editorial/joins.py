"""Sentences broken by a blank line or a page, and paragraphs below a turn.

    REED: The bridge over the northern

    arm will be closed.

The two paragraphs are one sentence, so they become one paragraph; the break is kept as
a page break that nobody printed. Only lower case after a paragraph without an end mark
is joined: a capital letter can begin a sentence in any language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from encoder.editorial.rules import CONTINUED_TURN, REJOINED
from encoder.model.blocks import Block, PageBreakBlock, Paragraph, Turn
from encoder.model.marks import PageBreak
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Source

B = TypeVar("B", bound=Block)

# A sentence that ends in one of these is whole, and a clause that ends in the last
# three leads to a list or a quotation.
_END_MARKS = frozenset(".!?…\"'”’»)]}>。！？」』:;—")


class Joined(NamedTuple):
    """The blocks with broken sentences made whole, and a mark for each break."""

    blocks: tuple[Block, ...]
    breaks: tuple[PageBreak, ...]
    findings: tuple[Finding, ...]


def join(source: Source, blocks: Iterable[Block]) -> Joined:
    """Return `blocks` with each broken sentence made whole."""
    breaks: list[PageBreak] = []
    whole: list[Block] = []
    for block in _rejoin(source, blocks, breaks):
        if isinstance(block, Turn) and len(block.blocks) > 1:
            inner = tuple(_rejoin(source, block.blocks, breaks))
            whole.append(Turn(block.label, inner))
        else:
            whole.append(block)
    findings = (*_rejoined(source, breaks), *_continued(source, whole))
    return Joined(tuple(whole), tuple(breaks), findings)


def _rejoin(
    source: Source, blocks: Iterable[B], breaks: list[PageBreak]
) -> list[B | Paragraph]:
    """Return `blocks` with broken sentences joined, and add each break to `breaks`."""
    whole: list[B | Paragraph] = []
    for block in blocks:
        broken = _broken(source, whole, block)
        if broken and isinstance(block, Paragraph):
            first, between = broken
            breaks += between
            del whole[-(2 if isinstance(whole[-1], PageBreakBlock) else 1) :]
            whole.append(Paragraph(first.span.to(block.span)))
        else:
            whole.append(block)
    return whole


def _broken(
    source: Source, before: Sequence[Block], block: Block
) -> tuple[Paragraph, list[PageBreak]] | None:
    """Return the paragraph that `block` goes on with, and the break between the two."""
    if not isinstance(block, Paragraph) or not source.text[block.span.start].islower():
        return None
    feed = before[-1] if before and isinstance(before[-1], PageBreakBlock) else None
    first = before[-2] if feed and len(before) > 1 else before[-1] if before else None
    if not isinstance(first, Paragraph):
        return None
    if source.text[first.span.end - 1] in _END_MARKS:
        return None
    if feed:
        return first, []
    # The first line end stays as the white space between the two words.
    start = source.text.index("\n", first.span.end) + 1
    return first, [PageBreak(Span(start, block.span.start), inferred=True)]


def _rejoined(source: Source, breaks: Iterable[PageBreak]) -> Iterator[Finding]:
    for mark in breaks:
        if mark.inferred:
            word = source.text[mark.span.end :].split(maxsplit=1)[0]
            message = f"a sentence was rejoined before {word!r}"
            yield REJOINED.at(source.place(Span(mark.span.end, mark.span.end)), message)


def _continued(source: Source, blocks: Iterable[Block]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Turn):
            label = source.words(block.label)
            for inner in block.blocks[1:]:
                if isinstance(inner, Paragraph):
                    message = f"a paragraph without a label was given to {label!r}"
                    yield CONTINUED_TURN.at(source.place(inner.span), message)
