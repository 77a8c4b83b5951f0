"""Convert years, months and days of other calendars and eras to Gregorian dates."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from encoder.language.pack import every
from encoder.model.when import first_day, last_day

_JAPANESE = "#japanese-calendar"
FIRST_DAY = date(1753, 1, 1)
"""Britain kept the Julian calendar until 1752: an earlier day says too little."""


ROMANS = {
    roman: number
    for number, roman in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1
    )
}
"""Months as "7.VII.1945" numbers them."""


class CalendarDate(NamedTuple):
    """A year, and a month and day in it where they are named.

    The calendar may not have that day.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self, since: date = FIRST_DAY) -> str | None:
        """Return the day, month or year as TEI writes it (ISO 8601), if there is one.

        Of a day or a month before `since` its writer may have used another calendar;
        a year is the same in both.

        >>> CalendarDate(1945, 7, 7).iso(), CalendarDate(1945, 7).iso()
        ('1945-07-07', '1945-07')
        >>> CalendarDate(1945, 6, 31).iso()
        """
        try:
            first = date(*(1 if part is None else part for part in self))
        except ValueError:
            return None
        if first < (FIRST_DAY if self.month is None else since):
            return None
        return "-".join(first.isoformat().split("-")[: 3 - self.count(None)])

    def from_julian(self) -> date | None:
        """Return the Gregorian day of a Julian one.

        The Julian calendar has a 29 February in 1900 too. Every fourth year is a leap
        year, so the days are counted in one that Python's calendar also makes a leap
        year, or does not, as this one is.

        >>> CalendarDate(1917, 10, 25).from_julian()
        datetime.date(1917, 11, 7)
        """
        if not self.month or not self.day:
            return None
        try:
            like = date(2000 + self.year % 4, self.month, self.day)
        except ValueError:
            return None
        of_the_year = like.toordinal() - date(like.year, 1, 1).toordinal()
        years = (self.year - 1) * _DAYS_IN_FOUR_YEARS // 4
        return date.fromordinal(_JULIAN_ORDINAL + years + of_the_year)


_DAYS_IN_FOUR_YEARS = 1461
_JULIAN_ORDINAL = -1
"""The Julian 1 January of year 1, as `date.toordinal` counts days."""


class Era(NamedTuple):
    """Years that are counted from an event: year 1 is the one after `before`."""

    calendar: str
    before: int
    first: date
    last: date = date.max

    def holds(self, iso: str) -> bool:
        """Return whether the whole of a day, a month or a year lies in the era.

        >>> ERAS["Showa"].holds("1945"), ERAS["Showa"].holds("1989-01")
        (True, False)
        """
        return self.first <= first_day(iso) and last_day(iso) <= self.last


_ERAS = {
    "era-minguo": Era("#minguo-calendar", 1911, date(1912, 1, 1)),
    "era-juche": Era("#juche-calendar", 1911, date(1912, 1, 1)),
    "era-dangi": Era("#dangi-calendar", -2333, date(1896, 1, 1)),
    # Japan has the Gregorian calendar since the first day of Meiji 6.
    "era-meiji": Era(_JAPANESE, 1867, date(1873, 1, 1), date(1912, 7, 30)),
    "era-taisho": Era(_JAPANESE, 1911, date(1912, 7, 30), date(1926, 12, 25)),
    "era-showa": Era(_JAPANESE, 1925, date(1926, 12, 25), date(1989, 1, 7)),
    "era-heisei": Era(_JAPANESE, 1988, date(1989, 1, 8), date(2019, 4, 30)),
    "era-reiwa": Era(_JAPANESE, 2018, date(2019, 5, 1)),
}
ERAS = {
    name: era for category, era in _ERAS.items() for name in sorted(every(category))
}
"""The eras by every name of theirs that is read."""
