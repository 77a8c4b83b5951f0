"""Find stage directions between speeches that no brackets mark.

    HALE: I know what he will say.

    Several Members rose—

    HALE: Thank you.

It is the last paragraph of the speech above: one sentence in the past tense, whose
subject is several people or the meeting, without a first or second person. A sentence
about one person, "Mr. Reed then read a statement", can be part of the speech and stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.model.blocks import Inner, Paragraph, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

_MOST_WORDS = 20
_DEED = Formula(
    r"""
    (?P<who> [^\W\d_] [^\n:;,?!]{1,60}? ) [ ]
    (?: {adverb-of-deed} [ ] )?
    (?: (?P<done> {deed} )
      | {deed-of-room}
      | {is-or-was} [ ] {state-of-room} )
    \b [^\n?!"“”]{0,120}
    """
)
# A number of those in the room, or the room itself, which rises or divides.
_SEVERAL = Formula(
    r"{several} [ ] (?: of[ ]the[ ] | hon(?:ou?rable|\.)?[ ] )* \w+ (?: [ ] \w+ )?",
    re.VERBOSE | re.IGNORECASE,
)
_ROOM = Formula("(?: the[ ] )? {room}", re.VERBOSE | re.IGNORECASE)
# What was decided, in the past: whoever leads a meeting says that it is.
_DECIDED = Formula(
    r"""
    {the-or-that} [ ] {kind-of-draft}? [ ]? {matter-decided} [ ] {was} [ ] {outcome}
    (?: [ ] (?: {manner-of-vote} | by[ ][^\n.]{4,60} ) )? \.
  | {it-was-so} [ ] {ordered} \.
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Whom the chair asks to the table says nothing of it, and neither does the chair.
_INVITED = Formula(
    r"""
    {invitation-beginning} , [ ] [^\n;?!]{3,160}
    [ ] {took-a-place} [ ] [^\n;?!]{3,120} \.
    """
)
_OF_ONE_WHO_SPEAKS = Formula(
    r"\b {word-of-speaker} \b | ['’] (?: s | ll | ve | re ) \b",
    re.VERBOSE | re.IGNORECASE,
)


def with_deed(source: Source, blocks: Sequence[Inner]) -> Sequence[Inner]:
    """Return the blocks of a turn, a stage direction at its end marked."""
    *before, last = blocks
    if not before or not isinstance(last, Paragraph):
        return blocks
    is_deed = _is_deed(source.words(last.span))
    return [*before, Stage(last.span)] if is_deed else blocks


def _is_deed(words: str) -> bool:
    if _INVITED.fullmatch(words) or _DECIDED.fullmatch(words):
        return True
    found = _DEED.fullmatch(words)
    if found is None or len(words.split()) > _MOST_WORDS:
        return False
    if _OF_ONE_WHO_SPEAKS.search(words) or ". " in words[len(found["who"]) :]:
        return False
    who = found["who"]
    of_the_room = found["done"] in {None, "rose"} and _ROOM.fullmatch(who)
    return bool(of_the_room or _SEVERAL.fullmatch(who))
