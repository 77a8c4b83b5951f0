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
from encoder.model.blocks import (
    Block,
    Leaf,
    LeafKind,
    PageBreakBlock,
    Paragraph,
    Turn,
)
from encoder.model.marks import PageBreak
from encoder.model.pattern import Pattern
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Source

B = TypeVar("B", bound=Block)

# A sentence that ends in one of these is whole, and a clause that ends in the last
# three leads to a list or a quotation.
_END_MARKS = frozenset(".!?…\"'”’»)]}>。！？」』:;—")
_FIRST_WORD = Pattern(r"\S+")
_OF_THE_PAGE = {LeafKind.FURNITURE, LeafKind.LINE_NUMBER}


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
            whole.append(block._replace(blocks=inner))
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
        first = _broken(source, whole, block)
        if first and isinstance(block, Paragraph):
            last = whole.pop()
            if last is first:
                # The first line end stays as the white space between the two words.
                start = source.text.index("\n", first.span.end) + 1
                breaks.append(PageBreak(Span(start, block.span.start), inferred=True))
            while last is not first:
                last = whole.pop()
            whole.append(Paragraph(first.span.to(block.span)))
        else:
            whole.append(block)
    return whole


def _broken(source: Source, before: Sequence[Block], block: Block) -> Paragraph | None:
    """Return the paragraph that `block` goes on with, if it does.

    Between the two can stand what the page printed there.
    """
    if not isinstance(block, Paragraph) or not source.text[block.span.start].islower():
        return None
    first = next((one for one in reversed(before) if not _is_of_the_page(one)), None)
    if not isinstance(first, Paragraph):
        return None
    return None if source.text[first.span.end - 1] in _END_MARKS else first


def _is_of_the_page(block: Block) -> bool:
    return isinstance(block, PageBreakBlock) or (
        isinstance(block, Leaf) and block.kind in _OF_THE_PAGE
    )


def _rejoined(source: Source, breaks: Iterable[PageBreak]) -> Iterator[Finding]:
    for mark in breaks:
        if mark.inferred:
            word = _FIRST_WORD.match(source.text, mark.span.end)
            assert word  # noqa: S101 (a paragraph begins here, with a small letter)
            message = f"a sentence was rejoined before {word[0]!r}"
            yield REJOINED.at(source.place(Span(mark.span.end, mark.span.end)), message)


def _continued(source: Source, blocks: Iterable[Block]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Turn) and len(block.blocks) > 1:
            label = source.words(block.label)
            for inner in block.blocks[1:]:
                if isinstance(inner, Paragraph):
                    message = f"a paragraph without a label was given to {label!r}"
                    yield CONTINUED_TURN.at(source.place(inner.span), message)
