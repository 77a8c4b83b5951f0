"""Times of day as Chinese, Japanese and Korean write them: 下午3时, 오후 3시."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.dates.cjk import numeral
from encoder.dates.clock import NOON, Clock, from_to, of_24
from encoder.model.when import Hours
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    import re
    from datetime import time

_SIGN = Pattern("[时時点點시午오]")
"""Without one of these no text is looked at here."""
_NUMBER = r"(?: [0-9\uff10-\uff19]{1,2} | [一二三四五六七八九十]{1,3} )"
_CLOCK = Pattern(
    rf"""
    (?: (?P<a> 上午 | 早上 | 早晨 | 清晨 | 凌晨 | 早 | 午前 | 오전 )
      | (?P<p> 下午 | 午[後后] | 오후 | (?P<evening> 晚上 | 晚[间間] | 傍晚 | 晚 ) ) )?
    [ ]? (?P<hour> {_NUMBER} ) [ ]? [时時点點시]
    (?: [ ]? (?: (?P<half_an_hour> [半반] )
        | (?P<minute> {_NUMBER} ) [ ]? [分분] | 整 ) )?
    """
)
_TO = Pattern(r"[ ]? (?: 至 | 到 | から | 부터 | [-–—~～〜] ) [ ]?")
_UNTIL = Pattern("まで | 까지")
_NOON = Pattern("正午 | 정오 | 中午 (?: 12 | 十二 ) [时時点點]")
_FIRST_OF_EVENING = 5


def eastern_hours(written: str) -> Hours | None:
    """Return the time, or the times from and to, that the whole of `written` states.

    The half of the day stands first and holds for both times, if the second is later.
    "3时" without one is refused, and so is twelve with one.

    >>> eastern_hours("下午3时至4时30分").attributes
    {'from': '15:00:00', 'to': '16:30:00'}
    >>> eastern_hours("午前9時5分").attributes, eastern_hours("3時")
    ({'when': '09:05:00'}, None)
    """
    if not _SIGN.search(written):
        return None
    if _NOON.fullmatch(written):
        return Hours(written, Clock(NOON, 0, "p").at("p"))
    if one := _CLOCK.fullmatch(written):
        clock = _clock(one)
        sure = clock.sure if clock else None
        return Hours(written, sure) if sure is not None else None
    ends = _from_to(written)
    return Hours(written, *ends) if ends else None


def _from_to(written: str) -> tuple[time, time] | None:
    until = _UNTIL.search(written)
    end = until.start() if until and until.end() == len(written) else len(written)
    to = _TO.search(written)
    if to is None:
        return None
    first = _clock(_CLOCK.fullmatch(written, 0, to.start()))
    last = _clock(_CLOCK.fullmatch(written, to.end(), end))
    if first and first.half and last and not (last.half or last.is_24):
        last = last._replace(half=first.half)
    return from_to(first, last)


def _clock(read: re.Match[str] | None) -> Clock | None:
    """Return what the clock shows, if there is such an hour in that half of the day."""
    if read is None:
        return None
    hour = numeral(read["hour"])
    minute = 30 if read["half_an_hour"] else numeral(read["minute"] or "0")
    if hour is None or minute is None or minute >= _AN_HOUR:
        return None
    if read["a"] or read["p"]:
        is_in_it = (_FIRST_OF_EVENING if read["evening"] else 1) <= hour < NOON
        return Clock(hour, minute, "a" if read["a"] else "p") if is_in_it else None
    return of_24(hour, minute) if hour > NOON else Clock(hour, minute)


_AN_HOUR = 60
