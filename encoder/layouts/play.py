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

from encoder.layouts.head import read_head
from encoder.layouts.layout import Layout, Page
from encoder.layouts.paragraphs import paragraphs
from encoder.layouts.pieces import assembled
from encoder.model.description import Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.layouts.head import Head
    from encoder.layouts.pieces import Piece
    from encoder.model.source import Source

# What acts and scenes are called, and how they are counted before or after that.
_NAMES = r"""
    (?: act | scene | prologue | epilogue | acte | scène | akt | aufzug | auftritt
      | szene | vorspiel | действие | явление | акт | картина | сцена | пролог
      | acto | jornada | escena | atto | scena )
    """
_COUNT = r"(?: [ivxlc]{1,7} | \d{1,3} | (?:the[ ])? [^\W\d_]{3,14} )"
_DIVISION = re.compile(
    rf"""
    [ \t]{{0,40}}
    (?: {_NAMES} [ ] {_COUNT} (?: [.,:] [^\n]{{0,120}} )? [.]?
      | (?: (?:der|die|das|the) [ ] )? (?: \d{{1,3}}[.] | [^\W\d_]{{3,14}} ) [ ]
        {_NAMES} [.]?
      | (?: prologue | epilogue | vorspiel | пролог )
    )
    [ \t]* $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_PERSONS = re.compile(
    r"(?:dramatis person(?:ae|æ)|personen|personnages|acteurs|(?:действующие )?лица"
    r"|characters|cast(?: of characters)?|persons(?: of the play| represented)?"
    r"|personajes|personaggi|interlocutori)[.:]?",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-z\u0430-\u044f]"
_NAME = re.compile(
    rf"""
    (?P<by> (?: by | von | par | di | de ) [ ] (?= {_CAPITAL} ) )?
    (?P<name>
        {_CAPITAL} [\w'’.-]{{0,24}}
        (?: [ ] (?: {_CAPITAL} [\w'’.-]{{0,24}} | [ld]['’] {_CAPITAL} [\w'’-]{{0,24}}
                  | von | van | de | du | des | la | le | of | der | den | zu ) ){{1,5}}
    )
    """,
    re.VERBOSE,
)
_FEWEST = 2
_MOST_PARAGRAPHS = 60
_SOON = 4
_LONGEST = 160


def _signs(source: Source) -> Sequence[Span]:
    """Return the divisions near the head, if there is a title above them."""
    head = read_head(source, source.whole)
    if not head.first(FieldKind.TITLE):
        return ()
    found = [*_divisions(source, head.end)]
    return found if len(found) >= _FEWEST else ()


def _divisions(source: Source, start: int) -> Iterator[Span]:
    """Yield each line among the first paragraphs that names an act or a scene."""
    below = paragraphs(source, Span(start, len(source.text)))
    for paragraph in islice(below, _MOST_PARAGRAPHS):
        for line in source.lines(paragraph):
            short = line.end - line.start <= _LONGEST
            if short and _DIVISION.fullmatch(source.text, *line):
                yield line


def _read(source: Source) -> Page:
    """Return what stands above the play, its author included, and the play."""
    head = read_head(source, source.whole)
    author = [*_author(source, head)]
    end = author[-1].span.end if author else head.end
    body = Span(end, len(source.text))
    pieces = [*head.pieces, *author]
    dateline = head.dateline_apart or (head.dateline if author else None)
    return assembled(source, body, pieces, dateline=dateline)


def _author(source: Source, head: Head) -> Iterator[Piece]:
    """Yield the author, where the line below the title is certain to be one."""
    below = paragraphs(source, Span(head.end, len(source.text)))
    line, *following = islice(below, _SOON)
    name = _NAME.fullmatch(source.text, *line)
    soon = (source.words(each).partition("\n")[0] for each in following)
    if not name or not any(
        _DIVISION.fullmatch(each) or _PERSONS.fullmatch(each) for each in soon
    ):
        return
    if name["by"]:
        by = Span(name.start("by"), name.end("by") - 1)
        yield Dropped(by, Drop.FIELD_LABEL)
    yield Field(FieldKind.AUTHOR, Span(*name.span("name")))


PLAY = Layout("play", _signs, _read)
