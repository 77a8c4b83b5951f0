"""No line is too long to be read beside another: 100 characters, in prose and in code.

Excepted are the rows of a table in Markdown, which cannot be broken, an address that is
too long by itself, and in code the comment of an ignore with its reason.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

PROJECT: Final = Path(__file__).parents[1]
MOST: Final = 100
FILES: Final = sorted(
    path.relative_to(PROJECT).as_posix()
    for pattern in ("*.md", "docs/*.md", "encoder/**/*.py", "tests/**/*.py")
    for path in PROJECT.glob(pattern)
)
_ROW: Final = re.compile(r"\|.*\|")
_ADDRESS: Final = re.compile(r"\S*https?://\S+")
_IGNORED: Final = re.compile(r"  # (?:noqa|type: ignore).*")
LONG_ON_PURPOSE: Final = {
    "tests/annotation/test_citation.py": "a citation is one line",
    "tests/turns/test_styles.py": "a page that was flattened to one line",
}
"""Files with a line that is long because that is what it shows."""


def too_long(line: str) -> bool:
    """Return whether a line is over the limit and could be broken.

    >>> too_long("word " * 30), too_long("| cell " * 30 + "|")
    (True, False)
    >>> too_long("x = 1  # noqa: S101 (" + "a reason " * 12)
    False
    """
    broken = _ADDRESS.sub("", _IGNORED.sub("", line))
    return len(broken) > MOST and not _ROW.fullmatch(line)


@pytest.mark.parametrize("file", FILES)
def test_no_line_is_too_long(file: str) -> None:
    lines = (PROJECT / file).read_text("utf-8").splitlines()
    numbers = [number for number, line in enumerate(lines, 1) if too_long(line)]
    assert bool(numbers) == (file in LONG_ON_PURPOSE), numbers
