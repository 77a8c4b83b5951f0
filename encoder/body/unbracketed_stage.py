"""What is done between two speeches, on a line that no bracket marks.

    HALE: I know what he will say.

    Several Members rose—

    HALE: Thank you.

It is the last paragraph of the speech above it: one sentence in the past, of several of
those present, or of the room, in which nobody says "I" or "you". What one person does,
"Mr. Reed then read a statement", can be what another says of him, and is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model.blocks import Inner, Paragraph, Stage
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

_MOST_WORDS = 20
_DEED = Pattern(
    r"""
    (?P<who> [^\W\d_] [^\n:;,?!]{1,60}? ) [ ]
    (?: (?: then | again | here | now | also | thereupon | briefly ) [ ] )?
    (?: (?P<done> rose | left | entered | withdrew | retired | nodded | bowed | laughed
          | smiled | applauded | sat[ ]down | stood[ ]up | read | handed | distributed
          | presented | briefed | gave | showed | returned )
      | adjourned | divided | resumed | reassembled | reconvened | recessed
      | (?: was | were | is | stands ) [ ] (?: suspended | adjourned | sworn | excused
          | resumed | interrupted ) )
    \b [^\n?!"“”]{0,120}
    """
)
# A number of those in the room, or the room itself, which rises or divides.
_SEVERAL = Pattern(
    r"""
    (?: several | some | many | all | a[ ]number[ ]of | two | three ) [ ]
    (?: of[ ]the[ ] | hon(?:ou?rable|\.)?[ ] )* \w+ (?: [ ] \w+ )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROOM = Pattern(
    r"""
    (?: the[ ] )? (?: house | senate | committee | commission | council | board | court
      | assembly | chamber | meeting | session | sitting | conference | hearing
      | witness(?:es)? | jury | luncheon | audience )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What was decided, in the past: whoever leads a meeting says that it is.
_DECIDED = Pattern(
    r"""
    (?: the | that ) [ ] (?: provisional | draft | original | amended )? [ ]?
    (?: agenda | amendment | motion | proposal | resolution | report ) [ ]
    (?: was | were ) [ ]
    (?: adopted | carried | rejected | defeated | lost | agreed[ ]to )
    (?: [ ] (?: unanimously | without[ ]a[ ]vote | by[ ][^\n.]{4,60} ) )? \.
  | it [ ] was [ ] so [ ] (?: agreed | decided | ordered ) \.
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Whom the chair asks to the table says nothing of it, and neither does the chair.
_INVITED = Pattern(
    r"At the invitation of the (?:President|Chairman|Chair), [^\n;?!]{3,160}"
    r" (?:took|occupied) (?:a|the|his|her|their) (?:places?|seats?) [^\n;?!]{3,120}\.",
    re.NOFLAG,
)
_OF_ONE_WHO_SPEAKS = re.compile(
    r"\b(?:i|we|you|my|our|your|us|me)\b|['’](?:s|ll|ve|re)\b", re.IGNORECASE
)


def with_deed(source: Source, blocks: Sequence[Inner]) -> Sequence[Inner]:
    """Return the blocks of a turn, the last one a stage direction if it is a deed."""
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
