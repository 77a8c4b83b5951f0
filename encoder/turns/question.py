"""Q and A, with or without an end mark.

    Q  Is it a good morning?
    A.  It is.

A lone Q is no word in any language; a lone A is one in many, and must stand apart.
"""

from __future__ import annotations

from encoder.turns.scan import SPACE, style

QUESTION = style(
    "question",
    rf"""
    [QA] [.:)] (?= {SPACE}) | Q (?= {SPACE} ) | A (?= {SPACE}{{2}} | \t )
    """,
    signs="QA",
    prior=-1.0,
)
