"""`tei-encoder explain`: every code has an answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder.cli.group import group
from encoder.reports.rules_page import page
from encoder.rules import RULES


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_what_was_seen_what_it_costs_and_what_to_do(code: str) -> None:
    done = CliRunner().invoke(group, ["explain", code])
    assert done.exit_code == 0
    title, blank, *explanation = done.stdout.splitlines()
    rule = RULES[code]
    assert (title, blank) == (f"{code} {rule.name} ({rule.severity})", "")
    assert len(" ".join(explanation).split()) > 20
    assert max(map(len, explanation)) <= 80


def test_a_code_may_be_typed_in_small_letters_or_by_its_name() -> None:
    by_code = CliRunner().invoke(group, ["explain", "r901"])
    by_name = CliRunner().invoke(group, ["explain", "unreadable-file"])
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("R901 unreadable-file (error)\n\n")


def test_an_unknown_code_is_the_request_s_fault() -> None:
    done = CliRunner().invoke(group, ["explain", "R9O1"])
    assert done.exit_code == 2
    assert done.stderr == 'Error: there is no rule "R9O1"; did you mean "R901"?\n'


def test_a_code_is_needed() -> None:
    assert CliRunner().invoke(group, ["explain"]).exit_code == 2


def test_the_rules_are_listed_with_their_layers() -> None:
    lines = CliRunner().invoke(group, ["rules"]).stdout.splitlines()
    assert len(lines) == len(RULES)
    assert [line.split() for line in lines if line.startswith("T201")] == [
        ["T201", "dangling-pointer", "error", "pointers"]
    ]
    listed = json.loads(CliRunner().invoke(group, ["rules", "--format", "json"]).stdout)
    assert [rule["code"] for rule in listed] == [*RULES]


def test_an_example_is_shown_line_by_line() -> None:
    shown = CliRunner().invoke(group, ["explain", "T501"]).stdout
    assert "\n    <publicationStmt>\n      <publisher>" in shown


def test_the_page_of_rules_is_the_one_that_the_code_makes() -> None:
    """If it is not: make rules."""
    docs = Path(__file__).parents[2] / "docs" / "rules.md"
    assert docs.read_text("utf-8") == page()
