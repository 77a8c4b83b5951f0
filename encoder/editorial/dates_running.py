"""Days named inside running words: "on July 7th", "11 February 1945"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.editorial.dates_points import one_day, with_weekday
from encoder.editorial.dates_when import parse_when
from encoder.editorial.dates_words import (
    COMMA,
    DASH,
    DAY,
    GAP,
    MONTH,
    WEEKDAY,
    YEAR,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from encoder.model.when import When

_LONGEST_START = 40
"""No words before a month's name, weekday and days, are longer."""

# Only literals begin it, so that the search runs from capital to capital.
_MONTH_NAME = re.compile(rf"{MONTH}(?!\w)")

_START = re.compile(
    rf"""
    (?<! \w )
    (?: {WEEKDAY} ,? {GAP} )?
    (?: (?: the{GAP} )? (?: {DAY} {DASH} )? {DAY} {GAP} (?: of{GAP} )? )?
    \Z                                       # Saturday, the 7th of [July]
    """,
    re.VERBOSE,
)

_DAYS_AFTER = rf"{GAP} (?: the{GAP} )? {DAY} (?: {DASH} (?: {MONTH} {GAP} )? {DAY} )?"
_WITH_YEAR = re.compile(
    rf"""
    (?: {WEEKDAY} ,? {GAP} )?
    (?: {MONTH} {_DAYS_AFTER}                          # July 7-9
      | (?: the{GAP} )?
        (?: {DAY} (?: {GAP} {MONTH} )? {DASH} )?       # 30 June -
        {DAY} {GAP} (?: of{GAP} )? {MONTH} )           # 2 July
    {COMMA} {YEAR}
    (?! \w | [-\u2010-\u2015/][0-9] )
    """,
    re.VERBOSE,
)

_WITHOUT_YEAR = re.compile(
    rf"""
    (?: {WEEKDAY} ,? {GAP} )?
    (?: {MONTH} {GAP} (?: the{GAP} )? {DAY}
      | (?: the{GAP} )? {DAY} {GAP} (?: of{GAP} )? {MONTH} )
    (?! \w
      | [.:/%] [0-9]
      | ,? {GAP}? ['\u2019]? [0-9]                     # another year, or a number
      | {DASH} (?: [0-9] | {MONTH} )                   # a period
      | {GAP} (?: Movement | Street | Square | Avenue | Road | Revolution ) )
    """,
    re.VERBOSE,
)

_IN_A_NUMBER = re.compile(
    r"[0-9][-\u2010-\u2015\u2212/.,:'][ ]?\Z|[0-9] [-\u2010-\u2015/] \Z"
)
_ALSO_A_VERB = re.compile(r"(?:May|March|MAY|MARCH)\s")
_POINTS_AT_A_DAY = re.compile(
    r"(?i:on|of|by|since|until|till|before|after|from|to|and|or|between|the|dated)\s\Z"
)
_NEARBY = 150
"""How many characters before and after a day can say that another year is meant."""
_YEAR_NEARBY = re.compile(rf"(?<!\w){YEAR}(?!\w)")
_OTHER_YEAR = re.compile(
    r"\b(?:last|next|previous|following|preceding|that|same) year\b"
    r"|\byears? (?:ago|before|earlier|later|after)\b"
)
_ENDS_A_PHRASE = re.compile(r"[.,;:!?)\]]|\Z")


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
    for start in _starts(text, name.start(), free):
        if read := _WITH_YEAR.match(text, start):
            when = parse_when(read.group())
            return (start, read.end(), when) if when else None
        read = _WITHOUT_YEAR.match(text, start)
        if read and meeting and _is_a_day(text, read) and _is_of(text, read, meeting):
            when = _of_the_meeting(read.group(), meeting)
            return (start, read.end(), when) if when else None
    return None


def _starts(text: str, month: int, free: int) -> Iterator[int]:
    """Yield where a day can start whose month is named at `month`, farthest first."""
    read = _START.search(text, max(free, month - _LONGEST_START), month)
    if read and read.start() < month:
        yield read.start()
    if not month or not (text[month - 1].isalnum() or text[month - 1] == "_"):
        yield month


def _is_a_day(text: str, read: re.Match[str]) -> bool:
    """Return whether words without a year name a day and are not part of a number."""
    before = text[max(0, read.start() - _LONGEST_START) : read.start()]
    if _IN_A_NUMBER.search(before):
        return False
    if not _ALSO_A_VERB.match(read.group()) or not read.group()[-1].isdigit():
        return True
    follows = _ENDS_A_PHRASE.match(text, read.end())
    return bool(follows or _POINTS_AT_A_DAY.search(before))


def _is_of(text: str, read: re.Match[str], meeting: date) -> bool:
    """Return whether nothing nearby speaks of a year other than the meeting's."""
    nearby = text[max(0, read.start() - _NEARBY) : read.end() + _NEARBY]
    years = _YEAR_NEARBY.findall(nearby)
    return set(years) <= {str(meeting.year)} and not _OTHER_YEAR.search(nearby)


def _of_the_meeting(written: str, meeting: date) -> When | None:
    """Return the day in the meeting's year, if it is near and its weekday fits."""
    dated = f"{written}, {meeting.year}"
    when = one_day(dated) or with_weekday(dated)
    if when is None or when.day is None or when.weekday_fits is False:
        return None
    if abs(when.day.month - meeting.month) > 1:
        return None
    return replace(when, written=written, cert="medium", reason="year of the meeting")
