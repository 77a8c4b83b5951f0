"""Label, and its words in a second column.

HALE      Good morning.
A. Reed   Is it?
"""

from __future__ import annotations

from encoder.turns.scan import SPACE, style

COLUMNS = style(
    "columns",
    rf"""
    [^\W\d_a-z] [^\s:;!?…]{{0,30}} (?: [ ] [^\s:;!?…]{{1,30}} ){{0,5}} (?<! [.,] )
    (?= \t | \u3000 \S | {SPACE}{{2,40}} \S )
    """,
    prior=-0.2,
)
