"""The label in brackets, and the words after it.

[HALE] Good morning.
[REED] Is it?
"""

from __future__ import annotations

from encoder.turns.scan import style

BRACKETED = style(
    "brackets",
    r"""
    (?: \[ [^\W\d_a-z] [^\n\[\]]{0,60} \] | 【 [^\W\d_a-z] [^\n【】]{0,60} 】
      | < [^\W\d_a-z] [^\n<>]{0,60} > ) :?
    (?= [ \t\u00a0\u3000]{1,9} \S )
    """,
    signs="[<【",
    prior=-0.6,
)
