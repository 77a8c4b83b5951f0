"""What the body of a record is made of. All words are in leaves, which are spans."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model.source import Span


class LeafKind(StrEnum):
    """What the words of a leaf are."""

    FIELD = "field of the description"
    PARAGRAPH = "paragraph"
    SPEAKER = "speaker"
    ITEM_LABEL = "item label"
    ITEM = "item"
    DATELINE = "dateline"
    STAGE = "stage"
    GAP = "gap"
    PAGE_BREAK = "page break"


class Leaf(NamedTuple):
    """A span of the source that becomes the words of one element."""

    kind: LeafKind
    span: Span


class Paragraph(NamedTuple):
    """Running words."""

    span: Span


class Dateline(NamedTuple):
    """The line that says when the conversation was held."""

    span: Span


class Stage(NamedTuple):
    """What happened and was not said, on a line of its own: "[Laughter]"."""

    span: Span


class GapBlock(NamedTuple):
    """A printed sign, alone on its line, that words were left out: "[…]"."""

    span: Span


class PageBreakBlock(NamedTuple):
    """A form feed between two blocks."""

    span: Span


class Item(NamedTuple):
    """One item of a list: its words, and the printed bullet and number before them.

    The bullet is layout; the number is a leaf.
    """

    span: Span
    label: Span | None = None
    bullet: Span | None = None


class ListBlock(NamedTuple):
    """Items that follow one another."""

    items: tuple[Item, ...]


class Turn(NamedTuple):
    """One speaker's uninterrupted words.

    `label` is what the source printed, end mark included: "MR. HALE:". Whom it
    names is not the turn's to say; `Record.speakers` does.
    """

    label: Span
    blocks: tuple[Inner, ...]


Inner: TypeAlias = Paragraph | ListBlock | Stage | GapBlock | PageBreakBlock
Block: TypeAlias = Inner | Turn | Dateline

_KINDS: dict[type, LeafKind] = {
    Dateline: LeafKind.DATELINE,
    Stage: LeafKind.STAGE,
    GapBlock: LeafKind.GAP,
    PageBreakBlock: LeafKind.PAGE_BREAK,
}


def leaves(blocks: Iterable[Block]) -> list[Leaf]:
    """Return the leaves of `blocks`, in the order in which a reader meets them."""
    found: list[Leaf] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(Leaf(LeafKind.PARAGRAPH, block.span))
        elif isinstance(block, Turn):
            found.append(Leaf(LeafKind.SPEAKER, block.label))
            found += leaves(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                if item.label:
                    found.append(Leaf(LeafKind.ITEM_LABEL, item.label))
                found.append(Leaf(LeafKind.ITEM, item.span))
        else:
            found.append(Leaf(_KINDS[type(block)], block.span))
    return found


def bullets(blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield the bullets before the items of `blocks`, in the order of the source."""
    for block in blocks:
        if isinstance(block, Turn):
            yield from bullets(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                if item.bullet:
                    yield item.bullet
