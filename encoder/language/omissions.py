"""Printed signs that words were left out, or could not be read or heard.

[…]  [two lines omitted]  [1 line not declassified]  [illegible]  (inaudible)
"""

from __future__ import annotations

import re

from encoder.language.pack import Formula

_REASON = [
    (name, Formula(rf"\b{words}\b", re.IGNORECASE))
    for name, words in (
        ("not-declassified", "{not-declassified}"),
        ("illegible", "{illegible}"),
        ("inaudible", "{inaudible}"),
        ("unintelligible", "{unintelligible}"),
        ("missing", "{lost-thing}[ ](?:{copula}[ ])?{lost}"),
        ("omitted", "{omitted}"),
        ("unintelligible", "{unclear}"),
    )
]
_OMITTED = "omitted"
# In square brackets an editor speaks, and may say more than the word; in round ones it
# can be anybody, so that the word must be nearly all there is.
_SIGN = Formula(
    r"""
    \[? (?: … | \.\.\. | \.[ ]\.[ ]\. ) \]?
  | \\?\[ [^\[\]\n]{0,60} \b (?:
      {not-declassified} | {illegible} | {inaudible} | {unintelligible}
      | {lost-thing} [ ] (?: {copula} [ ] )? {lost} | {omitted}
    ) \b [^\[\]\n]{0,40} \]
  | \\?[\[(] (?: (?: {few} | \d{1,2} ) [ ] )?
       (?: (?: {unheard-words} | {unheard-utterance} ) [ ] (?: {copula} [ ] )? )?
       (?: {illegible} | {inaudible} | {unintelligible} | {unclear} )
       (?: [ ] {unheard-words} )?
       (?: [ ] \d{1,2} (?: :\d\d ){1,2} )? [.]? \\?[\])]
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
