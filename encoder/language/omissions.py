"""Printed signs that words were left out, or could not be read or heard.

[…]  [two lines omitted]  [1 line not declassified]  [illegible]  (inaudible)
"""

from __future__ import annotations

import re

from encoder.text.pattern import Pattern

_REASONS = (
    ("not-declassified", "declassified"),
    ("illegible", "illegible|illisible|unleserlich|нрзб|неразборчиво"),
    ("inaudible", "inaudible|unhörbar|неслышно|не слышно"),
    ("unintelligible", "unintelligible|indiscernible|unverständlich"),
    ("missing", "(?:text|words?|lines?|pages?) (?:is |are )?missing"),
    ("omitted", "omitted"),
)
_REASON = [
    (name, Pattern(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _REASONS
]
# Words that say so only where they are nearly all there is.
_UNCLEAR = "unclear|not clear|undeutlich"
_REASON.append(("unintelligible", Pattern(rf"\b(?:{_UNCLEAR})\b", re.IGNORECASE)))
_OMITTED = "omitted"
_NOT_HEARD = "|".join(words for name, words in _REASONS if name.endswith("ible"))
# In square brackets an editor speaks, and may say more than the word; in round ones it
# can be anybody, so that the word must be nearly all there is.
_SIGN = Pattern(
    rf"""
    \[? (?: … | \.\.\. | \.[ ]\.[ ]\. ) \]?
  | \\?\[ [^\[\]\n]{{0,60}}
      \b (?: {"|".join(words.replace(" ", "[ ]") for _, words in _REASONS)} ) \b
      [^\[\]\n]{{0,40}} \]
  | \\?[\[(] (?: (?: an? | one | two | three | some | several | few | \d{{1,2}} ) [ ] )?
       (?: (?: words? | names? | lines? | question | answer | reply | response
         | remarks? | comments? | phrase ) [ ] (?: is[ ] | are[ ] )? )?
       (?: {_NOT_HEARD.replace(" ", "[ ]")} | {_UNCLEAR.replace(" ", "[ ]")} )
       (?: [ ] (?: words? | names? | lines? | remarks? | comments? | phrase ) )?
       (?: [ ] \d{{1,2}} (?: :\d\d ){{1,2}} )? [.]? \\?[\])]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_omission(words: str) -> bool:
    """Return whether `words`, with their brackets, stand for words that are not there.

    >>> is_omission("[…]"), is_omission("[Inaudible.]"), is_omission("(inaudible)")
    (True, True, True)
    >>> is_omission("[Laughter]"), is_omission("(It was inaudible to us.)")
    (False, False)
    """
    return _SIGN.fullmatch(words) is not None


def reason(sign: str) -> str:
    """Return why the words are not there, as `gap/@reason` has it.

    >>> reason("[…]"), reason("[Inaudible.]"), reason("[2 lines not declassified]")
    ('omitted', 'inaudible', 'not-declassified')
    """
    found = (name for name, pattern in _REASON if pattern.search(sign))
    return next(found, _OMITTED)
