"""The label as a heading of a markup language, and the words below.

### Hale

Good morning.
"""

from __future__ import annotations

from encoder.turns.scan import style

HEADING = style(
    "heading",
    r"(?<= \#[ ] ) [^\W\d_a-z] [^\n*_]{0,100} (?= \n )",
    signs="#",
    prior=-1.5,
)
