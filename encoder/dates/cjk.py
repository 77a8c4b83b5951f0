"""Dates as Chinese, Japanese and Korean write them: 1945年7月7日, 7월 7일.

Year, month and day come in this order, each with its sign, in figures or in Chinese
numerals. Their letters are y, m and d, because only in this order are they read; the
rules are those of all languages.
Seasons are not read: a Chinese spring begins in February.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from encoder.dates.calendars import ERAS, CalendarDate
from encoder.dates.patterns import any_of
from encoder.dates.tokens import Token, Words
from encoder.language.pack import Formula, alternatives_of, every, spellings

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from encoder.model.when import Habits

EASTERN = Formula("{year-sign}")
"""Without one of these no text is looked at here."""

_SINCE = date(1912, 1, 1)
"""The Republic of China took over the Gregorian calendar on its first day."""
_SINCE_IN_KOREA = date(1896, 1, 1)

_NUMERALS = spellings("zh", "cjk-numerals")
_DIGITS = {sign: number for number, signs in enumerate(_NUMERALS) for sign in signs}
_TENS = {sign: ten for ten, (sign,) in enumerate(spellings("zh", "cjk-tens"), 1)}
_TEN = next(iter(_TENS))
_FIRST = every("cjk-first-year")
"""What counts the first year of an era."""
_ARABIC = "[0-9\uff10-\uff19]"
"""Pages in Chinese and Japanese have figures as wide as their signs, too."""
_COUNTING = "".join([*(signs[0] for signs in _NUMERALS[1:]), *_TENS])
_NUMERAL = rf"(?: {_ARABIC}{{1,2}} | [{_COUNTING}]{{1,3}} )"
_FOUR = f"[{''.join(_DIGITS)}]{{4}}"
_ERA = any_of(name for name in ERAS if not name.isascii() and "ō" not in name)
_SAME = r"(?: [ ]? [(（] (?P<same{0}> [0-9\uff10-\uff19]{{4}} ) {{year-sign}}? [)）] )?"
_WEEKDAYS = {
    name: [*spellings(tag, "cjk-weekdays")]
    for tag, name in (("zh", "chinese"), ("ja", "japanese"), ("ko", "korean"))
}
_CHINESE, _JAPANESE, _KOREAN = (
    "".join(sign for signs in days for sign in signs) for days in _WEEKDAYS.values()
)
_BEHIND = "cjk-weekday-mark-behind"
_TOKEN = Formula(
    rf"""
    [ \u3000]?
    (?: (?P<X> (?P<decade> {_ARABIC}{{3}}[0\uff10] ) {{decade-sign}} )
      | (?P<y> {{common-era}}?
          (?P<western> {_ARABIC}{{4}} | {_FOUR} ) [ ]? {{year-sign}}
          (?: [(（] (?P<too> {_ERA} ) [ ]?
              (?P<counted> {_NUMERAL} | {{cjk-first-year}} ) {{year-sign}}? [)）] )? )
      | (?P<era> (?P<name> {_ERA} ) [ ]?
          (?P<count> {_NUMERAL} | {_ARABIC}{{3,4}} | {{cjk-first-year}} )
          {_SAME.format("")} [ ]? {{year-sign}} {_SAME.format("_too")} )
      | (?P<m> (?P<month> {_NUMERAL} ) [ ]? {{month-sign}} )
      | (?P<d> (?P<day> {_NUMERAL} ) [ ]? {{day-sign}} )
      | (?P<W> [(（]?
          (?: {{cjk-weekday-mark}} (?P<chinese> [{_CHINESE}] )
          | (?P<japanese> [{_JAPANESE}] ) {alternatives_of("ja", _BEHIND)}
          | (?P<korean> [{_KOREAN}] ) {alternatives_of("ko", _BEHIND)}
          | (?<= [(（] ) (?P<short> [{_JAPANESE}{_KOREAN}] ) (?= [)）] ) )
          [)）]? )
      | (?P<to> {{cjk-to}} | [-–—~～〜] )
      | (?P<u> {{cjk-until}} )
      | (?P<C> {{cjk-circa}} )
      | (?P<B> {{cjk-before}} )
      | (?P<A> {{cjk-after}} )
      | (?P<T> (?P<first> {{cjk-early}} ) | (?P<second> {{cjk-mid}} ) | {{cjk-late}} )
    )
    """
)
_IN_RUNNING_WORDS = Formula(
    rf"""
    (?: (?: {_ARABIC}{{4}} | {_FOUR}
          | {_ERA} [ ]? (?: {_NUMERAL} | {_ARABIC}{{3,4}} | {{cjk-first-year}} ) )
        [ ]? {{year-sign}} [ ]? )?
    {_NUMERAL} [ ]? {{month-sign}} [ ]? {_NUMERAL} [ ]? {{day-sign}}
    """
)


def numeral(written: str) -> int | None:
    """Return the number that Chinese numerals or figures write, up to 99.

    >>> numeral("三十四"), numeral("廿五"), numeral("十"), numeral("元"), numeral("07")
    (34, 25, 10, 1, 7)
    >>> numeral("三四")
    """
    if written.isdecimal():
        return int(written)
    if written in _FIRST:
        return 1
    ten = next((sign for sign in written if sign in _TENS), "")
    before, _, after = written.partition(ten) if ten else ("", "", written)
    if max(len(before), len(after)) > 1 or (before and ten != _TEN):
        return None
    units = _DIGITS.get(after, -1) if after else 0
    tens = (_DIGITS.get(before, -1) if before else 1) * _TENS.get(ten, 0)
    return None if min(units, tens) < 0 else tens * 10 + units


def eastern_words(written: str, habits: Habits) -> Words | None:
    """Tokenize `written` as a CJK date; None if any part is not one.

    >>> from encoder.model.when import Habits
    >>> eastern_words("昭和20年7月7日（土）", Habits()).kinds
    'ymdW'
    """
    found: list[Token] = []
    place = 0
    while place < len(written):
        read = _TOKEN.match(written, place)
        token = _token(read) if read else None
        if read is None or token is None:
            return None
        found.append(token)
        place = read.end()
    since = _SINCE_IN_KOREA if "년" in written else _SINCE
    eras = [token.era.first for token in found if token.era]
    kinds = "".join(token.kind for token in found)
    return Words(written, found, kinds, min([since, *eras]), habits)


def eastern_days(text: str) -> list[tuple[int, int, bool]]:
    """Return where days stand in running words, and whether each has its year.

    >>> eastern_days("他于7月7日到达。")
    [(2, 6, False)]
    """
    return [
        (*found.span(), bool(EASTERN.search(found[0])))
        for found in _IN_RUNNING_WORDS.finditer(text)
    ]


def _token(read: re.Match[str]) -> Token | None:
    """Return the token of a match; None if a numeral is invalid or its years differ."""
    kind = next(name for name in _KINDS if read[name])
    if kind in {"y", "era"}:
        return _year(read)
    if kind == "X":
        return Token("X", *read.span(), int(read["decade"]))
    number: int | None = 0
    if kind in {"m", "d"}:
        number = numeral(read["month"] or read["day"])
    elif kind == "W":
        number = _weekday(read)
    elif kind == "T":
        number = 0 if read["first"] else 1 if read["second"] else 2
    if number is None or number < 0:
        return None
    return Token("-" if kind == "to" else kind, *read.span(), number)


_KINDS = ("X", "y", "era", "m", "d", "W", "to", "u", "C", "B", "A", "T")


def _year(read: re.Match[str]) -> Token | None:
    """Return a year, as it is written or as its era counts it."""
    if western := read["western"]:
        year = int("".join(map(_figure, western)))
        era, count = ERAS.get(read["too"] or ""), numeral(read["counted"] or "")
        if era and (count is None or era.before + count != year):
            return None
        return Token("y", *read.span(), year, CalendarDate(year))
    count = numeral(read["count"])
    era = ERAS[read["name"]]
    same = {int(year) for year in read.group("same", "same_too") if year}
    if count is None or same - {era.before + count}:
        return None
    year = era.before + count
    return Token("y", *read.span(), year, CalendarDate(year), era)


def _figure(sign: str) -> str:
    return str(_DIGITS.get(sign, sign))


def _weekday(read: re.Match[str]) -> int:
    """Return the number of a weekday, from 0 for the first of its language's week."""
    for name, days in _WEEKDAYS.items():
        if sign := read[name]:
            return _number(sign, days)
    short = read["short"]
    return max(_number(short, _WEEKDAYS[each]) for each in ("japanese", "korean"))


def _number(sign: str, days: Sequence[Sequence[str]]) -> int:
    return next((number for number, day in enumerate(days) if sign in day), -1)
