"""The label alone on its line, and the words below.

HALE

Good morning.

Anne Reed (smiling)
Is it?
"""

from __future__ import annotations

from encoder.turns.scan import style

OWN_LINE = style(
    "own-line",
    r"""
    [^\W\d_a-z] [^\n:：;!?…()\[\]\t]{0,60}
    (?: [ ]? [(\[] [^\n()\[\]]{1,80} [)\]] )? \.?
    (?= (?: [ ]? \*\*? | __ )? [ \t\u00a0\u3000]{0,9} \n \s{0,60} \S )
    """,
    prior=-2.0,
)
