"""Building blocks for patterns of dates and times."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, a longer one before its own beginning.

    One branch for each first letter lets a search run from one to the next.

    >>> any_of(["Sep", "Oct", "Sept"])
    '(?:O(?:ct)|S(?:ept|ep))'
    """
    longest_first = sorted(set(words), key=lambda word: (word[0], -len(word), word))
    branches = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in same)})"
        for first, same in groupby(longest_first, key=itemgetter(0))
    )
    return f"(?:{'|'.join(branches)})"


# Every repetition is bounded, so that no text makes a match slow.
GAP = r"(?:[ \t\u00a0]{1,3}|[ ]?\n[ ]{0,8})"
"""Between two words: blanks, or the end of a line."""
DASH = rf"(?:{GAP}?[-\u2010-\u2015\u2212]{GAP}?)"
TO = rf"(?:{DASH}|{GAP}(?:to|through){GAP})"
"""Between the first and the last of something that lasted."""
YEAR = r"(?:1[7-9]|20)[0-9]{2}"
