"""A configuration is a value, and what is wrong with its file is said with a cure."""

from __future__ import annotations

from datetime import date
from inspect import cleandoc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from encoder.configuration import (
    Configuration,
    ConfigurationError,
    Encoder,
    Licence,
    suggestion,
)
from encoder.finding import Rule, Severity
from encoder.model.source import Place
from encoder.model.when import Habits
from encoder.runs.lookup import default, find
from encoder.runs.settings import load

CODES = ("E101", "R101", "R901")
RULE = Rule("E101", "an-example", Severity.WARNING, "Seen, costs, do.")


@pytest.fixture
def file(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The test's docstring, as the configuration in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("tei-encoder.toml")
    path.write_text(cleandoc(request.function.__doc__), "utf-8")
    return path


def complaint(path: Path) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(path, {}, CODES)
    return str(caught.value)


def test_everything_that_can_be_said_is_read(file: Path) -> None:
    """
    publisher = "An   Archive"
    project = '''
    Conversations.

    All of them.
    '''
    contact = "desk@harbour.example"
    discipline = "Arts  and Humanities"
    encoding-date = 2026-11-24

    [licence]
    name = "CC BY 4.0"
    uri = "https://creativecommons.org/licenses/by/4.0/"

    [encoder]
    name = "Ada Example"
    orcid = "https://orcid.org/0000-0002-1694-233X"

    [severities]
    E101 = "off"
    R101 = "error"

    [dates]
    numeric-order = "day-month-year"
    two-digit-years = 1900
    """
    assert load(file, {}, CODES) == Configuration(
        publisher="An Archive",
        project="Conversations.\n\nAll of them.",
        encoding_date=date(2026, 11, 24),
        licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        encoder=Encoder("Ada Example", "0000-0002-1694-233X"),
        severities={"E101": None, "R101": Severity.ERROR},
        dates=Habits("day-month-year", 1900),
        contact="desk@harbour.example",
        discipline="Arts and Humanities",
    )


def test_an_unknown_order_of_numbers_is_named_with_the_nearest(file: Path) -> None:
    """
    [dates]
    numeric-order = "day-mouth-year"
    """
    assert complaint(file) == (
        'tei-encoder.toml:2: there is no order "day-mouth-year";'
        ' did you mean "day-month-year"?'
    )


def test_a_century_is_the_year_that_00_means(file: Path) -> None:
    """
    [dates]
    two-digit-years = 19
    """
    assert complaint(file) == (
        "tei-encoder.toml:2: two-digit-years is the year that 00 means, as a number;"
        " known here: 1800, 1900, 2000"
    )


def test_an_unknown_key_of_dates_is_named_with_the_nearest(file: Path) -> None:
    """
    [dates]
    numeric-ordre = "day-month-year"
    """
    assert complaint(file) == (
        'tei-encoder.toml:2: there is no key "numeric-ordre" in [dates];'
        ' did you mean "numeric-order"?'
    )


def test_an_empty_file_says_nothing(file: Path) -> None:
    """ """
    assert load(file, {}, CODES) == Configuration()


def test_an_unknown_key_is_named_with_the_nearest(file: Path) -> None:
    """
    project = "x"
    publsher = "An Archive"
    """
    assert complaint(file) == (
        'tei-encoder.toml:2: there is no key "publsher"; did you mean "publisher"?'
    )


def test_an_unknown_key_in_a_table_is_named_with_its_table(file: Path) -> None:
    """
    [encoder]
    name = "A"
    [licence]
    name = "B"
    url = "https://example.org/"
    """
    assert complaint(file) == (
        'tei-encoder.toml:5: there is no key "url" in [licence]; did you mean "uri"?'
    )


def test_text_must_be_text(file: Path) -> None:
    """
    publisher = 7
    """
    assert complaint(file) == (
        'tei-encoder.toml:1: publisher is text; write publisher = "…"'
    )


def test_a_table_must_be_a_table(file: Path) -> None:
    """
    licence = "CC0"
    """
    assert complaint(file) == (
        "tei-encoder.toml:1: licence is a table; write [licence] on a line"
    )


def test_a_blank_is_not_an_answer(file: Path) -> None:
    """
    publisher = "  "
    """
    assert complaint(file) == (
        "tei-encoder.toml:1: publisher is blank; fill it in or leave it out"
    )


def test_what_xml_cannot_hold_is_refused(file: Path) -> None:
    r"""
    publisher = "An\u0001Archive"
    """
    assert complaint(file) == (
        "tei-encoder.toml:1: XML cannot hold '\\x01'; take it out of publisher"
    )


def test_a_licence_needs_both_its_name_and_its_address(file: Path) -> None:
    """
    [licence]
    uri = "https://example.org/"
    """
    assert complaint(file) == (
        "tei-encoder.toml:1: [licence] has no name; add it, or leave out the table"
    )


def test_an_address_must_be_a_uri(file: Path) -> None:
    """
    [licence]
    name = "A"
    uri = "creativecommons.org/by"
    """
    assert complaint(file) == (
        'tei-encoder.toml:3: "creativecommons.org/by" is no URI; '
        "write one such as https://example.org/licence"
    )


def test_a_contact_must_look_like_an_address(file: Path) -> None:
    """
    contact = "the harbour desk"
    """
    assert complaint(file) == (
        'tei-encoder.toml:1: "the harbour desk" is no e-mail address; '
        "write one such as a@example.org"
    )


def test_an_orcid_must_look_like_one(file: Path) -> None:
    """
    [encoder]
    name = "A"
    orcid = "12345"
    """
    assert complaint(file) == (
        'tei-encoder.toml:3: "12345" is no ORCID; write it as 0000-0002-1825-0097'
    )


def test_a_mistyped_orcid_is_caught_by_its_last_digit(file: Path) -> None:
    """
    [encoder]
    name = "A"
    orcid = "0000-0002-1825-0079"
    """
    assert complaint(file) == (
        "tei-encoder.toml:3: 0000-0002-1825-0079 is mistyped: "
        "its last digit does not match the others"
    )


def test_an_unknown_code_is_named_with_the_nearest(file: Path) -> None:
    """
    [severities]
    e101 = "off"
    """
    assert complaint(file) == (
        'tei-encoder.toml:2: there is no rule "e101"; did you mean "E101"?'
    )


def test_an_unknown_severity_is_named_with_the_nearest(file: Path) -> None:
    """
    [severities]
    E101 = "warn"
    """
    assert complaint(file) == (
        'tei-encoder.toml:2: there is no severity "warn"; did you mean "warning"?'
    )


@pytest.mark.parametrize("written", ['"2026-11-24"', "2026-11-24T10:00:00", "2026"])
def test_an_encoding_date_is_a_day(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("c.toml").write_text(f"encoding-date = {written}\n", "utf-8")
    assert complaint(Path("c.toml")) == (
        "c.toml:1: encoding-date is a day; write encoding-date = 2026-11-24, unquoted"
    )


def test_what_is_not_toml_is_said_with_its_line(file: Path) -> None:
    """
    publisher = "A"
    project = = "B"
    """
    assert complaint(file).startswith("tei-encoder.toml: not TOML: ")
    assert "line 2" in complaint(file)


def test_a_configuration_that_is_not_utf8_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("c.toml").write_bytes(b'publisher = "\xe9"')
    assert complaint(Path("c.toml")) == (
        "c.toml: not UTF-8 at byte 13; save it as UTF-8"
    )


def test_a_configuration_that_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert complaint(Path("c.toml")) == (
        "c.toml: cannot be read: No such file or directory"
    )


def test_the_nearest_file_above_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    (tmp_path / "tei-encoder.toml").touch()
    (tmp_path / "a" / "tei-encoder.toml").touch()
    assert find(deep) == (tmp_path / "a" / "tei-encoder.toml").resolve()
    assert find(tmp_path) == (tmp_path / "tei-encoder.toml").resolve()


def test_a_folder_of_that_name_is_not_a_configuration(tmp_path: Path) -> None:
    (tmp_path / "a" / "tei-encoder.toml").mkdir(parents=True)
    (tmp_path / "tei-encoder.toml").touch()
    assert find(tmp_path / "a") == (tmp_path / "tei-encoder.toml").resolve()


def test_the_date_falls_back_to_the_build_s_epoch() -> None:
    assert default({"SOURCE_DATE_EPOCH": "86399"}).encoding_date == date(1970, 1, 1)
    assert default({"SOURCE_DATE_EPOCH": ""}).encoding_date is None
    assert default({}).encoding_date is None


def test_the_file_s_date_outranks_the_build_s_epoch(file: Path) -> None:
    """
    encoding-date = 2026-11-24
    """
    epoch = {"SOURCE_DATE_EPOCH": "0"}
    assert load(file, epoch, CODES).encoding_date == date(2026, 11, 24)


@pytest.mark.parametrize("written", ["yesterday", "1e9", "9" * 30])
def test_an_epoch_that_is_no_number_of_seconds_is_refused(written: str) -> None:
    with pytest.raises(ConfigurationError, match="no number of seconds"):
        default({"SOURCE_DATE_EPOCH": written})


def test_findings_are_judged_and_sorted() -> None:
    here, there = Place("a.txt", 2, 1), Place("a.txt", 1, 1)
    other = Rule("E102", "another", Severity.NOTE, "Seen, costs, do.")
    edition = Configuration(severities={"E101": Severity.ERROR, "E102": None})
    judged = edition.judged(
        [RULE.at(here, "second"), other.at(here, "off"), RULE.at(there, "first")]
    )
    assert [str(finding) for finding in judged] == [
        "a.txt:1:1: error E101 [an-example] first",
        "a.txt:2:1: error E101 [an-example] second",
    ]


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000, "2026-02-30"])
def test_what_the_toml_reader_chokes_on_is_a_complaint(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("c.toml").write_text(f"publisher = {value}\n", "utf-8")
    assert complaint(Path("c.toml")).startswith("c.toml: not TOML: ")


@given(st.text())
def test_a_suggestion_can_be_made_for_anything(wrong: str) -> None:
    assert suggestion(wrong, CODES)


_KEYS = st.sampled_from(
    ["publisher", "encoding-date", "licence", "encoder.name", "severities.E101", "x"]
)
_VALUES = st.sampled_from(
    ['"a"', '""', '"off"', "7", "1.5", "true", "[]", "{}", '{name = "a"}', "2026-11-24"]
)
_LINES = st.tuples(_KEYS, _VALUES).map(" = ".join)
_FILES = st.binary() | st.lists(_LINES).map(lambda lines: "\n".join(lines).encode())


@pytest.mark.slow
@settings(max_examples=500)  # each writes a file
@given(_FILES)
def test_any_bytes_are_a_configuration_or_a_complaint(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    try:
        assert isinstance(load(path, {}, CODES), Configuration)
    except ConfigurationError as error:
        assert "any.toml" in str(error)  # noqa: PT017
