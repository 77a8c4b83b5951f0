"""Whether the first words of a text can be its title.

A title is short and is no sentence: it does not end like one, unless it ends in a date.
And it is no label of a turn, which would come back further down.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.dates import date_of, is_dateline
from encoder.language.pack import Formula
from encoder.language.section_headings import names_itself
from encoder.layouts.pieces import is_date
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from encoder.model.source import Source, Span

_LONGEST = 500
_MOST_LINES = 6
_BEGINS = Pattern(r"[^\W_]|[\"'“„«‘¿¡]", re.NOFLAG)
# A title that ends in "9 p.m.", "U.S." or "Jr." does not end like a sentence.
_ABBREVIATED = Formula(
    r"(?: \b \w \. [ ]? \w | \b {abbreviation-at-end-of-title} ) \. \Z"
)
_SENTENCE_ENDS = (".", "!", "?", ";", ",", "…", "。", "！", "？", "—", '."', ".”")
# The names of blocks that a memorandum or a hearing begins with, in its own capitals.
_BLOCK = Formula("{block-above-text} :?", re.VERBOSE | re.IGNORECASE)
_LABEL = Pattern(
    r"\**(?P<label>[^\n:.–—-]{1,60}?)\**[ ]?(?P<mark>[:：.–—-]|\t)", re.NOFLAG
)
_CLASSIFICATION = Formula(
    "{classification} (?: [ ;,/—–-]{1,3} [A-Z][A-Za-z]{2,14} ){0,4} [.]?",
    re.VERBOSE | re.IGNORECASE,
)
_MOST_WORDS_OF_A_LABEL = 4
# "Record of a Meeting, London, May 3, 1951" is a title, and without the words before
# London it is a dateline: what a record calls itself tells the two apart.
_KIND = Formula(r"\b {kind-of-record} \b", re.VERBOSE | re.IGNORECASE)
_COMES_BACK = 2


def is_classification(words: str) -> bool:
    """Return whether a line is a classification, and nothing else.

    >>> is_classification("SECRET/NODIS"), is_classification("The secret")
    (True, False)
    """
    return _CLASSIFICATION.fullmatch(words) is not None


def could_be_title(words: str) -> bool:
    """Return whether `words` look like a title.

    >>> could_be_title("Conversation Between Hale and Reed")
    True
    >>> could_be_title("Record of a Meeting, London, May 3, 1951, 9 a.m.")
    True
    >>> could_be_title("The harbour was closed when we came.")
    False
    """
    if not 0 < len(words) <= _LONGEST or words.count("\n") >= _MOST_LINES:
        return False
    if not _BEGINS.match(words) or words[0].islower() or _BLOCK.fullmatch(words):
        return False
    if is_date(words) or (is_dateline(words) and not _KIND.search(words)):
        return False
    if names_itself(words) or is_classification(words):
        return False
    if words.endswith(":") and len(words.split()) < _MOST_WORDS_OF_A_LABEL:
        return False
    return (
        not words.endswith(_SENTENCE_ENDS)
        or bool(_ABBREVIATED.search(words))
        or date_of(words) is not None
    )


def opens_a_turn(source: Source, title: Span) -> bool:
    """Return whether the first words are the label of a turn, which comes back."""
    first = source.words(title).partition("\n")[0]
    if len(first.split()) <= _MOST_WORDS_OF_A_LABEL:
        again = re.findall(rf"\n[ \t]{{0,8}}{re.escape(first)}(?=\n)", source.text)
        if len(again) >= _COMES_BACK:
            return True
    label = _LABEL.match(first)
    if not label or len(label["label"].split()) > _MOST_WORDS_OF_A_LABEL:
        return False
    again = re.findall(rf"\n[ \t]{{0,8}}{re.escape(label[0])}", source.text)
    # A line that is broken after "Hale v." begins like the title, too.
    return len(again) >= (1 if label["mark"] in ":：\t" else _COMES_BACK)
