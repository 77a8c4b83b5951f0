"""What the body of a record is made of. All words are in leaves, which are spans."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from encoder.model.kinds import LeafKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model.source import Span


class Leaf(NamedTuple):
    """A span of the source that becomes the words of one element.

    As a block it is a leaf that stands by itself: a heading, a salutation, a running
    head, the number of a line.
    """

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
    """The sign of a page break between two blocks: form feeds, "[Page 12]"."""

    span: Span


class Item(NamedTuple):
    """One item of a list: its words, and the printed bullet and number before them.

    The bullet is layout; the number, or the name of a field ("Place:"), is a leaf.
    """

    span: Span
    label: Span | None = None
    bullet: Span | None = None


class ListKind(StrEnum):
    """What a list is of, where that is certain; the value is its `@type`."""

    FIELDS = "fields"
    PARTICIPANTS = "participants"


class ListBlock(NamedTuple):
    """Items that follow one another, and the line that says of what they are."""

    items: tuple[Item, ...]
    kind: ListKind | None = None
    head: Span | None = None


class Table(NamedTuple):
    """Rows of cells whose columns are certain."""

    rows: tuple[tuple[Span, ...], ...]


class Verse(NamedTuple):
    """Lines of verse that stand one below the other."""

    lines: tuple[Span, ...]


class Turn(NamedTuple):
    """One speaker's uninterrupted words.

    `label` is what the source printed, end mark included: "MR. HALE:". Whom it
    names is not the turn's to say; `Record.speakers` does. `before` and `after` are
    what is printed on the two sides of it: the number of a line or of a paragraph, a
    time stamp; `signs` are the signs of a markup there, which are layout.
    """

    label: Span
    blocks: tuple[Inner, ...]
    before: tuple[Leaf, ...] = ()
    after: tuple[Leaf, ...] = ()
    signs: tuple[Span, ...] = ()


class EndNote(NamedTuple):
    """A note that stands at the end, its printed number included: "[1] Not found.".

    One that nothing can call has no number: "[Harbour Archive, box 3]".
    """

    span: Span
    number: str


class EndNotes(NamedTuple):
    """The block of notes at the end of a record."""

    notes: tuple[EndNote, ...]


Inner: TypeAlias = (
    Paragraph | ListBlock | Table | Verse | Stage | GapBlock | PageBreakBlock | Leaf
)
Block: TypeAlias = Inner | Turn | Dateline | EndNotes
SPOKEN = (Paragraph, ListBlock, Table, Verse, Stage)
"""The blocks that are enough for a speech: TEI wants one of them in an `sp`."""

_KINDS: dict[type, LeafKind] = {
    Paragraph: LeafKind.PARAGRAPH,
    Dateline: LeafKind.DATELINE,
    Stage: LeafKind.STAGE,
    GapBlock: LeafKind.GAP,
    PageBreakBlock: LeafKind.PAGE_BREAK,
}
_ONE_LEAF = (Paragraph, PageBreakBlock, Stage, GapBlock, Dateline)


def leaves(blocks: Iterable[Block]) -> list[Leaf]:
    """Return the leaves of `blocks`, in the order in which a reader meets them."""
    found: list[Leaf] = []
    for block in blocks:
        if isinstance(block, _ONE_LEAF):
            found.append(Leaf(_KINDS[type(block)], block.span))
        elif isinstance(block, Turn):
            found += block.before
            found.append(Leaf(LeafKind.SPEAKER, block.label))
            found += block.after
            # Nearly all turns are one paragraph.
            if len(block.blocks) == 1 and isinstance(block.blocks[0], Paragraph):
                found.append(Leaf(LeafKind.PARAGRAPH, block.blocks[0].span))
            else:
                found += leaves(block.blocks)
        elif isinstance(block, Leaf):
            found.append(block)
        elif isinstance(block, ListBlock):
            found += _of_list(block)
        elif isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row)
            found += (Leaf(LeafKind.CELL, cell) for cell in cells)
        elif isinstance(block, Verse):
            found += (Leaf(LeafKind.VERSE, line) for line in block.lines)
        else:
            found += (Leaf(LeafKind.END_NOTE, note.span) for note in block.notes)
    return found


def _of_list(block: ListBlock) -> Iterator[Leaf]:
    if block.head:
        yield Leaf(LeafKind.HEADING, block.head)
    for item in block.items:
        if item.label:
            yield Leaf(LeafKind.ITEM_LABEL, item.label)
        yield Leaf(LeafKind.ITEM, item.span)


def bullets(blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield the bullets before the items of `blocks`, in the order of the source."""
    for block in blocks:
        if isinstance(block, Turn):
            yield from bullets(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                if item.bullet:
                    yield item.bullet


def signs(blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield the signs of a markup on the two sides of the labels of `blocks`."""
    for block in blocks:
        if isinstance(block, Turn):
            yield from block.signs


def end(block: Block) -> int:
    """Return where the last leaf of a block ends."""
    match block:
        case Turn():
            if block.blocks:
                return end(block.blocks[-1])
            last = block.after[-1].span if block.after else block.label
        case ListBlock():
            last = block.items[-1].span
        case Table():
            last = block.rows[-1][-1]
        case Verse():
            last = block.lines[-1]
        case EndNotes():
            last = block.notes[-1].span
        case _:
            last = block.span
    return last.end


def start(block: Inner | Dateline) -> int:
    """Return where the first leaf of a block begins, its bullet left aside."""
    if isinstance(block, ListBlock):
        first = block.items[0]
        return (block.head or first.label or first.span).start
    if isinstance(block, Table):
        return block.rows[0][0].start
    if isinstance(block, Verse):
        return block.lines[0].start
    return block.span.start
