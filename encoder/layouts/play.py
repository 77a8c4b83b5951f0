"""A play: a title, its author, a list of its persons, acts and scenes.

    The Harbour

    Anne Reed

    ACT 1

    Scene 1

    HALE: Good morning.

It is known by its divisions, two at the least. Where one of them, or the list of
persons, comes soon after the line below the title, and that line looks like a name or
begins with "by", it is the author.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.language.section_headings import is_of_a_play, names_itself
from encoder.layouts.head import head_of
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import assembled
from encoder.model.description import Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.layouts.head import Head
    from encoder.layouts.pieces import Piece
    from encoder.model.source import Source

_PERSONS = Formula("{persons-of-a-play} [.:]?", re.VERBOSE | re.IGNORECASE)
_CAPITAL = r"[^\W\d_a-z\u0430-\u044f]"
_NAME = Formula(
    rf"""
    (?P<by> {{before-author}} [ ] (?= {_CAPITAL} ) )?
    (?P<name>
        {_CAPITAL} [\w'’.-]{{0,24}}
        (?: [ ] (?: {_CAPITAL} [\w'’.-]{{0,24}} | [ld]['’] {_CAPITAL} [\w'’-]{{0,24}}
                  | {{particle-of-author}} ) ){{1,5}}
    )
    """
)
_FEWEST = 2
_MOST_PARAGRAPHS = 60
_SOON = 4
_LONGEST = 160


def _signs(source: Source) -> Sequence[Span]:
    """Return the divisions near the head, if there is a title above them."""
    head = head_of(source)
    if not head.first(FieldKind.TITLE):
        return ()
    found = [*_divisions(source, head.end)]
    return found if len(found) >= _FEWEST else ()


def _divisions(source: Source, start: int) -> Iterator[Span]:
    """Yield each line among the first paragraphs that names an act or a scene."""
    below = paragraphs(source, Span(start, len(source.text)))
    for paragraph in islice(below, _MOST_PARAGRAPHS):
        for line in source.lines(paragraph):
            if line.end - line.start <= _LONGEST and _divides(source.words(line)):
                yield line


def _divides(line: str) -> bool:
    words = line.strip()
    return bool(words) and is_of_a_play(words) and names_itself(words)


def _read(source: Source) -> Page:
    """Return what stands above the play, its author included, and the play."""
    head = head_of(source)
    author = [*_author(source, head)]
    end = author[-1].span.end if author else head.end
    body = Span(end, len(source.text))
    pieces = [*head.pieces, *author]
    dateline = head.dateline_apart or (head.dateline if author else None)
    return assembled(source, body, pieces, dateline=dateline)


def _author(source: Source, head: Head) -> Iterator[Piece]:
    """Yield the author, where the line below the title is certain to be one."""
    below = paragraphs(source, Span(head.end, len(source.text)))
    line, *following = (*islice(below, _SOON), Span(head.end, head.end))
    name = _NAME.fullmatch(source.text, *line)
    soon = (source.words(each).partition("\n")[0] for each in following)
    if not name or not any(_divides(each) or _PERSONS.fullmatch(each) for each in soon):
        return
    if name["by"]:
        by = Span(name.start("by"), name.end("by") - 1)
        yield Dropped(by, Drop.FIELD_LABEL)
    yield Field(FieldKind.AUTHOR, Span(*name.span("name")))


PLAY = Layout("play", _signs, _read)
