"""Resolve clock times to times of day, and pairs of them to intervals."""

from __future__ import annotations

from datetime import UTC, time
from typing import Literal, NamedTuple

Half = Literal["a", "p"]
NOON = 12
_A_DAY = 24
_OTHER: dict[Half, Half] = {"a": "p", "p": "a"}
_EVENING, _MORNING = 16, 8
"""What runs over midnight begins no earlier and ends no later."""


class Clock(NamedTuple):
    """A clock time as written; ambiguous between halves of the day without `half`."""

    hour: int
    minute: int
    half: Half | None = None
    is_24: bool = False
    """Whether the writing shows that it counts to 24: 09:00, 15:30, 1530 hours."""
    is_utc: bool = False
    """Whether the writing says so itself: 0930Z."""

    def at(self, half: Half) -> time:
        """Return the time in that half of the day."""
        afternoon = NOON if half == "p" else 0
        return time(self.hour % NOON + afternoon, self.minute)

    @property
    def out_of_24(self) -> time:
        """The time, if the clock counts to 24."""
        return time(self.hour, self.minute, tzinfo=UTC if self.is_utc else None)

    @property
    def sure(self) -> time | None:
        """The time, where the writing says which half of the day it is in."""
        if self.half:
            return self.at(self.half)
        return self.out_of_24 if self.is_24 else None


def of_12(hour: int, minute: int, half: Half) -> Clock | None:
    """Return a time with its half; 12:00 is refused, for it is read both ways.

    >>> of_12(12, 30, "p").sure, of_12(12, 0, "p"), of_12(13, 0, "p")
    (datetime.time(12, 30), None, None)
    """
    is_twelve_sharp = hour == NOON and not minute
    if is_twelve_sharp or not 1 <= hour <= NOON:
        return None
    return Clock(hour, minute, half)


def of_24(hour: int, minute: int, *, is_utc: bool = False) -> Clock | None:
    """Return a time of a clock that counts to 24, if it has such an hour.

    >>> of_24(15, 30).sure, of_24(24, 0)
    (datetime.time(15, 30), None)
    """
    return Clock(hour, minute, is_24=True, is_utc=is_utc) if hour < _A_DAY else None


def from_to(first: Clock | None, last: Clock | None) -> tuple[time, time] | None:
    """Return the times that two clocks show together, if there are two.

    >>> from_to(Clock(2, 0), Clock(3, 30, "p"))
    (datetime.time(14, 0), datetime.time(15, 30))
    >>> from_to(Clock(2, 0), Clock(3, 30))
    """
    if first is None or last is None:
        return None
    ends = _halves(first, last) or _out_of_24(first, last)
    return ends if ends and ends[0] != ends[1] else None


def _halves(first: Clock, last: Clock) -> tuple[time, time] | None:
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


def _out_of_24(first: Clock, last: Clock) -> tuple[time, time] | None:
    """Return both times when neither has a half and one shows that it counts to 24.

    An end before its start is the next day's, if it too shows that it counts to 24
    and a night is between them.
    """
    if first.half or last.half or not (first.is_24 or last.is_24):
        return None
    if first.is_utc != last.is_utc:
        return None
    start, end = first.out_of_24, last.out_of_24
    night = first.hour >= _EVENING and last.hour <= _MORNING
    over_night = first.is_24 and last.is_24 and night
    return (start, end) if start < end or over_night else None
