"""Physical paragraphs: runs of lines with no blank line between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.characters.look import WHITE
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.source import Source

_BLANK = re.compile(rf"\n[{WHITE[:2]}{WHITE[3:]}]*\n")


def trimmed(source: Source, span: Span) -> Span:
    """Return `span` without the white space at its two ends."""
    words = source.words(span)
    start = span.start + len(words) - len(words.lstrip(WHITE))
    return Span(start, max(start, span.start + len(words.rstrip(WHITE))))


def paragraphs(source: Source, span: Span) -> Iterator[Span]:
    """Yield each paragraph inside `span`, trimmed, never an empty one."""
    start = span.start
    while start < span.end:
        blank = _BLANK.search(source.text, start, span.end)
        end = blank.start() if blank else span.end
        paragraph = trimmed(source, Span(start, end))
        if paragraph.start < paragraph.end:
            yield paragraph
        start = end + 1
