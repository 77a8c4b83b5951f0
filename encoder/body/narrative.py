"""Texts without labels of speakers: letters, telegrams, memoranda, papers.

Short lines above the first sentence are the letterhead, and short lines above
paragraphs are headings. Words in square brackets are editorial notes, except reactions
of an audience ("[Applause]"): a speech can lack a label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.body import closer, opener
from encoder.body.fields import with_fields
from encoder.body.headings import (
    MOST_WORDS,
    Prose,
    could_be,
    heading,
    is_finished,
    prose,
)
from encoder.dates import find_days
from encoder.language.pack import Formula
from encoder.language.section_headings import is_bold, is_of_a_play, names_itself
from encoder.language.stage import is_not_said
from encoder.model.blocks import (
    Leaf,
    ListBlock,
    Paragraph,
    Stage,
    Table,
)
from encoder.model.kinds import LeafKind
from encoder.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.blocks import Block, Inner
    from encoder.model.source import Source

_NEARLY_ALL, _MOST = 0.85, 0.6
_MOST_IN_A_ROW = 3
_MOST_BEFORE_A_COLON, _FEWEST_BEFORE_A_LIST = 3, 5
_MOST_LINES, _LONGEST_LINE = 8, 80
_REACH = 3
_UNDATED = When("")
# What a head of paper has on its lines beside a place: numbers, copies, urgency.
_OF_A_HEAD = Formula(r"\b {letterhead-word} \b")


def narrative(source: Source, part: Sequence[Inner]) -> Iterator[Block]:
    """Yield the blocks of a text without labels: openers, headings, closers."""
    blocks = [*_noted(source, with_fields(source, part))]
    record = _prose(source, blocks)
    blocks = [*_headed_paper(source, blocks)]
    closed = closer.ending(source, [*closer.closed(source, blocks)], record, 1)
    yield from opener.mark_openers(source, _with_headings(source, closed, record))


def _prose(source: Source, blocks: Sequence[Inner]) -> Prose:
    """Count the paragraphs that cannot be headings, and those that are finished."""
    others = [
        block
        for block in blocks
        if isinstance(block, Paragraph) and not could_be(source.words(block.span))
    ]
    return prose(source, [others])


def _noted(source: Source, blocks: Sequence[Inner]) -> Iterator[Inner]:
    """Reclassify bracketed paragraphs that are not stage directions."""
    words = (source.words(each.span) for each in blocks if isinstance(each, Paragraph))
    is_play = any(names_itself(line) and is_of_a_play(line) for line in words)
    for block in blocks:
        if (
            not isinstance(block, Stage)
            or is_play
            or is_not_said(source.words(block.span))
        ):
            yield block
        elif source.text[block.span.start] == "(":
            yield Paragraph(block.span)
        else:
            yield Leaf(LeafKind.EDITORIAL_NOTE, block.span)


def _headed_paper(source: Source, blocks: Sequence[Inner]) -> Iterator[Inner]:
    """Mark the letterhead: short lines that include a date.

    It stands at the very top, or right above a salutation.
    """
    salute = next(
        (at for at, block in enumerate(blocks[: _REACH + 1]) if _greets(source, block)),
        0,
    )
    for place, block in enumerate(blocks):
        above = place < salute or place == 0
        if (
            above
            and isinstance(block, Paragraph)
            and _is_head_of_paper(source.words(block.span), lone=place < salute)
        ):
            yield Leaf(LeafKind.LETTERHEAD, block.span)
        else:
            yield block


def _greets(source: Source, block: Inner) -> bool:
    return isinstance(block, Paragraph) and opener.greets(source.words(block.span))


def _is_head_of_paper(words: str, *, lone: bool) -> bool:
    """Return whether lines are a letterhead: short, without a sentence.

    Above a salutation (`lone`) that is enough. Elsewhere they must also hold a date and
    a word that only letterheads have.
    """
    lines = [part for line in words.split("\n") for part in line.split("   ") if part]
    if len(lines) > _MOST_LINES or opener.is_top(words):
        return False
    if any(
        len(line) > _LONGEST_LINE or line.rstrip()[-1:] in ".:;!?" for line in lines
    ):
        return False
    if lone:
        return True
    dated = bool(find_days(words, _UNDATED)) and len(lines) > 1
    return dated and bool(_OF_A_HEAD.search(words.casefold()))


def _with_headings(
    source: Source, blocks: Sequence[Inner], record: Prose
) -> Sequence[Inner]:
    """Mark the headings among `blocks`.

    They are looked at from below: each stands above a paragraph, or above another.
    """
    done = [*blocks]
    row = 0
    for place in range(len(done) - 1, -1, -1):
        if _is_heading(source, done, place, record, row):
            done[place] = heading(source, done[place])
            row += 1
        else:
            row = 0
    return done


def _is_heading(
    source: Source, blocks: Sequence[Inner], place: int, record: Prose, row: int
) -> bool:
    """Return whether the block at index `place` is a heading, by form or by context.

    `row` is the number of headings directly below it.
    """
    block = blocks[place]
    words = source.words(block.span) if isinstance(block, Paragraph) else ""
    if not words or names_itself(words):
        return bool(words)
    if not _looks(words):
        return False
    share = _MOST if words.isupper() else _NEARLY_ALL
    shown = is_bold(words) or (
        row < _MOST_IN_A_ROW
        and record.shows(share)
        and _leads(source, blocks, place, words, row)
    )
    return shown and not opener.is_top(words)


def _leads(
    source: Source, blocks: Sequence[Inner], place: int, words: str, row: int
) -> bool:
    """Return whether a short line stands where a heading can: above text or a list."""
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    above = blocks[place - 1] if place else None
    listed = isinstance(below, ListBlock | Table) and words[-1] != ":"
    leads = row or listed or _is_text(source, below)
    return bool(leads) and _is_finished_above(source, above)


def _looks(words: str) -> bool:
    """Return whether a line of a text without labels has the form of a heading.

    A heading in capitals may contain a colon, and one of a few words may end in one.

    >>> _looks("THE HARBOUR: A PLAN"), _looks("Background:"), _looks("Present: Hale")
    (True, True, False)
    >>> _looks(":")
    False
    """
    if words.isupper():
        words = words.replace(": ", " ")
    elif len(words.split()) <= _MOST_BEFORE_A_COLON:
        words = words.removesuffix(":")
    return bool(words) and could_be(words)


def _is_text(source: Source, below: Inner | None) -> bool:
    """Return whether a block is a paragraph of running text."""
    if not isinstance(below, Paragraph):
        return False
    words = len(source.words(below.span).split())
    if source.text[below.span.end - 1] == ":":
        return words > _FEWEST_BEFORE_A_LIST
    return words > MOST_WORDS and is_finished(source, below)


def _is_finished_above(source: Source, above: Inner | None) -> bool:
    """Return whether a heading can follow `above`: no sentence runs on from it."""
    if above is None or not isinstance(above, Paragraph):
        return True
    return is_finished(source, above) or _looks(source.words(above.span))
