"""Texts that nobody would write: each is read to its end, in time that grows with it.

A pattern that backtracks without bound, or a step for each pair of things, takes hours
for such a text. So all are converted in one process that may use far more time than
they need, and is stopped by the system when it does.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from encoder.pipeline import convert

ROOT = Path(__file__).parents[1]
# Far more than what one family takes on a slow machine.
MOST_SECONDS = 60
LONG = 15_000
FAMILIES = {
    "white space": [
        " ",
        "\t",
        "\n",
        "\f",
        "x\f",
        "x\n\f\n",
        "\u00a0",
        "a\r\nb\n",
        "    a\n",
    ],
    "brackets": ["[", "(", "]", "[]", "[x ", "(x ", "(Ab?) ", "\\[", "\\[a\\]", "[…] "],
    "quotation marks": ['"', "'", "“", '"ab, ', '", ', "'Hale'"],
    "stops": [".", ". ", "… ", ":", ":\n", "; ", ",", "a, ", "-", "- ", "- \n", "//\n"],
    "letters": ["a", "A", "A ", "ab cd ", "Ab Cd ", "A. B. C. ", "Mc", "O'", "e\u0301"],
    "labels": ["Abcd: ", "Abcd:\n", "Abcd: x\n", "Abcd:\n\n", "HALE. ", "To: a\n"],
    "questions": ["Q ", "Q. a\nA. b\n", "[00:01:02] ", "[00:01:02]\n", "主席："],
    "numbers": ["1", "12 ", "12\n", "1. ", "1. a\n", "1) a\n\n", "1951-", "11:00 - "],
    "dates": ["May 3, 1951 ", "3 May ", "7 July 1945, ", "May 3, 1951\n\n", "Monday, "],
    "pages": [
        "[Page 12]\n",
        "word [Page 12] word ",
        "(p. 1)",
        "- 1 -\n\n",
        "THE X\nab ",
    ],
    "lists": ["- a\n", "- a\n\n", "• a\n\n", "a  b  c\n", "a\tb\tc\n", "[1] a b.\n\n"],
    "letters of state": [
        "SECRET\n\n",
        "Dear Sir:\n",
        "Yours,\nA\n",
        "PRESENT\n\nA, b\n",
    ],
    "addresses": ["https://", "https://a ", "<https://", "box 6, ", "Contributed by "],
    "markup": [
        "*",
        "**A",
        "#",
        "# A\n",
        "_",
        "| a | b |\n",
        "&",
        "ab-\n",
        "a\n\nb\n\n",
    ],
}
HEAD = "May 3, 1951\n\nConversation between Hale and Reed\n\n"
TURNS = "HALE: Do you think so?\n\nREED: I know it.\n\nHALE: We shall see.\n\nREED: "
DIFFERENT = "".join(
    f"Abc{chr(97 + n % 26)}{n}x: y\n\n[{n}] z.\n\n" for n in range(3000)
)


def convert_all(family: str) -> None:
    """Convert each text of a family: alone, below a head, and in a turn."""
    for unit in FAMILIES[family]:
        text = unit * (LONG // len(unit))
        for page in (text, HEAD + text, HEAD + TURNS + text):
            convert(page.encode(), "hostile.txt")


def limited(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process that may use so much time and no more."""
    limit = f"import resource as r; r.setrlimit(r.RLIMIT_CPU, ({MOST_SECONDS},) * 2)"
    return subprocess.run(  # noqa: S603 (our own interpreter, and our own code)
        [sys.executable, "-c", f"{limit}; {code}"],
        cwd=ROOT / "tests",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of time for a process")
@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_text_is_read_to_its_end(family: str) -> None:
    done = limited(f"from test_hostile import convert_all; convert_all({family!r})")
    assert done.returncode == 0, done.stderr[-400:]


def test_the_limit_stops_what_does_not_end() -> None:
    done = limited("r.setrlimit(r.RLIMIT_CPU, (1, 1)); exec('while True: pass')")
    assert done.returncode != 0


def test_thousands_of_labels_and_notes_that_are_all_different_are_read() -> None:
    outcome = convert(DIFFERENT.encode(), "hostile.txt")
    assert outcome.tei
    assert outcome.tei.count(b"Abc") >= 3000


def test_one_line_of_two_million_characters_is_one_paragraph() -> None:
    outcome = convert(("The harbour is closed. " * 90_000).encode(), "long.txt")
    assert outcome.tei
    assert outcome.tei.count(b"<p>The harbour") == 1


@pytest.mark.slow
def test_ten_thousand_turns_are_ten_thousand_turns() -> None:
    turns = "HALE: Do you think so?\n\nREED: I know it.\n\n" * 5_000
    outcome = convert(turns.encode(), "long.txt")
    assert outcome.tei
    assert outcome.tei.count(b"<sp ") == 10_000


def test_a_page_of_white_space_below_a_label_parts_it_from_its_words() -> None:
    page = f"{TURNS}{' ' * 500}Do you?\n\nHALE: I do."
    outcome = convert(page.encode(), "blank.txt")
    assert outcome.tei
    assert b"<p>Do you?</p>" in outcome.tei


def test_words_from_right_to_left_are_kept_in_their_order() -> None:
    text = "דוד: האם אתה בא?\n\nרות: כן, אני באה.\n\nדוד: טוב.\n\nרות: שלום?\n"  # noqa: RUF001 (Hebrew)
    outcome = convert(
        text.encode(),
        "rtl.txt",
    )
    assert outcome.tei
    assert "האם אתה בא?" in outcome.tei.decode()
    assert "R006" not in {found.rule.code for found in outcome.findings}
