"""Both sides of each check of a TEI file: `bad.xml` yields its code, `good.xml` not.

Where the two need the plain text that they came from, it is `source.txt` beside them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from encoder.model.source import Place
from encoder.text.decode import decode
from encoder.validation.examine import TeiFile, examine
from encoder.validation.parsing import parse
from encoder.validation.plan import Plan
from encoder.validation.tables import CHECKS

if TYPE_CHECKING:
    from encoder.finding import Finding

FINDINGS: Final = Path(__file__).parents[1] / "findings"
NAMES: Final = {
    check.rule.code: f"{check.rule.code}-{check.rule.name}" for check in CHECKS
}


def found(code: str, side: str) -> list[Finding]:
    """Return the findings of one rule in one of its two files."""
    folder = FINDINGS / NAMES[code]
    data, text = (folder / f"{side}.xml").read_bytes(), folder / "source.txt"
    source = decode(text.read_bytes(), text.name) if text.exists() else None
    made: Counter[str] = Counter()
    file = TeiFile(side, data.decode(), parse(data), source)
    findings = examine(file, Plan.of(CHECKS), made)
    return [finding for finding in findings if finding.rule.code == code]


@pytest.mark.parametrize("code", NAMES)
def test_the_bad_side_yields_the_code(code: str) -> None:
    assert found(code, "bad")


@pytest.mark.parametrize("code", NAMES)
def test_the_good_side_does_not(code: str) -> None:
    assert not found(code, "good")


@pytest.mark.parametrize("code", NAMES)
def test_a_place_is_in_the_file(code: str) -> None:
    lines = (FINDINGS / NAMES[code] / "bad.xml").read_text("utf-8").split("\n")
    for finding in found(code, "bad"):
        assert 0 < finding.place.column <= len(lines[finding.place.line - 1])


@pytest.mark.parametrize("code", NAMES)
def test_an_explanation_says_what_it_costs_how_to_mend_it_and_shows_both(
    code: str,
) -> None:
    rule = next(check.rule for check in CHECKS if check.rule.code == code)
    paragraphs = rule.explanation.split("\n\n")
    shown = [each for each in paragraphs if each.startswith("    ")]
    assert len(shown) == 2, "before and after"
    assert len(paragraphs) >= 5, "what was seen, what it costs, how to mend it"


def test_a_pointer_is_found_where_its_value_stands() -> None:
    assert [finding.place for finding in found("T201", "bad")] == [Place("bad", 13, 16)]
