"""A label set off by the signs of a markup language, and no other end mark.

**Hale** Good morning.
**Anne Reed**: Is it?
"""

from __future__ import annotations

from encoder.turns.scan import style

EMPHASIS = style(
    "emphasis",
    r"(?<= [*_] ) [^\W\d_a-z] [^\n*_]{0,100} (?= [*_] )",
    signs="*_",
    after=r"(?: [*_]{1,3} :? )?",
    prior=0.4,
)
