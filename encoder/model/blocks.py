"""What the body of a record is made of. All words are in leaves, which are spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model.person import PersonId


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that says when the conversation was held."""

    span: Span


@dataclass(frozen=True, slots=True)
class Stage:
    """What happened and was not said, on a line of its own: "[Laughter]"."""

    span: Span


@dataclass(frozen=True, slots=True)
class GapBlock:
    """A printed sign, alone on its line, that words were left out: "[…]"."""

    span: Span


@dataclass(frozen=True, slots=True)
class PageBreakBlock:
    """A form feed between two blocks."""

    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its words, and the printed bullet and number before them.

    The bullet is layout; the number is a leaf.
    """

    span: Span
    label: Span | None = None
    bullet: Span | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Items that follow one another."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's uninterrupted words.

    `label` is what the source printed, end mark included ("MR. HALE:"); `who` is
    whom the record lets us say that is, and is None where it does not.
    """

    label: Span
    blocks: tuple[Inner, ...]
    who: PersonId | None = None


Inner: TypeAlias = Paragraph | ListBlock | Stage | GapBlock | PageBreakBlock
Block: TypeAlias = Inner | Turn | Dateline

_KINDS: dict[type, LeafKind] = {
    Paragraph: LeafKind.PARAGRAPH,
    Dateline: LeafKind.DATELINE,
    Stage: LeafKind.STAGE,
    GapBlock: LeafKind.GAP,
    PageBreakBlock: LeafKind.PAGE_BREAK,
}


def leaves(blocks: Iterable[Block]) -> Iterator[Leaf]:
    """Yield the leaves of `blocks`, in the order in which a reader meets them."""
    for block in blocks:
        if isinstance(block, Turn):
            yield Leaf(LeafKind.SPEAKER, block.label)
            yield from leaves(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                if item.label:
                    yield Leaf(LeafKind.ITEM_LABEL, item.label)
                yield Leaf(LeafKind.ITEM, item.span)
        else:
            yield Leaf(_KINDS[type(block)], block.span)


def bullets(blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield the bullets before the items of `blocks`, in the order of the source."""
    for block in blocks:
        if isinstance(block, Turn):
            yield from bullets(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                if item.bullet:
                    yield item.bullet
