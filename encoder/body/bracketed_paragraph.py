"""Classify paragraphs in brackets: stage directions, gaps, editorial notes.

[Laughter]
(He sits.)
[2 lines not declassified]
[Here follows discussion of the harbour.]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.language.omissions import is_omission
from encoder.language.pack import Formula
from encoder.model.blocks import (
    GapBlock,
    Inner,
    Leaf,
    Paragraph,
    Stage,
)
from encoder.model.kinds import LeafKind

if TYPE_CHECKING:
    from encoder.model.source import Span

_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 1200
# What the editors of a volume say of what they print, and nobody in the room said.
_EDITORIAL = Formula(
    r"""
    \\?\[ \s* (?: {editorial-note-beginning} | {note-maker} \S? s? [ ] note )
  | \\?\[ .{0,1200} (?: \b {editor-mark} \. | \b not [ ] printed \.? ) \\?\]
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_OPENS, _CLOSES = "[(", "])"


def standing(words: str, span: Span) -> Inner:
    """Return a paragraph as a stage direction, gap, editorial note or paragraph.

    `words` are the characters of `span`, trimmed, and begin no list.
    """
    if words[0] not in "[(….\\":
        return Paragraph(span)
    if is_omission(words):
        return GapBlock(span)
    if is_bracketed(words) and _LETTER.search(words):
        if _EDITORIAL.match(words):
            return Leaf(LeafKind.EDITORIAL_NOTE, span)
        return Stage(span)
    return Paragraph(span)


def is_bracketed(words: str) -> bool:
    r"""Return whether one pair of brackets encloses all the words.

    >>> is_bracketed("(He sits (slowly).)"), is_bracketed("(He) sits (slowly)")
    (True, False)
    >>> is_bracketed(r"\[laughs\]"), is_bracketed("[laughs")
    (True, False)
    """
    bare = words.removeprefix("\\")
    if not bare or bare[0] not in _OPENS or len(words) > _LONGEST:
        return False
    closes = _CLOSES[_OPENS.index(bare[0])]
    depth = 0
    for place, character in enumerate(bare):
        if character == bare[0]:
            depth += 1
        elif character == closes:
            depth -= 1
            if not depth:
                return bare[place + 1 :] in {"", ".", ".)"}
    return False
