"""Dates that name one day, one month or one year: a rule for each way of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.dates.calendars import CalendarDate
from encoder.model.when import When
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.dates.tokens import Words

# Of the letters here `tokens` tells what each stands for.
OF_YEAR = ",?[of]?Yg?"
DAY = rf"(?: t?D[of]?M {OF_YEAR} | Mt?D {OF_YEAR} | Ig? | ymd )"
MONTH = r"(?: M(?:,|[of])?Yg? | ym )"
YEAR = r"(?: Yg? | y )"

STYLED = rf"(?: {DAY} ,? (?: [JG] | \([JG]\) ) )"
BOTH_STYLES = rf"""(?:
    t?D[of]?M \( D[of]?M[JG]? \) {OF_YEAR}     # 25 October (7 November) 1917
    | MD \( MD[JG]? \) {OF_YEAR}               # February 23 (March 8), 1917
    | t?D \(D\) [of]?M {OF_YEAR}               # 12 (25) October 1917
    | t?D (?: [of]?M )? / D[of]?M {OF_YEAR}    # 9/22 January 1905
    | MD / M?D {OF_YEAR}                       # January 9/22, 1905
    | {DAY} \( (?: {DAY} | t?D[of]?M | MD ) [JG]? \)   # … 1917 (25 October O.S.)
    )"""
_LAST_CHANGE = 1923
"""Greece was the last to change calendars; after it "7/20 July" is two days."""


class DateRule(NamedTuple):
    """A way of writing dates: what it looks like in letters, and what that means."""

    shape: Pattern
    meaning: Callable[[Words], When | None]


class Point(NamedTuple):
    """A day, a month or a year as TEI writes it, and the calendar of its words."""

    iso: str
    calendar: str | None = None


def named(words: Words) -> CalendarDate | None:
    """Return the numbers of what the words name, without asking whether it exists."""
    for token in words.tokens:
        if token.kind == "I":
            return token.named
    year = words.first("Y") or words.first("y")
    month = words.first("M") or words.first("m")
    day = words.first("D") or words.first("d")
    return year and CalendarDate(
        year.number, month and month.number, day and day.number
    )


def located(words: Words, what: CalendarDate | None) -> Point | None:
    """Return `what` as a point, if its calendar has it and so has its era."""
    if what is None:
        return None
    year = words.first("Y") or words.first("y")
    era = year.era if year else None
    iso = what.iso(words.since)
    if iso is None or (era and not era.holds(iso)):
        return None
    return Point(iso, era.calendar if era else None)


def one_day(words: Words) -> When | None:
    """Read a day, a month by its name and a year, in the order of their language.

    Also the day of ISO 8601 ("1945-07-07"), months in Roman letters ("7.VII.1945"),
    a day of an era, and the forms of lists: "1945 July 7", "7-July-1945". A day that
    does not exist is refused, and so is one that may be of another calendar: before
    1753, in Russian before 14 February 1918, in Chinese before 1912.

    >>> from encoder.dates import parse_when
    >>> parse_when("7th of July, 1945").attributes
    {'when': '1945-07-07'}
    >>> parse_when("le 1er mai 1945").when, parse_when("7 июля 1945 г.").when
    ('1945-05-01', '1945-07-07')
    >>> parse_when("民国三十四年七月七日").attributes
    {'when': '1945-07-07', 'calendar': '#minguo-calendar'}
    >>> parse_when("31 June 1945"), parse_when("7 июля 1905 г.")
    (None, None)
    """
    return _exactly(words)


def one_month(words: Words) -> When | None:
    """Read a month and its year: the whole month is named, and no day of it.

    >>> from encoder.dates import parse_when
    >>> parse_when("July, 1945").attributes, parse_when("mayo de 1945").attributes
    ({'when': '1945-07'}, {'when': '1945-05'})
    """
    return _exactly(words)


def one_year(words: Words) -> When | None:
    """Read a year of four figures, or one counted in an era.

    A Gregorian year that stands beside it in brackets has to be the same.

    >>> from encoder.dates import parse_when
    >>> parse_when("1945").attributes, parse_when("Juche 86 (1997)").attributes
    ({'when': '1945'}, {'when': '1997', 'calendar': '#juche-calendar'})
    >>> parse_when("Juche 86 (1998)"), parse_when("'45")
    (None, None)
    """
    return _exactly(words)


def _exactly(words: Words) -> When | None:
    found = located(words, named(words))
    return When(words.written, found.iso, calendar=found.calendar) if found else None


def weekday_before(words: Words) -> When | None:
    """Read a day with its weekday before it, which is checked.

    A weekday that does not fit leaves the day as the words state it: which of the two
    is wrong, nobody knows.

    >>> from encoder.dates import parse_when
    >>> parse_when("Saturday, July 7, 1945").weekday_fits
    True
    >>> parse_when("Montag, den 7. Juli 1945").weekday_fits
    False
    """
    return _checked(words)


def weekday_after(words: Words) -> When | None:
    """Read a day with its weekday behind it, which is checked too.

    >>> from encoder.dates import parse_when
    >>> parse_when("7 July 1945 (Saturday)").weekday_fits
    True
    >>> parse_when("1945年7月7日星期一").weekday_fits
    False
    """
    return _checked(words)


def _checked(words: Words) -> When | None:
    weekday = words.first("W")
    when = _exactly(words)
    if weekday is None or when is None or when.day is None:
        return None
    return when._replace(weekday_fits=when.day.weekday() == weekday.number)


def styled(words: Words) -> When | None:
    """Read a day that is said to be of the Old Style, or of the New.

    The Old Style is the Julian calendar, and `@when` has the Gregorian day. The New
    Style is the Gregorian calendar, whatever the language and the year.

    >>> from encoder.dates import parse_when
    >>> parse_when("25 October 1917 (O.S.)").attributes
    {'when': '1917-11-07', 'calendar': '#julian-calendar'}
    >>> parse_when("7 ноября 1917 г. (н. ст.)").attributes
    {'when': '1917-11-07'}
    """
    what = named(words)
    if "G" in words.kinds:
        iso = what.iso() if what else None
        return When(words.written, iso) if iso else None
    return _from_julian(words, what)


def both_styles(words: Words) -> When | None:
    """Read a day by both calendars: the Julian, and the Gregorian behind it.

    They have to be the same day, or nothing is claimed; so that two days of one month
    that a stroke joins are not taken for one.

    >>> from encoder.dates import parse_when
    >>> parse_when("25 October (7 November) 1917").attributes
    {'when': '1917-11-07', 'calendar': '#julian-calendar'}
    >>> parse_when("9/22 January 1905").when
    '1905-01-22'
    >>> parse_when("9/20 January 1905"), parse_when("7/20 July 1945")
    (None, None)
    """
    between = max(words.kinds.find("("), words.kinds.find("/"))
    old, new = sides(words, between)
    if "J" in words.kinds[between:]:
        old, new = new, old
    when = _from_julian(words, old)
    if when is None or new is None or old is None or old.year > _LAST_CHANGE:
        return None
    return when if CalendarDate(*new).iso() == when.when else None


def sides(
    words: Words, between: int
) -> tuple[CalendarDate | None, CalendarDate | None]:
    """Return what stands on the two sides of a token, the year or month said once.

    >>> from encoder.dates.languages import language
    >>> from encoder.dates.tokens import words_of
    >>> from encoder.model.when import Habits
    >>> sides(words_of("7-9 July 1945", language("en"), Habits()), 1)
    (CalendarDate(year=1945, month=7, day=7), CalendarDate(year=1945, month=7, day=9))
    """
    first = words.part(0, between)
    last = words.part(between + 1, len(words.kinds))
    return _completed(first, last), _completed(last, first)


def _completed(words: Words, other: Words) -> CalendarDate | None:
    """Return what the words name; a year or a month that they lack is the others'."""
    for token in words.tokens:
        if token.kind == "I":
            return token.named
    kinds = words.kinds.upper()
    lacking = [
        token
        for token in other.tokens
        if token.kind in "YMym" and token.kind.upper() not in kinds
    ]
    # Only a day or a month is completed, and a year only by a year.
    return named(
        words._replace(
            tokens=[*words.tokens, *lacking],
            kinds=words.kinds + "".join([token.kind for token in lacking]),
        )
    )


def _from_julian(words: Words, what: CalendarDate | None) -> When | None:
    gregorian = what.from_julian() if what else None
    if gregorian is None:
        return None
    return When(words.written, gregorian.isoformat(), calendar="#julian-calendar")


POINTS = (
    DateRule(Pattern(rf"{DAY} | Y,?MD | D-M-Y"), one_day),
    DateRule(Pattern(rf"{MONTH} | Y,?M"), one_month),
    DateRule(Pattern(YEAR), one_year),
    DateRule(Pattern(rf"t?W[,.]?{DAY}"), weekday_before),
    DateRule(Pattern(rf"{DAY} (?: ,W | \(W\) ) | ymdW"), weekday_after),
    DateRule(Pattern(STYLED), styled),
    DateRule(Pattern(BOTH_STYLES), both_styles),
)
