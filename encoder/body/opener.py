"""Mark the opening lines of letters, telegrams and memoranda.

SECRET

Harbour Office, 3 May 1951

Dear Mr. Reed:
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.dates import is_dateline
from encoder.language.pack import Formula
from encoder.model.blocks import (
    Block,
    Dateline,
    Inner,
    Leaf,
    PageBreakBlock,
    Paragraph,
    Stage,
)
from encoder.model.kinds import LeafKind
from encoder.model.source import Span
from encoder.text.paragraphs import trimmed
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source

_CLASSIFIED = Formula(
    r"""
    (?: (?: {classification} | {precedence} )
        (?: [ ]?[/;,—–-][ ]? | [ ] | [.]? $ ) ){1,4}
    # The code word of a circle of readers.
    (?-i: [A-Z]{4,10} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SALUTE = Formula(
    r"""
    (?: {dear} [ ] [^:,!\n]{2,70} [:,]
      | {dear-exclaimed} [ ] [^:,!\n]{2,70} [,!]
      | {salutation-alone} [:,] )
    (?= \s | \Z )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The hour alone, when the day is the page's.
_HOUR = Pattern(
    r"\d{1,2}:\d{2}[ ][ap]\.?m\.?(?:[ ][A-Z]{2,4})?", re.VERBOSE | re.IGNORECASE
)
# What a paper calls itself above its date.
_NAMES_A_RECORD = Formula(r"\b {name-of-a-paper} \b", re.VERBOSE | re.IGNORECASE)
_LONGEST_OF_PAPER, _MOST_OF_PAPER, _MOST_LINES_OF_PAPER = 50, 5, 3


def mark_openers(source: Source, blocks: Sequence[Inner]) -> Iterator[Block]:
    """Mark classification, dateline and salutation at the top of a division.

    Classification marks, datelines and salutations stand at the very start, beside
    each other and beside headings; a salutation further down begins a letter.
    """
    at_top = True
    head = _of_paper(source, blocks)
    blocks = [head.get(place, block) for place, block in enumerate(blocks)]
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            if at_top and isinstance(block, Stage) and (date := _date(source, block)):
                yield date
                continue
            at_top = at_top and _leaves_top(block)
            yield block
            continue
        words = source.words(block.span)
        salute = _SALUTE.match(words)
        if salute and not words[0].islower():
            end = block.span.start + salute.end()
            yield Leaf(LeafKind.SALUTE, Span(block.span.start, end))
            rest = trimmed(source, Span(end, block.span.end))
            at_top = rest.start == rest.end
            if not at_top:
                yield Paragraph(rest)
        elif (at_top or _before_salute(source, blocks, place)) and (
            top := _top(words, block.span)
        ):
            yield top
        else:
            at_top = False
            yield block


def _of_paper(source: Source, blocks: Sequence[Inner]) -> dict[int, Inner]:
    """Return letterhead lines that only their neighbours identify, by index.

    Those are short lines at the very top, above a classification mark or a dateline,
    or right below a mark: "[handwritten] 12", "Top Secret", "Only copy".
    """
    found: dict[int, Inner] = {}
    waiting: dict[int, Inner] = {}
    below_mark = False
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            if isinstance(block, Stage) and _date(source, block):
                found |= waiting
                waiting = {}
            elif not _leaves_top(block):
                break
            continue
        words = source.words(block.span)
        if top := _top(words, block.span):
            found |= waiting
            waiting = {}
            below_mark = isinstance(top, Leaf)
        elif len(found) + len(waiting) < _MOST_OF_PAPER and _is_short(words):
            names = words.isupper() and _NAMES_A_RECORD.search(words)
            kind = LeafKind.HEADING if names else LeafKind.LETTERHEAD
            (found if below_mark else waiting)[place] = Leaf(kind, block.span)
        else:
            break
    return found


def _is_short(words: str) -> bool:
    """Return whether lines are as few and short as those of a letterhead."""
    lines = words.split("\n")
    return (
        max(map(len, lines)) <= _LONGEST_OF_PAPER
        and len(lines) <= _MOST_LINES_OF_PAPER
        and words[-1] not in ".!?:;,_*"
        and not _SALUTE.match(words)
    )


def greets(words: str) -> bool:
    """Return whether a paragraph begins with a salutation."""
    return not words[0].islower() and _SALUTE.match(words) is not None


def is_top(words: str) -> bool:
    """Return whether a line is a classification mark or a dateline."""
    return bool(_CLASSIFIED.fullmatch(words)) or is_dateline(words)


def _leaves_top(block: Inner) -> bool:
    """Return whether the block after `block` can still be at the top of a division."""
    return isinstance(block, PageBreakBlock | Leaf)


def _date(source: Source, block: Stage) -> Dateline | None:
    """Return a bracketed dateline as a block, or None."""
    return Dateline(block.span) if is_dateline(source.words(block.span)) else None


def _top(words: str, span: Span) -> Block | None:
    if "\n" not in words and _CLASSIFIED.fullmatch(words):
        return Leaf(LeafKind.CLASSIFICATION, span)
    if is_dateline(words) or _HOUR.fullmatch(words):
        return Dateline(span)
    return None


def _before_salute(source: Source, blocks: Sequence[Inner], place: int) -> bool:
    """Return whether one of the next two blocks is a salutation."""
    for block in blocks[place + 1 : place + 3]:
        if isinstance(block, Paragraph):
            if _SALUTE.match(source.words(block.span)):
                return True
            if not _top(source.words(block.span), block.span):
                return False
    return False
