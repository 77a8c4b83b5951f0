"""Dates that leave the day open: "early May", "circa", "before", "probably"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.dates.periods import bounded
from encoder.dates.single import (
    DAY,
    MONTH,
    YEAR,
    DateRule,
    located,
    named,
)
from encoder.model.when import When, last_day
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from encoder.dates.tokens import Words

_POINT = rf"(?: {DAY} | {MONTH} | {YEAR} )"
_TEN_DAYS = ("early", "mid", "late")
_FIRST_OF_A_DECADE = 10
_WINTER = 3


def third(words: Words) -> When | None:
    """Read "early", "mid" or "late" in a month or year: one event, its day unknown.

    A third of a month is ten days, of a year four months. Where one third ends and the
    next begins is a convention, so the bounds are never certain.

    >>> from encoder.dates import parse_when
    >>> parse_when("early May 1972").attributes
    {'notBefore': '1972-05-01', 'notAfter': '1972-05-10', 'cert': 'medium'}
    >>> parse_when("Ende 1972").attributes
    {'notBefore': '1972-09-01', 'notAfter': '1972-12-31', 'cert': 'low'}
    """
    which = words.first("T")
    found = located(words, named(words)) if which else None
    if which is None or found is None:
        return None
    reason = _TEN_DAYS[which.number]
    if len(found.iso) == _LENGTH_OF_A_MONTH:
        ends = _third_of_month(found.iso, which.number)
        return bounded(words, *ends, "medium", reason, found.calendar)
    ends = _third_of_year(found.iso, which.number)
    return bounded(words, *ends, "low", reason, found.calendar)


_LENGTH_OF_A_MONTH = 7


def _third_of_month(month: str, which: int) -> tuple[str, str]:
    first, last = ((1, 10), (11, 20), (21, last_day(month).day))[which]
    return f"{month}-{first:02}", f"{month}-{last}"


def _third_of_year(year: str, which: int) -> tuple[str, str]:
    first, last = (("01-01", "04-30"), ("05-01", "08-31"), ("09-01", "12-31"))[which]
    return f"{year}-{first}", f"{year}-{last}"


def season(words: Words) -> When | None:
    """Read a season of the northern year, as long as it is by any reckoning.

    A winter of one year is refused, for it may be either of two. No season is
    read in Spanish and Portuguese: south of the equator they are others.

    >>> from encoder.dates import parse_when
    >>> parse_when("Spring 1956").attributes
    {'notBefore': '1956-03-01', 'notAfter': '1956-06-21', 'cert': 'low'}
    >>> parse_when("winter 1956"), parse_when("primavera de 1956")
    (None, None)
    """
    found, year = words.first("S"), words.first("Y")
    if found is None or year is None or found.number == _WINTER:
        return None
    first, last = _SEASONS[found.number]
    ends = f"{year.number}-{first}", f"{year.number}-{last}"
    return bounded(words, *ends, "low", "season")


def winter(words: Words) -> When | None:
    """Read a winter with both its years, of which one follows the other.

    >>> from encoder.dates import parse_when
    >>> parse_when("winter of 1955-56").attributes
    {'notBefore': '1955-12-01', 'notAfter': '1956-03-21', 'cert': 'low'}
    >>> parse_when("winter of 1955-57"), parse_when("summer of 1955-56")
    (None, None)
    """
    found, first = words.first("S"), words.first("Y")
    last = words.tokens[-2] if words.kinds.endswith("g") else words.tokens[-1]
    if found is None or first is None or found.number != _WINTER:
        return None
    year = first.number + 1
    if last.number not in {year, year % 100}:
        return None
    ends = f"{first.number}-12-01", f"{year}-03-21"
    return bounded(words, *ends, "low", "season")


_SEASONS = (("03-01", "06-21"), ("06-01", "09-23"), ("09-01", "12-22"))


def circa(words: Words) -> When | None:
    """Read a month or a year with "circa": bounds that are hardly certain.

    How far "circa" reaches nobody says, so nothing is added on either side; and a day
    that is circa is refused, because bounds of one day would deny it.

    >>> from encoder.dates import parse_when
    >>> parse_when("c. July 1945").attributes
    {'notBefore': '1945-07', 'notAfter': '1945-07', 'cert': 'low'}
    >>> parse_when("circa 7 July 1945")
    """
    found = located(words, named(words))
    if found is None:
        return None
    return bounded(words, found.iso, found.iso, "low", "circa", found.calendar)


def bound(words: Words) -> When | None:
    """Read "before" or "after" a date: the one bound that is stated, as it stands.

    >>> from encoder.dates import parse_when
    >>> parse_when("before 9 August 1945").attributes
    {'notAfter': '1945-08-09'}
    >>> parse_when("nach Juli 1945").attributes
    {'notBefore': '1945-07'}
    """
    found = located(words, named(words))
    if found is None:
        return None
    when = When(words.written, calendar=found.calendar)
    if "B" in words.kinds:
        return when._replace(not_after=found.iso, reason="before")
    return when._replace(not_before=found.iso, reason="after")


def decade(words: Words) -> When | None:
    """Read the ten years of a decade, as bounds; "the 1900s" may be a hundred.

    >>> from encoder.dates import parse_when
    >>> parse_when("the 1950s").attributes
    {'notBefore': '1950', 'notAfter': '1959'}
    >>> parse_when("les années 1950").attributes
    {'notBefore': '1950', 'notAfter': '1959'}
    >>> parse_when("the 1900s")
    """
    found = words.first("X") or words.first("Y")
    if found is None:
        return None
    year = found.number
    if year % _FIRST_OF_A_DECADE or not year % 100:
        return None
    return bounded(words, f"{year}", f"{year + 9}", None, "decade")


def probably(words: Words) -> When | None:
    """Read a date that is "probably" so, or that an undated record has in brackets.

    It is what the words name, and hardly certain.

    >>> from encoder.dates import parse_when
    >>> parse_when("undated, probably July 1945").attributes
    {'when': '1945-07', 'cert': 'low'}
    >>> parse_when("undated [7 July 1945]").attributes
    {'when': '1945-07-07', 'cert': 'low'}
    >>> parse_when("undated")
    """
    found = located(words, named(words))
    if found is None:
        return None
    return When(
        words.written,
        found.iso,
        cert="low",
        calendar=found.calendar,
        reason="probably",
    )


OPEN = (
    DateRule(Pattern(rf"T[of]? (?: {MONTH} | {YEAR} ) | ymT"), third),
    DateRule(Pattern(r"t?S(?:,|[of])?Yg?"), season),
    DateRule(Pattern(r"t?S(?:,|[of])?Y[-/][YD]g?"), winter),
    DateRule(
        Pattern(rf"(?: U[,;]? )? C (?: {MONTH} | {YEAR} ) | (?: ym | y ) C"), circa
    ),
    DateRule(Pattern(rf"[BA] {_POINT} | (?: ymd | ym | y ) [BA]"), bound),
    DateRule(Pattern(r"t? x? Xg? | t?xYg?"), decade),
    DateRule(
        Pattern(
            rf"""
    (?: U[,;]? )? P {_POINT}                             # undated, probably July 1945
    | U,? (?: \( P?{_POINT} \) | \[ P?{_POINT} \] )      # undated [July 1945]
    """
        ),
        probably,
    ),
)
