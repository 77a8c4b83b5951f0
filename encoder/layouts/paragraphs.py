"""Physical paragraphs: runs of lines with no blank line between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.characters.look import WHITE
from encoder.model.pattern import Pattern
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.source import Source

_BLANK = Pattern(rf"\n[{WHITE[:2]}{WHITE[3:]}]*\n", re.NOFLAG)


def trimmed(source: Source, span: Span) -> Span:
    """Return `span` without the white space at its two ends."""
    words = source.words(span)
    start = span.start + len(words) - len(words.lstrip(WHITE))
    return Span(start, max(start, span.start + len(words.rstrip(WHITE))))


def paragraphs(source: Source, span: Span) -> Iterator[Span]:
    """Yield each paragraph inside `span`, trimmed, never an empty one."""
    text = source.text
    start, stop = span
    while start < stop:
        blank = _BLANK.search(text, start, stop)
        end = blank.start() if blank else stop
        if words := text[start:end].lstrip(WHITE):
            first = end - len(words)
            yield Span(first, first + len(words.rstrip(WHITE)))
        start = blank.end() if blank else span.end
