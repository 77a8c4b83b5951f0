"""Parse periods: from one date to another, or between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.dates.single import (
    DAY,
    MONTH,
    OF_YEAR,
    YEAR,
    DateRule,
    located,
    sides,
)
from encoder.model.when import When, first_day
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from encoder.dates.single import Point
    from encoder.dates.tokens import Words
    from encoder.model.when import Cert


def period_of_days(to: str) -> str:
    """Return a pattern for two days with `to` between them.

    >>> period_of_days("-")[:10]
    '(?: t?D (?'
    """
    return rf"""(?: t?D (?: [of]?M )? {to} t?D[of]?M {OF_YEAR}
        | MD {to} M?D {OF_YEAR}
        | {DAY} {to} {DAY}
        | ymd {to} (?: ymd | md | d ) )"""


def _period(to: str) -> str:
    return rf"""(?: {period_of_days(to)}
        | M {to} {MONTH} | {MONTH} {to} {MONTH}
        | {YEAR} {to} {YEAR} | ym {to} m )"""


def lasting(words: Words) -> When | None:
    """Read two days, months or years with "to" between: it lasted so long.

    A month or a year that is written once is that of both; the end is after the start.

    >>> from encoder.dates import parse_when
    >>> parse_when("from 7 to 9 July 1945").attributes
    {'from': '1945-07-07', 'to': '1945-07-09'}
    >>> parse_when("vom 30. Juni bis 2. Juli 1945").attributes
    {'from': '1945-06-30', 'to': '1945-07-02'}
    >>> parse_when("9-7 July 1945"), parse_when("July 1945 - 9 August 1945")
    (None, None)
    """
    ends = _ends(words, "-")
    if ends is None:
        return None
    return When(
        words.written, start=ends[0].iso, end=ends[1].iso, calendar=ends[1].calendar
    )


def short(words: Words) -> When | None:
    """Read two years of which the last has two figures, as the first's century has it.

    A last one of twelve or less is refused, for it may be a month ("1911-12"); and so
    is the very next year, for the two may be one of a budget or a school ("1945-46").

    >>> from encoder.dates import parse_when
    >>> parse_when("1941-45").attributes
    {'from': '1941', 'to': '1945'}
    >>> parse_when("1911-12"), parse_when("1945-46")
    (None, None)
    """
    first, last = words.first("Y"), words.first("D")
    if first is None or last is None or last.number <= _MONTHS:
        return None
    year = first.number // 100 * 100 + last.number
    if year <= first.number + 1:
        return None
    return When(words.written, start=f"{first.number}", end=f"{year}")


_MONTHS = 12


def between(words: Words) -> When | None:
    """Read what took place "between" two days: on one of them, or in between.

    >>> from encoder.dates import parse_when
    >>> parse_when("between 5 and 7 May 1945").attributes
    {'notBefore': '1945-05-05', 'notAfter': '1945-05-07'}
    """
    ends = _ends(words, "&")
    if ends is None:
        return None
    return bounded(words, ends[0].iso, ends[1].iso, None, "between")


def _ends(words: Words, to: str) -> tuple[Point, Point] | None:
    """Return both ends, if they are alike and the last is later."""
    what = sides(words, words.kinds.index(to))
    first, last = (located(words, each) for each in what)
    if first is None or last is None or len(first.iso) != len(last.iso):
        return None
    return (first, last) if first.iso < last.iso else None


def night(words: Words) -> When | None:
    """Read the night of two days, one after the other: it lasted over both.

    >>> from encoder.dates import parse_when
    >>> parse_when("night of 24/25 February 1956").attributes
    {'from': '1956-02-24', 'to': '1956-02-25'}
    >>> parse_when("night of 24/26 February 1956")
    """
    ends = _ends(words, next(each for each in "-/&" if each in words.kinds))
    if ends is None:
        return None
    start, end = ends[0].iso, ends[1].iso
    if (first_day(end) - first_day(start)).days != 1:
        return None
    return When(words.written, start=start, end=end, reason="night")


def bounded(  # noqa: PLR0913, PLR0917 (what such a date has)
    words: Words,
    first: str,
    last: str,
    cert: Cert | None,
    reason: str,
    calendar: str | None = None,
) -> When | None:
    """Return one event between two bounds; None where its calendar is not told."""
    if first_day(first) < words.since and len(first) > _LENGTH_OF_A_YEAR:
        return None
    return When(
        words.written,
        not_before=first,
        not_after=last,
        cert=cert,
        calendar=calendar,
        reason=reason,
    )


_LENGTH_OF_A_YEAR = 4


PERIODS = (
    DateRule(Pattern(rf"[Ff]? {_period('-')} u? g?"), lasting),
    DateRule(Pattern("Y-Dg?"), short),
    DateRule(Pattern(rf"K {_period('&')}"), between),
    DateRule(
        Pattern(
            rf"""
    N (?: t?D (?: [of]?M )? [-/&] t?D[of]?M {OF_YEAR}   # night of 24/25 February 1956
        | t?MD [-/&] M?D {OF_YEAR}                       # of February 24-25, 1956
        | {DAY} [-/&] {DAY} )
    """
        ),
        night,
    ),
)
