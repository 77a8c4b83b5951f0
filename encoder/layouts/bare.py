"""A text with no description but, perhaps, a title and a date above it.

Conversation Between Hale and Reed

May 3, 1951

HALE: Good morning.

REED: Is it?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.layouts.head import head_of
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import assembled
from encoder.layouts.rules import NO_DESCRIPTION
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

NO_SIGNS = (Span(0, 0),)


def signs(_source: Source) -> Sequence[Span]:
    """Return the beginning of the page: every text is at least a text."""
    return NO_SIGNS


def read(source: Source) -> Page:
    """Return what stands above the text, and the text."""
    head = head_of(source)
    body = Span(head.end, len(source.text))
    page = assembled(source, body, head.pieces, dateline=head.dateline_apart)
    if head.pieces:
        return page
    message = "no known layout fits this page; all of it is read as the record"
    return page._replace(
        findings=(NO_DESCRIPTION.at(source.place(Span(0, 0)), message),)
    )


BARE = Layout("bare", signs, read)
