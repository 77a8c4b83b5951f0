"""Initials, full stop, words; the first question can be spelled out.

    H. Good morning.
    AR. Is it?

The full stop stands after initials in names too ("A. Reed. Is it?"), so this is another
reading of the same lines, and the record decides.
"""

from __future__ import annotations

from encoder.turns.scan import style

INITIAL = style(
    "initials",
    r"""
    (?: [^\W\d_a-z]{1,4} | (?= [^\W\d_a-z] ) (?i: {question-or-answer} ) ) \.
    (?= [ \t\u00a0\u3000]{1,9} \S )
    """,
    signs=".",
    prior=-1.1,
)
