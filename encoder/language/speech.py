"""Tell direct speech from narrative, lists and summaries.

The evidence is pronouns of the first and second person, first words of answers,
questions, exclamations and sentences that break off.
"""

from __future__ import annotations

import re

from encoder.language.pack import Formula, every
from encoder.text.pattern import Pattern

_SPOKEN = every("spoken-word")
_WORD = re.compile(r"[\w'’]+")
# Scripts without word spaces; a polite pronoun that only its capital distinguishes; and
# the signs of a sentence that is interrupted.
_UNPARTED = Formula("[？！]|{unspaced-address}", re.NOFLAG)
_POLITE = Formula(r"(?<=\w ){polite-address}(?!\w)", re.NOFLAG)
_CAPITALISED = every("polite-address")
_DASHES = ("—", "–", "-")
# An initial and a country are spelled like two pronouns.
_NO_PRONOUN = Pattern(r"\bI\.(?= ?[A-Z])|\bUS\b", re.NOFLAG)
_FIRST = 100
ENOUGH = 400
"""Characters of a turn to look at: longer speech without such evidence is rare."""


def is_spoken(words: str) -> bool:
    """Return whether `words` show evidence of direct speech.

    >>> is_spoken("We’ll meet at noon."), is_spoken("Will the bridge be closed?")
    (True, True)
    >>> is_spoken("Anne I. Hale, US Navy")
    False
    >>> is_spoken("Born in Westport in 1901; harbour master from 1935.")
    False
    """
    if "?" in words or "!" in words:
        return True
    if "US" in words or "I." in words:
        words = _NO_PRONOUN.sub("", words)
    # Most speech shows it in its first words; the last of these may be cut off.
    first = words[:_FIRST].casefold().replace("’", "'").split()
    if not _SPOKEN.isdisjoint(first[:-1]):
        return True
    folded = words.casefold().replace("’", "'")
    if not _SPOKEN.isdisjoint(folded.split()):
        return True
    if not _SPOKEN.isdisjoint(_WORD.findall(folded)):
        return True
    if words.rstrip().endswith(_DASHES) or _is_polite(words):
        return True
    return not words.isascii() and bool(_UNPARTED.search(words))


def _is_polite(words: str) -> bool:
    # The search is slow where its word is nowhere: it begins with a look back.
    return any(word in words for word in _CAPITALISED) and bool(_POLITE.search(words))
