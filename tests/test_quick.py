"""Which tests `make quick` runs for a change."""

from __future__ import annotations

import pytest
from quick import GUARDS, PROJECT, chosen, where_tested


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("encoder/dates/cjk.py", ["encoder/dates", "tests/dates"]),
        ("encoder/language/words/de.words", ["encoder/language", "tests/language"]),
        ("tests/dates/test_dates.py", ["encoder/dates", "tests/dates"]),
        (
            "encoder/validation/schema/cache.py",
            ["encoder/validation", "tests/validation"],
        ),
        ("encoder/pipeline.py", ["encoder/pipeline.py"]),
        ("tests/test_sample.py", ["tests/test_sample.py"]),
        ("tests/pages.py", []),
        ("tests/bytes.txt", []),
        ("tests/dialogues/colon-de.txt", []),
        ("README.md", []),
    ],
)
def test_a_change_runs_the_where_tested_its_room(file: str, tests: list[str]) -> None:
    assert [*where_tested(file)] == tests


def test_the_guards_are_run_whatever_changed() -> None:
    assert chosen([]) == [*GUARDS]
    assert all((PROJECT / guard).exists() for guard in GUARDS)


def test_what_is_not_there_any_more_is_not_run() -> None:
    files = ["tests/test_gone.py", "encoder/dates/gone.py", "encoder/dates/cjk.py"]
    assert chosen(files) == ["encoder/dates", "tests/dates", *GUARDS]
