"""White space, invisible characters, and characters that XML cannot hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.errors import RefusedError
from encoder.model.marks import Unencodable
from encoder.model.source import Span, once
from encoder.text.pattern import Pattern
from encoder.text.rules import (
    EMPTY,
    HIDDEN_DIRECTION,
    LINE_ENDS,
    MIXED_LINE_ENDS,
    UNENCODABLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.finding import Finding
    from encoder.model.source import Source

WHITE = " \t\n\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
"""White space that may stand between two leaves without being a leaf."""

# XML 1.0 §2.2, production [2] Char, turned round. The form feed is left out: it is
# a page break, and is read as one.
_UNENCODABLE = Pattern("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]", re.NOFLAG)
_FEEDS = re.compile("\f+")
_HIDDEN = Pattern("[\u202a-\u202e\u2066-\u2069\ufeff]", re.NOFLAG)


@once
def unencodable(source: Source) -> tuple[Unencodable, ...]:
    """Mark each character of `source` that XML cannot hold."""
    if _is_plain(source):
        return ()
    found = _UNENCODABLE.finditer(source.text)
    return tuple(Unencodable(Span(*match.span())) for match in found)


@once
def _is_plain(source: Source) -> bool:
    """Return whether all characters are printable ASCII: true of most records."""
    text = source.text
    return text.isascii() and text.replace("\n", " ").isprintable()


def form_feeds(source: Source, within: Span) -> Iterator[Span]:
    """Yield the span of each run of form feeds in `within`."""
    return (Span(*found.span()) for found in _FEEDS.finditer(source.text, *within))


def look(source: Source) -> tuple[Finding, ...]:
    """Return the findings about the characters of `source`.

    Raises `RefusedError` (R002) where it holds nothing but white space.
    """
    if not source.text.strip(WHITE + "\f"):
        message = "there are no words in this file"
        raise RefusedError(EMPTY.at(source.place(source.whole), message))
    return (*_line_ends(source), *_unencodable(source), *_hidden(source))


def _line_ends(source: Source) -> Iterator[Finding]:
    if source.line_ends in {(), ("\n",)}:
        return
    rule = MIXED_LINE_ENDS if len(source.line_ends) > 1 else LINE_ENDS
    kinds = " and ".join(repr(end) for end in source.line_ends)
    yield rule.at(source.place(source.whole), f"lines end in {kinds}")


def _unencodable(source: Source) -> Iterator[Finding]:
    for mark in unencodable(source):
        name = f"U+{ord(source.words(mark.span)):04X}"
        message = f"XML cannot hold {name}; it is kept as a g element"
        yield UNENCODABLE.at(source.place(mark.span), message)


def _hidden(source: Source) -> Iterator[Finding]:
    if _is_plain(source):
        return
    for match in _HIDDEN.finditer(source.text):
        message = f"U+{ord(match[0]):04X} cannot be seen and can change what is read"
        yield HIDDEN_DIRECTION.at(source.place(Span(*match.span())), message)
