"""A text with no description.

HALE: Good morning.

REED: Is it?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.layouts.layout import Layout, Page

if TYPE_CHECKING:
    from encoder.model.source import Source


def recognises(_source: Source) -> bool:
    """Return True: every text is at least a text."""
    return True


def read(source: Source) -> Page:
    """Return a page that is all body."""
    return Page(body=source.whole)


BARE = Layout("bare", recognises, read)
