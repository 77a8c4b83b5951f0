"""Days named inside running words: "on July 7th", "11 February 1945"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.editorial.dates_points import one_day, weekday_before
from encoder.editorial.dates_when import parse_when
from encoder.editorial.dates_words import (
    COMMA,
    DASH,
    DAY,
    GAP,
    MONTH,
    MONTHS,
    NAME,
    TO,
    WEEKDAYS,
    YEAR,
    any_of,
)
from encoder.model.pattern import Pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from encoder.model.when import When

_LONGEST_START = 40
"""No words before a month's name, weekday and days, are longer."""

# Only literals begin it, so that the search runs from capital to capital.
_MONTH_NAME = Pattern(rf"{MONTH} (?! \w )")

_BEFORE = Pattern(
    rf"""
    (?<! \w )
    (?: (?P<weekday> {NAME} ) ,? {GAP} )?
    (?P<days> (?: the{GAP} )? (?: {DAY} {TO} (?: the{GAP} )? )? {DAY} {GAP}
        (?: of{GAP} )? )?
    \Z                                       # Saturday, the 7th of [July]
    """
)

_DAY_AFTER = Pattern(rf"{GAP} (?: the{GAP} )? {DAY}")

_YEAR_AFTER = Pattern(
    rf"""
    (?: {TO} (?: ( {NAME} ) {GAP} )? {DAY}             # July 7[-9]
        (?: {GAP} (?: of{GAP} )? ( {NAME} ) )? )?      # 30 June[ - 2 July]
    {COMMA} {YEAR}
    (?! \w | [-\u2010-\u2015/][0-9] )
    """
)

_MORE_AFTER = Pattern(
    rf"""
    \w
    | [.:/%] [0-9]
    | ,? {GAP}? ['\u2019]? [0-9]                       # another year, or a number
    | {DASH} (?: [0-9] | {any_of({name[:3] for name in MONTHS})} )      # a period
    | {GAP} (?: Movement | Street | Square | Avenue | Road | Revolution )
    """
)

_IN_A_NUMBER = Pattern(
    r"[0-9] [-\u2010-\u2015\u2212/.,:'] [ ]? \Z | [0-9] [ ] [-\u2010-\u2015/] [ ] \Z"
)
_ALSO_A_VERB = Pattern(r"(?: May | March | MAY | MARCH ) \s")
_POINTS_AT_A_DAY = Pattern(
    r"""
    (?i: on | of | by | since | until | till | before | after | from | to | and | or
       | between | the | dated )
    \s \Z
    """
)
_NEARBY = 150
"""How many characters before and after a day can say that another year is meant."""
_YEAR_NEARBY = Pattern(rf"(?<! \w ) {YEAR} (?! \w )")
_OTHER_YEAR = Pattern(
    r"""
    (?i:
        \b (?: last | next | previous | following | preceding | that | same )
            [ ] year \b
        | \b years? [ ] (?: ago | before | earlier | later | after ) \b
    )
    """
)
_ENDS_A_PHRASE = Pattern(r"[.,;:!?)\]] | \Z")


def find_days(text: str, meeting: When) -> list[tuple[int, int, When]]:
    """Return each day named in `text`, with its half-open offsets, in order.

    A day with its year is what it says, and so is a period of days. A day
    without one has the meeting's own year where the meeting is of one known day,
    no more than a month of that year away, and no other year is spoken of nearby;
    `cert` is then "medium".
    Without a number "May" is no month, and neither is the "March" of "March 5 miles".

    >>> meeting = parse_when("30 June 1945")
    >>> [(start, end, day.attributes) for start, end, day in find_days(
    ...     "He left on July 7th, not in May, and was at Yalta on 11 February 1945.",
    ...     meeting)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [(11, 19, {'when': '1945-07-07', 'cert': 'medium'}),
     (53, 69, {'when': '1945-02-11'})]
    """
    found: list[tuple[int, int, When]] = []
    end = 0
    for name in _MONTH_NAME.finditer(text):
        if name.start() >= end and (day := _day(text, name, end, meeting.day)):
            found.append(day)
            end = day[1]
    return found


def _day(
    text: str, name: re.Match[str], free: int, meeting: date | None
) -> tuple[int, int, When] | None:
    """Return the day around a month's name; characters before `free` are taken."""
    for start, end in _unfinished(text, name, free):
        if read := _year_after(text, end):
            when = parse_when(text[start : read.end()])
            return (start, read.end(), when) if when else None
        if (
            meeting
            and _is_a_day(text, start, end)
            and _is_of(text, start, end, meeting)
        ):
            when = _of_the_meeting(text[start:end], meeting)
            return (start, end, when) if when else None
    return None


def _unfinished(text: str, name: re.Match[str], free: int) -> Iterator[tuple[int, int]]:
    """Yield where a day of that month starts and where its year would follow.

    The number stands before the name or after it, and a weekday before both.
    """
    month, end = name.span()
    before = _BEFORE.search(text, max(free, month - _LONGEST_START), month)
    after = _DAY_AFTER.match(text, end)
    if before:
        is_dated = before["weekday"] in WEEKDAYS
        start = before.start() if is_dated else before.start("days")
        if before["days"]:
            yield start, end
        elif is_dated and after:
            yield start, after.end()
    if after and not (
        text[month - 1 : month].isalnum() or text[month - 1 : month] == "_"
    ):
        yield month, after.end()


def _year_after(text: str, end: int) -> re.Match[str] | None:
    """Return the rest of a day that ends with its year, or of a period."""
    read = _YEAR_AFTER.match(text, end)
    named = read and all(name in MONTHS for name in read.groups() if name)
    return read if named else None


def _is_a_day(text: str, start: int, end: int) -> bool:
    """Return whether words without a year name a day and are not part of a number."""
    before = text[max(0, start - _LONGEST_START) : start]
    if _MORE_AFTER.match(text, end) or _IN_A_NUMBER.search(before):
        return False
    if not _ALSO_A_VERB.match(text, start) or not text[end - 1].isdigit():
        return True
    return bool(_ENDS_A_PHRASE.match(text, end) or _POINTS_AT_A_DAY.search(before))


def _is_of(text: str, start: int, end: int, meeting: date) -> bool:
    """Return whether nothing nearby speaks of a year other than the meeting's."""
    nearby = text[max(0, start - _NEARBY) : end + _NEARBY]
    years = {year.group() for year in _YEAR_NEARBY.finditer(nearby)}
    return years <= {str(meeting.year)} and not _OTHER_YEAR.search(nearby)


def _of_the_meeting(written: str, meeting: date) -> When | None:
    """Return the day in the meeting's year, if it is near and its weekday fits."""
    dated = f"{written}, {meeting.year}"
    when = one_day(dated) or weekday_before(dated) or parse_when(dated)
    first, last = when and when.earliest, when and when.latest
    if when is None or when.cert or when.weekday_fits is False or not first or not last:
        return None
    if max(abs(each.month - meeting.month) for each in (first, last)) > 1:
        return None
    return when._replace(written=written, cert="medium", reason="year of the meeting")
