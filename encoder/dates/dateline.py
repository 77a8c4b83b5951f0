"""Datelines: a whole line that says where and when something took place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from encoder.dates.grammar import PLAIN, parse_when
from encoder.dates.hours import parse_hours
from encoder.language.pack import Formula
from encoder.model.source import Span
from encoder.model.when import DatelineParts
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.when import Habits, Hours, When

LONGEST_LINE = 160
"""No dateline is longer, and what is longer is not looked at."""
MOST_COMMAS = 8
_MOST_COMMAS_OF_A_TITLE = 12
LONGEST_PERIOD = 62
"""In days: a date that leaves more than two months open is no meeting's dateline."""

_BLANKS = " \t\u00a0"
_COMMA = Pattern(r",[ \t\u00a0]{0,3}|[ ][-–—][ ]")
_UNREAD_HOURS = Pattern(
    r"""
    [0-9][0-9:.–—-]{0,12} [ ] [AaPp]\.[Mm]\. [ ] and [ ]
      [0-9][0-9:.–—-]{0,12} [ ] [AaPp]\.[Mm]\.?
    """
)
_BEFORE_HOURS = Formula(
    r"""
    [,;]? [ \t\u00a0]{1,3} (?: at[ ] )?
    (?= [0-9] | [Ff]rom[ ] | [Nn]oon          # ", 11:00", " at 9 a.m.", ", noon"
      | {before-hour} [\w.]* (?: [ ] | \Z )
      | {before-hour-cjk} )
    | (?<= {day-sign} | [)）] ) (?= [0-9] | {before-hour-cjk} )
    """
)
_LEAD = Formula(
    r"""
    (?: (?: [A-Z\u00c0-\u00de\u0410-\u042f] [\w.'\u2019-]{0,30}      # Great
          | {small-word-of-place}
        )
        (?: [ ] | $ | (?= , ) )
        | (?<= [^,] ) , [ ]                             # Kremlin, Moscow
    ){1,24}
    """
)
_FIGURES = Formula("[0-9] | {year-sign}")
_BRACKETED = re.compile(r"\((?P<inner>[^()\n]{4,100})\)[ \t]*")


@lru_cache(maxsize=1024)
def parse_dateline(written: str, habits: Habits = PLAIN) -> DatelineParts | None:
    """Parse a line that is a dateline and nothing else.

    It is words that begin as names do, a date, and a time, of which the first
    and the last may be absent, with commas between; a full stop may end it, or
    brackets stand around it. The leading words are located and not interpreted: no
    place is made of them.

    >>> line = "Washington, September 5, 1963, 8:55 a.m."
    >>> dateline = parse_dateline(line)
    >>> dateline.lead, dateline.date, dateline.time
    (Span(start=0, end=10), Span(start=12, end=29), Span(start=31, end=40))
    >>> dateline.when.when, dateline.hours.attributes
    ('1963-09-05', {'when': '08:55:00'})
    >>> parse_dateline("On 7 July 1945 Stalin said")
    >>> parse_dateline("(May 3, 1951)").date
    Span(start=1, end=12)
    """
    if len(written) > LONGEST_LINE or written.count(",") > MOST_COMMAS:
        return None
    if bracketed := _BRACKETED.fullmatch(written):
        inner = _dateline(bracketed["inner"], habits)
        return inner and inner.moved(bracketed.start("inner"))
    line = written.rstrip(_BLANKS)
    unstopped = line.removesuffix(".").rstrip(_BLANKS)
    whole = _dateline(line, habits)
    return whole or (_dateline(unstopped, habits) if unstopped != line else None)


def _dateline(line: str, habits: Habits) -> DatelineParts | None:
    """Return the parts of `line`, of which every character is in one of them."""
    if "\n" in line or not _FIGURES.search(line):
        return None
    for end, span, hours in _with_hours(line):
        for lead, start in _leads(line, end):
            when = parse_when(line[start:end], habits)
            if when and _suits(when, hours):
                return DatelineParts(when, Span(start, end), hours, span, lead)
    return None


def _with_hours(line: str) -> Iterator[tuple[int, Span | None, Hours | None]]:
    """Yield each place where the date can end, and the hours after it.

    Some hours are hours and are not read: two of them, "4:30-4:40 p.m. and 4:40-7:10
    p.m."
    """
    for before in _BEFORE_HOURS.finditer(line):
        if hours := parse_hours(line[before.end() :]):
            yield before.start(), Span(before.end(), len(line)), hours
    yield len(line), None, None
    for before in _BEFORE_HOURS.finditer(line):
        if _UNREAD_HOURS.fullmatch(line, before.end()):
            yield before.start(), None, None


def _leads(line: str, end: int) -> Iterator[tuple[Span | None, int]]:
    """Yield the words that can lead, and where the date would start after them."""
    start = len(line) - len(line.lstrip(_BLANKS))
    yield None, start
    for comma in _COMMA.finditer(line, start, end):
        if _LEAD.fullmatch(line, start, comma.start()):
            yield Span(start, comma.start()), comma.end()


def _suits(when: When, hours: Hours | None) -> bool:
    """Return whether a meeting can have such a date: a day, if it has hours."""
    if hours or when.day is not None:
        return when.day is not None
    first, last = when.earliest, when.latest
    return bool(first and last and (last - first).days < LONGEST_PERIOD)


def date_of(title: str, habits: Habits = PLAIN) -> int | None:
    """Return the offset of the date, with its place, that ends a title.

    >>> date_of("Memorandum of Conversation, New York, February 20, 1973.")
    28
    >>> date_of("Conversation")
    """
    place = title.find(", ")
    for _ in range(_MOST_COMMAS_OF_A_TITLE):
        if place < 0:
            break
        if parse_dateline(title[place + 2 :], habits):
            return place + 2
        place = title.find(", ", place + 2)
    return None
