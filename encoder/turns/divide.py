"""The body of a page as blocks: turns, and all that stands beside them and in them.

The signs of the pages and the numbers of the lines are found first, because they stand
in the middle of other things; then the notes at the end, which are nobody's words; then
each turn, and what below it belongs to no speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.body import closer, headings, opener
from encoder.body.fields import with_fields, with_fields_below
from encoder.body.inserted_matter import goes_on, with_examiners
from encoder.body.label_margins import NOTHING, Side, side
from encoder.body.line_numbers import line_numbers
from encoder.body.lists import gathered
from encoder.body.narrative import narrative
from encoder.body.notes import end_notes
from encoder.body.pages import printed
from encoder.body.rules import HEADING_INFERRED
from encoder.body.segment import seen, split
from encoder.body.tables import kept_lines
from encoder.body.unbracketed_stage import with_deed
from encoder.body.verse import versed
from encoder.language.section_headings import is_of_a_play, names_itself
from encoder.model.blocks import (
    Block,
    GapBlock,
    Inner,
    Leaf,
    PageBreakBlock,
    Paragraph,
    Turn,
    bullets,
    signs,
)
from encoder.model.dropped import Drop, Dropped
from encoder.model.kinds import LeafKind
from encoder.model.marks import LineNumber, Mark
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Source
    from encoder.turns.style import Candidate


_WORDLESS = (GapBlock, PageBreakBlock, Leaf)


class Divided(NamedTuple):
    """The blocks of a body, the layout between them, and the marks seen on the way."""

    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...]


class _Voice(NamedTuple):
    """A label, how far it reaches with its two sides, and what stands there."""

    label: Span
    whole: Span
    before: Side
    after: Side


def divide(source: Source, body: Span, labels: Sequence[Candidate]) -> Divided:
    """Return `body` as blocks, a turn beginning at each of `labels`.

    What stands above the first label belongs to nobody; what stands below a label
    belongs to its turn, down to the next one, headings and signatures left aside.
    """
    voices = [_voice(source, each) for each in labels]
    wholes = [voice.whole for voice in voices]
    pages = printed(source, body, wholes)
    numbers = line_numbers(source, body)
    notes = end_notes(source, body, wholes[-1].end if wholes else body.start)
    found = seen(pages.standing, numbers)
    begins = [body.start, *(whole.end for whole in wholes)]
    ends = [*(whole.start for whole in wholes), notes.start]
    parts = [
        gathered(source, (*split(source, Span(begin, max(begin, end)), found),))
        for begin, end in zip(begins, ends, strict=True)
    ]
    blocks = tuple(closer.demote_stray_closers(_assembled(source, voices, parts)))
    if any(_is_of_a_play(source, block) for block in blocks):
        blocks = tuple(versed(source, blocks))
    if notes.block:
        blocks = (*blocks, notes.block)
    return Divided(
        blocks,
        (
            *(Dropped(each, Drop.BULLET) for each in bullets(blocks)),
            *(Dropped(each, Drop.MARKUP_SIGN) for each in _signs(source, blocks)),
        ),
        (
            *pages.marks,
            *notes.marks,
            *map(LineNumber, numbers),
            *kept_lines(source, blocks),
        ),
        (*notes.findings, *_inferred(source, blocks)),
    )


def _is_of_a_play(source: Source, block: Block) -> bool:
    if not isinstance(block, Leaf) or block.kind is not LeafKind.HEADING:
        return False
    return is_of_a_play(source.words(block.span))


def _voice(source: Source, candidate: Candidate) -> _Voice:
    """Return a label with its two sides; what is not known there is not beside it."""
    label = candidate.label
    if candidate.start == label.start and candidate.end == label.end:
        return _Voice(label, label, NOTHING, NOTHING)
    before = side(source, Span(candidate.start, label.start))
    after = side(source, Span(label.end, candidate.end))
    whole = Span(
        label.start if before is None else candidate.start,
        label.end if after is None else candidate.end,
    )
    return _Voice(label, whole, before or NOTHING, after or NOTHING)


def _assembled(
    source: Source, voices: Sequence[_Voice], parts: Sequence[Sequence[Inner]]
) -> Iterator[Block]:
    """Yield the blocks, each turn without what below it belongs to nobody."""
    record = headings.prose(source, parts)
    if not voices:
        yield from narrative(source, parts[0])
        return
    opening = with_fields(source, parts[0])
    yield from opener.mark_openers(source, headings.headed(source, opening, record, 0))
    for voice, part in zip(voices, parts[1:], strict=True):
        blocks: Sequence[Inner] = part
        if len(blocks) > 1:
            if voice is voices[-1]:
                blocks = closer.ending(source, blocks, record, 1)
            blocks = with_fields_below(source, blocks)
            blocks = headings.headed(source, blocks, record, 1)
            blocks = with_examiners(source, blocks)
        end = min(headings.turn_end(blocks), goes_on(source, blocks))
        before, after = voice.before, voice.after
        signs_beside = (*before.signs, *after.signs)
        said = with_deed(source, blocks[:end]) if end > 1 else blocks[:end]
        inner = tuple(_said(source, said))
        yield Turn(voice.label, inner, before.leaves, after.leaves, signs_beside)
        yield from blocks[end:]


def _said(source: Source, blocks: Sequence[Inner]) -> Iterator[Inner]:
    """Yield the blocks of a turn; of signs alone, what was left out is its words."""
    only_signs = all(isinstance(block, _WORDLESS) for block in blocks)
    for block in blocks:
        if (
            only_signs
            and isinstance(block, GapBlock)
            and source.text[block.span.start] in "[("
        ):
            yield Paragraph(block.span)
        else:
            yield block


def _signs(source: Source, blocks: Sequence[Block]) -> Iterator[Span]:
    """Yield the signs of a markup beside labels and headings."""
    yield from signs(blocks)
    for block in blocks:
        if isinstance(block, Leaf) and block.kind is LeafKind.HEADING:
            yield from headings.heading_signs(source, block.span)


def _inferred(source: Source, blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Leaf) and block.kind is LeafKind.HEADING:
            words = source.words(block.span)
            if not names_itself(words):
                message = f"{words!r} was read as a heading"
                yield HEADING_INFERRED.at(source.place(block.span), message)
