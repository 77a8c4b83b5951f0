"""Recognise marks of omission: words left out, illegible or inaudible.

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
# Square brackets are an editor's and may hold more words; round brackets can be
# anybody's, so the word must be nearly all there is in them.
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
    """Return whether `words`, brackets included, mark an omission.

    >>> is_omission("[…]"), is_omission("[Inaudible.]"), is_omission("(inaudible)")
    (True, True, True)
    >>> is_omission("[Laughter]"), is_omission("(It was inaudible to us.)")
    (False, False)
    """
    return _SIGN.fullmatch(words) is not None


def reason(sign: str) -> str:
    """Return the reason of an omission, a value of `gap/@reason`.

    >>> reason("[…]"), reason("[Inaudible.]"), reason("[2 lines not declassified]")
    ('omitted', 'inaudible', 'not-declassified')
    """
    found = (name for name, pattern in _REASON if pattern.search(sign))
    return next(found, _OMITTED)
