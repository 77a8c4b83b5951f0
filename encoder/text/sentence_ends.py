"""What sentences end in, and items begin with: each set is named for its use."""

from __future__ import annotations

_STOPS = ".!?…。！？"
_QUOTES = "\"'”’»」』"
_BRACKETS = ")]}"
_DASHES = "—–-"

ENDS_OF_PARAGRAPHS = frozenset(f"{_STOPS}{_QUOTES}{_BRACKETS}>:;—")
"""Of a paragraph that does not go on in the next: a whole sentence, or a clause that
leads to a list or a quotation."""
ENDS_OF_PROSE = frozenset(f"{_STOPS}{_QUOTES}{_BRACKETS}{_DASHES}:;,")
"""Of a paragraph that is no heading, also where the page breaks it."""
ENDS_OF_SPEECH = frozenset(f"{_STOPS}{_QUOTES}{_BRACKETS}{_DASHES}")
"""Of what somebody says, also where somebody else breaks it off."""
ENDS_OF_VERSE = frozenset(f"{_STOPS}:")
"""Of a line of verse that ends with its sentence."""
BULLETS = "-–—•*"
"""What stands before an item of a list."""
