"""Both sides of each rule: `bad.txt` yields its code, `good.txt` does not.

A pair differs in as little as possible, so that it shows what the rule is about.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from encoder.configuration import Options
from encoder.pipeline import Outcome, convert
from encoder.rules import RULES

FINDINGS: Final = Path(__file__).with_name("findings")
PAIRS: Final = sorted(path.parent.name for path in FINDINGS.glob("*/bad.txt"))
XML_PAIRS: Final = {path.parent.name for path in FINDINGS.glob("*/bad.xml")}
"""Those of the checks of TEI files, which test_findings_tei walks."""
ELSEWHERE: Final = {
    "E109": "said of an authority file's names; test_authority_match",
    "E401": "a row's of decisions/, whatever the text; test_decisions",
    "E402": "a row's of decisions/, whatever the text; test_decisions",
    "E403": "a row's of decisions/, whatever the text; test_decisions",
    "E404": "a row's of decisions/, whatever the text; test_decisions",
    "L001": "said of every page; test_layouts",
    "R010": "a mistake of the encoder, made on purpose in test_lossless",
    "R901": "a file that cannot be read has no text; test_runs",
    "R902": "said of a process, not of a text; test_workers",
    "R903": "a mistake of the encoder, whatever the text; test_workers",
    "X001": "the header's of somebody's TEI; test_exporters",
    "X002": "two records'; tests/cli/test_export",
    "X003": "XML that somebody wrote; test_exporters",
    "T001": "XML that somebody wrote; tests/faults",
    "T002": "XML that somebody wrote; tests/faults",
    "T003": "XML that somebody wrote; tests/faults",
    "T004": "XML that somebody wrote; tests/faults",
    "T005": "XML that somebody wrote; tests/faults",
    "T006": "XML that somebody wrote; tests/faults",
    "T007": "XML that somebody wrote; tests/faults",
    "T008": "XML that somebody wrote; tests/faults",
    "T009": "XML that somebody wrote; tests/faults",
    "T010": "what no other rule names; test_schema_engines",
    "T011": "said of engines, of which there must be two; test_thorough",
    **{
        f"T80{number}": "a file that is strange as a file; test_validate"
        for number in range(1, 9)
    },
    **{
        f"T90{number}": "an instruction in XML; test_validate" for number in range(1, 4)
    },
    "T101": "the configuration's to settle, whatever the text; test_header",
    "T102": "the configuration's to settle, whatever the text; test_header",
}
"""The rules that no text can cause: why, and where they are tested instead."""
ASKED: Final = {"L005": Options(layout="wilson-export")}
"""The rules that also need a request."""


def converted(pair: str, side: str) -> Outcome:
    data = (FINDINGS / pair / f"{side}.txt").read_bytes()
    return convert(data, f"{side}.txt", options=ASKED.get(pair[:4], Options()))


def codes(outcome: Outcome) -> set[str]:
    return {finding.rule.code for finding in outcome.findings}


def test_no_rule_comes_without_its_pair() -> None:
    named = {f"{code}-{rule.name}" for code, rule in RULES.items()}
    assert {*PAIRS, *XML_PAIRS} == {pair for pair in named if pair[:4] not in ELSEWHERE}


def test_no_rule_is_excused_that_is_not_there() -> None:
    assert {*ELSEWHERE} <= {*RULES}


@pytest.mark.parametrize("pair", PAIRS)
def test_the_bad_side_yields_the_code(pair: str) -> None:
    found = [f for f in converted(pair, "bad").findings if f.rule.code == pair[:4]]
    assert found
    assert len(found) == len({*found}), "one thing is said twice"


@pytest.mark.parametrize("pair", PAIRS)
def test_the_good_side_is_converted_without_it(pair: str) -> None:
    outcome = converted(pair, "good")
    assert outcome.tei
    assert pair[:4] not in codes(outcome)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_record_is_refused_only_by_an_error(pair: str) -> None:
    outcome = converted(pair, "bad")
    assert (outcome.tei is None) is (RULES[pair[:4]].severity == "error")
