"""Mark and check dates: of the page, the citation, the dateline and the body."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from encoder.annotation.rules import DATES_DISAGREE, UNREAD_DATE, WEEKDAY
from encoder.dates import (
    agree,
    date_of,
    deciding,
    find_days,
    parse_dateline,
    parse_when,
    undecided,
)
from encoder.language.pack import every
from encoder.model.blocks import Dateline, Turn
from encoder.model.description import FieldKind
from encoder.model.marks import Dated, Mark, Timed
from encoder.model.source import Span
from encoder.model.when import When

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.record import Record
    from encoder.model.source import Source
    from encoder.model.when import Habits

_ISO_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d(?=[ ,:])")
_NEVER = When("")
# A page states its date in a few places; more than so many dates are something else.
_MOST = 12


def page_dates(record: Record, habits: Habits) -> Iterator[Dated]:
    """Yield a mark over each date field of the page that can be parsed."""
    for kind in (FieldKind.DATE, FieldKind.UPLOADED):
        for span in record.description.spans(kind):
            if when := parse_when(record.words(span), habits):
                yield Dated(span, when)


def title_dates(record: Record, habits: Habits) -> Iterator[Dated]:
    """Yield a mark over a date at the start or end of a title."""
    for span in record.description.spans(FieldKind.TITLE):
        words = record.words(span)
        if begins := _ISO_DAY.match(words):
            if when := parse_when(begins[0]):
                yield Dated(Span(span.start, span.start + begins.end()), when)
        elif (place := date_of(words, habits)) is not None:
            read = parse_dateline(words[place:], habits)
            if read:
                yield Dated(read.moved(span.start + place).date, read.when)


def dateline(record: Record, habits: Habits) -> Iterator[Dated | Timed]:
    """Yield marks over the date and the hours of each dateline.

    A date that needs a configuration to be read gets a mark without a value.
    """
    for span in _datelines(record):
        line = record.words(span)
        if read := parse_dateline(line, habits):
            read = read.moved(span.start)
            yield Dated(read.date, read.when)
            if read.hours and read.time:
                yield Timed(read.time, read.hours)
        elif could := undecided(line, habits):
            read = could[0].moved(span.start)
            yield Dated(read.date, When(record.words(read.date)))


def _datelines(record: Record) -> Iterator[Span]:
    """Yield each dateline that stands above the turns."""
    for block in record.body:
        if isinstance(block, Dateline):
            yield block.span
        elif isinstance(block, Turn):
            return


def days(record: Record, held: Sequence[Dated], habits: Habits) -> Iterator[Dated]:
    """Yield a mark over each date in the running text of the body.

    `held` are the dates of the record, the most reliable last; they resolve relative
    dates.
    """
    meeting = held[-1].when if held else _NEVER
    text, body = record.words(record.extent), record.extent.start
    for start, end, when in find_days(text, meeting, record.language, habits):
        yield Dated(Span(body + start, body + end), when)


def date_doubts(
    record: Record, dates: Sequence[Dated], habits: Habits
) -> Iterator[Finding]:
    """Yield a finding for each unread date, and each two dates that disagree."""
    for span, keys in unread_dates(record, {mark.span for mark in dates}, habits):
        yield unread_date(record.source, span, keys)
    yield from _disagreements(record.source, dates)


def unread_dates(
    record: Record, read: Collection[Span], habits: Habits
) -> Iterator[tuple[Span, str | None]]:
    """Yield each date of page, dateline and title whose span is not in `read`.

    The second value names the configuration keys that would decide it; None if none.
    """
    source = record.source
    unread = [
        field.span
        for field in record.description.all(FieldKind.DATE)
        if field.span not in read
    ]
    for span in unread:
        words = source.words(span)
        if words.casefold() not in every("no-date"):
            yield span, deciding(words, habits)
    for span in _datelines(record):
        if could := undecided(source.words(span), habits):
            place = could[0].moved(span.start).date
            if place not in read:
                yield place, could[1]
    for span in record.description.spans(FieldKind.TITLE):
        end = Span(span.start + source.words(span).rfind(", ") + 2, span.end)
        keys = deciding(source.words(end).rstrip("."), habits)
        if keys and end not in read:
            yield end, keys


def open_dates(record: Record, habits: Habits) -> Iterator[Span]:
    """Yield the span of each date of an annotated record that was not parsed."""
    marks = (mark for inside in record.marks.values() for mark in inside)
    dated = (mark for mark in marks if isinstance(mark, Dated))
    read = {mark.span for mark in dated if mark.when.attributes}
    for span, _ in unread_dates(record, read, habits):
        yield span


def unread_date(source: Source, span: Span, keys: str | None) -> Finding:
    """Return the finding for an unread date; `keys` would decide it, if given."""
    message = f"{source.words(span)!r} was not read as a date"
    if keys:
        message = (
            f"{source.words(span)!r} could mean several days; write {keys} under"
            " [dates] in tei-encoder.toml"
        )
    return UNREAD_DATE.at(source.place(span), message)


def weekdays(source: Source, marks: Iterable[Mark]) -> Iterator[Finding]:
    """Yield a finding for each date whose weekday is wrong, once for each span.

    A dateline can be marked twice: as dateline and as running text.
    """
    dates = {mark.span: mark for mark in marks if isinstance(mark, Dated)}
    for mark in dates.values():
        if mark.when.weekday_fits is False:
            day = mark.when.day
            words = source.words(mark.span)
            message = f"{words!r} was a {day:%A}" if day else f"{words!r} does not fit"
            yield WEEKDAY.at(source.place(mark.span), message)


def _disagreements(source: Source, dates: Sequence[Dated]) -> Iterator[Finding]:
    for one, other in combinations(dates[:_MOST], 2):
        if not agree(one.when, other.when):
            elsewhere = source.place(one.span)
            message = (
                f"{source.words(other.span)!r} is not {source.words(one.span)!r}"
                f" of line {elsewhere.line}"
            )
            yield DATES_DISAGREE.at(source.place(other.span), message)
