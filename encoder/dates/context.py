"""Decide from the context whether a day in running words belongs to the meeting.

A day without a year is the meeting's only where nothing speaks against it: no other
year, no street, plot or feast that has its name from a day, no "about" and no "Vol."
In doubt nothing is claimed, so that these tables may be generous.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.dates.patterns import YEAR
from encoder.language.pack import Formula, alternatives_of, languages
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from datetime import date

LONGEST_BEFORE = 48
"""How many characters before a day are looked at for what it is a part of."""
_NEARBY = 150
"""How many characters before and after a day can say that another year is meant."""

_YEAR_NEARBY = Pattern(rf"(?<! [0-9] ) {YEAR} (?! [0-9] )")
_SHORT_YEAR = Pattern(r"(?<! \w ) ['\u2019] (?P<figures> [0-9]{2} ) (?! \w )")
_OTHER_YEAR = Formula(
    r"""
    {other-year-before} [ ] year \b
    | \b years? [ ] {other-year-behind} \b
    """
)
_YEAR_ABROAD = Formula(r"\b {word-for-year} \b | {other-year}")
_MOVED = Formula("{put-off}", re.VERBOSE | re.IGNORECASE)
_OPEN = Formula(
    r"""
    \b (?: {circa} | {probably} | {roughly} ) [ ]+ (?: {article-before-day} [ ]+ )* \Z
    """
)
_NUMBERED = Formula(r"(?: \b {counted-thing} | [№\#$£€§] | \b n [°º] ) \.? [ ]* \Z")

# Of a day that has given its name to something, or comes back: the sentence before it
# speaks of a birth, or the word before it is what has the name.
_NAMED_BEFORE = {
    tag: Pattern(
        rf"""
        (?: \b {alternatives_of(tag, "birth-or-anniversary")} \b [^.;:!?\n]{{0,30}}
          | (?<! \w ) {alternatives_of(tag, "named-after-day")} [ ]+
            (?: {alternatives_of(tag, "between-name-and-day")} [ ]* )? ) \Z
        """
    )
    for tag in languages("named-after-day")
}
_NAMED_BEHIND = {
    "en": Formula(r"\s+ {named-after-day-behind} \b", re.VERBOSE | re.IGNORECASE),
    **{
        tag: Pattern(rf"\s+ {alternatives_of(tag, 'other-time-behind')} \b")
        for tag in languages("other-time-behind")
    },
}
_EASTERN_BEFORE = Formula(
    r"""
    (?: (?<! {this-year-sign} ) {year-sign} {cjk-of}?      # of a year that is not read
      | {lunar-calendar} {cjk-of}?
      | {cjk-birth-or-every-year} )
    [ ]? \Z
    """
)
_EASTERN_OPEN = (
    Formula(r"{cjk-about-before} [ ]? \Z"),
    Formula("[ ]? {cjk-about-behind}"),
)
_EASTERN_AFTER = Formula("[ ]? {cjk-named-after-day}")

# "In July 5 divisions were moved": nobody says "in July 5" of a day.
_IN_A_MONTH = Pattern(r"\b in [ ] \Z")
_POINTS_AT_A_DAY = Formula(r"\b {points-at-a-day} [ ] \Z")
_COUNTS = Formula(r"[ ] (?! {no-count} \b ) (?: [a-z]+s | {counted-behind-month} ) \b")


def before(text: str, start: int) -> str:
    """Return the words before a day in lower case."""
    return text[max(0, start - LONGEST_BEFORE) : start].lower()


def is_doubted(text: str, start: int) -> bool:
    """Return whether the words before a day make it approximate, or a number.

    >>> is_doubted("about 5 July 1945", 6), is_doubted("Vol. 5 July 1945", 5)
    (True, True)
    """
    words = before(text, start)
    if _OPEN.search(words):
        return True
    return text[start].isdigit() and bool(_NUMBERED.search(words))


def is_a_name(text: str, start: int, end: int, tag: str) -> bool:
    """Return whether a day is in the name of something, or comes back every year.

    >>> text = "The 20 July plot"
    >>> is_a_name(text, 4, 11, "en"), is_a_name("On 20 July", 3, 10, "en")
    (True, False)
    """
    named_before, named_after = _NAMED_BEFORE.get(tag), _NAMED_BEHIND.get(tag)
    return bool(
        (named_before and named_before.search(before(text, start)))
        or (named_after and named_after.match(text, end))
    )


def is_count(text: str, start: int, end: int) -> bool:
    """Return whether the number behind an English month may count what follows it.

    >>> text = "In July 5 divisions were moved"
    >>> is_count(text, 3, 9), is_count("on July 5 divisions were moved", 3, 9)
    (True, False)
    """
    words = before(text, start)
    if _IN_A_MONTH.search(words):
        return True
    return bool(_COUNTS.match(text, end)) and not _POINTS_AT_A_DAY.search(words)


def is_another_in_the_east(text: str, start: int, end: int) -> bool:
    """Return whether a day in an Eastern language is of another year, or a name.

    >>> is_another_in_the_east("七月七日事变", 0, 4)
    True
    """
    return bool(
        _EASTERN_BEFORE.search(before(text, start)) or _EASTERN_AFTER.match(text, end)
    )


def is_doubted_in_the_east(text: str, start: int, end: int) -> bool:
    """Return whether words around a day in Chinese, Japanese or Korean leave it open.

    >>> is_doubted_in_the_east("7月7日頃", 0, 4)
    True
    """
    words_before, words_after = _EASTERN_OPEN
    return bool(
        words_before.search(before(text, start)) or words_after.match(text, end)
    )


def is_of(text: str, start: int, end: int, meeting: date, tag: str) -> bool:
    """Return whether nothing nearby speaks of a year other than the meeting's.

    Other languages than English have to be silent about any year.

    >>> from datetime import date
    >>> is_of("In '44, on July 5, he left", 11, 17, date(1945, 7, 7), "en")
    False
    """
    nearby = text[max(0, start - _NEARBY) : end + _NEARBY]
    years = {year.group() for year in _YEAR_NEARBY.finditer(nearby)}
    if years - {str(meeting.year)}:
        return False
    short = {year["figures"] for year in _SHORT_YEAR.finditer(nearby)}
    if short - {f"{meeting.year % 100:02}"}:
        return False
    nearby = nearby.lower()
    if tag != "en":
        return not _YEAR_ABROAD.search(nearby)
    return "year" not in nearby or not _OTHER_YEAR.search(nearby)


def is_moved(text: str, start: int) -> bool:
    """Return whether something was put off, so that two days with "to" are no period.

    >>> is_moved("postponed from 5 to 7 May", 15)
    True
    """
    return bool(_MOVED.search(text, max(0, start - LONGEST_BEFORE), start))
