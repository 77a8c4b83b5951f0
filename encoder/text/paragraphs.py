"""Physical paragraphs: runs of lines without a blank line between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from encoder.model.source import Span, once
from encoder.text.characters import WHITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source

_FILLED = rf"[^{WHITE}][^\n]*+"
_PARAGRAPH = re.compile(rf"{_FILLED}(?:\n[{WHITE[:2]}{WHITE[3:]}]*+{_FILLED})*+")


def trimmed(source: Source, span: Span) -> Span:
    """Return `span` without white space at its ends; empty if there is nothing else."""
    begin, end = span
    words = source.text[begin:end]
    start = begin + len(words) - len(words.lstrip(WHITE))
    return Span(start, max(start, begin + len(words.rstrip(WHITE))))


@once
def _paragraphs(source: Source) -> Sequence[Span]:
    """Return the paragraphs of the whole text, trimmed and in order."""
    text = source.text
    return [
        trimmed(source, span) if text[span.end - 1] in WHITE else span
        for found in _PARAGRAPH.finditer(text)
        for span in (Span(*found.span()),)
    ]


def paragraphs(source: Source, span: Span) -> Iterator[Span]:
    """Yield the paragraphs in `span`, trimmed to it and never empty."""
    start, end = span
    every = _paragraphs(source)
    first = bisect_right(every, (start, start)) - 1
    for place in range(max(first, 0), len(every)):
        paragraph = every[place]
        if paragraph.start >= end:
            return
        if start <= paragraph.start and paragraph.end <= end:
            yield paragraph
        elif paragraph.end > start:
            part = trimmed(
                source, Span(max(start, paragraph.start), min(end, paragraph.end))
            )
            if part.start < part.end:
                yield part
