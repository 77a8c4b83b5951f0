"""Dates that last, and dates that leave the day open, each way of writing a rule."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import timedelta

from encoder.editorial.dates_points import one_month, one_point, one_year
from encoder.editorial.dates_words import (
    AFTER,
    BEFORE,
    CIRCA,
    COMMA,
    DASH,
    DAY,
    FIRST_YEAR,
    GAP,
    MONTH,
    MONTHS,
    THIRDS,
    TO,
    YEAR,
    day_number,
    either_case,
    iso_day,
)
from encoder.model.when import Cert, When, first_day

_FROM = re.compile(rf"[Ff]rom{GAP}")
_TO = re.compile(TO)

_MONTH_FIRST_DAYS = re.compile(
    rf"""
    (?P<month> {MONTH} ) {GAP} (?P<first> {DAY} )
    {TO}
    (?: (?P<next_month> {MONTH} ) {GAP} )?
    (?P<last> {DAY} ) {COMMA} (?P<year> {YEAR} )  # July 7-9, 1945
    """,
    re.VERBOSE,
)

_DAY_FIRST_DAYS = re.compile(
    rf"""
    (?P<first> {DAY} )
    (?: {GAP} (?P<month> {MONTH} ) )?
    {TO}
    (?P<last> {DAY} ) {GAP} (?: of{GAP} )?
    (?P<next_month> {MONTH} ) {COMMA} (?P<year> {YEAR} )   # 30 June - 2 July 1945
    """,
    re.VERBOSE,
)

_MONTHS = re.compile(rf"(?P<first>{MONTH}){TO}(?P<last>{MONTH}){COMMA}(?P<year>{YEAR})")

_NIGHT = re.compile(
    rf"""
    (?: [Tt]he{GAP} )? [Nn]ight{GAP}of{GAP} (?: the{GAP} )?
    (?: (?P<month_before> {MONTH} ) {GAP} )?
    (?P<first> {DAY} ) (?: / | {DASH} ) (?P<last> {DAY} )
    (?: {GAP} (?P<month_after> {MONTH} ) )? {COMMA}
    (?P<year> {YEAR} )                                  # night of 24/25 February 1956
    """,
    re.VERBOSE,
)

_THIRD = re.compile(
    rf"(?P<third>{either_case(THIRDS)})(?:{GAP}|(?<=mid)-|(?<=Mid)-)(?P<rest>.+)"
)
_CIRCA = re.compile(rf"(?:{either_case(CIRCA)})(?:{GAP}|(?<=\.))(?P<rest>.+)")
_BOUND = re.compile(
    rf"""
    (?: (?P<before> {either_case(BEFORE)} ) | (?P<after> {either_case(AFTER)} ) )
    {GAP} (?P<rest> .+ )
    """,
    re.VERBOSE,
)
_DECADE = re.compile(r"(?:[Tt]he[ ])?(?P<decade>(?:1[89]|20)[1-9])0'?s")


def lasting(written: str) -> When | None:
    """Return the period of "from 7 to 9 July 1945", with or without its "from".

    >>> lasting("from 7 to 9 July 1945").attributes
    {'from': '1945-07-07', 'to': '1945-07-09'}
    """
    from_ = _FROM.match(written)
    rest = written[from_.end() :] if from_ else written
    ends = (
        days_month_first(rest) or days_day_first(rest) or months(rest) or points(rest)
    )
    if ends is None:
        return None
    start, end = ends
    return When(written, start=start, end=end) if start < end else None


def days_month_first(written: str) -> tuple[str, str] | None:
    """Return the ends of "July 7-9, 1945" or "June 30-July 2, 1945".

    >>> days_month_first("June 30-July 2, 1945")
    ('1945-06-30', '1945-07-02')
    """
    read = _MONTH_FIRST_DAYS.fullmatch(written)
    return _ends(read, read["month"], read["next_month"]) if read else None


def days_day_first(written: str) -> tuple[str, str] | None:
    """Return the ends of "7-9 July 1945" or "30 June - 2 July 1945".

    >>> days_day_first("7-9 July 1945")
    ('1945-07-07', '1945-07-09')
    """
    read = _DAY_FIRST_DAYS.fullmatch(written)
    return _ends(read, read["month"], read["next_month"]) if read else None


def _ends(
    read: re.Match[str], month: str | None, next_month: str | None
) -> tuple[str, str] | None:
    """Return both days; a month that is not written is the other's."""
    year = int(read["year"])
    first, last = MONTHS[month or next_month or ""], MONTHS[next_month or month or ""]
    start = iso_day(year, first, day_number(read["first"]))
    end = iso_day(year, last, day_number(read["last"]))
    return (start, end) if start and end else None


def months(written: str) -> tuple[str, str] | None:
    """Return the ends of "July-August 1945".

    >>> months("July-August 1945")
    ('1945-07', '1945-08')
    """
    read = _MONTHS.fullmatch(written)
    if read is None or int(read["year"]) < FIRST_YEAR:
        return None
    year, first, last = read["year"], MONTHS[read["first"]], MONTHS[read["last"]]
    return f"{year}-{first:02}", f"{year}-{last:02}"


def points(written: str) -> tuple[str, str] | None:
    """Return the ends of "1945-1946", or of any two dates that are alike.

    >>> points("30 December 1945 - 2 January 1946")
    ('1945-12-30', '1946-01-02')
    >>> points("July 1945 - 2 January 1946")
    """
    for between in _TO.finditer(written):
        first = one_point(written[: between.start()])
        last = one_point(written[between.end() :])
        if first and last and first.when and last.when:
            alike = len(first.when) == len(last.when)
            return (first.when, last.when) if alike else None
    return None


def night(written: str) -> When | None:
    """Return the two days of "night of 24/25 February 1956": one follows the other.

    >>> night("night of 24/25 February 1956").attributes
    {'from': '1956-02-24', 'to': '1956-02-25'}
    >>> night("night of 24/26 February 1956")
    """
    read = _NIGHT.fullmatch(written)
    if read is None or bool(read["month_before"]) == bool(read["month_after"]):
        return None
    ends = _ends(read, read["month_before"], read["month_after"])
    if ends is None or first_day(ends[1]) - first_day(ends[0]) != timedelta(days=1):
        return None
    return When(written, start=ends[0], end=ends[1], reason="night")


def third(written: str) -> When | None:
    """Return the bounds of "early May 1972", "mid-May 1972" or "late 1972".

    A third of a month is ten days, of a year four months. Where one third ends
    and the next begins is a convention, so the bounds are never certain.

    >>> third("early May 1972").attributes
    {'notBefore': '1972-05-01', 'notAfter': '1972-05-10', 'cert': 'medium'}
    >>> third("late 1972").attributes
    {'notBefore': '1972-09-01', 'notAfter': '1972-12-31', 'cert': 'low'}
    """
    read = _THIRD.fullmatch(written)
    if read is None:
        return None
    word = read["third"][0].lower() + read["third"][1:]
    which, reason = THIRDS[word], _REASONS[THIRDS[word]]
    if month := one_month(read["rest"]):
        return _bounded(written, *_third_of_month(month, which), "medium", reason)
    if year := one_year(read["rest"]):
        return _bounded(written, *_third_of_year(year, which), "low", reason)
    return None


_REASONS = ("early", "mid", "late")


def _third_of_month(month: When, which: int) -> tuple[str, str]:
    days = monthrange(*map(int, str(month.when).split("-")))[1]
    first, last = ((1, 10), (11, 20), (21, days))[which]
    return f"{month.when}-{first:02}", f"{month.when}-{last}"


def _third_of_year(year: When, which: int) -> tuple[str, str]:
    first, last = (("01-01", "04-30"), ("05-01", "08-31"), ("09-01", "12-31"))[which]
    return f"{year.when}-{first}", f"{year.when}-{last}"


def _bounded(
    written: str, first: str, last: str, cert: Cert | None, reason: str
) -> When:
    return When(written, not_before=first, not_after=last, cert=cert, reason=reason)


def circa(written: str) -> When | None:
    """Return the month or year of "circa 1945" as bounds that are hardly certain.

    How far "circa" reaches nobody says, so nothing is added on either side; and
    a day that is circa is refused, because bounds of one day would deny it.

    >>> circa("c. July 1945").attributes
    {'notBefore': '1945-07', 'notAfter': '1945-07', 'cert': 'low'}
    >>> circa("circa 7 July 1945")
    """
    read = _CIRCA.fullmatch(written)
    point = one_month(read["rest"]) or one_year(read["rest"]) if read else None
    if point is None or point.when is None:
        return None
    return _bounded(written, point.when, point.when, "low", "circa")


def bound(written: str) -> When | None:
    """Return the one bound that "before 9 August 1945" states, as it states it.

    >>> bound("before 9 August 1945").attributes
    {'notAfter': '1945-08-09'}
    >>> bound("after July 1945").attributes
    {'notBefore': '1945-07'}
    """
    read = _BOUND.fullmatch(written)
    point = one_point(read["rest"]) if read else None
    if read is None or point is None:
        return None
    if read["before"]:
        return When(written, not_after=point.when, reason="before")
    return When(written, not_before=point.when, reason="after")


def decade(written: str) -> When | None:
    """Return the ten years of "the 1950s" as bounds; "the 1900s" may be a hundred.

    >>> decade("the 1950s").attributes
    {'notBefore': '1950', 'notAfter': '1959'}
    >>> decade("the 1900s")
    """
    read = _DECADE.fullmatch(written)
    if read is None:
        return None
    first = f"{read['decade']}0"
    return _bounded(written, first, f"{read['decade']}9", None, "decade")
