from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.dates import (
    agree,
    find_days,
    is_dateline,
    is_refused,
    parse_dateline,
    parse_hours,
    parse_when,
)
from encoder.model.source import Span
from encoder.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS = {
    "July 7, 1945": "1945-07-07",
    "July 07, 1945": "1945-07-07",
    "July 7 1945": "1945-07-07",
    "July 7,1945": "1945-07-07",
    "JULY 7, 1945": "1945-07-07",
    "July 7th, 1945": "1945-07-07",
    "July the 7th, 1945": "1945-07-07",
    "Jul. 7, 1945": "1945-07-07",
    "Sept. 5, 1963": "1963-09-05",
    "Dec 31 1999": "1999-12-31",
    "7 July 1945": "1945-07-07",
    "07 July 1945": "1945-07-07",
    "7 July, 1945": "1945-07-07",
    "7th July 1945": "1945-07-07",
    "7th of July, 1945": "1945-07-07",
    "the 21st of March 1960": "1960-03-21",
    "22ND AUGUST 1951": "1951-08-22",
    "3rd Oct. 1971": "1971-10-03",
    "29 February 1944": "1944-02-29",
    "1945-07-07": "1945-07-07",
    "7.VII.1945": "1945-07-07",
    "12 XI 1956": "1956-11-12",
    "7\u00a0July\n1945": "1945-07-07",
}

MONTHS_AND_YEARS = {
    "July 1945": "1945-07",
    "July, 1945": "1945-07",
    "July of 1945": "1945-07",
    "Feb. 1956": "1956-02",
    "MAY 1972": "1972-05",
    "1945": "1945",
    "2001": "2001",
}

PERIODS = {
    "July 7-9, 1945": ("1945-07-07", "1945-07-09"),
    "July 7 – 9, 1945": ("1945-07-07", "1945-07-09"),
    "July 7th to 9th, 1945": ("1945-07-07", "1945-07-09"),
    "7–9 July 1945": ("1945-07-07", "1945-07-09"),
    "7 through 9 July 1945": ("1945-07-07", "1945-07-09"),
    "30 June - 2 July 1945": ("1945-06-30", "1945-07-02"),
    "June 30–July 2, 1945": ("1945-06-30", "1945-07-02"),
    "from 7 to 9 July 1945": ("1945-07-07", "1945-07-09"),
    "From June 30 to July 2, 1945": ("1945-06-30", "1945-07-02"),
    "30 December 1945 - 2 January 1946": ("1945-12-30", "1946-01-02"),
    "December 30, 1945–January 2, 1946": ("1945-12-30", "1946-01-02"),
    "1945-07-07 to 1945-07-09": ("1945-07-07", "1945-07-09"),
    "July-August 1945": ("1945-07", "1945-08"),
    "November 1945 - March 1946": ("1945-11", "1946-03"),
    "1945-1946": ("1945", "1946"),
    "from 1945 to 1949": ("1945", "1949"),
    "night of 24/25 February 1956": ("1956-02-24", "1956-02-25"),
    "the night of February 24-25, 1956": ("1956-02-24", "1956-02-25"),
    "Night of the 24th/25th February, 1956": ("1956-02-24", "1956-02-25"),
}

OPEN = {
    "early May 1972": ("1972-05-01", "1972-05-10", "medium", "early"),
    "beginning of May 1972": ("1972-05-01", "1972-05-10", "medium", "early"),
    "mid-May 1972": ("1972-05-11", "1972-05-20", "medium", "mid"),
    "Mid May 1972": ("1972-05-11", "1972-05-20", "medium", "mid"),
    "late February 1972": ("1972-02-21", "1972-02-29", "medium", "late"),
    "the end of February 1973": ("1973-02-21", "1973-02-28", "medium", "late"),
    "early 1972": ("1972-01-01", "1972-04-30", "low", "early"),
    "mid-1972": ("1972-05-01", "1972-08-31", "low", "mid"),
    "Late 1972": ("1972-09-01", "1972-12-31", "low", "late"),
    "circa 1945": ("1945", "1945", "low", "circa"),
    "c. July 1945": ("1945-07", "1945-07", "low", "circa"),
    "ca. 1945": ("1945", "1945", "low", "circa"),
    "About July, 1945": ("1945-07", "1945-07", "low", "circa"),
    "before 9 August 1945": (None, "1945-08-09", None, "before"),
    "not later than July 1945": (None, "1945-07", None, "before"),
    "After August 9, 1945": ("1945-08-09", None, None, "after"),
    "after 1945": ("1945", None, None, "after"),
    "the 1950s": ("1950", "1959", None, "decade"),
    "1970's": ("1970", "1979", None, "decade"),
}

REFUSED_DATES = (
    "",
    " ",
    "undated",
    "n.d.",
    "July",
    "May",
    "7 July",
    "July 7",
    "7/8/45",
    "7/8/1945",
    "13/08/1945",
    "07.08.1945",
    "08-07-1945",
    "1945/07/07",
    "1945-7-7",
    "1945-07",
    "1911-12",
    "1945-46",
    "19450707",
    "7 July 45",
    "July 7, '45",
    "7.VII.45",
    "7.XIII.1945",
    "June 31, 1945",
    "31 June 1945",
    "0 July 1945",
    "32 July 1945",
    "29 February 1945",
    "1945-13-01",
    "1945-02-30",
    "22th July 1945",
    "July 7st, 1945",
    "July 71945",
    "july 7, 1945",
    "July 7, 1945.",
    " July 7, 1945",
    "July 7, 1945 ",
    "July 7, 1945?",
    "July\n\n7, 1945",
    "July 7, 1745",
    "July 7, 2145",
    "1066",
    "the 1900s",
    "early 1950s",
    "circa 7 July 1945",
    "before Christmas 1945",
    "from July 7, 1945",
    "9-7 July 1945",
    "7-7 July 1945",
    "July 30-32, 1945",
    "30 December - 2 January 1946",
    "1946-1945",
    "July 1945 - 9 August 1945",
    "24/25 February 1956",
    "night of 24/26 February 1956",
    "night of 24 February 1956",
    "Saturday, July 1945",
    "Saturday",
    "[July 7], 1945",
    "[[July 7, 1945]]",
    "[undated]",
    "7 July 1945, Moscow",
    "On 7 July 1945 Stalin said",
)

HOURS = {
    "9 a.m.": ("09:00:00",),
    "9am": ("09:00:00",),
    "8:55 a.m.": ("08:55:00",),
    "8:55 PM": ("20:55:00",),
    "4.30 p.m.": ("16:30:00",),
    "12:30 p.m.": ("12:30:00",),
    "12:15 a.m.": ("00:15:00",),
    "noon": ("12:00:00",),
    "12 noon": ("12:00:00",),
    "1530 hours": ("15:30:00",),
    "0900 hrs": ("09:00:00",),
    "15:30": ("15:30:00",),
    "15.30": ("15:30:00",),
    "09:30": ("09:30:00",),
    "00:05": ("00:05:00",),
    "11:00 - 11:45 p.m.": ("23:00:00", "23:45:00"),
    "11:00 - 1:15 p.m.": ("11:00:00", "13:15:00"),
    "12:00 - 1:30 p.m.": ("12:00:00", "13:30:00"),
    "10–11:40 p.m.": ("22:00:00", "23:40:00"),
    "3:35-4 p.m.": ("15:35:00", "16:00:00"),
    "from 3 to 4:30 p.m.": ("15:00:00", "16:30:00"),
    "10:10 a.m.–12:10 p.m.": ("10:10:00", "12:10:00"),
    "7:00 p.m. to 8:00 p.m.": ("19:00:00", "20:00:00"),
    "11:30 a.m.–noon": ("11:30:00", "12:00:00"),
    "11:30 - noon": ("11:30:00", "12:00:00"),
    "noon–1:15 p.m.": ("12:00:00", "13:15:00"),
    "11:30 p.m. - 12:15 a.m.": ("23:30:00", "00:15:00"),
    "11:30 - 12:15 a.m.": ("23:30:00", "00:15:00"),
    "9:00 - 15:00": ("09:00:00", "15:00:00"),
    "09:00 - 10:00": ("09:00:00", "10:00:00"),
    "23:30 - 00:15": ("23:30:00", "00:15:00"),
    "0900-1030 hours": ("09:00:00", "10:30:00"),
}

REFUSED_HOURS = (
    "",
    "midnight",
    "10 p.m. - midnight",
    "9",
    "9:30",
    "9:00 - 10:00",
    "1530",
    "0900-1030",
    "12 p.m.",
    "12:00 a.m.",
    "11 a.m. - 12:00 p.m.",
    "13:00 p.m.",
    "0:15 a.m.",
    "24:00",
    "25:10",
    "2560 hours",
    "9:60 a.m.",
    "9:5 a.m.",
    "15:00 - 9:00",
    "3 p.m. - 2 p.m.",
    "3 - 3 p.m.",
    "10 a.m. - 11:30",
    "11 a.m. - 13:15",
    "from 9 a.m.",
    "3 p.m. Moscow time",
    "9 a.m. ",
    "9 o'clock",
    "about 9 a.m.",
)

DATELINES = {
    "7 July 1945, 11:00 - 11:45 p.m.": ("", "7 July 1945", "11:00 - 11:45 p.m."),
    "Washington, September 5, 1963, 8:55 a.m.": (
        "Washington",
        "September 5, 1963",
        "8:55 a.m.",
    ),
    "Moscow, Kremlin, 13 December 1945": ("Moscow, Kremlin", "13 December 1945", ""),
    "Beijing, May 7, 1971, 10–11:40 p.m.": ("Beijing", "May 7, 1971", "10–11:40 p.m."),
    "Washington, D.C., July 7, 1945, noon": (
        "Washington, D.C.",
        "July 7, 1945",
        "noon",
    ),
    "Hall of the Republic, Moscow, Saturday, July 7, 1945 at 9 a.m.": (
        "Hall of the Republic, Moscow",
        "Saturday, July 7, 1945",
        "9 a.m.",
    ),
    "October 13, 1972 5:00 p.m.": ("", "October 13, 1972", "5:00 p.m."),
    "June 19, 1972; 10:25 - 11:20 p.m.": ("", "June 19, 1972", "10:25 - 11:20 p.m."),
    "Paris,July 7, 1945.": ("Paris", "July 7, 1945", ""),
    "  Paris, July 7-9, 1945 . ": ("Paris", "July 7-9, 1945", ""),
    "Hanoi, early May 1972": ("Hanoi", "early May 1972", ""),
    "7 July 1945, 1530 hours": ("", "7 July 1945", "1530 hours"),
    "July 1945": ("", "July 1945", ""),
    "Paris, [July 7, 1945]": ("Paris", "[July 7, 1945]", ""),
}

REFUSED_DATELINES = (
    "",
    ".",
    "1945",
    "Stalin, 1945",
    "Paris, 1945-1946",
    "Paris, before 7 July 1945",
    "Washington, undated",
    "On 7 July 1945 Stalin said",
    "He came home, 7 July 1945",
    "Stalin answered: Moscow, 7 July 1945",
    "Moscow 7 July 1945",
    ", 7 July 1945",
    "7 July 1945,",
    "7 July 1945, 9:30",
    "Paris, July 1945, 9 a.m.",
    "Paris, July 7-9, 1945, 9 a.m.",
    "Paris, 7/8/1945",
    "Paris,\n7 July 1945",
    "A, B, C, D, E, F, G, H, I, July 7, 1945",
    "Paris, July 7, 1945" + " " * 200,
    "7 July 1945, 3 p.m. Moscow time",
    "10:25 - 11:20 p.m.",
)


@pytest.mark.parametrize(("written", "iso"), (DAYS | MONTHS_AND_YEARS).items())
def test_a_day_a_month_or_a_year_is_read_exactly(written: str, iso: str) -> None:
    assert parse_when(written) == When(written, iso)


@pytest.mark.parametrize(("written", "ends"), PERIODS.items())
def test_what_lasted_has_two_ends(written: str, ends: tuple[str, str]) -> None:
    when = parse_when(written)
    assert when is not None
    assert when.attributes == {"from": ends[0], "to": ends[1]}


@pytest.mark.parametrize(("written", "expected"), OPEN.items())
def test_a_day_left_open_has_bounds_and_a_reason(
    written: str, expected: tuple[str | None, ...]
) -> None:
    when = parse_when(written)
    assert when is not None
    assert (when.not_before, when.not_after, when.cert, when.reason) == expected
    assert not when.is_exact


@pytest.mark.parametrize("written", REFUSED_DATES)
def test_what_would_be_a_guess_is_refused(written: str) -> None:
    assert parse_when(written) is None


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("Saturday, July 7, 1945", True),
        ("Saturday 7 July 1945", True),
        ("Sat., July 7, 1945", True),
        ("SATURDAY, 7 JULY 1945", True),
        ("Wednesday. October 20, 1971", True),
        ("7 July 1945, Saturday", True),
        ("July 7, 1945 (Saturday)", True),
        ("Monday, July 7, 1945", False),
        ("July 7, 1945 (Tues.)", False),
        ("July 7, 1945", None),
    ],
)
def test_a_weekday_is_checked_and_never_changes_the_day(
    written: str, *, fits: bool | None
) -> None:
    when = parse_when(written)
    assert when is not None
    assert when.weekday_fits is fits
    assert when.when == ("1971-10-20" if "1971" in written else "1945-07-07")


def test_brackets_around_a_date_lower_its_certainty() -> None:
    when = parse_when("[July 7, 1945]")
    assert when is not None
    assert when.written == "[July 7, 1945]"
    assert when.attributes == {"when": "1945-07-07", "cert": "medium"}
    assert when.reason == "bracketed"


@pytest.mark.parametrize(
    ("written", "gregorian"),
    [
        ("25 October 1917 (O.S.)", "1917-11-07"),
        ("January 9, 1905, Old Style", "1905-01-22"),
        ("29 February 1900 O.S.", "1900-03-13"),
        ("31 December 1899 O.S.", "1900-01-12"),
    ],
)
def test_an_old_style_day_is_written_as_the_gregorian_one(
    written: str, gregorian: str
) -> None:
    when = parse_when(written)
    assert when is not None
    assert when.attributes == {"when": gregorian, "calendar": "#julian-calendar"}


@pytest.mark.parametrize("written", ["29 February 1917 O.S.", "1917 O.S.", "O.S."])
def test_old_style_needs_a_day_of_the_julian_calendar(written: str) -> None:
    assert parse_when(written) is None


@pytest.mark.parametrize(("written", "ends"), HOURS.items())
def test_hours_are_read_as_a_clock_shows_them(
    written: str, ends: tuple[str, ...]
) -> None:
    hours = parse_hours(written)
    assert hours is not None
    assert tuple(hours.attributes.values()) == ends
    assert list(hours.attributes) in (["when"], ["from", "to"])
    assert hours.crosses_midnight == (ends != tuple(sorted(ends)))


@pytest.mark.parametrize("written", REFUSED_HOURS)
def test_hours_that_can_be_two_times_are_refused(written: str) -> None:
    assert parse_hours(written) is None


def _words(line: str, span: Span | None) -> str:
    return line[span.start : span.end] if span else ""


@pytest.mark.parametrize(("line", "parts"), DATELINES.items())
def test_a_dateline_says_where_each_part_stands(
    line: str, parts: tuple[str, str, str]
) -> None:
    dateline = parse_dateline(line)
    assert dateline is not None
    spans = (dateline.lead, dateline.date, dateline.time)
    assert tuple(_words(line, span) for span in spans) == parts
    assert dateline.when == parse_when(parts[1])
    assert dateline.hours == parse_hours(parts[2])


@pytest.mark.parametrize("line", REFUSED_DATELINES)
def test_a_line_that_is_more_or_less_than_a_dateline_is_refused(line: str) -> None:
    assert parse_dateline(line) is None


def test_a_dateline_moves_with_its_line() -> None:
    dateline = parse_dateline("Paris, July 7, 1945, 9 a.m.")
    assert dateline is not None
    moved = dateline.moved(100)
    assert (moved.lead, moved.date, moved.time) == (
        Span(100, 105),
        Span(107, 119),
        Span(121, 127),
    )


MEETING = When("7 July 1945", "1945-07-07")
MEDIUM = {"when": "1945-07-07", "cert": "medium"}
WEEK = {"from": "1945-07-05", "to": "1945-07-07", "cert": "medium"}


@pytest.mark.parametrize(
    ("text", "words", "attributes"),
    [
        ("We met on July 7th, as agreed.", "July 7th", MEDIUM),
        ("We met on July 7.", "July 7", MEDIUM),
        ("We met on 7 July and parted.", "7 July", MEDIUM),
        ("It was the 7th of July.", "the 7th of July", MEDIUM),
        ("On Saturday, July 7 we met.", "Saturday, July 7", MEDIUM),
        ("We met—July 7—and parted.", "July 7", MEDIUM),
        ("In this year, 1945, on July 7, we met.", "July 7", MEDIUM),
        ("Until August 1 he stays.", "August 1", MEDIUM | {"when": "1945-08-01"}),
        ("He signed on July 7, 1945.", "July 7, 1945", {"when": "1945-07-07"}),
        ("by 11 February 1945 at Yalta", "11 February 1945", {"when": "1945-02-11"}),
        ("He left Dec. 30, 1943, ill.", "Dec. 30, 1943", {"when": "1943-12-30"}),
        ("on July\n  7, 1945, here", "July\n  7, 1945", {"when": "1945-07-07"}),
        (
            "from July 7-9, 1945 we sat",
            "July 7-9, 1945",
            {"from": "1945-07-07", "to": "1945-07-09"},
        ),
        ("From 5 to 7 July we sat.", "5 to 7 July", WEEK),
        ("From 5–7 July we sat.", "5–7 July", WEEK),
        ("From July 5-7 we sat.", "July 5-7", WEEK),
        (
            "from 30 June to 2 July we sat",
            "30 June to 2 July",
            {"from": "1945-06-30", "to": "1945-07-02", "cert": "medium"},
        ),
        (
            "From 5 to 7 May 1945 we sat.",
            "5 to 7 May 1945",
            {"from": "1945-05-05", "to": "1945-05-07"},
        ),
        (
            "from 5 to 7 July 1945 we sat",
            "5 to 7 July 1945",
            {"from": "1945-07-05", "to": "1945-07-07"},
        ),
        (
            "From 5–7 July we sat.",
            "5–7 July",
            {"from": "1945-07-05", "to": "1945-07-07", "cert": "medium"},
        ),
        (
            "from 30 June - 2 July 1945 we sat",
            "30 June - 2 July 1945",
            {"from": "1945-06-30", "to": "1945-07-02"},
        ),
    ],
)
def test_a_day_in_running_words_is_found(
    text: str, words: str, attributes: dict[str, str]
) -> None:
    [(start, end, when)] = find_days(text, MEETING)
    assert (text[start:end], when.written) == (words, words)
    assert when.attributes == attributes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It may rain in May, and in 1945 it did.",
        "You may 7 times refuse.",
        "In July 1945 he came.",
        "1945",
        "On December 5 he left.",
        "On June 31 he left.",
        "On July 32 he left.",
        "On June 31, 1945 he left.",
        "On Monday, July 7 we met.",
        "The talks were postponed from 5 to 7 July.",
        "They moved it from 5 July 1945 to 7 July 1945.",
        "On July 7, 45 men left.",
        "On July 7, 1,000 men left.",
        "Article 1.7 July",
        "The July 26 Movement",
        "On xJuly 7",
        "On July 7, 1945-46",
        "On July 7 of last year we met.",
        "Last year, on 1 May, it fell.",
        "In 1937, on July 7, it began.",
        "On July 7th1 we met.",
        "On 7 Jul., '46, we met.",
    ],
)
def test_what_names_no_certain_day_is_left_alone(text: str) -> None:
    assert find_days(text, MEETING) == []


@pytest.mark.parametrize("text", ["March 5 miles to the north", "May 5 men go?"])
def test_a_verb_before_a_number_is_no_month(text: str) -> None:
    assert find_days(text, When("1 April 1945", "1945-04-01")) == []


@pytest.mark.parametrize(
    "text", ["On March 5 we met.", "We met March 5.", "March 5th we met", "5 March"]
)
def test_march_with_a_sign_that_it_is_one_is_a_month(text: str) -> None:
    [(_, _, when)] = find_days(text, When("1 April 1945", "1945-04-01"))
    assert when.when == "1945-03-05"


@pytest.mark.parametrize("meeting", ["July 1945", "1945", "July 7-9, 1945"])
def test_only_a_meeting_of_one_known_day_lends_its_year(meeting: str) -> None:
    known = parse_when(meeting)
    assert known is not None
    assert find_days("On July 7th we met.", known) == []


def test_no_year_is_lent_across_the_new_year() -> None:
    meeting = When("30 December 1945", "1945-12-30")
    assert find_days("On January 5 we meet again.", meeting) == []


def test_days_come_in_order_and_apart() -> None:
    text = "July 7, 1945, 8 July 1945 and July 9."
    found = find_days(text, MEETING)
    assert [text[start:end] for start, end, _ in found] == [
        "July 7, 1945",
        "8 July 1945",
        "July 9",
    ]


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ("July 7, 1945", "1945-07-07", True),
        ("July 1945", "7 July 1945", True),
        ("1945", "July 7-9, 1945", True),
        ("8 July 1945", "July 7-9, 1945", True),
        ("early May 1972", "May 4, 1972", True),
        ("before 9 August 1945", "July 1945", True),
        ("after 9 August 1945", "1946", True),
        ("7 July 1945", "8 July 1945", False),
        ("July 1945", "1 August 1945", False),
        ("July 7-9, 1945", "July 8-10, 1945", False),
        ("early May 1972", "May 11, 1972", False),
        ("before 9 August 1945", "10 August 1945", False),
    ],
)
def test_two_dates_agree_when_one_holds_the_other(
    one: str, other: str, *, agreed: bool
) -> None:
    first, second = parse_when(one), parse_when(other)
    assert first is not None
    assert second is not None
    assert agree(first, second) is agreed
    assert agree(second, first) is agreed


def _suffix(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(day if day in (1, 2, 3) else day % 10, "th")


def _ordinal(day: int) -> str:
    return f"{day}th" if 10 < day < 20 else f"{day}{_suffix(day)}"


FORMATS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"{day:%B %d, %Y}",
    lambda day: f"{day:%b}. {day.day} {day.year}".replace("May.", "May"),
    lambda day: f"{day.day} {day:%B %Y}",
    lambda day: f"{day:%d %b %Y}".upper(),
    lambda day: f"{day:%B} {_ordinal(day.day)}, {day.year}",
    lambda day: f"the {_ordinal(day.day)} of {day:%B}, {day.year}",
    lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}",
    lambda day: f"{day.day} {day:%B %Y} ({day:%A})",
)


@pytest.mark.parametrize("form", FORMATS)
@given(day=st.dates(date(1753, 1, 1), date(2099, 12, 31)))
def test_every_real_day_reads_back(form: Callable[[date], str], day: date) -> None:
    when = parse_when(form(day))
    assert when is not None
    assert when.day == day
    assert when.weekday_fits in (None, True)


@given(moment=st.times(), of_24=st.booleans())
def test_every_time_of_day_reads_back(*, moment: time, of_24: bool) -> None:
    moment = moment.replace(second=0, microsecond=0)
    clock = f"{moment.hour % 12 or 12}:{moment:%M} {'ap'[moment.hour > 11]}.m."
    hours = parse_hours(f"{moment:%H%M} hours" if of_24 else clock)
    if of_24 or moment.hour % 12 or moment.minute:
        assert hours is not None
        assert hours.start == moment
    else:
        assert hours is None


CHARACTERS = tuple("0123456789,.-–/[]()' \n\u0661")
WORDS = (
    "July|May|Mon|1945|a.m.|p.m.|noon|from| to |night of |early |c. |the | O.S.|VII"
    "|de |juillet|Juli|июля| г.|с | по |年|月|日|7|昭和|民国|至|7월|7일|Juche "
    "|between | and "
)
PIECES = st.lists(st.sampled_from((*CHARACTERS, *WORDS.split("|")))).map("".join)


@given(st.text() | PIECES)
def test_no_text_makes_the_grammar_fail(text: str) -> None:
    parse_when(text)
    parse_hours(text)
    parse_dateline(text)
    ends = [0, *(at for found in find_days(text, MEETING) for at in found[:2])]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


@given(st.text() | PIECES)
def test_nothing_that_is_read_ends_before_it_begins(text: str) -> None:
    found = [when for _, _, when in find_days(text, MEETING)]
    for when in (parse_when(text), parse_when(f"{text}1945"), *found):
        if when and when.earliest and when.latest:
            assert when.earliest <= when.latest


@given(day=st.dates(date(1753, 1, 1), date(2099, 10, 2)), nights=st.integers(1, 90))
def test_every_period_reads_back(day: date, nights: int) -> None:
    end = day + timedelta(days=nights)
    when = parse_when(f"{day:%d %B %Y} to {end:%d %B %Y}")
    assert when is not None
    assert (when.earliest, when.latest) == (day, end)


@given(day=st.dates(date(1800, 1, 1), date(1923, 1, 1)))
def test_a_day_by_both_calendars_is_one_day(day: date) -> None:
    old = parse_when(f"{day:%d %B %Y} O.S.") if day.day < 29 else None
    if old and old.day:
        both = f"{day:%d %B %Y} ({old.day:%d %B %Y})"
        assert parse_when(both) == old._replace(written=both)
        wrong = old.day + timedelta(days=1)
        assert parse_when(f"{day:%d %B %Y} ({wrong:%d %B %Y})") is None


@pytest.mark.parametrize(
    "piece",
    ["7", ",", "7, ", "July ", "7 July ", "7 - ", "Monday, ", "J", " ", "7th of\n"],
)
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert (parse_when(text), parse_hours(text), parse_dateline(text)) == (None,) * 3
    assert all(start < end for start, end, _ in find_days(text, MEETING))
    assert not is_refused(text)
    assert not is_dateline(text)
    for length in range(200):
        parse_when(text[:length])
        parse_hours(text[:length])
        parse_dateline(text[:length])
