"""Golden records: the TEI and the findings of a source, compared whole, as text.

`pytest --update-expected` writes them anew. A difference in one is read like code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from encoder.finding import Severity
from encoder.pipeline import Outcome, convert
from encoder.reports import as_text
from encoder.runs.result import Result

RECORDS: Final = Path(__file__).with_name("records")
NAMES: Final = sorted(path.name for path in RECORDS.iterdir() if path.is_dir())


def converted(name: str) -> Outcome:
    return convert((RECORDS / name / "source.txt").read_bytes(), "source.txt")


def as_printed(outcome: Outcome) -> str:
    result = Result(outcome.name, findings=outcome.findings)
    lines = as_text.findings(result, {*Severity}, colour=False)
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest, pytestconfig: pytest.Config) -> str:
    """Return the name of a record, its expectations written anew if that was asked."""
    name = str(request.param)
    if pytestconfig.getoption("update_expected"):
        outcome = converted(name)
        (RECORDS / name / "expected.xml").write_bytes(outcome.tei or b"")
        findings = as_printed(outcome).encode()
        (RECORDS / name / "expected.txt").write_bytes(findings)
    return name


def test_a_record_has_the_tei_that_is_expected(name: str) -> None:
    tei = converted(name).tei
    assert tei
    assert tei.decode() == (RECORDS / name / "expected.xml").read_bytes().decode()


def test_a_record_has_the_findings_that_are_expected(name: str) -> None:
    expected = (RECORDS / name / "expected.txt").read_bytes().decode()
    assert as_printed(converted(name)) == expected


def test_a_record_is_the_same_bytes_twice(name: str) -> None:
    assert converted(name) == converted(name)
