"""The names that a page itself lists: participants, those present, a cast.

    PARTICIPANTS
    • Mr. Hale, Harbour Master
    • Mr. Reed

    Also present: Anne Reed; Peter Hale

A list stands under a heading or behind it. Who in it speaks is not asked here.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from encoder.language.pack import Formula, every
from encoder.model.description import FieldKind
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs, trimmed
from encoder.text.pattern import Pattern
from encoder.text.sentence_ends import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.description import Description
    from encoder.model.source import Source

_HEADING = Formula(
    r"""
    (?: {those-present} | {persons-of-a-play} | {heads-a-cast}
      | (?: [a-z]{2,12} [ ] ){0,2} present )
    (?: [ \t]* (?: : [ \t]* (?P<behind> \S .* )? | [.]? [ \t]* $ ) )
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# A word that every heading ends with: most lines are seen to have none.
_LAST_WORDS = frozenset(
    words.rpartition(" ")[2]
    for category in ("those-present", "persons-of-a-play", "heads-a-cast")
    for words in every(category)
)
_LONGEST_HEADING = 120
_SPEAKING = every("role-in-interview")
_BULLET = re.compile(rf"[{BULLETS}][ \t]+")
_BETWEEN = re.compile(r"[^;]+")
_NO_NAME = re.compile(r"[\[(<]|[^\n]{0,80}(?::[ \t]|\t|[ ][–—][ ])")
_SENTENCE = Pattern(r"(?:\w+\W+){3,}\w+[.!?…][\"”’)]?$", re.NOFLAG)
_MOST_PARAGRAPHS = 60
_LONGEST = 240
_MOST_NAMES = 80


def participants(source: Source, description: Description) -> tuple[Span, ...]:
    """Return each name that the page lists: a field, or a line without its bullet."""
    found: dict[Span, None] = dict.fromkeys(description.spans(FieldKind.PARTICIPANTS))
    for field in description.all(FieldKind.RESPONSIBILITY):
        if field.label and source.words(field.label).casefold() in _SPEAKING:
            found[field.span] = None
    top = [*islice(paragraphs(source, source.whole), _MOST_PARAGRAPHS)]
    for place, paragraph in enumerate(top):
        for line in source.lines(paragraph):
            if heading := _heading(source, line):
                below = (Span(line.end, paragraph.end), *top[place + 1 :])
                found |= dict.fromkeys(_names(source, heading, below))
    return tuple(sorted(found))


def _heading(source: Source, line: Span) -> re.Match[str] | None:
    """Return the heading of a list that `line` begins with; its last word is known."""
    text = source.text
    if not text[line.start].isupper():
        return None
    begins = text[line.start : min(line.end, line.start + _LONGEST_HEADING)]
    words = begins.partition(":")[0].partition(".")[0].split()
    known = words[-1].casefold() in _LAST_WORDS
    return _HEADING.match(text, *line) if known else None


def _names(
    source: Source, heading: re.Match[str], below: tuple[Span, ...]
) -> Iterator[Span]:
    """Yield the names behind a heading; those in the lines below it if there are none.

    They go on below its paragraph only where it has nothing in its own.
    """
    if heading["behind"]:
        for part in _BETWEEN.finditer(source.text, *heading.span("behind")):
            yield trimmed(source, Span(*part.span()))
        return
    own, *others = below
    own = trimmed(source, own)
    parts = [own] if own.start < own.end else others
    listed = (line for part in parts for line in source.lines(part))
    for line in islice(listed, _MOST_NAMES):
        name = _name(source, trimmed(source, line))
        if name is None:
            return
        if source.text[name.end - 1] != ":":
            yield name


def _name(source: Source, line: Span) -> Span | None:
    """Return what a line of a list has behind its bullet; None if it ends the list."""
    bullet = _BULLET.match(source.text, *line)
    name = Span(bullet.end(), line.end) if bullet else line
    words = source.words(name)
    ends = not words or len(words) > _LONGEST or _SENTENCE.search(words)
    return None if ends or _HEADING.match(words) or _NO_NAME.match(words) else name
