"""The date grammar put together: a whole string is a date, or it is refused."""

from __future__ import annotations

from dataclasses import replace
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
from encoder.editorial.dates_points import old_style, one_point, with_weekday

if TYPE_CHECKING:
    from encoder.model.when import When

LONGEST_DATE = 80
"""No date is longer, and what is longer is not looked at."""

RULES = (
    one_point,
    with_weekday,
    lasting,
    night,
    third,
    circa,
    bound,
    decade,
    old_style,
)
"""Every rule of the grammar. No two read the same words, so the order is no matter."""


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
    return next((when for rule in RULES if (when := rule(written))), None)


def bracketed(written: str) -> When | None:
    """Return the date inside square brackets, which say that an editor supplied it.

    >>> bracketed("[circa 1945]").cert
    'low'
    """
    inside = written[1:-1]
    when = None if inside.startswith("[") else parse_when(inside)
    if when is None:
        return None
    return replace(
        when,
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
