"""Whether the dates of a file agree: with their words, and with each other."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from encoder.dates import agree, parse_when
from encoder.dates.languages import language
from encoder.finding import Severity
from encoder.validation.check import Hit, Layer, on_elements, on_file, on_header
from encoder.validation.index import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from encoder.model.when import When
    from encoder.validation.check import Check
    from encoder.validation.header import Header
    from encoder.validation.index import Index

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_POINT: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DAY_OF_MONTH: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_YEAR: Final = re.compile(r"[0-9]{4}")
_LONGEST: Final = 60
_CREATION: Final = "profileDesc/creation/date"
_SETTING: Final = "profileDesc/settingDesc/setting/date"
_PUBLICATION: Final = "fileDesc/publicationStmt/date"
_MAIN_TITLE: Final = "fileDesc/titleStmt/title"
_DAYS_IN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@on_elements("T409", Layer.DATES, Severity.WARNING, "date")
def words_say_another_day(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The words of a date and its attribute name different days.

    Readers see the one, and searches and timelines use the other.

    Correct the attribute; where the words are wrong, leave them and add a `note`:

        <date when="1945-07-08">7 July 1945</date>

        <date when="1945-07-07">7 July 1945</date>
    """
    for element in elements:
        when = element.get("when", "")
        if when and not element.get("calendar") and not element.get("datingMethod"):
            written = words(element)
            if _plainly(written, when):
                continue
            written = " ".join(written.split())
            stated, said = _point(when), parse_when(written)
            # A calendar that the words name says itself that the day is another.
            if stated and said and not said.calendar and not agree(stated, said):
                meant = said.when or f"{said.earliest} to {said.latest}"
                message = f"'{written}' is {meant}, and @when is {when}"
                yield Hit(element, message, "when")


@on_elements("T410", Layer.DATES, Severity.WARNING, "date")
def another_weekday(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The weekday in the words of a date is not that of the day in its attribute.

    One of the two is wrong: the day was misread or mistyped, or the source was
    mistaken. It is often the only trace of a wrong figure.

    Correct the attribute; where the source is wrong, leave its words:

        <date when="1951-03-03">Friday, 2 March 1951</date>

        <date when="1951-03-02">Friday, 2 March 1951</date>
    """
    for element in elements:
        when = element.get("when", "")
        if not _DAY.fullmatch(when) or element.get("calendar"):
            continue
        written = words(element)
        if "day" not in written:
            continue
        weekdays = _english("W")
        named = {weekdays[each] for each in _named("W").findall(written)}
        day = _day(when) if len(named) == 1 and len(written) < _LONGEST else None
        if day and day.weekday() not in named:
            weekday = _called("W", day.weekday())
            message = f"{when} was a {weekday}: {' '.join(written.split())}"
            yield Hit(element, message, "when")


@on_elements("T411", Layer.DATES, Severity.WARNING, "date")
def day_that_is_none(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The words of a date name a day that its month does not have.

    A figure or the month was misread. No program can tell which day is meant, and most
    leave it out.

    Look at the source; where the source is wrong, keep the words and add a `note`:

        <date>31 June 1951</date>

        <date when="1951-06-21">21 June 1951</date>
    """
    for element in elements:
        written = words(element)
        if len(written) < _LONGEST and not _plainly(written, element.get("when", "")):
            numbers = _english("M")
            months = {numbers[each] for each in _named("M").findall(written)}
            days = [int(each) for each in _DAY_OF_MONTH.findall(written)]
            if len(months) == 1 and len(days) == 1:
                (month,), (day,) = months, days
                if _DAYS_IN[month - 1] < day <= max(_DAYS_IN):
                    yield Hit(element, f"there is no such day: {written.strip()}")


@on_header("T413", Layer.DATES, Severity.WARNING)
def published_before_written(header: Header) -> Iterator[Hit]:
    """The file was published before its text was written.

    One of the two dates is that of something else: of the source, of another edition,
    or of a day on which somebody typed the wrong year.

    Correct the one that is wrong:

        <publicationStmt><date when="1915"/>…  <creation><date when="1951"/>

        <publicationStmt><date when="2015"/>…  <creation><date when="1951"/>
    """
    published, created = header.first(_PUBLICATION), header.first(_CREATION)
    if published is not None and created is not None:
        one, other = _point(published.get("when")), _point(created.get("when"))
        if one and other and (one.latest or date.max) < (other.earliest or date.min):
            message = f"published {one.when}, and written {other.when}"
            yield Hit(published, message, "when")


@on_header("T414", Layer.DATES, Severity.WARNING)
def written_after_it_was_encoded(header: Header) -> Iterator[Hit]:
    """The text was written after the last change of the file.

    A file cannot hold what was said later. The year of one of the two was mistyped.

    Correct the one that is wrong:

        <creation><date when="2051-03-02"/>…  <change when="2024-05-01"/>

        <creation><date when="1951-03-02"/>…  <change when="2024-05-01"/>
    """
    changes = [each.get("when") for each in header.all("revisionDesc/change")]
    known = [point for each in changes if each and (point := _point(each[:10]))]
    created = header.first(_CREATION) if known and len(known) == len(changes) else None
    if created is not None and (other := _point(created.get("when"))):
        newest = max(known, key=lambda point: point.latest or date.min)
        if (newest.latest or date.max) < (other.earliest or date.min):
            message = f"written {other.when}, and last changed {newest.when}"
            yield Hit(created, message, "when")


@on_header("T415", Layer.DATES, Severity.WARNING)
def dates_of_a_record_disagree(header: Header) -> Iterator[Hit]:
    """The title, the creation and the setting of a record name different days.

    The record is found under one date and cited by another.

    Let them agree; a talk that was written down later has two dates with reason,
    which a `note` or @type should say:

        <creation><date when="1951-03-02"/>…  <setting><date when="1951-03-20"/>

        <creation><date when="1951-03-02"/>…  <setting><date when="1951-03-02"/>
    """
    title = header.first(_MAIN_TITLE)
    dates = {"creation": header.first(_CREATION), "setting": header.first(_SETTING)}
    known = {
        name: element
        for name, element in dates.items()
        if element is not None and element.get("when") and not element.get("type")
    }
    named = None if title is None else _last_date(words(title))
    if named is None and len({each.get("when") for each in known.values()}) <= 1:
        return
    points = [
        (name, point, element)
        for name, element in known.items()
        if (point := _point(element.get("when")))
    ]
    if named is not None and title is not None:
        points.append(("title", named, title))
    for (one, first, _), (other, second, element) in combinations(points, 2):
        # What a play is about was long before it was written.
        apart = abs(int((first.when or "0")[:4]) - int((second.when or "0")[:4]))
        if apart <= 1 and not agree(first, second):
            message = f"{other} says {second.when}, and {one} says {first.when}"
            yield Hit(element, message)


@on_file("T416", Layer.DATES, Severity.WARNING)
def dateline_disagrees(file: Index) -> Iterator[Hit]:
    """The dateline of a text names another day than the header does.

    The record is found under one date, and says another of itself.

    Correct the one that is wrong; the day of a talk that was written down later belongs
    in `setting`, and not in `creation`:

        <creation><date when="1951-03-12"/>…  <dateline><date when="1951-03-02"/>

        <creation><date when="1951-03-02"/>…  <dateline><date when="1951-03-02"/>
    """
    # Of several letters in one file, each has a day of its own.
    if len(file.details.datelines) == len(file.details.created) == 1:
        (line,), (created,) = file.details.datelines, file.details.created
        first, second = _point(line.when), _point(created.when)
        if first and second and not agree(first, second):
            message = f"the header says {created.when}, and the dateline {line.when}"
            yield Hit(line.at, message, "when")


def _point(iso: str | None) -> When | None:
    """Return what an attribute states, where it is a day, a month or a year."""
    return parse_when(iso) if iso and _POINT.fullmatch(iso) else None


def _plainly(written: str, when: str) -> bool:
    """Return whether words say a day as most do: they need not be looked at again.

    >>> _plainly("7 July 1945", "1945-07-07"), _plainly("8 July 1945", "1945-07-07")
    (True, False)
    """
    if not _DAY.fullmatch(when) or not "01" <= when[5:7] <= "12":
        return False
    month = _called("M", int(when[5:7]))
    year, day = when[:4], when[8:].lstrip("0")
    return written in {f"{day} {month} {year}", f"{month} {day}, {year}"}


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _last_date(title: str) -> When | None:
    """Return the day that a title ends with: "Talk with Hale, 2 March 1951"."""
    if not _YEAR.search(title):
        return None
    for part in (title.rpartition(", ")[2], ", ".join(title.split(", ")[-2:])):
        said = parse_when(part.strip(" ."))
        if said and said.day:
            return said
    return None


@cache
def _english(kind: str) -> Mapping[str, int]:
    """Return the number of each English month ("M") or weekday ("W"), by its names.

    Months count from one, and weekdays from Monday, which is nought.
    """
    english = language("en")
    words = english.words if english else {}
    return {name: number for name, (letter, number) in words.items() if letter == kind}


@cache
def _called(kind: str, number: int) -> str:
    """Return the full name of a month or weekday: the first that the table has."""
    names = _english(kind).items()
    return next(name for name, meant in names if meant == number)


@cache
def _named(kind: str) -> re.Pattern[str]:
    names = (name for name in _english(kind) if name[-1] != ".")
    return re.compile(rf"\b({'|'.join(names)})\b")


CHECKS: Final[tuple[Check, ...]] = (
    words_say_another_day,
    another_weekday,
    day_that_is_none,
    published_before_written,
    written_after_it_was_encoded,
    dates_of_a_record_disagree,
    dateline_disagrees,
)
