"""Times of day as records give them: "11:00 - 11:45 p.m.", "1530 hours", "15 h 30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.dates.clock import NOON, Clock, from_to, of_12, of_24
from encoder.dates.hours_by_language import abroad
from encoder.dates.hours_cjk import eastern_hours
from encoder.dates.patterns import GAP, TO
from encoder.model.when import Hours
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    import re

    from encoder.dates.clock import Half

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
    (?: {GAP}? (?P<unit> hours | hrs\.? | h | (?P<utc> Z ) ) )?   # 1530 hours, 0930Z
    """
)
_NOON = Pattern(rf"(?: 12 (?: :00 )? {GAP} )? [Nn]oon")


def parse_hours(written: str) -> Hours | None:
    """Return the time, or the times from and to, that the whole of `written` states.

    Without a.m. or p.m. a time is read only where its writing shows that it
    counts to 24: an hour of 13 or more, or a nought before the hour ("09:00");
    in "9:00 - 15:00" the one shows it for both. Refused: "9:30", "midnight" (of
    which day?), "12 p.m." (noon to some and midnight to others), "15:30 p.m.".
    So it is in the other languages whose dates are read. Only a time that says so
    itself ("0930Z") is in a time zone.

    >>> parse_hours("11:00 - 11:45 p.m.").attributes
    {'from': '23:00:00', 'to': '23:45:00'}
    >>> parse_hours("1530 hours").attributes, parse_hours("0930Z").attributes
    ({'when': '15:30:00'}, {'when': '09:30:00Z'})
    >>> parse_hours("a las 3 de la tarde").attributes
    {'when': '15:00:00'}
    >>> parse_hours("10:00 - 11:45"), parse_hours("a las 3")
    (None, None)
    """
    if len(written) > LONGEST_HOURS:
        return None
    from_ = _FROM.match(written)
    rest = written[from_.end() :] if from_ else written
    read = between(written, rest) or (None if from_ else moment(written))
    return read or abroad(written) or eastern_hours(written)


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
            ends = from_to(first, last)
            return Hours(written, *ends) if ends else None
    return None


def _military(start: str, end: str) -> Clock | None:
    """Return the first time of "0900-1030 hours", whose word is said once."""
    unit = _MILITARY.fullmatch(end)
    return _clock(f"{start} {unit['unit']}") if unit and unit["unit"] else None


def _clock(written: str) -> Clock | None:
    """Return what the clock shows, if there is such an hour."""
    if _NOON.fullmatch(written):
        return Clock(NOON, 0, "p")
    if read := _MILITARY.fullmatch(written):
        shown = int(read["hour"]), int(read["minute"])
        return of_24(*shown, is_utc=bool(read["utc"])) if read["unit"] else None
    read = _CLOCK.fullmatch(written)
    if read is None:
        return None
    hour, minute = int(read["hour"]), int(read["minute"] or 0)
    if read["half"]:
        half: Half = "a" if read["half"][0] in "aA" else "p"
        return None if read["hours"] else of_12(hour, minute, half)
    return _bare(read, hour, minute)


def _bare(read: re.Match[str], hour: int, minute: int) -> Clock | None:
    """Return a time without its half: of 24 hours where the writing shows it."""
    shows = hour > NOON or read["hour"].startswith("0") or read["hours"]
    if shows and read["minute"]:
        return of_24(hour, minute)
    return None if shows else Clock(hour, minute)
