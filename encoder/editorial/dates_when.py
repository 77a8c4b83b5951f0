"""The date grammar put together: a whole string is a date, or it is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from encoder.editorial.dates_periods import (
    bound,
    circa,
    decade,
    lasting,
    night,
    third,
)
from encoder.editorial.dates_points import (
    old_style,
    one_point,
    weekday_after,
    weekday_before,
)
from encoder.editorial.dates_words import (
    AFTER,
    BEFORE,
    CIRCA,
    MONTHS,
    THIRDS,
    WEEKDAYS,
)
from encoder.model.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from encoder.model.when import When

    Rule: TypeAlias = Callable[[str], When | None]

LONGEST_DATE = 80
"""No date is longer, and what is longer is not looked at."""

_NAMED_DAY = (one_point, weekday_after, lasting, old_style)
_NUMBER = ""
_BEGINNINGS: tuple[tuple[Iterable[str], tuple[Rule, ...]], ...] = (
    (MONTHS, _NAMED_DAY),
    (WEEKDAYS, (weekday_before,)),
    ([_NUMBER], (*_NAMED_DAY, decade)),
    (["the"], (*_NAMED_DAY, decade, night)),
    (["night"], (night,)),
    (["from"], (lasting,)),
    (THIRDS, (third,)),
    (CIRCA, (circa,)),
    ([*BEFORE, *AFTER], (bound,)),
)
"""What a date can begin with, and the rules that read such dates."""

RULES = {rule for _, readers in _BEGINNINGS for rule in readers}
"""Every rule of the grammar. No two read the same words, so the order is no matter."""

_WORD = Pattern("[A-Za-z]+")
_YEAR = Pattern("[0-9]{4}")


def _first_word(written: str) -> str:
    found = _WORD.match(written)
    return found[0].lower() if found else _NUMBER


def _rules_by_first_word() -> Mapping[str, Sequence[Rule]]:
    rules: dict[str, list[Rule]] = {}
    for beginnings, readers in _BEGINNINGS:
        for word in {_first_word(beginning) for beginning in beginnings}:
            rules.setdefault(word, []).extend(readers)
    return rules


_RULES_BY_FIRST_WORD = _rules_by_first_word()
"""Most of what is held against the grammar is no date, and is soon seen to be none."""


def parse_when(written: str) -> When | None:
    """Return the date that the whole of `written` states, or None.

    Refused, because reading them would be a guess: years of two figures, orders
    of numbers other than ISO 8601's, days that do not exist, seasons, "undated".

    >>> parse_when("7th of July, 1945").attributes
    {'when': '1945-07-07'}
    >>> parse_when("[July 7, 1945]").attributes
    {'when': '1945-07-07', 'cert': 'medium'}
    >>> parse_when("07.08.1945")
    """
    if len(written) > LONGEST_DATE:
        return None
    if written.startswith("[") and written.endswith("]"):
        return bracketed(written)
    if not _YEAR.search(written):
        return None
    rules = _RULES_BY_FIRST_WORD.get(_first_word(written), ())
    return next((when for rule in rules if (when := rule(written))), None)


def bracketed(written: str) -> When | None:
    """Return the date inside square brackets, which say that an editor supplied it.

    >>> bracketed("[circa 1945]").cert
    'low'
    """
    inside = written[1:-1]
    when = None if inside.startswith("[") else parse_when(inside)
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
