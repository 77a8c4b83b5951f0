"""Headings: lines that name the part that follows them.

    REED: The bridge is closed.

    The Ferry

    HALE: Then we take the ferry.

"ACT II", "Zweiter Auftritt" and a line of spaced letters say what they are. Any other
short line is a heading by the evidence of the record: it ends without an end mark where
nearly all others have one, stands after a finished paragraph, and something begins
directly below it. A speaker's only paragraph never is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.section_headings import (
    BOLD,
    MARKUP,
    MOST_LETTERS,
    is_bold,
    names_itself,
)
from encoder.model.blocks import (
    GapBlock,
    Inner,
    Leaf,
    ListBlock,
    PageBreakBlock,
    Paragraph,
    Stage,
)
from encoder.model.kinds import LeafKind, Role
from encoder.model.source import Span
from encoder.text.sentence_ends import ENDS_OF_PROSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.model.source import Source

_SIGN_BEFORE = re.compile(r"(?P<sign>#{1,6}|\*\*) {0,3}\Z")
_FARTHEST = 9
# A label that was passed over, or the hour; "Item 2: Angola" is neither.
_SPOKEN_OR_TIMED = re.compile(r"(?<!\d): |\b\d{1,2}:\d\d\b")
MOST_WORDS = 12
_MOST_IN_A_ROW = 3
# Shares of finished paragraphs that make one without an end mark a heading, and how
# many paragraphs there must be for the shares to say something.
_NEARLY_ALL, _MOST = 0.85, 0.6
_ENOUGH = 6
_NOBODYS = {Role.HEADS, Role.CLOSES}
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s")


class Prose(NamedTuple):
    """Counts of the paragraphs of a record, and of those that end like a sentence."""

    paragraphs: int
    finished: int

    def shows(self, share: float) -> bool:
        """Return whether `share` (0 to 1) of enough paragraphs are finished."""
        return self.paragraphs >= _ENOUGH and self.finished >= share * self.paragraphs


def prose(source: Source, parts: Iterable[Sequence[Inner]]) -> Prose:
    """Count the paragraphs in `parts`, and those that end like a sentence."""
    ends = [
        _last(source, block) in ENDS_OF_PROSE
        for part in parts
        for block in part
        if isinstance(block, Paragraph)
    ]
    return Prose(len(ends), sum(ends))


def could_be(words: str) -> bool:
    """Return whether a line has the form of a heading.

    >>> could_be("The Ferry"), could_be("We take the ferry."), could_be("and so on")
    (True, False, False)
    >>> could_be("1. Angola"), could_be("1964"), could_be("3:17 p.m. EST")
    (True, False, False)
    >>> could_be("Item 2: Angola"), could_be("Mrs. Hale: In the spring")
    (True, False)
    """
    if is_bold(words):
        words = words.strip("*")
    if len(words) > MOST_LETTERS or "\n" in words or words[-1] in ENDS_OF_PROSE:
        return False
    if _SPOKEN_OR_TIMED.search(words):
        return False
    first = words[0]
    return (
        (first.isupper() or first.isdecimal() or not first.isascii())
        and not first.islower()
        and len(words.split()) <= MOST_WORDS
        and any(map(str.isalpha, words))
    )


def is_finished(source: Source, block: Inner) -> bool:
    """Return whether a heading may follow this block."""
    if isinstance(block, Paragraph):
        last = _last(source, block)
        return last in ENDS_OF_PROSE and last not in ":;,"
    return True


def _last(source: Source, block: Paragraph) -> str:
    """Return the last character of a paragraph, without the number of a note."""
    start, end = block.span
    last = source.text[end - 1]
    if last.isdecimal():
        last = source.text[max(start, end - 4) : end].rstrip("0123456789")[-1:] or last
    return last


def headed(
    source: Source, blocks: Sequence[Inner], record: Prose, least: int
) -> Sequence[Inner]:
    """Mark the headings among the blocks above a label.

    The first `least` blocks never are.
    """
    done = [*blocks]
    for place, block in enumerate(blocks[least:], start=least):
        if isinstance(block, Paragraph) and names_itself(source.words(block.span)):
            done[place] = heading(source, block)
    for place in _by_evidence(source, done, record, least):
        done[place] = heading(source, done[place])
    return done


def turn_end(blocks: Sequence[Inner]) -> int:
    """Return the index of the first block below a label that is not part of its turn.

    What stands below a heading or a signature belongs to no speaker, nor does an
    editor's note between two turns.
    """
    place = 0
    while place < len(blocks) and not _is_nobodys(blocks[place]):
        place += 1
    while place > 1 and _is_note(blocks[place - 1]):
        place -= 1
    return place


def heading(source: Source, block: Inner) -> Inner:
    """Return a paragraph as a heading without its markup; another block as it is."""
    if not isinstance(block, Paragraph):
        return block
    start, end = block.span
    words = source.words(block.span)
    if sign := MARKUP.match(words):
        start += sign.end()
    elif is_bold(words):
        start, end = start + len(BOLD), end - len(BOLD)
    return Leaf(LeafKind.HEADING, Span(start, end))


def heading_signs(source: Source, span: Span) -> Iterator[Span]:
    """Yield the spans of the markup on the two sides of a heading."""
    start, end = span
    first = max(0, start - _FARTHEST)
    if before := _SIGN_BEFORE.search(source.text[first:start]):
        yield Span(first + before.start("sign"), first + before.end("sign"))
        if before["sign"] == BOLD:
            yield Span(end, end + len(BOLD))


def _is_nobodys(block: Inner) -> bool:
    return isinstance(block, Leaf) and block.kind.role in _NOBODYS


def _by_evidence(
    source: Source, blocks: Sequence[Inner], record: Prose, least: int
) -> range:
    """Return the indices of final blocks that only the evidence makes headings."""
    place = len(blocks)
    while place > least and _goes_along(blocks[place - 1]):
        place -= 1
    end = place
    while place > least and _looks(source, blocks[place - 1]):
        place -= 1
    heads = (block for block in blocks[place:end] if isinstance(block, Paragraph))
    words = [source.words(block.span) for block in heads]
    if not 0 < len(words) <= _MOST_IN_A_ROW or place == 0:
        return range(0)
    listed = len(words) > 1 and any(map(_NUMBERED.match, words))
    share = _MOST if all(map(str.isupper, words)) else _NEARLY_ALL
    shown = record.shows(share) and is_finished(source, blocks[place - 1])
    return range(place, end) if shown and not listed else range(0)


def _looks(source: Source, block: Inner) -> bool:
    return isinstance(block, Paragraph) and could_be(source.words(block.span))


def _goes_along(block: Inner) -> bool:
    """Return whether a block may stand between a heading and the next label."""
    return (
        isinstance(block, Stage | GapBlock | PageBreakBlock)
        or (isinstance(block, ListBlock) and block.kind is not None)
        or (isinstance(block, Leaf))
    )


def _is_note(block: Inner) -> bool:
    return isinstance(block, Leaf) and block.kind is LeafKind.EDITORIAL_NOTE
