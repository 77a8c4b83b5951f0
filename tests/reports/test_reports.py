"""What a run says: lines for a reader, and a document for a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.errors import EncoderError
from encoder.finding import Finding, Rule, Severity
from encoder.model.source import Place
from encoder.reports import as_json, as_text
from encoder.reports.totals import Totals
from encoder.runs.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

WARNING = Rule("E101", "an-example", Severity.WARNING, "Seen, costs, do.")
NOTE = Rule("E102", "another", Severity.NOTE, "Seen, costs, do.")
ERROR = Rule("R901", "unreadable-file", Severity.ERROR, "Seen, costs, do.")
LOUD = (Severity.ERROR, Severity.WARNING)

WRITTEN = Result(
    name="a.txt",
    output="out/a.xml",
    findings=(
        WARNING.at(Place("a.txt", 2, 1), "who is 'HALE'?"),
        NOTE.at(Place("a.txt", 3, 1), "left as it is"),
    ),
    dropped={"page number": 2, "blank line": 1},
)
REFUSED = Result(
    name="b.txt",
    refused=True,
    findings=(ERROR.at(Place("b.txt", 1, 1), "cannot be read: Is a directory"),),
)
RESULTS = (WRITTEN, REFUSED)
CHECKED = Result(
    name="a.xml",
    findings=(
        ERROR.at(Place("a.xml", 3, 5), "leads nowhere"),
        ERROR.at(Place("a.xml", 9, 5), "leads nowhere"),
        WARNING.at(Place("a.xml", 9, 1), "who is it?"),
    ),
    refused=True,
    made={"schema": 1, "pointers": 12},
    lines={3: '<sp who="#x">', 9: '\t<u who="#x">'},
    by="lxml against record.xsd",
)


def test_notes_are_kept_back_until_they_are_asked_for() -> None:
    assert list(as_text.findings(WRITTEN, LOUD, colour=False)) == [
        "a.txt:2:1: warning E101 [an-example] who is 'HALE'?",
    ]
    assert len(list(as_text.findings(WRITTEN, tuple(Severity), colour=False))) == 2


def test_only_the_severity_is_coloured() -> None:
    line = next(as_text.findings(WRITTEN, LOUD, colour=True))
    assert line == (
        "a.txt:2:1: \x1b[33mwarning\x1b[0m E101 [an-example] who is 'HALE'?"
    )


def test_a_record_says_where_it_went_and_what_was_left_out() -> None:
    assert [as_text.record(result) for result in RESULTS] == [
        "a.txt: written to out/a.xml; layout left out: blank line (1), page number (2)",
        "b.txt: refused",
    ]


def test_the_closing_sentence_counts_and_says_what_is_hidden() -> None:
    assert as_text.converted(Totals(RESULTS), LOUD) == (
        "1 record converted, 1 refused; "
        "findings: 1 error, 1 warning, 1 note (-v shows notes)."
    )
    assert as_text.converted(Totals((REFUSED,)), tuple(Severity)) == (
        "0 records converted, 1 refused; findings: 1 error, 0 warnings, 0 notes."
    )


def test_a_validation_says_what_checked_against_what() -> None:
    sentence = as_text.checked(Totals((CHECKED,)), LOUD)
    assert sentence == (
        "1 file, 13 checks (lxml against record.xsd): 0 valid, 1 not; "
        "findings: 2 errors, 1 warning, 0 notes."
    )


@pytest.mark.parametrize(
    ("results", "status"),
    [((WRITTEN,), 0), ((REFUSED,), 1), (RESULTS, 1), ((), 0)],
)
def test_the_status_is_one_for_an_error_or_a_refusal(
    results: tuple[Result, ...], status: int
) -> None:
    assert Totals(results).status == status


def test_a_refusal_whose_finding_is_turned_off_is_still_a_failure() -> None:
    assert Totals((Result(name="a.txt", refused=True),)).status == 1


def test_json_holds_every_finding_with_its_place() -> None:
    document = json.loads("".join(as_json.converted(RESULTS, Totals())))
    assert document["totals"] == {
        "records": 2,
        "converted": 1,
        "refused": 1,
        "findings": {"error": 1, "warning": 1, "note": 1},
    }
    assert document["records"][1] == {
        "name": "b.txt",
        "output": None,
        "refused": True,
        "dropped": {},
        "findings": [
            {
                "code": "R901",
                "name": "unreadable-file",
                "severity": "error",
                "message": "cannot be read: Is a directory",
                "file": "b.txt",
                "line": 1,
                "column": 1,
            }
        ],
    }


def test_a_validation_as_json_names_its_engine_and_schema() -> None:
    document = json.loads("".join(as_json.checked((CHECKED, WRITTEN), Totals())))
    validators = [file["validator"] for file in document["files"]]
    assert validators == ["lxml against record.xsd", None]
    assert [file["valid"] for file in document["files"]] == [False, True]
    assert document["totals"]["checks"] == {"schema": 1, "pointers": 12}


def test_what_is_said_twice_is_folded_and_the_line_shown_with_its_place() -> None:
    assert list(as_text.findings(CHECKED, LOUD, colour=False)) == [
        "a.xml:3:5: error R901 [unreadable-file] leads nowhere",
        '    3 | <sp who="#x">',
        "      |     ^",
        "      and once more, on line 9",
        "a.xml:9:1: warning E101 [an-example] who is it?",
        '    9 |  <u who="#x">',
        "      | ^",
    ]


@pytest.mark.parametrize(
    ("level", "status"), [(None, 0), (Severity.WARNING, 1), (Severity.NOTE, 1)]
)
def test_a_level_says_what_is_a_failure(level: Severity | None, status: int) -> None:
    assert Totals((WRITTEN,)).status == 0
    assert Totals((WRITTEN,)).status_at(level) == status


def test_json_does_not_depend_on_the_order_of_a_mapping() -> None:
    turned = Result(
        name=WRITTEN.name,
        output=WRITTEN.output,
        findings=WRITTEN.findings,
        dropped=dict(reversed(list(WRITTEN.dropped.items()))),
    )
    assert [*as_json.converted((turned,), Totals())] == [
        *as_json.converted((WRITTEN,), Totals())
    ]


def test_a_run_that_fails_at_once_has_written_no_json() -> None:
    def failing() -> Iterator[Result]:
        raise EncoderError
        yield WRITTEN

    with pytest.raises(EncoderError):
        next(as_json.converted(failing(), Totals()))


def test_json_of_no_result_is_a_document_too() -> None:
    document = json.loads("".join(as_json.converted((), Totals())))
    assert document["records"] == []


@given(st.text())
def test_no_finding_can_move_the_cursor_or_begin_a_line(message: str) -> None:
    finding = Finding(Place(message, 1, 1), WARNING, message, Severity.WARNING)
    result = Result(name="a.txt", findings=(finding,))
    line = next(as_text.findings(result, LOUD, colour=False))
    assert len(line.splitlines()) == 1
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in line)
    line.encode("utf-8")


@pytest.mark.parametrize(
    "text", ["naïve", "北京\u3000天津", "\u0645\u06cc\u200c\u062e", "a b", "“…”"]
)
def test_what_people_write_is_shown_as_it_is(text: str) -> None:
    assert as_text.printable(text) == text
