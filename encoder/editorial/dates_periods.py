"""Dates that last, and dates that leave the day open, each way of writing a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    MONTHS,
    NAME,
    THIRDS,
    TO,
    YEAR,
    day_number,
    either_case,
    iso_day,
)
from encoder.model.pattern import Pattern
from encoder.model.when import Cert, When, first_day, last_day

if TYPE_CHECKING:
    import re

_FROM = Pattern(rf"[Ff]rom{GAP}")
_TO = Pattern(TO)

_MONTH_FIRST_DAYS = Pattern(
    rf"""
    (?P<month> {NAME} ) {GAP} (?P<first> {DAY} )
    {TO}
    (?: (?P<next_month> {NAME} ) {GAP} )?
    (?P<last> {DAY} ) {COMMA} (?P<year> {YEAR} )  # July 7-9, 1945
    """
)

_DAY_FIRST_DAYS = Pattern(
    rf"""
    (?P<first> {DAY} )
    (?: {GAP} (?P<month> {NAME} ) )?
    {TO}
    (?P<last> {DAY} ) {GAP} (?: of{GAP} )?
    (?P<next_month> {NAME} ) {COMMA} (?P<year> {YEAR} )   # 30 June - 2 July 1945
    """
)

_MONTHS = Pattern(
    rf"(?P<first> {NAME} ) {TO} (?P<last> {NAME} ) {COMMA} (?P<year> {YEAR} )"
)

_NIGHT = Pattern(
    rf"""
    (?: [Tt]he{GAP} )? [Nn]ight{GAP}of{GAP} (?: the{GAP} )?
    (?: (?P<month> {NAME} ) {GAP} )?
    (?P<first> {DAY} ) (?: / | {DASH} ) (?P<last> {DAY} )
    (?: {GAP} (?P<next_month> {NAME} ) )? {COMMA}
    (?P<year> {YEAR} )                                  # night of 24/25 February 1956
    """
)

_THIRD = Pattern(
    rf"""
    (?P<third> {either_case(THIRDS)} ) (?: {GAP} | (?<= mid ) - | (?<= Mid ) - )
    (?P<rest> .+ )
    """
)
_CIRCA = Pattern(rf"{either_case(CIRCA)} (?: {GAP} | (?<= \. ) ) (?P<rest> .+ )")
_BOUND = Pattern(
    rf"""
    (?: (?P<before> {either_case(BEFORE)} ) | (?P<after> {either_case(AFTER)} ) )
    {GAP} (?P<rest> .+ )
    """
)
_DECADE = Pattern(r"(?: [Tt]he[ ] )? (?P<decade> (?: 1[89] | 20 ) [1-9] ) 0 '? s")


def lasting(written: str) -> When | None:
    """Return the period of "from 7 to 9 July 1945", with or without its "from".

    >>> lasting("from 7 to 9 July 1945").attributes
    {'from': '1945-07-07', 'to': '1945-07-09'}
    """
    if not _TO.search(written):
        return None
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
    return _ends(_MONTH_FIRST_DAYS.fullmatch(written))


def days_day_first(written: str) -> tuple[str, str] | None:
    """Return the ends of "7-9 July 1945" or "30 June - 2 July 1945".

    >>> days_day_first("7-9 July 1945")
    ('1945-07-07', '1945-07-09')
    """
    return _ends(_DAY_FIRST_DAYS.fullmatch(written))


def _ends(read: re.Match[str] | None) -> tuple[str, str] | None:
    """Return both days; a month that is not written is the other's."""
    if read is None:
        return None
    month = MONTHS.get(read["month"] or read["next_month"])
    next_month = MONTHS.get(read["next_month"] or read["month"])
    if month is None or next_month is None:
        return None
    year = int(read["year"])
    start = iso_day(year, month, day_number(read["first"]))
    end = iso_day(year, next_month, day_number(read["last"]))
    return (start, end) if start and end else None


def months(written: str) -> tuple[str, str] | None:
    """Return the ends of "July-August 1945".

    >>> months("July-August 1945")
    ('1945-07', '1945-08')
    """
    read = _MONTHS.fullmatch(written)
    if read is None or int(read["year"]) < FIRST_YEAR:
        return None
    first, last = MONTHS.get(read["first"]), MONTHS.get(read["last"])
    if first is None or last is None:
        return None
    return f"{read['year']}-{first:02}", f"{read['year']}-{last:02}"


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
    if read is None or bool(read["month"]) == bool(read["next_month"]):
        return None
    ends = _ends(read)
    if ends is None or (first_day(ends[1]) - first_day(ends[0])).days != 1:
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
    days = last_day(str(month.when)).day
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
