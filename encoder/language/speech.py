"""Whether words were spoken: what people say to one another, and what is told of them.

Whoever speaks says "I" and "you", asks, and breaks off. A list, a card or a summary in
the third person does none of it, whatever stands before its colons. The words are
pronouns of the first and second person, and what answers begin with, in the languages
whose records are read most; a word that is common in another of them is left out.
"""

from __future__ import annotations

import re

from encoder.language.pack import Formula, every
from encoder.text.pattern import Pattern

_SPOKEN = every("spoken-word")
_WORD = re.compile(r"[\w'’]+")
# Languages that put no space between words, a polite address that only its capital
# tells apart, and a sentence that somebody else breaks off.
_UNPARTED = Formula("[？！]|{unspaced-address}", re.NOFLAG)
_POLITE = Formula(r"(?<=\w ){polite-address}(?!\w)", re.NOFLAG)
_CAPITALISED = every("polite-address")
_DASHES = ("—", "–", "-")
# An initial and a country are spelled as two pronouns are.
_NO_PRONOUN = Pattern(r"\bI\.(?= ?[A-Z])|\bUS\b", re.NOFLAG)
END_MARKS = frozenset('.?!…"”’»)]—–-。？！」')
"""What a sentence ends in, also one that somebody else breaks off."""
_FIRST = 100
ENOUGH = 400
"""How many characters of a turn are looked at: nobody speaks for long without them."""


def is_spoken(words: str) -> bool:
    """Return whether `words` are such as people say to one another.

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
    # Most who speak say so in their first words; the last of these may be cut.
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
