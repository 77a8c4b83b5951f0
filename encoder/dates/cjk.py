"""Dates as Chinese, Japanese and Korean write them: 1945年7月7日, 7월 7일.

Year, month and day come in this order, each with its sign, in figures or in Chinese
numerals. Their letters are y, m and d, because only in this order are they read; the
rules are those of all languages.
Seasons are not read: a Chinese spring begins in February.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from encoder.dates.calendars import ERAS, Named
from encoder.dates.patterns import any_of
from encoder.dates.tokens import Token, Words
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    import re

    from encoder.model.when import Habits

EASTERN = Pattern("[年년]")
"""Without one of these no text is looked at here."""

_SINCE = date(1912, 1, 1)
"""The Republic of China took over the Gregorian calendar on its first day."""
_SINCE_IN_KOREA = date(1896, 1, 1)

_DIGITS = "〇一二三四五六七八九"
_TENS = {"十": 1, "廿": 2, "卅": 3}
_ARABIC = "[0-9\uff10-\uff19]"
"""Pages in Chinese and Japanese have figures as wide as their signs, too."""
_NUMERAL = rf"(?: {_ARABIC}{{1,2}} | [一二三四五六七八九十廿卅]{{1,3}} )"
_ERA = any_of(name for name in ERAS if not name.isascii() and "ō" not in name)
_SAME = r"(?: [ ]? [(（] (?P<same{0}> [0-9\uff10-\uff19]{{4}} ) 年? [)）] )?"
_TOKEN = Pattern(
    rf"""
    [ \u3000]?
    (?: (?P<X> (?P<decade> {_ARABIC}{{3}}[0\uff10] ) (?: 年代 | 년대 ) )
      | (?P<y> (?: 公元 | 西元 | 西暦 | 서기[ ] )?
          (?P<western> {_ARABIC}{{4}} | [〇零○一二三四五六七八九]{{4}} ) [ ]? [年년]
          (?: [(（] (?P<too> {_ERA} ) [ ]? (?P<counted> {_NUMERAL} | 元 ) 年? [)）] )? )
      | (?P<era> (?P<name> {_ERA} ) [ ]? (?P<count> {_NUMERAL} | {_ARABIC}{{3,4}} | 元 )
          {_SAME.format("")} [ ]? [年년] {_SAME.format("_too")} )
      | (?P<m> (?P<month> {_NUMERAL} ) [ ]? [月월] )
      | (?P<d> (?P<day> {_NUMERAL} ) [ ]? [日號号일] )
      | (?P<W> [(（]?
          (?: (?: 星期 | [礼禮]拜 | [周週] ) (?P<chinese> [一二三四五六日天] )
          | (?P<japanese> [月火水木金土日] ) 曜日?
          | (?P<korean> [월화수목금토일] ) 요일
          | (?<= [(（] ) (?P<short> [月火水木金土日월화수목금토일] ) (?= [)）] ) )
          [)）]? )
      | (?P<to> 至 | 到 | から | 부터 | [-–—~～〜] )
      | (?P<u> まで | 까지 )
      | (?P<C> 大?[约約] | 약 | 頃 | ごろ | 경 )
      | (?P<B> [以之]前 | 이전 )
      | (?P<A> [以之][后後] | 이후 )
      | (?P<T> (?P<first> 上旬 | 초순 ) | (?P<second> 中旬 | 중순 ) | 下旬 | 하순 )
    )
    """
)
_IN_RUNNING_WORDS = Pattern(
    rf"""
    (?: (?: {_ARABIC}{{4}} | [〇零○一二三四五六七八九]{{4}}
          | {_ERA} [ ]? (?: {_NUMERAL} | {_ARABIC}{{3,4}} | 元 ) ) [ ]? [年년] [ ]? )?
    {_NUMERAL} [ ]? [月월] [ ]? {_NUMERAL} [ ]? [日號号일]
    """
)
_WEEKDAYS = {
    "chinese": "一二三四五六日",
    "japanese": "月火水木金土日",
    "korean": "월화수목금토일",
}


def numeral(written: str) -> int | None:
    """Return the number that Chinese numerals or figures write, up to 99.

    >>> numeral("三十四"), numeral("廿五"), numeral("十"), numeral("元"), numeral("07")
    (34, 25, 10, 1, 7)
    >>> numeral("三四")
    """
    if written.isdecimal():
        return int(written)
    if written == "元":
        return 1
    ten = next((sign for sign in written if sign in _TENS), "")
    before, _, after = written.partition(ten) if ten else ("", "", written)
    if max(len(before), len(after)) > 1 or (before and ten != "十"):
        return None
    units = _DIGITS.find(after) if after else 0
    tens = (_DIGITS.find(before) if before else 1) * _TENS.get(ten, 0)
    return None if min(units, tens) < 0 else tens * 10 + units


def eastern_words(written: str, habits: Habits) -> Words | None:
    """Return the whole of `written` in tokens; None where it is no date of this kind.

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
    """Return what was read; None where its numeral is none, or its years differ."""
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
        return Token("y", *read.span(), year, Named(year))
    count = numeral(read["count"])
    era = ERAS[read["name"]]
    same = {int(year) for year in read.group("same", "same_too") if year}
    if count is None or same - {era.before + count}:
        return None
    year = era.before + count
    return Token("y", *read.span(), year, Named(year), era)


def _figure(sign: str) -> str:
    return (
        "0" if sign in "〇零○" else str(_DIGITS.find(sign)) if sign in _DIGITS else sign
    )


def _weekday(read: re.Match[str]) -> int:
    for name, days in _WEEKDAYS.items():
        if read[name]:
            return days.find("日" if read[name] == "天" else read[name])
    short = read["short"]
    return max(_WEEKDAYS["japanese"].find(short), _WEEKDAYS["korean"].find(short))
