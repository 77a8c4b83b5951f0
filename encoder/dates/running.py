"""Days named inside running words: "on July 7th", "from 5 to 7 May"."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from encoder.dates.calendars import CalendarDate
from encoder.dates.cjk import eastern_days
from encoder.dates.context import (
    LONGEST_BEFORE,
    is_a_name,
    is_another_in_the_east,
    is_count,
    is_doubted,
    is_doubted_in_the_east,
    is_moved,
    is_of,
)
from encoder.dates.grammar import PLAIN, parse_when, read
from encoder.dates.languages import language
from encoder.dates.numeric import figured
from encoder.dates.patterns import DASH, GAP, any_of
from encoder.dates.periods import period_of_days
from encoder.dates.single import BOTH_STYLES, DAY, STYLED
from encoder.dates.tokens import UNKNOWN, Token, tokens, words
from encoder.language.pack import Formula, alternatives
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    import re
    from datetime import date

    from encoder.dates.languages import Language
    from encoder.dates.tokens import Words
    from encoder.model.when import Habits, When

_LONGEST_START, _LONGEST_END = LONGEST_BEFORE, 64
"""No words of a date before a month's name, or behind it, are longer."""
_LONGEST_WEEKDAY = 20
"""Nor is what stands there without a number."""

# Letters as in `tokens`.
_WITH_YEAR = Pattern(
    rf"""(?: {BOTH_STYLES} | {STYLED} | {period_of_days("-")} | (?: t?W[,.]? )? {DAY} )
    (?! [-/][DYn] )"""
)
_NUMBER_FIRST = Pattern(r"(?: t?W,? )? (?: t?D (?: [of]?M )? - )? t?D[of]?M")
_MONTH_FIRST = Pattern(r"(?: W,? )? Mt?D (?: - M?D )?")
_FIGURE = Pattern("[0-9]")
_IN_FIGURES = Pattern(r"[0-9][-./]\Z")

_IN_A_NUMBER = Pattern(
    r"[0-9] [-\u2010-\u2015\u2212/.,:'] [ ]? \Z | [0-9] [ ] [-\u2010-\u2015/] [ ] \Z"
)
_ALSO_A_VERB = Formula(r"{month-and-verb} \s")
_POINTS_AT_A_DAY = Formula(r"(?i: {before-a-day} ) \s \Z")
_LENT = "year of the meeting"
_ENDS_A_PHRASE = Pattern(r"[.,;:!?)\]] | \Z")
_EASTERN = frozenset({"zh", "ja", "ko"})


@cache
def _more_after(speech: Language) -> Pattern:
    """Return what may not follow a day without a year: it would be part of more."""
    months = any_of(word[:3] for word, (kind, _) in speech.words.items() if kind == "M")
    return Pattern(
        rf"""
        \w
        | [.:/%] [0-9]
        | ,? {GAP}? ['\u2019]? [0-9]                       # another year, or a number
        | {DASH} (?: [0-9] | {months} )                    # a period
        | ,? {GAP} \(? {alternatives("old-style-behind")}
        | {GAP} \( [0-9]{{1,2}} [ ] (?: {months} )          # by the other calendar
        """
    )


def find_days(
    text: str, meeting: When, tag: str | None = None, habits: Habits = PLAIN
) -> list[tuple[int, int, When]]:
    """Return each day named in `text`, with its half-open offsets, in order.

    `tag` is the language of the text, in whose words alone days are looked for; where
    it is not known, in English or, where their signs stand, in those of the East.
    A day with its year is what it says, and so is a period of days. A day
    without one has the meeting's own year where the meeting is of one known day,
    no more than a month of that year away, no other year is spoken of nearby, and
    nothing else has the day for its name; `cert` is then "medium".
    Without a number "May" is no month, and neither is the "March" of "March 5 miles".

    >>> meeting = parse_when("30 June 1945")
    >>> [(start, end, day.attributes) for start, end, day in find_days(
    ...     "He left on July 7th, not in May, and was at Yalta on 11 February 1945.",
    ...     meeting)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [(11, 19, {'when': '1945-07-07', 'cert': 'medium'}),
     (53, 69, {'when': '1945-02-11'})]
    """
    found: list[tuple[int, int, When]] = []
    speech = language(tag or "en")
    if tag is None or tag.partition("-")[0] in _EASTERN:
        found = _eastern(text, meeting) if "月" in text or "월" in text else []
    if speech and not found:
        found = _western(text, meeting, speech, habits)
    kept = _undisputed(found, meeting.day)
    return sorted([*kept, *figured(text, habits)], key=itemgetter(0, 1))


def _undisputed(
    found: list[tuple[int, int, When]], meeting: date | None
) -> list[tuple[int, int, When]]:
    """Return the days without those whose year the meeting lent and another claims.

    Whoever has told what happened on "October 20, 1953" goes on with "October 21", and
    so does one who names the year of a day after he has named the day.
    """
    if meeting is None:
        return found
    others = {
        (day.month, day.day)
        for _, _, when in found
        for day in (when.earliest, when.latest)
        if day and when.reason != _LENT and day.year != meeting.year
    }
    kept, said = [], {meeting.year}
    for start, end, when in found:
        ends = [day for day in (when.earliest, when.latest) if day]
        if when.reason != _LENT:
            said = {day.year for day in ends}
        elif meeting.year not in said or others & {(d.month, d.day) for d in ends}:
            continue
        kept.append((start, end, when))
    return kept


def _western(
    text: str, meeting: When, speech: Language, habits: Habits
) -> list[tuple[int, int, When]]:
    """Return each day around the name of a month."""
    found: list[tuple[int, int, When]] = []
    end = 0
    for name in speech.months.finditer(text):
        month, after = name.span()
        # A month that is no part of a date has no number near it, and most have none.
        if month < end or not _FIGURE.search(text, max(0, month - 12), after + 8):
            continue
        run = _run(text, name, end, speech, habits)
        if day := _day(text, run, name.start(), speech, meeting.day):
            found.append(day)
            end = day[1]
    return found


def _run(
    text: str, name: re.Match[str], free: int, speech: Language, habits: Habits
) -> Words:
    """Return the words around a month's name of which a date can be made."""
    month, end = name.span()
    start = max(free, month - _LONGEST_START)
    if not _FIGURE.search(text, start, month):
        start = max(free, month - _LONGEST_WEEKDAY)
    while start < month and text[start - 1 : start].isalnum():
        start += 1
    run: list[Token] = []
    for token in tokens(
        text, start, min(len(text), end + _LONGEST_END), speech, habits
    ):
        if token.kind != UNKNOWN:
            run.append(token)
        elif token.start > month:
            break
        else:
            run.clear()
    return words(text, run, speech, habits)


def _day(
    text: str, run: Words, month: int, speech: Language, meeting: date | None
) -> tuple[int, int, When] | None:
    """Return the day, or the period of days, around a month's name."""
    place = next(
        (n for n, token in enumerate(run.tokens) if token.start == month), None
    )
    if place is None:
        return None
    if part := _around(run, _WITH_YEAR, place):
        start, end = _extent(part)
        is_in_figures = _IN_FIGURES.search(text[max(0, start - 2) : start])
        is_doubtful = is_in_figures or is_doubted(text, start)
        return _unmoved(text, start, end, None if is_doubtful else read(part))
    orders = (
        (_NUMBER_FIRST, _MONTH_FIRST) if speech.is_month_first else (_NUMBER_FIRST,)
    )
    for part in (_around(run, order, place) for order in orders if meeting):
        if part and meeting:
            start, end = _extent(part)
            is_day = _is_a_day(text, start, end, speech)
            if is_day and is_of(text, start, end, meeting, speech.tag):
                when = _of_the_meeting(part, text[start:end], meeting)
                return _unmoved(text, start, end, when)
    return None


def _extent(part: Words) -> tuple[int, int]:
    """Return where the words begin and end."""
    return part.tokens[0].start, part.tokens[-1].end


def _unmoved(
    text: str, start: int, end: int, when: When | None
) -> tuple[int, int, When] | None:
    """Return what was read with its place, unless it was put off from day to day."""
    if when is None or (when.start and is_moved(text, start)):
        return None
    return start, end, when._replace(written=text[start:end])


def _around(run: Words, order: Pattern, place: int) -> Words | None:
    """Return the longest part of the run in that order that has that token."""
    for start in range(place + 1):
        found = order.match(run.kinds, start)
        if found and found.end() > place:
            return run.part(start, found.end())
    return None


def _is_a_day(text: str, start: int, end: int, speech: Language) -> bool:
    """Return whether words without a year name a day and are not part of a number."""
    before = text[max(0, start - _LONGEST_START) : start]
    if _more_after(speech).match(text, end) or _IN_A_NUMBER.search(before):
        return False
    if is_doubted(text, start) or is_a_name(text, start, end, speech.tag):
        return False
    if not text[end - 1].isdigit():
        return True
    if is_count(text, start, end):
        return False
    if not _ALSO_A_VERB.match(text, start):
        return True
    return bool(_ENDS_A_PHRASE.match(text, end) or _POINTS_AT_A_DAY.search(before))


def _of_the_meeting(part: Words, written: str, meeting: date) -> When | None:
    """Return the days in the meeting's year, if they are near and the weekday fits."""
    year = Token("Y", 0, 0, meeting.year, CalendarDate(meeting.year))
    dated = part._replace(tokens=[*part.tokens, year], kinds=f"{part.kinds}Y")
    return _lent(read(dated), written, meeting)


def _lent(when: When | None, written: str, meeting: date) -> When | None:
    if when is None or when.weekday_fits is False:
        return None
    for day in (when.earliest, when.latest):
        if day is None or abs(day.month - meeting.month) > 1:
            return None
    return when._replace(written=written, cert="medium", reason=_LENT)


def _eastern(text: str, meeting: When) -> list[tuple[int, int, When]]:
    """Return each day that is written with the signs for month and day."""
    found = []
    for start, end, has_year in eastern_days(text):
        written = text[start:end]
        when = None
        if has_year:
            when = parse_when(written)
        elif (
            meeting.day
            and is_of(text, start, end, meeting.day, "zh")
            and not is_another_in_the_east(text, start, end)
        ):
            year = "년" if "월" in written else "年"
            dated = parse_when(f"{meeting.day.year}{year}{written}")
            when = _lent(dated, written, meeting.day)
        if when and not is_doubted_in_the_east(text, start, end):
            found.append((start, end, when))
    return found
