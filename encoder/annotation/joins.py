"""Rejoin sentences that a blank line or a page break divides.

    REED: The bridge over the northern

    arm will be closed.

The two paragraphs become one, and the break is kept as an inferred page break. Only a
lower-case start after a paragraph without an end mark is joined, since a capital can
begin a sentence in any language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from encoder.annotation.rules import CONTINUED_TURN, REJOINED
from encoder.decisions.values import JOIN, NO_CHOICES, NOTE, STAGE
from encoder.model.blocks import (
    Block,
    Leaf,
    PageBreakBlock,
    Paragraph,
    Stage,
    Turn,
)
from encoder.model.kinds import LeafKind, Role
from encoder.model.marks import PageBreak
from encoder.model.source import Span
from encoder.text.pattern import Pattern
from encoder.text.sentence_ends import ENDS_OF_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.decisions.values import Choices
    from encoder.finding import Finding
    from encoder.model.blocks import Inner
    from encoder.model.decision import Decision
    from encoder.model.source import Source

B = TypeVar("B", bound=Block)


_FEW_WORDS = (2, 3)
_FIRST_WORD = Pattern(r"\S+")


class Joined(NamedTuple):
    """The blocks with sentences rejoined, a mark for each break, and findings."""

    blocks: tuple[Block, ...]
    breaks: tuple[PageBreak, ...]
    findings: tuple[Finding, ...]


def join(
    source: Source, blocks: Iterable[Block], choices: Choices = NO_CHOICES
) -> Joined:
    """Return `blocks` with divided sentences rejoined.

    `choices` are the decisions by start of paragraph; they overrule the rule above.
    """
    breaks: list[PageBreak] = []
    whole: list[Block] = []
    for block in _rejoin(source, blocks, breaks, choices):
        if isinstance(block, Turn) and len(block.blocks) > 1:
            inner = _rejoin(source, block.blocks, breaks, choices)
            whole.append(block._replace(blocks=tuple(_chosen(inner, choices))))
        else:
            whole.append(block)
    findings = (
        *_rejoined(source, breaks),
        *_continued(source, whole, choices),
    )
    return Joined(tuple(whole), tuple(breaks), findings)


def _rejoin(
    source: Source, blocks: Iterable[B], breaks: list[PageBreak], choices: Choices
) -> list[B | Paragraph]:
    """Return `blocks` with sentences rejoined; append a mark for each to `breaks`."""
    whole: list[B | Paragraph] = []
    for block in blocks:
        choice = choices.get(block.span.start) if isinstance(block, Paragraph) else None
        first = _broken(source, whole, block, choice)
        if first and isinstance(block, Paragraph):
            last = whole.pop()
            if last is first:
                # The first line end stays, as white space between the two words.
                start = source.text.index("\n", first.span.end) + 1
                span = Span(start, block.span.start)
                by = choice.by if choice else None
                breaks.append(PageBreak(span, inferred=True, resp=by))
            while last is not first:
                last = whole.pop()
            whole.append(Paragraph(first.span.to(block.span)))
        else:
            whole.append(block)
    return whole


def _chosen(blocks: Iterable[Inner], choices: Choices) -> Iterator[Inner]:
    """Yield the blocks of a turn; paragraphs decided to be notes or stage as such."""
    for block in blocks:
        choice = choices.get(block.span.start) if isinstance(block, Paragraph) else None
        if choice is None or not isinstance(block, Paragraph):
            yield block
        elif choice.answer == NOTE:
            yield Leaf(LeafKind.EDITORIAL_NOTE, block.span)
        else:
            yield Stage(block.span) if choice.answer == STAGE else block


def _broken(
    source: Source, before: Sequence[Block], block: Block, choice: Decision | None
) -> Paragraph | None:
    """Return the paragraph that `block` continues; None if it continues none.

    Page breaks, running heads and line numbers may lie between the two.
    """
    if not isinstance(block, Paragraph):
        return None
    joins = choice is not None and choice.answer == JOIN
    if not joins and (choice or not source.text[block.span.start].islower()):
        return None
    first = next((one for one in reversed(before) if not _is_of_the_page(one)), None)
    if not isinstance(first, Paragraph):
        return None
    whole = source.text[first.span.end - 1] in ENDS_OF_PARAGRAPHS or (
        first is before[-1] and _is_stamp(source.words(first.span))
    )
    return None if whole and not joins else first


def _is_stamp(words: str) -> bool:
    """Return whether words are two or three capitalised ones: a stamp, or a title.

    >>> _is_stamp("Signal Copy"), _is_stamp("The bridge"), _is_stamp("And")
    (True, False, False)
    """
    each = words.split()
    few = len(each) in _FEW_WORDS
    return few and all(word[0].isupper() for word in each)


def _is_of_the_page(block: Block) -> bool:
    return isinstance(block, PageBreakBlock) or (
        isinstance(block, Leaf) and block.kind.role is Role.PAGE
    )


def _rejoined(source: Source, breaks: Iterable[PageBreak]) -> Iterator[Finding]:
    for mark in breaks:
        if mark.inferred and mark.resp is None:
            word = _FIRST_WORD.match(source.text, mark.span.end)
            assert word  # noqa: S101 (a paragraph begins here, with a small letter)
            message = f"a sentence was rejoined before {word[0]!r}"
            yield REJOINED.at(source.place(Span(mark.span.end, mark.span.end)), message)


def _continued(
    source: Source, blocks: Iterable[Block], choices: Choices
) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Turn) and len(block.blocks) > 1:
            label = source.words(block.label)
            for inner in block.blocks[1:]:
                if isinstance(inner, Paragraph) and inner.span.start not in choices:
                    message = f"a paragraph without a label was given to {label!r}"
                    yield CONTINUED_TURN.at(source.place(inner.span), message)
