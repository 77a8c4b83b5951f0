"""Parse a whole string as a date, or refuse it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from encoder.dates.cjk import EASTERN, eastern_words
from encoder.dates.languages import TAGS, language, names, vocabulary
from encoder.dates.periods import PERIODS
from encoder.dates.single import POINTS
from encoder.dates.tokens import words_of
from encoder.dates.vague import OPEN
from encoder.model.when import Habits
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.dates.single import DateRule
    from encoder.dates.tokens import Words
    from encoder.model.when import When

LONGEST_DATE = 80
"""No date is longer, and what is longer is not looked at."""
RULES = (*POINTS, *PERIODS, *OPEN)
"""Every rule of the grammar. No two have the same shape, so the order is no matter."""
PLAIN = Habits()

_WORD = Pattern(r"(?<! [^\W_] ) [^\W\d_]+")
_LIKE_A_DATE = Pattern(r"(?= [^\n]*\d ) [\w\s.,/–-]+")
_FIGURES = Pattern("[0-9]")


@lru_cache(maxsize=256)
def parse_when(written: str, habits: Habits = PLAIN) -> When | None:
    """Return the date that the whole of `written` states, or None.

    Several stages ask about the same line, so the last answers are kept.
    The words are those of one language. Refused, because reading them would be a guess:
    days that do not exist, "undated", and, unless `habits` decide, years of two
    figures and orders of numbers other than ISO 8601's.

    >>> parse_when("7th of July, 1945").attributes
    {'when': '1945-07-07'}
    >>> parse_when("[July 7, 1945]").attributes
    {'when': '1945-07-07', 'cert': 'medium'}
    >>> parse_when("07.08.1945")
    >>> parse_when("07.08.1945", Habits("day-month-year")).attributes
    {'when': '1945-08-07'}
    """
    if len(written) > LONGEST_DATE:
        return None
    if written.startswith("[") and written.endswith("]"):
        return bracketed(written, habits)
    return next(
        (when for words in readings(written, habits) if (when := read(words))), None
    )


def readings(written: str, habits: Habits) -> Iterator[Words]:
    """Yield the tokens of a text in each language that knows all its words.

    >>> [words.kinds for words in readings("April 1945", PLAIN)]
    ['MY', 'MY']
    """
    if not written.isascii() and EASTERN.search(written):
        if eastern := eastern_words(written, habits):
            yield eastern
        return
    for tag in _languages(written):
        speech = language(tag)
        words = words_of(written, speech, habits) if speech else None
        if words:
            yield words


def read(words: Words) -> When | None:
    """Apply the one rule that matches these tokens."""
    rule = _rule(words.kinds)
    return rule.meaning(words) if rule else None


@lru_cache(maxsize=1024)
def _rule(kinds: str) -> DateRule | None:
    """Return the rule for words of such kinds; most dates are of a few shapes."""
    return next((rule for rule in RULES if rule.shape.fullmatch(kinds)), None)


def _languages(written: str) -> Iterable[str]:
    """Return the languages that have every word of a text.

    Most of what is held against the grammar is no date, and its first word shows it.
    """
    if not _FIGURES.search(written):
        return ()
    having: frozenset[str] | None = None
    for word in _WORD.finditer(written):
        tags = vocabulary().get(word[0].lower())
        having = tags if having is None or tags is None else having & tags
        if not having:
            return ()
    return ("en",) if having is None else [tag for tag in TAGS if tag in having]


def is_like_a_date(written: str) -> bool:
    """Return whether a text is numbers and names of months or weekdays, and no more.

    It is a date in some notation, if perhaps one that is refused.

    >>> is_like_a_date("05/03/51"), is_like_a_date("May 32"), is_like_a_date("Room 5")
    (True, True, False)
    """
    return bool(_LIKE_A_DATE.fullmatch(written)) and all(
        word[0].lower() in names() for word in _WORD.finditer(written)
    )


def bracketed(written: str, habits: Habits) -> When | None:
    """Return the date inside square brackets, which say that an editor supplied it.

    Cataloguers write "[1945?]" for a date that is probable (AACR2 1.4F7).

    >>> bracketed("[circa 1945]", PLAIN).cert, bracketed("[1945?]", PLAIN).cert
    ('low', 'low')
    """
    inside = written[1:-1]
    when = None if inside.startswith("[") else parse_when(inside, habits)
    if when is None and inside.endswith("?"):
        asked = parse_when(inside[:-1], habits)
        if asked and asked.is_exact:
            when = asked._replace(cert="low", reason="probably")
    if when is None:
        return None
    return when._replace(
        written=written,
        cert=when.cert or "medium",
        reason=when.reason or "bracketed",
    )


def agree(one: When, other: When) -> bool:
    """Return whether two dates can be the same: equal, or one inside the other.

    >>> month, day = parse_when("July 1945"), parse_when("7 July 1945")
    >>> agree(month, day), agree(day, parse_when("8 July 1945"))
    (True, False)
    """
    return _contains(one, other) or _contains(other, one)


def _contains(outer: When, inner: When) -> bool:
    """Return whether every day that `inner` can mean is one that `outer` can."""
    starts = (outer.earliest or date.min) <= (inner.earliest or date.min)
    ends = (inner.latest or date.max) <= (outer.latest or date.max)
    return starts and ends
