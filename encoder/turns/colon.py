"""Label, colon, words.

    HALE: Good morning.
    [Anne] Reed: Is it?

A label stands at the start of a line and is followed by its words on that line, or by
nothing where the words begin on the next.
"""

from __future__ import annotations

from encoder.turns.scan import style

COLON = style(
    "colon",
    r"""
    (?: [^\W\d_a-z] [^\n:：;!?\t]{0,100} | \[ [^\n:：;!?\t]{1,70} )
    (?: \(\?\) )? [ ]?
    # "11:00" and "https://" have no space after the colon; Chinese needs none.
    (?: ： | : (?! [^\s"'“‘«(\[*_—–\-\u3000-\u9fff\uff00-\uffef] ) )
    """,
    signs=":：",
    prior=0.4,
)
