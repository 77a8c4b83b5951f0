"""Line numbers as court reporters print them.

     1             MRS. HALE:  The bridge is closed
     2   until the spring.

A span holds the number and the white space behind it, without the line end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

_FIRST = re.compile(r"\n[ \t]{0,8}1(?:[ \t]{2,}\S|[ \t]*\n[ \t]{0,8}2[ \t\n])")
_NUMBERED = re.compile(
    r"\n[ \t]{0,8}(?P<number>\d{1,2})(?:(?=[ \t]*(?:\n|\Z))|(?=[ \t]{2}))[ \t]*"
)
_FEWEST = 10
_SHARE = 0.5


def line_numbers(source: Source, body: Span) -> Sequence[Span]:
    """Return the spans of line numbers in `body`; empty if most lines have none."""
    text = source.text.replace("\f", "\n")
    # The end of the line above the first, which the body begins below.
    begin = text.rfind("\n", 0, body.start)
    if begin < 0 or text[begin : body.start].strip():
        begin = body.start
    if not _FIRST.search(text, begin, body.end):
        return ()
    found = []
    last = 0
    for line in _NUMBERED.finditer(text, begin, body.end):
        number = int(line["number"])
        if number in {1, last + 1}:
            found.append(Span(line.start("number"), line.end()))
            last = number
    lines = sum(1 for line in text[body.start : body.end].split("\n") if line.strip())
    return found if len(found) >= max(_FEWEST, _SHARE * lines) else ()
