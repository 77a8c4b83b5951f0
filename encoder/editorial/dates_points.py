"""Dates that name one day, one month or one year, each way of writing a rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from encoder.editorial.dates_words import (
    COMMA,
    DAY,
    FIRST_YEAR,
    GAP,
    MONTHS,
    NAME,
    ROMANS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    any_of,
    day_number,
    iso_day,
)
from encoder.model.pattern import Pattern
from encoder.model.when import When

if TYPE_CHECKING:
    import re

Named: TypeAlias = tuple[int, int, int]
"""The numbers of a year, a month and a day; the calendar may not have that day."""

_MONTH_FIRST = Pattern(
    rf"""
    (?P<month> {NAME} ) {GAP}
    (?: the{GAP} )?
    (?P<day> {DAY} ) {COMMA}          # July 7, and July the 7th,
    (?P<year> {YEAR} )
    """
)

_DAY_FIRST = Pattern(
    rf"""
    (?: [Tt]he{GAP} )?
    (?P<day> {DAY} ) {GAP}
    (?: of{GAP} )?
    (?P<month> {NAME} ) {COMMA}       # 7 July and the 7th of July,
    (?P<year> {YEAR} )
    """
)

_ROMAN_MONTH = Pattern(
    rf"""
    (?P<day> [0-3]?[0-9] ) (?P<mark> [. /-] )
    (?P<month> {any_of(ROMANS)} ) (?P=mark) (?P<year> {YEAR} )
    """
)

_ISO = Pattern(rf"(?P<year> {YEAR} ) - (?P<month> [01][0-9] ) - (?P<day> [0-3][0-9] )")

_MONTH_AND_YEAR = Pattern(
    rf"(?P<month> {NAME} ) (?: {COMMA} | {GAP}of{GAP} ) (?P<year> {YEAR} )"
)

_YEAR = Pattern(YEAR)

_WEEKDAY_BEFORE = Pattern(
    rf"(?P<weekday> {WEEKDAY} ) (?: [,.]{GAP}? | {GAP} ) (?P<rest> .+ )"
)
_WEEKDAY_AFTER = Pattern(
    rf"""
    (?P<rest> .+? )
    (?: ,{GAP} (?P<weekday> {NAME} )           # 7 July 1945, Saturday
      | {GAP}? \( (?P<inside> {NAME} ) \) )    # 7 July 1945 (Saturday)
    """
)

_JULIAN = r"(?: O\.S\. | Old[ ]Style )"
_OLD_STYLE = Pattern(rf"(?P<rest> .+? ) ,? {GAP} (?: \( {_JULIAN} \) | {_JULIAN} )")


def month_first(written: str) -> Named | None:
    """Return what "July 7, 1945" names; "Jul. 07 1945" is read too.

    >>> month_first("July 7th, 1945")
    (1945, 7, 7)
    >>> month_first("July 7, 45")
    """
    return _named(_MONTH_FIRST.fullmatch(written))


def day_first(written: str) -> Named | None:
    """Return what "7 July 1945" names, or "the 7th of July, 1945".

    >>> day_first("07 July 1945")
    (1945, 7, 7)
    """
    return _named(_DAY_FIRST.fullmatch(written))


def _named(read: re.Match[str] | None) -> Named | None:
    if read is None or read["month"] not in MONTHS:
        return None
    day = day_number(read["day"])
    return None if day is None else (int(read["year"]), MONTHS[read["month"]], day)


def roman_month(written: str) -> Named | None:
    """Return what "7.VII.1945" names: letters tell the month from the day.

    >>> roman_month("7.VII.1945")
    (1945, 7, 7)
    >>> roman_month("7.8.1945")
    """
    read = _ROMAN_MONTH.fullmatch(written)
    return (
        (int(read["year"]), ROMANS[read["month"]], int(read["day"])) if read else None
    )


def iso_order(written: str) -> Named | None:
    """Return what "1945-07-07" names (ISO 8601); no other order of numbers is read.

    >>> iso_order("1945-07-08")
    (1945, 7, 8)
    >>> iso_order("08-07-1945")
    """
    read = _ISO.fullmatch(written)
    return (int(read["year"]), int(read["month"]), int(read["day"])) if read else None


_ORDERS_FROM_A_WORD = (month_first, day_first)
_ORDERS_FROM_A_NUMBER = (day_first, iso_order, roman_month)


def _numbers(written: str) -> Named | None:
    """Return the numbers of a day, in whichever of the orders it is written."""
    is_number = written[:1].isdigit()
    orders = _ORDERS_FROM_A_NUMBER if is_number else _ORDERS_FROM_A_WORD
    return next((named for order in orders if (named := order(written))), None)


def one_day(written: str) -> When | None:
    """Return the day, if it is written in one of the orders and there is one.

    >>> one_day("July 7, 1945").when
    '1945-07-07'
    >>> one_day("June 31, 1945")
    """
    named = _numbers(written)
    iso = iso_day(*named) if named else None
    return When(written, iso) if iso else None


def one_month(written: str) -> When | None:
    """Return the month of "July 1945", "July, 1945" or "July of 1945".

    >>> one_month("July, 1945").when
    '1945-07'
    """
    read = _MONTH_AND_YEAR.fullmatch(written)
    if read is None or read["month"] not in MONTHS or int(read["year"]) < FIRST_YEAR:
        return None
    return When(written, f"{read['year']}-{MONTHS[read['month']]:02}")


def one_year(written: str) -> When | None:
    """Return the year of "1945": four figures, and nothing else.

    >>> one_year("1945").when
    '1945'
    >>> one_year("'45")
    """
    named = _YEAR.fullmatch(written) and int(written) >= FIRST_YEAR
    return When(written, written) if named else None


def one_point(written: str) -> When | None:
    """Return the day, the month or the year that is written, without a weekday."""
    return one_day(written) or one_month(written) or one_year(written)


def weekday_before(written: str) -> When | None:
    """Return the day of "Saturday, July 7, 1945", and whether it was a Saturday.

    A weekday that does not fit leaves the day as the words state it.

    >>> weekday_before("Saturday, July 7, 1945").weekday_fits
    True
    >>> weekday_before("Monday, July 7, 1945").weekday_fits
    False
    """
    read = _WEEKDAY_BEFORE.fullmatch(written)
    return _checked(written, read["weekday"], read["rest"]) if read else None


def weekday_after(written: str) -> When | None:
    """Return the day of "7 July 1945, Saturday" or "7 July 1945 (Saturday)".

    >>> weekday_after("7 July 1945 (Saturday)").weekday_fits
    True
    """
    read = _WEEKDAY_AFTER.fullmatch(written)
    weekday = (read["weekday"] or read["inside"]) if read else None
    return _checked(written, weekday, read["rest"]) if read and weekday else None


def _checked(written: str, weekday: str, rest: str) -> When | None:
    """Return the day of `rest`, checked against the weekday."""
    when = one_day(rest) if weekday in WEEKDAYS else None
    if when is None or when.day is None:
        return None
    fits = when.day.weekday() == WEEKDAYS[weekday]
    return when._replace(written=written, weekday_fits=fits)


def old_style(written: str) -> When | None:
    """Return the Gregorian day of "25 October 1917 (O.S.)", a Julian one.

    >>> old_style("25 October 1917 (O.S.)").attributes
    {'when': '1917-11-07', 'calendar': '#julian'}
    """
    read = _OLD_STYLE.fullmatch(written)
    named = _numbers(read["rest"]) if read else None
    gregorian = _from_julian(*named) if named else None
    return (
        When(written, gregorian.isoformat(), calendar="#julian") if gregorian else None
    )


_DAYS_IN_FOUR_YEARS = 1461
_JULIAN_ORDINAL = -1
"""The Julian 1 January of year 1, as `date.toordinal` counts days."""


def _from_julian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day; the Julian calendar has a 29 February in 1900 too.

    Every fourth year is a leap year, so the days are counted in one that
    Python's calendar also makes a leap year, or does not, as this one is.
    """
    try:
        like = date(2000 + year % 4, month, day)
    except ValueError:
        return None
    of_the_year = like.toordinal() - date(like.year, 1, 1).toordinal()
    years = (year - 1) * _DAYS_IN_FOUR_YEARS // 4
    return date.fromordinal(_JULIAN_ORDINAL + years + of_the_year)
