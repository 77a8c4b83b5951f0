"""Label, dash, words.

Hale – Good morning.
MR. REED.—Is it?
"""

from __future__ import annotations

from encoder.turns.scan import style

DASH = style(
    "dash",
    r"""
    [^\W\d_a-z] [^\n:;!?…–—\t]{0,70}?
    (?: [ ]{1,9} (?: [–—] | --? (?=[ ]) ) | [.:]? —{1,2} | \. [ ] ?[–—] )
    (?= [ \t\u00a0\u3000]{0,9} \S )
    """,
    signs="-–—",
    prior=0.4,
)
