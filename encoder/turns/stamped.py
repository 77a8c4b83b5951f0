"""Label, time stamp, words.

Hale (00:01:02): Good morning.
Anne Reed 00:01:09
Is it?
"""

from __future__ import annotations

from encoder.turns.scan import SPACE, STAMP, style

_DATED = (
    r"\( \d{1,4} [-/.] \d{1,2} [-/.] \d{1,4} ,? [ ] \d{1,2} : \d\d (?: : \d\d )? \)"
)

STAMPED = style(
    "time-stamp",
    r"[^\W\d_a-z] (?: [^\n:;!?\t()\[\]]{0,60}? [^\n:;!?\s()\[\]] )?",
    signs=":",
    after=rf"{SPACE}{{1,9}} (?: {_DATED} | {STAMP} ) [ ]? :? (?= \s )",
    prior=-0.2,
)
