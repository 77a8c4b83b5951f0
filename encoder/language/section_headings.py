"""Recognise headings by their words: "ACT II", "Chapter 3", "M I N U T E S"."""

from __future__ import annotations

import re

from encoder.language.pack import Formula, every

_PLAY_PARTS = every("act") | every("scene")
# The first or last words of such a line: most lines are rejected by them alone.
_FIRST = _PLAY_PARTS.union(
    every("book-part"),
    every("session"),
    every("appended-part"),
    every("frame-part"),
)
_LAST = _PLAY_PARTS | every("session")
_PART = "(?: {act} | {scene} )"
_NUMBER = r"(?: \d{1,3} | [ivxlc]{1,7} )"
_ORDINAL = r"(?: {ordinal-stem} \w{0,6} )"
_NAMES_ITSELF = Formula(
    rf"""
    {_PART} [ ] (?: {{heading-number-article}} [ ] )?
        (?: {_NUMBER} | {_ORDINAL} ) (?: [.,:;–—-] .{{0,240}} )?
  | (?: {{heading-article}} [ ] )?
        (?: {_ORDINAL} | \d{{1,3}}[.] ) [ ] {_PART} [.]?
  | (?: {{book-part}} | {{session}} ) [ ] (?: {_NUMBER} | {_ORDINAL} ) [.:]?
  | (?: {_ORDINAL} | {{session-time}} ) [ ] {{session}}
  | \[? {{appended-part}} (?: [ ] [\w-]{{1,4}} )? \]?
  | {{frame-part}} [.]?
  | (?: \w[ ] ){{3,30}} \w
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAY = Formula(rf"\b {_PART} \b", re.VERBOSE | re.IGNORECASE)
MARKUP = re.compile(r"#{1,6} {1,3}(?=\w)")
BOLD = "**"
MOST_LETTERS = 90


def names_itself(words: str) -> bool:
    """Return whether a line is a heading by its words, spacing or markup.

    >>> names_itself("ACT II"), names_itself("Der zweyte Auftritt.")
    (True, True)
    >>> names_itself("Scene 2. A street."), names_itself("M I N U T E S")
    (True, True)
    >>> names_itself("What a scene."), names_itself("Act now, and act well.")
    (False, False)
    """
    if len(words) > MOST_LETTERS * 3 or "\n" in words:
        return False
    if MARKUP.match(words):
        return True
    bare = words[len(BOLD) : -len(BOLD)] if is_bold(words) else words
    if bare[0].islower() or not _could_name_itself(bare):
        return False
    return _NAMES_ITSELF.fullmatch(bare) is not None


def _could_name_itself(bare: str) -> bool:
    first, last = bare.partition(" ")[0], bare.rpartition(" ")[2]
    return (
        first.strip("[].").casefold() in _FIRST
        or last.rstrip(".").casefold() in _LAST
        or bare[1:6:2] == "   "
    )


def is_bold(words: str) -> bool:
    """Return whether `words` are enclosed in the Markdown signs for bold."""
    return words.startswith(BOLD) and words.endswith(BOLD) and words.strip("*") != ""


def is_of_a_play(words: str) -> bool:
    """Return whether a heading names a part of a play: an act, a scene."""
    return _PLAY.search(words) is not None
