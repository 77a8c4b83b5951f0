"""The words that dates are made of: tables to extend, and the patterns they give.

A language adds its names to the tables; a word order it does not share with
English is a rule of its own, beside those in `dates_points`.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIRST_YEAR = 1753
"""Britain kept the Julian calendar until 1752: an earlier day says too little."""


def _spelled(names: Mapping[str, int], short: Mapping[str, int]) -> dict[str, int]:
    """Return every spelling: as given, in capitals, and cut short with a full stop."""
    forms = {**names, **short, **{f"{word}.": n for word, n in short.items()}}
    return forms | {word.upper(): number for word, number in forms.items()}


MONTHS = _spelled(
    {
        "January": 1,
        "February": 2,
        "March": 3,
        "April": 4,
        "May": 5,
        "June": 6,
        "July": 7,
        "August": 8,
        "September": 9,
        "October": 10,
        "November": 11,
        "December": 12,
    },
    {
        "Jan": 1,
        "Feb": 2,
        "Mar": 3,
        "Apr": 4,
        "Jun": 6,
        "Jul": 7,
        "Aug": 8,
        "Sep": 9,
        "Sept": 9,
        "Oct": 10,
        "Nov": 11,
        "Dec": 12,
    },
)
"""The number of each month by every spelling of it that is read."""

WEEKDAYS = _spelled(
    {
        "Monday": 0,
        "Tuesday": 1,
        "Wednesday": 2,
        "Thursday": 3,
        "Friday": 4,
        "Saturday": 5,
        "Sunday": 6,
    },
    {
        "Mon": 0,
        "Tue": 1,
        "Tues": 1,
        "Wed": 2,
        "Thu": 3,
        "Thur": 3,
        "Thurs": 3,
        "Fri": 4,
        "Sat": 5,
        "Sun": 6,
    },
)
"""The number of each weekday, Monday being 0 as it is for `date.weekday`."""

ROMANS = {
    roman: number
    for number, roman in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1
    )
}
"""Months as "7.VII.1945" numbers them."""

THIRDS = {
    "early": 0,
    "the beginning of": 0,
    "beginning of": 0,
    "mid": 1,
    "the middle of": 1,
    "middle of": 1,
    "late": 2,
    "the end of": 2,
    "end of": 2,
}
"""Which third of a month or a year the word before it means."""

CIRCA = ("circa", "c.", "ca.", "ca", "about", "around", "approximately")
"""Words that say that a date is near the one they stand before."""

BEFORE = ("before", "prior to", "by", "not after", "not later than", "no later than")
AFTER = ("after", "not before", "not earlier than", "no earlier than")
"""Words that make the date after them the last, or the first, that can be meant."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, a longer one before its own beginning.

    One branch for each first letter lets a search run from one to the next.

    >>> any_of(["Sep", "Oct", "Sept"])
    '(?:O(?:ct)|S(?:ept|ep))'
    """
    longest_first = sorted(words, key=lambda word: (word[0], -len(word), word))
    branches = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in same)})"
        for first, same in groupby(longest_first, key=itemgetter(0))
    )
    return f"(?:{'|'.join(branches)})"


def either_case(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, with or without a first capital."""
    return any_of(
        {form for word in words for form in (word, word[0].upper() + word[1:])}
    )


# Every repetition is bounded, so that no text makes a match slow.
GAP = r"(?:[ \t\u00a0]{1,3}|[ ]?\n[ ]{0,8})"
"""Between two words: blanks, or the end of a line."""
COMMA = rf"(?:,{GAP}?|{GAP})"
"""Before a year: a comma, a gap, or both."""
DASH = rf"(?:{GAP}?[-\u2010-\u2015\u2212]{GAP}?)"
TO = rf"(?:{DASH}|{GAP}(?:to|through){GAP})"
"""Between the first and the last of something that lasted."""
MONTH = any_of(MONTHS)
WEEKDAY = any_of(WEEKDAYS)
NAME = r"[A-Z][A-Za-z]{2,8}\.?"
"""What may be a month or a weekday: its table says whether it is.

A pattern of every spelling takes thirty times as long to compile. Where a gap or a
comma bounds the name on both sides, the two find the same.
"""
DAY = r"[0-3]?[0-9](?:st|nd|rd|th|ST|ND|RD|TH)?"
"""A number that may be a day: `day_number` says whether it is."""
YEAR = r"(?:1[7-9]|20)[0-9]{2}"

_DAY = re.compile(r"(?P<number>[0-9]{1,2})(?P<suffix>[a-zA-Z]{2})?")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def day_number(written: str) -> int | None:
    """Return the number in "7", "07" or "7th"; a suffix must be the number's own.

    >>> day_number("22nd")
    22
    >>> day_number("22th"), day_number("seventh")
    (None, None)
    """
    read = _DAY.fullmatch(written)
    if read is None:
        return None
    number, suffix = int(read["number"]), read["suffix"]
    fits = suffix is None or suffix.lower() == _SUFFIXES.get(number, "th")
    return number if fits else None


def iso_day(year: int, month: int, day: int | None) -> str | None:
    """Return the day as TEI writes it, if there is such a day.

    >>> iso_day(1945, 7, 7)
    '1945-07-07'
    >>> iso_day(1945, 6, 31)
    """
    if day is None or year < FIRST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
