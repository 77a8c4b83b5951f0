"""Label, time stamp, words.

Hale (00:01:02): Good morning.
Anne Reed 00:01:09
Is it?
"""

from __future__ import annotations

from encoder.turns.scan import SPACE, STAMP, style

STAMPED = style(
    "time-stamp",
    r"[^\W\d_a-z] (?: [^\n:;!?\t()\[\]]{0,60}? [^\n:;!?\s()\[\]] )?",
    signs=":",
    after=rf"{SPACE}{{1,9}} {STAMP} [ ]? :? (?= \s )",
    prior=-0.2,
)
