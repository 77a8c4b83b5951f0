"""Mark the closing lines of letters, telegrams and memoranda.

The bridge is closed.

Sincerely yours,
Anne Hale
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.body.headings import Prose, could_be, is_finished
from encoder.body.trailers import trails
from encoder.language.pack import Formula
from encoder.model.blocks import (
    Block,
    Dateline,
    GapBlock,
    Inner,
    Leaf,
    PageBreakBlock,
    Paragraph,
)
from encoder.model.kinds import LeafKind, Role
from encoder.text.paragraphs import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.model.source import Source, Span

_CLOSING = Formula("{closing-formula} [ ]? [,.]?", re.VERBOSE | re.IGNORECASE)
_SAYS_SIGNED = Formula(
    r"(?: [\[(] \s? {says-signed} \s? [\])] | /s/ ) [ \t]* [^\W\d_] [^\n]{2,60}",
    re.VERBOSE | re.IGNORECASE,
)
# The signs by which archives find what they keep, each with a number.
_SHELF = Formula(r"\b (?P<sign> {shelf-sign} ) \.? [ ]? №? \d")
_LONGEST_SHELFMARK, _FEWEST_SIGNS = 240, 3
_LONGEST_SIGNATURE = 80
_MOST_SIGNATURES = 3
_NEARLY_ALL = 0.85
_REACH = 5
_BEGINS = {Role.HEADS, Role.OPENS}
_SIGNS = (GapBlock, PageBreakBlock)
_MOST_UNANNOUNCED = 2


def closed(source: Source, blocks: Sequence[Inner]) -> Iterator[Inner]:
    """Yield the blocks of a text without turns, its closing lines marked.

    A closing formula announces the names below it.
    """
    signing = 0
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            yield block
            continue
        if place and (lines := _formula(source, block)):
            first, *rest = lines
            yield Leaf(LeafKind.CLOSING, trimmed(source, first))
            if rest:
                yield _signed(source, rest[0].to(rest[-1]))
            signing = 0 if rest else _MOST_SIGNATURES
        elif signing and _could_sign(source.words(block.span)):
            yield _signed(source, block.span)
            signing -= 1
        else:
            signing = 0
            yield block


def ending(
    source: Source, blocks: Sequence[Inner], record: Prose, least: int
) -> Sequence[Inner]:
    """Return the last blocks of a record, signatures and trailers marked.

    Where the paper is kept can be said at the very end, below who signed it.
    Without a formula, names there are signatures where nearly all other
    paragraphs end with an end mark. The first `least` blocks are never looked at.
    """
    last = len(blocks)
    while last > least and _is_of_the_page(blocks[last - 1]):
        last -= 1
    blocks, below = blocks[:last], blocks[last:]
    place = last
    while place > least and trails(source, blocks[place - 1]):
        place -= 1
    trailers = [Leaf(LeafKind.TRAILER, one.span) for one in _paragraphs(blocks[place:])]
    end = place
    while place > least and _is_shelfmark(source, blocks[place - 1]):
        place -= 1
    kept_at = [
        Leaf(LeafKind.EDITORIAL_NOTE, one.span)
        for one in _paragraphs(blocks[place:end])
    ]
    above = _signatures(source, blocks[:place], record, least, sure=place < end)
    return [*above, *kept_at, *trailers, *below]


def _is_of_the_page(block: Inner) -> bool:
    printed = isinstance(block, Leaf) and block.kind is LeafKind.FURNITURE
    return printed or isinstance(block, PageBreakBlock)


def _is_shelfmark(source: Source, block: Inner) -> bool:
    """Return whether a paragraph is a shelfmark."""
    if not isinstance(block, Paragraph):
        return False
    words = source.words(block.span)
    signs = {found["sign"] for found in _SHELF.finditer(words)}
    return len(words) <= _LONGEST_SHELFMARK and len(signs) >= _FEWEST_SIGNS


def _signatures(
    source: Source, blocks: Sequence[Inner], record: Prose, least: int, *, sure: bool
) -> Sequence[Inner]:
    """Return the blocks with names at their end marked as signatures.

    It is `sure` that the words end here where a shelfmark stands below them.
    """
    for place in range(max(least, len(blocks) - _REACH), len(blocks)):
        if _formula(source, blocks[place]):
            rest = [*closed(source, blocks[place - 1 :])][1:]
            return [*blocks[:place], *rest] if all(map(closes, rest)) else blocks
    place = end = len(blocks)
    if place > least and _says_signed(source, blocks[-1]):
        (last,) = _paragraphs(blocks[-1:])
        return [*blocks[:-1], _signed(source, last.span)]
    while place > least and _is_name(source, blocks[place - 1]):
        place -= 1
    if end - place == 1 and place > least and _is_line(source, blocks[place - 1]):
        # The office of who signs.
        place -= 1
    if not 0 < end - place <= _MOST_UNANNOUNCED or place == 0:
        return blocks
    shown = sure or record.shows(_NEARLY_ALL)
    if not shown or not is_finished(source, blocks[place - 1]):
        return blocks
    signed = [_signed(source, block.span) for block in _paragraphs(blocks[place:])]
    return [*blocks[:place], *signed]


def closes(block: Block) -> bool:
    """Return whether a block has the role of a closer."""
    return isinstance(block, Leaf) and block.kind.role is Role.CLOSES


def demote_stray_closers(blocks: Iterable[Block]) -> Iterator[Block]:
    """Demote closers that follow no text to paragraphs."""
    something = False
    for block in blocks:
        if isinstance(block, Leaf):
            if block.kind.role is Role.CLOSES:
                yield block if something else Paragraph(block.span)
                something = True
                continue
            something = something and block.kind.role not in _BEGINS
        elif isinstance(block, Dateline):
            something = False
        elif not isinstance(block, _SIGNS):
            something = True
        yield block


def _formula(source: Source, block: Inner) -> Sequence[Span]:
    """Return the lines of a paragraph that begins with a closing formula, or none."""
    if not isinstance(block, Paragraph):
        return ()
    lines = [*source.lines(block.span)]
    return lines if _CLOSING.fullmatch(source.words(lines[0]).strip()) else ()


def _could_sign(words: str) -> bool:
    return (
        len(words) <= _LONGEST_SIGNATURE
        and not words[0].islower()
        and not any(map(str.isdecimal, words))
        and words[-1] not in ":?!;"
        and not words.startswith(("To ", "P.S", "P. S"))
    )


def _paragraphs(blocks: Sequence[Inner]) -> Iterator[Paragraph]:
    return (block for block in blocks if isinstance(block, Paragraph))


def _says_signed(source: Source, block: Inner) -> bool:
    if not isinstance(block, Paragraph):
        return False
    return _SAYS_SIGNED.fullmatch(source.words(block.span)) is not None


def _is_name(source: Source, block: Inner) -> bool:
    if not isinstance(block, Paragraph):
        return False
    words = source.words(block.span)
    return could_be(words) and all(word[0].isupper() for word in words.split())


def _is_line(source: Source, block: Inner) -> bool:
    return isinstance(block, Paragraph) and could_be(source.words(block.span))


def _signed(source: Source, span: Span) -> Leaf:
    return Leaf(LeafKind.SIGNED, trimmed(source, span))
