"""Label, full stop, words.

    HALE. Good morning.
    Secretary Reed. Is it?

The full stop that ends the label is the first that ends neither an initial nor a short
word such as "Mr.".
"""

from __future__ import annotations

from encoder.turns.scan import style

PERIOD = style(
    "period",
    r"""
    (?: (?: [^\W\d_]
          | [BCDFGHJKLMNPQRSTVWXZ] [bcdfghjklmnpqrstvwxz]{1,3}
          | (?i: {title-before-stop} )
        ) \. [ ]? ){0,5}
    [^\W\d_a-z] [^\s.:;!?…—]{0,30}
    (?: [ ] (?: [^\W\d_a-z] \. (?= [ ] [^\W\d_a-z] ) | [^\s.:;!?…—()]{1,30} ) ){0,7}
    (?: [ ] \( [^\n()]{1,60} \) )?
    \. (?= [ \t\u00a0\u3000]{1,9} \S )
    """,
    signs=".",
    prior=-1.1,
)
