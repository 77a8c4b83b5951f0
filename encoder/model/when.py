"""When: a date or an hour, as written and as understood."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

Cert = Literal["high", "medium", "low"]
"""How sure the editors are: the values of TEI `@cert` that this project writes."""


Order = Literal["day-month-year", "month-day-year", "year-month-day"]
"""In which order a source gives the numbers of a day, where it gives numbers only."""
ORDERS: tuple[Order, ...] = get_args(Order)


class Habits(NamedTuple):
    """How the sources of an edition write dates that could mean several days.

    Without them "7/8/45" is no date. `century` is the year that "00" means.
    """

    order: Order | None = None
    century: int | None = None

    def year(self, written: str) -> int | None:
        """Return the year of four figures, or of two where the century is known.

        >>> Habits(century=1900).year("45"), Habits().year("45"), Habits().year("1945")
        (1945, None, 1945)
        """
        if len(written) == _LENGTH_OF_A_YEAR:
            return int(written)
        if len(written) != _LENGTH_OF_A_SHORT_YEAR or self.century is None:
            return None
        return self.century + int(written)


_LENGTH_OF_A_YEAR = 4
_LENGTH_OF_A_SHORT_YEAR = 2


class When(NamedTuple):
    """A date: the words of the source, and what they were understood to mean.

    Dates are Gregorian and written as TEI wants them: a day "1945-07-07", a
    month "1945-07" or a year "1945". Words that name one of these have `when`;
    words for something that lasted have `start` and `end`; words for one event
    whose day they leave open have `not_before`, `not_after`, or both.

    >>> When("July 1945", "1945-07").attributes
    {'when': '1945-07'}
    >>> When("July 7-9, 1945", start="1945-07-07", end="1945-07-09").attributes
    {'from': '1945-07-07', 'to': '1945-07-09'}
    >>> When("before 1945", not_after="1945", reason="before").attributes
    {'notAfter': '1945'}
    """

    written: str
    when: str | None = None
    start: str | None = None
    end: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    cert: Cert | None = None
    """None where the words leave no doubt."""
    calendar: str | None = None
    """A pointer to the calendar of the words, "#julian-calendar"; None is Gregorian."""
    reason: str | None = None
    """Why the date is not simply what the words say: "early", "circa" …"""
    weekday_fits: bool | None = None
    """Whether the weekday written with the day is that day's; None without one."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes of TEI `date` (att.datable), in the order they are written."""
        known = {
            "when": self.when,
            "from": self.start,
            "to": self.end,
            "notBefore": self.not_before,
            "notAfter": self.not_after,
            "cert": self.cert,
            "calendar": self.calendar,
        }
        return {name: value for name, value in known.items() if value is not None}

    @property
    def is_exact(self) -> bool:
        """Whether the words name one day, one month or one year."""
        return self.when is not None

    @property
    def day(self) -> date | None:
        """The one day that the words name, if they name one.

        >>> When("7 July 1945", "1945-07-07").day
        datetime.date(1945, 7, 7)
        >>> When("July 1945", "1945-07").day
        """
        whole = self.when is not None and self.when.count("-") == _DASHES_OF_A_DAY
        return self.earliest if whole else None

    @property
    def earliest(self) -> date | None:
        """The first day that the words can mean; None where they set no bound."""
        stated = self.when or self.start or self.not_before
        return first_day(stated) if stated else None

    @property
    def latest(self) -> date | None:
        """The last day that the words can mean; None where they set no bound."""
        stated = self.when or self.end or self.not_after
        return last_day(stated) if stated else None


_DASHES_OF_A_DAY = 2


def first_day(iso: str) -> date:
    """Return the first day of a day, a month or a year.

    >>> first_day("1945-07").isoformat()
    '1945-07-01'
    """
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(iso: str) -> date:
    """Return the last day of a day, a month or a year.

    >>> last_day("1944-02").isoformat()
    '1944-02-29'
    """
    if iso.count("-") == _DASHES_OF_A_DAY:
        return first_day(iso)
    year, month = (*map(int, iso.split("-")), 12)[:2]
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return next_month - timedelta(days=1)


class Hours(NamedTuple):
    """A time of day, or the time from one to another; UTC where the words say so.

    >>> Hours("11:00 - 11:45 p.m.", time(23), time(23, 45)).attributes
    {'from': '23:00:00', 'to': '23:45:00'}
    >>> Hours("9 a.m.", time(9)).attributes
    {'when': '09:00:00'}
    """

    written: str
    start: time
    end: time | None = None

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes of TEI `time`, in the order they are written."""
        if self.end is None:
            return {"when": _xs_time(self.start)}
        return {"from": _xs_time(self.start), "to": _xs_time(self.end)}

    @property
    def crosses_midnight(self) -> bool:
        """Whether the end is on the day after the start."""
        return self.end is not None and self.end < self.start


def _xs_time(moment: time) -> str:
    """Return a time as XML Schema writes it (XML Schema 2 §3.2.8).

    >>> from datetime import UTC
    >>> _xs_time(time(9, 30, tzinfo=UTC))
    '09:30:00Z'
    """
    return moment.isoformat().replace("+00:00", "Z")


class DatelineParts(NamedTuple):
    """A line that says when something took place, and where each part of it stands.

    Spans count from the start of the line, until `moved`. `lead` is whatever
    words stand before the date, without the comma after them: places, mostly.
    """

    when: When
    date: Span
    hours: Hours | None = None
    time: Span | None = None
    lead: Span | None = None

    def moved(self, by: int) -> DatelineParts:
        """Return the same dateline with its spans `by` characters further on.

        >>> DatelineParts(When("1945", "1945"), Span(0, 4)).moved(10).date
        Span(start=10, end=14)
        """
        return self._replace(
            date=_moved(self.date, by),
            time=_moved(self.time, by) if self.time else None,
            lead=_moved(self.lead, by) if self.lead else None,
        )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
