"""Times of day as records give them: "11:00 - 11:45 p.m.", "1530 hours", "noon"."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Literal, NamedTuple

from encoder.editorial.dates_words import GAP, TO
from encoder.model.pattern import Pattern
from encoder.model.when import Hours

if TYPE_CHECKING:
    import re

LONGEST_HOURS = 60
"""No time is longer, and what is longer is not looked at."""

_TO = Pattern(TO)
_FROM = Pattern(rf"[Ff]rom{GAP}")

_CLOCK = Pattern(
    rf"""
    (?P<hour> [0-9]{{1,2}} )
    (?: [:.] (?P<minute> [0-5][0-9] ) )?
    (?: {GAP}? (?P<half> [ap]\.?m\.? | [AP]\.?M\.? ) )?   # 9 a.m., 4:30 p.m., 15.30
    (?P<hours> {GAP}hours )?
    """
)
_MILITARY = Pattern(
    rf"""
    (?P<hour> [0-9]{{2}} ) (?P<minute> [0-5][0-9] )
    (?: {GAP}? (?P<unit> hours | hrs\.? | h ) )?             # 1530 hours
    """
)
_NOON = Pattern(rf"(?: 12 (?: :00 )? {GAP} )? [Nn]oon")

Half = Literal["a", "p"]
_HALF_A_DAY = 12
_A_DAY = 24


class _Clock(NamedTuple):
    """What a clock shows, and how it is written: without `half`, it may be unsure."""

    hour: int
    minute: int
    half: Half | None = None
    is_24: bool = False
    """Whether the writing shows that it counts to 24: 09:00, 15:30, 1530 hours."""

    def at(self, half: Half) -> time:
        """Return the time in that half of the day."""
        afternoon = _HALF_A_DAY if half == "p" else 0
        return time(self.hour % _HALF_A_DAY + afternoon, self.minute)

    @property
    def sure(self) -> time | None:
        """The time, where the writing says which half of the day it is in."""
        if self.half:
            return self.at(self.half)
        return time(self.hour, self.minute) if self.is_24 else None


def parse_hours(written: str) -> Hours | None:
    """Return the time, or the times from and to, that the whole of `written` states.

    Without a.m. or p.m. a time is read only where its writing shows that it
    counts to 24: an hour of 13 or more, or a nought before the hour ("09:00");
    in "9:00 - 15:00" the one shows it for both. Refused: "9:30", "midnight" (of
    which day?), "12 p.m." (noon to some and midnight to others), "15:30 p.m.".

    >>> parse_hours("11:00 - 11:45 p.m.").attributes
    {'from': '23:00:00', 'to': '23:45:00'}
    >>> parse_hours("1530 hours").attributes
    {'when': '15:30:00'}
    >>> parse_hours("10:00 - 11:45")
    """
    if len(written) > LONGEST_HOURS:
        return None
    from_ = _FROM.match(written)
    rest = written[from_.end() :] if from_ else written
    return between(written, rest) or (None if from_ else moment(written))


def moment(written: str) -> Hours | None:
    """Return the one time of "8:55 a.m.", "15.30" or "noon".

    >>> moment("12:30 p.m.").attributes
    {'when': '12:30:00'}
    """
    clock = _clock(written)
    sure = clock.sure if clock else None
    return Hours(written, sure) if sure is not None else None


def between(written: str, rest: str) -> Hours | None:
    """Return the two times of `rest`, "3 to 4:30 p.m.", as the hours of `written`.

    >>> between("from 3 to 4:30 p.m.", "3 to 4:30 p.m.").attributes
    {'from': '15:00:00', 'to': '16:30:00'}
    """
    for to in _TO.finditer(rest):
        start, end = rest[: to.start()], rest[to.end() :]
        first, last = _clock(start) or _military(start, end), _clock(end)
        if first and last:
            ends = _halves(first, last) or _out_of_24(first, last)
            return Hours(written, *ends) if ends and ends[0] != ends[1] else None
    return None


def _military(start: str, end: str) -> _Clock | None:
    """Return the first time of "0900-1030 hours", whose word is said once."""
    unit = _MILITARY.fullmatch(end)
    return _clock(f"{start} hours") if unit and unit["unit"] else None


def _halves(first: _Clock, last: _Clock) -> tuple[time, time] | None:
    """Return both times when the last says which half of the day it is in.

    One "p.m." governs both times, unless that makes the first the later; then
    the first is in the half before: "11:00 - 1:15 p.m." is 11:00 to 13:15.
    """
    if last.half is None or first.is_24:
        return None
    end = last.at(last.half)
    if first.half:
        start = first.at(first.half)
        backwards = first.half == last.half and end < start
        return None if backwards else (start, end)
    start = first.at(last.half)
    return (start if start <= end else first.at(_OTHER[last.half])), end


_OTHER: dict[Half, Half] = {"a": "p", "p": "a"}


def _out_of_24(first: _Clock, last: _Clock) -> tuple[time, time] | None:
    """Return both times when neither has a half and one shows that it counts to 24.

    An end before its start is the next day's, if it too shows that it counts to 24.
    """
    if first.half or last.half or not (first.is_24 or last.is_24):
        return None
    start, end = time(first.hour, first.minute), time(last.hour, last.minute)
    return (start, end) if start < end or (first.is_24 and last.is_24) else None


def _clock(written: str) -> _Clock | None:
    """Return what the clock shows, if there is such an hour."""
    if _NOON.fullmatch(written):
        return _Clock(12, 0, "p")
    if read := _MILITARY.fullmatch(written):
        return _of_24(int(read["hour"]), int(read["minute"])) if read["unit"] else None
    read = _CLOCK.fullmatch(written)
    if read is None:
        return None
    hour, minute = int(read["hour"]), int(read["minute"] or 0)
    if read["half"]:
        half: Half = "a" if read["half"][0] in "aA" else "p"
        return None if read["hours"] else _of_12(hour, minute, half)
    return _bare(read, hour, minute)


def _of_12(hour: int, minute: int, half: Half) -> _Clock | None:
    """Return a time with its half; 12:00 is refused, for it is read both ways."""
    is_twelve_sharp = hour == _HALF_A_DAY and not minute
    if is_twelve_sharp or not 1 <= hour <= _HALF_A_DAY:
        return None
    return _Clock(hour, minute, half)


def _of_24(hour: int, minute: int) -> _Clock | None:
    return _Clock(hour, minute, is_24=True) if hour < _A_DAY else None


def _bare(read: re.Match[str], hour: int, minute: int) -> _Clock | None:
    """Return a time without its half: of 24 hours where the writing shows it."""
    shows = hour > _HALF_A_DAY or read["hour"].startswith("0") or read["hours"]
    if shows and read["minute"]:
        return _of_24(hour, minute)
    return None if shows else _Clock(hour, minute)
