"""Dates in each language, as the table `dates.toml` has them, and by configuration."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from dates_table import HOURS, READ, REFUSED, REFUSED_HOURS, RUNNING
from hypothesis import given
from hypothesis import strategies as st

from encoder.configuration import Configuration
from encoder.dates import PLAIN, find_days, parse_dateline, parse_hours, parse_when
from encoder.dates.grammar import RULES, readings
from encoder.dates.languages import TAGS, language
from encoder.model.when import Habits, When
from encoder.pipeline import convert
from encoder.tei.reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FR_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre"
    " décembre"
).split()
FR_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
DE_MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()
DE_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
ES_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre"
).split()
ES_DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
PT_MONTHS = (
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro"
).split()
PT_DAYS = (
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"
).split()
IT_MONTHS = (
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
    " novembre dicembre"
).split()
IT_DAYS = "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
RU_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
RU_DAYS = "понедельник вторник среда четверг пятница суббота воскресенье".split()
PL_MONTHS = (
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
    " listopada grudnia"
).split()
PL_DAYS = "poniedziałek wtorek środa czwartek piątek sobota niedziela".split()

MEETING = When("7 July 1945", "1945-07-07")
MEDIUM = {"when": "1945-07-07", "cert": "medium"}
WEEK = {"from": "1945-07-05", "to": "1945-07-07", "cert": "medium"}
YALTA = {"when": "1945-02-11"}
JAPANESE = {"calendar": "#japanese-calendar"}


@pytest.mark.parametrize("written", READ)
def test_no_two_rules_have_the_same_shape(written: str) -> None:
    shapes = [
        sum(bool(rule.shape.fullmatch(words.kinds)) for rule in RULES)
        for words in readings(written, PLAIN)
    ]
    assert set(shapes) <= {0, 1}
    assert any(shapes) or written.startswith("[")


@pytest.mark.parametrize(("written", "attributes"), READ.items())
def test_a_date_of_the_table_has_the_attributes_it_is_to_have(
    written: str, attributes: str
) -> None:
    when = parse_when(written)
    assert when is not None
    assert when.attributes == dict(each.split("=") for each in attributes.split())
    assert when.written == written
    assert when.weekday_fits is not False


@pytest.mark.parametrize("written", REFUSED)
def test_a_string_of_the_table_that_would_be_a_guess_is_refused(written: str) -> None:
    assert parse_when(written) is None


@pytest.mark.parametrize(("written", "times"), HOURS.items())
def test_a_time_of_the_table_is_the_one_it_is_to_be(written: str, times: str) -> None:
    hours = parse_hours(written)
    assert hours is not None
    assert " ".join(hours.attributes.values()) == times
    assert hours.written == written


@pytest.mark.parametrize("written", REFUSED_HOURS)
def test_a_time_of_the_table_that_would_be_a_guess_is_refused(written: str) -> None:
    assert parse_hours(written) is None


@pytest.mark.parametrize(
    ("line", "date", "time"),
    [
        ("Paris, le 7 juillet 1945, à 15 h 30", "le 7 juillet 1945", "à 15 h 30"),
        ("Berlin, 7. Juli 1945, 15.30 Uhr", "7. Juli 1945", "15.30 Uhr"),
        ("Москва, 7 июля 1945 г., в 15:30", "7 июля 1945 г.", "в 15:30"),
        ("1945年7月7日（土）午後三時", "1945年7月7日（土）", "午後三時"),
        ("1945년 7월 7일 오후 3시", "1945년 7월 7일", "오후 3시"),
        ("7 July 1945, 1849Z", "7 July 1945", "1849Z"),
    ],
)
def test_a_dateline_has_its_hours_in_each_language(
    line: str, date: str, time: str
) -> None:
    dateline = parse_dateline(line)
    assert dateline is not None
    assert dateline.hours is not None
    spans = (dateline.date, dateline.time)
    assert [line[span.start : span.end] for span in spans if span] == [date, time]


def test_a_time_that_names_its_zone_is_valid_in_the_tei() -> None:
    page = (
        b"Telephone Conversation Between Hale and Reed\n\n7 July 1945, 0930-1045Z\n\n"
        b"HALE: Good morning.\n\nREED: Is it?\n\nHALE: It is.\n\nREED: So.\n"
    )
    outcome = convert(page, "x.txt")
    assert outcome.tei
    assert outcome.tei.count(b'<time from="09:30:00Z" to="10:45:00Z">') == 2
    assert not [each for each in outcome.findings if each.rule.severity == "error"]


@pytest.mark.parametrize(("meeting", "tag", "text", "found"), RUNNING)
def test_of_running_words_only_what_is_surely_a_day_is_marked(
    meeting: str, tag: str, text: str, found: str
) -> None:
    days = [
        f"{text[start:end]} | "
        + " ".join(f"{name}={value}" for name, value in when.attributes.items())
        for start, end, when in find_days(text, When(meeting, meeting), tag)
    ]
    assert "; ".join(days) == found


def test_the_table_is_large_and_a_third_of_it_is_refused() -> None:
    read, refused = len(READ) + len(HOURS), len(REFUSED) + len(REFUSED_HOURS)
    assert read + refused >= 700
    assert refused * 3 >= read + refused
    assert len(RUNNING) >= 45


@pytest.mark.parametrize(
    "written",
    [
        "Freitag, 7. Juli 1945",
        "vendredi 7 juillet 1945",
        "viernes, 7 de julio de 1945",
        "sexta-feira, 7 de julho de 1945",
        "venerdì 7 luglio 1945",
        "пятница, 7 июля 1945 г.",
        "piątek, 7 lipca 1945 r.",
        "1945年7月7日星期五",
        "昭和20年7月7日（金）",
        "1945년 7월 7일 금요일",
    ],
)
def test_a_weekday_is_checked_in_each_language(written: str) -> None:
    when = parse_when(written)
    assert when is not None
    assert when.when == "1945-07-07"
    assert when.weekday_fits is False


def test_no_word_is_two_months_or_two_weekdays() -> None:
    meant: dict[tuple[str, str], set[int]] = {}
    for tag in TAGS:
        speech = language(tag)
        assert speech is not None
        for word, (kind, number) in speech.words.items():
            if kind in "MWS":
                meant.setdefault((kind, word), set()).add(number)
    assert [word for word, numbers in meant.items() if len(numbers) > 1] == []


@pytest.mark.parametrize(
    ("written", "habits", "iso"),
    [
        ("7/8/1945", Habits("day-month-year"), "1945-08-07"),
        ("7/8/1945", Habits("month-day-year"), "1945-07-08"),
        ("1945/7/8", Habits("year-month-day"), "1945-07-08"),
        ("7.8.45", Habits("day-month-year", 1900), "1945-08-07"),
        ("45-07-08", Habits("year-month-day", 1900), "1945-07-08"),
        ("7 July '45", Habits(century=1900), "1945-07-07"),
        ("7 July 45", Habits(century=1900), "1945-07-07"),
        ("July 7, 45", Habits(century=1900), "1945-07-07"),
        ("7. Juli 45", Habits(century=1900), "1945-07-07"),
        ("7 July '05", Habits(century=2000), "2005-07-07"),
        ("Saturday, 7/7/1945", Habits("day-month-year"), "1945-07-07"),
    ],
)
def test_figures_are_read_as_the_configuration_says(
    written: str, habits: Habits, iso: str
) -> None:
    when = parse_when(written, habits)
    assert when is not None
    assert when.when == iso
    assert parse_when(written) is None


@pytest.mark.parametrize(
    ("written", "habits"),
    [
        ("13/8/1945", Habits("month-day-year")),
        ("1945/7/8", Habits("day-month-year")),
        ("7/8/45", Habits("day-month-year")),
        ("7/8-1945", Habits("day-month-year")),
        ("7 July 45", Habits("day-month-year")),
        ("7/8/1945", Habits(century=1900)),
        ("7/8/945", Habits("day-month-year", 1900)),
    ],
)
def test_what_the_configuration_does_not_decide_stays_refused(
    written: str, habits: Habits
) -> None:
    assert parse_when(written, habits) is None


@pytest.mark.parametrize(
    ("tag", "text", "words", "attributes"),
    [
        ("fr", "Il vint le 7 juillet.", "le 7 juillet", MEDIUM),
        ("fr", "du 5 au 7 juillet, à Paris", "5 au 7 juillet", WEEK),
        ("de", "Er kam am 7. Juli.", "am 7. Juli", MEDIUM),
        ("de", "am 8. Mai 1945 endete", "am 8. Mai 1945", {"when": "1945-05-08"}),
        ("es", "Llegó el 7 de julio.", "el 7 de julio", MEDIUM),
        ("pt", "de 5 a 7 de julho", "5 a 7 de julho", WEEK),
        ("it", "arrivò il 7 luglio.", "il 7 luglio", MEDIUM),
        ("ru", "Он приехал 7 июля.", "7 июля", MEDIUM),
        ("ru", "11 февраля 1945 г. в Ялте", "11 февраля 1945 г.", YALTA),
        ("pl", "przybył 7 lipca.", "7 lipca", MEDIUM),
        ("zh", "他于7月7日到达。", "7月7日", MEDIUM),
        ("zh-Hant", "一九四五年二月十一日，", "一九四五年二月十一日", YALTA),
        ("ja", "昭和20年2月11日に", "昭和20年2月11日", YALTA | JAPANESE),
        (None, "1945年2月11日", "1945年2月11日", YALTA),
        ("ko", "그는 7월 7일에", "7월 7일", MEDIUM),
    ],
)
def test_a_day_is_found_in_the_language_of_the_record(
    tag: str | None, text: str, words: str, attributes: dict[str, str]
) -> None:
    [(start, end, when)] = find_days(text, MEETING, tag)
    assert (text[start:end], when.written) == (words, words)
    assert when.attributes == attributes


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "On July 7, 1945 we met."),
        ("en", "le 7 juillet 1945"),
        ("nl", "7 april 1945"),
        ("fr", "7 juillet de l'année suivante"),
        ("de", "Im Jahr darauf, am 7. Juli, kam er."),
        ("ru", "7 июля 1944г. и 7 июля"),
        ("zh", "1944年的7月7日"),
        ("zh", "明年7月7日"),
        ("zh", "12月7日"),
        ("ja", "7月32日"),
    ],
)
def test_no_day_is_found_that_another_language_or_year_may_mean(
    tag: str, text: str
) -> None:
    exact = [when for _, _, when in find_days(text, MEETING, tag) if when.cert]
    assert exact == []


LANGUAGES: Mapping[str, tuple[str, Sequence[str], Sequence[str]]] = {
    "fr": ("{w} {d} {m} {y}", FR_MONTHS, FR_DAYS),
    "de": ("{w}, {d}. {m} {y}", DE_MONTHS, DE_DAYS),
    "es": ("{w}, {d} de {m} de {y}", ES_MONTHS, ES_DAYS),
    "pt": ("{w}, {d} de {m} de {y}", PT_MONTHS, PT_DAYS),
    "it": ("{w} {d} {m} {y}", IT_MONTHS, IT_DAYS),
    "ru": ("{w}, {d} {m} {y} г.", RU_MONTHS, RU_DAYS),
    "pl": ("{w}, {d} {m} {y} r.", PL_MONTHS, PL_DAYS),
    "zh": ("{y}年{n}月{d}日星期{w}", [""] * 12, "一二三四五六日"),
    "ja": ("{y}年{n}月{d}日（{w}）", [""] * 12, "月火水木金土日"),
    "ko": ("{y}년 {n}월 {d}일 {w}요일", [""] * 12, "월화수목금토일"),
}


@pytest.mark.parametrize("tag", LANGUAGES)
@given(day=st.dates(date(1920, 1, 1), date(2099, 12, 31)))
def test_every_real_day_reads_back_in_each_language(tag: str, day: date) -> None:
    form, months, weekdays = LANGUAGES[tag]
    written = form.format(
        w=weekdays[day.weekday()],
        d=day.day,
        m=months[day.month - 1],
        n=day.month,
        y=day.year,
    )
    when = parse_when(written)
    assert when is not None
    assert (when.day, when.weekday_fits) == (day, True)


def test_a_configured_order_is_read_and_dates_the_words_of_the_record() -> None:
    page = (
        b"03/05/1951\n\nConversation Between Anne Hale and Peter Reed\n\nCitation:\n\n"
        b'"Conversation", 3/5/51, Harbour Digital Archive.\n\nContents:\n\n'
        b"Transcript - English\n\nHALE: Was it on May 1?\n\nREED: It was.\n\n"
        b"HALE: So it was.\n\nREED: Yes.\n"
    )
    edition = Configuration(dates=Habits("day-month-year", 1900))
    plain, read = convert(page, "x.txt"), convert(page, "x.txt", edition)
    assert plain.tei
    assert read.tei
    assert b"1951-05-" not in plain.tei
    assert read.tei.count(b'when="1951-05-03"') == 2
    year_of_the_meeting = b'cert="medium" ana="#date-year-of-the-meeting">May 1</date>'
    assert b'<date when="1951-05-01" ' + year_of_the_meeting in read.tei
    assert "E201" in {finding.rule.code for finding in plain.findings}
    assert "E201" not in {finding.rule.code for finding in read.findings}


DIALOGUE = "HALE: Good morning.\n\nREED: Is it?\n\nHALE: It is.\n\nREED: So.\n"
TITLE = "Conversation Between Hale and Reed"
TOLD = "Contents:\n\nTranscript - English"


@pytest.mark.parametrize(
    ("head", "written", "line", "keys"),
    [
        (f"12.3.1956\n\n{TITLE}", "12.3.1956", 1, "numeric-order"),
        (f"7 July 45\n\n{TITLE}", "7 July 45", 1, "two-digit-years"),
        (f"{TITLE}\n\nMoscow, 12.3.1956", "12.3.1956", 3, "numeric-order"),
        (f"{TITLE}\n\n3/4/62", "3/4/62", 3, "numeric-order and two-digit-years"),
        (f"{TITLE}, 3/4/1962", "3/4/1962", 1, "numeric-order"),
        (
            f'7 May 1951\n\n{TITLE}\n\nCitation:\n\n"Talk", 7/5/1951, Port.\n\n{TOLD}',
            "7/5/1951",
            7,
            "numeric-order",
        ),
    ],
)
def test_a_date_that_a_configuration_would_decide_names_its_keys(
    head: str, written: str, line: int, keys: str
) -> None:
    page = f"{head}\n\n{DIALOGUE}".encode()
    found = [f for f in convert(page, "x.txt").findings if f.rule.code == "E201"]
    message = f"{written!r} could mean several days; write {keys} under [dates] in"
    assert [f.message for f in found] == [f"{message} tei-encoder.toml"]
    assert found[0].place.line == line
    edition = Configuration(dates=Habits("day-month-year", 1900))
    outcome = convert(page, "x.txt", edition)
    assert outcome.tei
    assert "E201" not in {finding.rule.code for finding in outcome.findings}
    assert re.search(rb'<date when="19\d\d-\d\d-\d\d">', outcome.tei)


def test_a_dateline_that_is_refused_has_a_date_without_meaning() -> None:
    page = f"{TITLE}\n\nMoscow, 12.3.1956, 15:30\n\n{DIALOGUE}".encode()
    outcome = convert(page, "x.txt")
    assert outcome.tei
    assert b"<dateline>Moscow, <date>12.3.1956</date>, 15:30</dateline>" in outcome.tei
    assert b"<time" not in outcome.tei


def test_a_day_that_does_not_exist_is_no_title() -> None:
    page = f"31 June 1945\n\n{TITLE}\n\n{DIALOGUE}".encode()
    outcome = convert(page, "x.txt")
    assert outcome.tei
    assert b"<creation><date>31 June 1945</date></creation>" in outcome.tei
    [finding] = [f for f in outcome.findings if f.rule.code == "E201"]
    assert finding.message == "'31 June 1945' was not read as a date"


@pytest.mark.parametrize("line", ["3.5.51", "10.2.12", "1.2.3", "Room 45", "No. 12-45"])
def test_a_number_of_a_paragraph_is_no_dateline(line: str) -> None:
    page = f"{TITLE}\n\n{line}\n\n{DIALOGUE}".encode()
    outcome = convert(page, "x.txt")
    assert outcome.tei
    assert b"<dateline" not in outcome.tei
    assert "E201" not in {finding.rule.code for finding in outcome.findings}


def test_days_in_figures_are_found_in_running_words_where_they_are_configured() -> None:
    text = "On 12.3.1956, by version 1.9.1945 and 3.4.56 of 1.2.1956.3, he left."
    habits = Habits("day-month-year", 1900)
    found = find_days(text, MEETING, "en", habits)
    assert [(text[start:end], when.when) for start, end, when in found] == [
        ("12.3.1956", "1956-03-12")
    ]
    assert find_days(text, MEETING, "en") == []


def test_a_calendar_that_a_date_points_to_is_declared() -> None:
    page = (
        "民国三十四年七月七日\n\nConversation Between Hale and Reed\n\n"
        "HALE: Good morning.\n\nREED: Is it?\n\nHALE: It is.\n\nREED: So.\n"
    ).encode()
    outcome = convert(page, "x.txt")
    assert outcome.tei
    assert b'<date when="1945-07-07" calendar="#minguo-calendar">' in outcome.tei
    assert outcome.tei.count(b'<calendar xml:id="minguo-calendar">') == 1
    assert b"julian" not in outcome.tei


@pytest.mark.parametrize("record", ["3 May 1951", "le 3 mai 1951", "1951年5月3日"])
@pytest.mark.parametrize("other", ["4 May 1951", "4. Mai 1951", "1951年5月4日"])
def test_two_places_that_disagree_are_both_named(record: str, other: str) -> None:
    page = (
        f'{other}\n\nConversation Between Hale and Reed\n\nCitation:\n\n"Conversation",'
        f" {record}, Harbour Digital Archive.\n\nContents:\n\nTranscript - English\n\n"
        "HALE: Good morning.\n\nREED: Is it?\n\nHALE: It is.\n\nREED: So.\n"
    ).encode()
    [finding] = [
        each for each in convert(page, "x.txt").findings if each.rule.code == "E203"
    ]
    assert record in finding.message
    assert other in finding.message
    assert "line 1" in finding.message


PLACES = {"page": 1, "title": 3, "citation": 7, "dateline": 13}
MAY = dict.fromkeys(PLACES, "7 May 1951")
MEETING_PAGE = (
    "{page}\n\n" + TITLE + ", {title}\n\nCitation:\n\n"
    '"Talk", {citation}, Harbour Digital Archive.\n\n' + TOLD + "\n\n"
    "London, {dateline}, 9 a.m.\n\n" + DIALOGUE
)


@pytest.mark.parametrize("odd", PLACES)
def test_each_place_that_disagrees_is_named_with_its_line_and_the_other(
    odd: str,
) -> None:
    page = MEETING_PAGE.format(**MAY | {odd: "8 May 1951"}).encode()
    found = [f for f in convert(page, "x.txt").findings if f.rule.code == "E203"]
    named = [re.search(r" of line (\d+)$", f.message) for f in found]
    lines = [
        {f.place.line, int(at[1])} for f, at in zip(found, named, strict=True) if at
    ]
    others = [line for place, line in PLACES.items() if place != odd]
    assert sorted(map(sorted, lines)) == sorted(
        sorted({PLACES[odd], n}) for n in others
    )
    assert all("8 May 1951" in f.message and "7 May 1951" in f.message for f in found)


def test_places_that_agree_are_not_named() -> None:
    page = MEETING_PAGE.format(**MAY).encode()
    codes = {finding.rule.code for finding in convert(page, "x.txt").findings}
    assert codes.isdisjoint({"E201", "E202", "E203"})


@pytest.mark.parametrize(
    ("place", "written"),
    [("page", "Tuesday, 7 May 1951"), ("dateline", "Tuesday, 7 May 1951")],
)
def test_a_weekday_that_does_not_fit_is_found_once_in_its_place(
    place: str, written: str
) -> None:
    page = MEETING_PAGE.format(**MAY | {place: written}).encode()
    [finding] = [f for f in convert(page, "x.txt").findings if f.rule.code == "E202"]
    assert finding.place.line == PLACES[place]
    assert finding.message == f"{written!r} was a Monday"


@pytest.mark.parametrize("written", READ)
def test_every_reason_that_a_date_has_is_a_category(written: str) -> None:
    when = parse_when(written)
    assert when is not None
    assert when.reason is None or when.reason in REASONS
    if when.cert or when.not_before or when.not_after:
        assert when.reason


@pytest.mark.parametrize(
    ("written", "date", "said"),
    [
        (
            "undated, probably May 1945",
            b'when="1945-05" cert="low" ana="#date-probably">',
            b"The words say that the date is probable.",
        ),
        (
            "early May 1945",
            b'notAfter="1945-05-10" cert="medium" ana="#date-early">',
            b"The words name the first third of a month (ten days) or of a year.",
        ),
        (
            "before 9 August 1945",
            b'notAfter="1945-08-09" ana="#date-before">',
            b"The words say that it was before, or no later than.",
        ),
    ],
)
def test_the_tei_says_why_a_date_is_not_what_its_words_say(
    written: str, date: bytes, said: bytes
) -> None:
    tei = convert(f"{written}\n\n{TITLE}\n\n{DIALOGUE}".encode(), "x.txt").tei
    assert tei
    assert date in tei
    assert tei.count(b'<category xml:id="date-') == 1
    assert b"<catDesc>" + said in tei


def test_a_record_whose_dates_are_what_they_say_has_no_reasons() -> None:
    tei = convert(f"7 May 1945\n\n{TITLE}\n\n{DIALOGUE}".encode(), "x.txt").tei
    assert tei
    assert b"date-reasons" not in tei
    assert b"without a time zone" in tei
