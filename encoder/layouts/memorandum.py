"""A document as an edition of diplomatic papers prints it.

    12. Memorandum of a Conversation Between Hale and Reed

    Washington, May 3, 1951, 9:40 a.m.

    Source: Example Library, Hale Papers, box 6. Secret. Drafted by Reed.

    SUBJECT
    • The harbour

    PARTICIPANTS
    • Mr. Hale
    • Mr. Reed

    HALE: Good morning.

It is known by its number, by the note of its source, or by a block under a heading of
its own together with a dateline.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from encoder.errors import RefusedError
from encoder.language.pack import Formula
from encoder.layouts.head import head_of, read_head
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import assembled
from encoder.layouts.rules import SECOND_RECORD
from encoder.model.description import FieldKind
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source

_BLOCK = Formula(r"{memorandum-block} \b :? [ \t]* \n")
_PRINTED = (FieldKind.NUMBER, FieldKind.SOURCE_NOTE)
_MOST_PARAGRAPHS = 12
_NEXT = re.compile(
    r"\n[ \t]{0,4}(?P<number>\d{1,4})\. (?=[A-Z])[^\n]{4,400}\n[ \t]{0,80}\n"
)


def signs(source: Source) -> Sequence[Span]:
    """Return the number, the source note, and the blocks of the document."""
    head = head_of(source)
    title = head.first(FieldKind.TITLE)
    if not title:
        return ()
    printed = [*filter(None, map(head.first, _PRINTED))]
    blocks = [*_blocks(source, Span(title.end, len(source.text)))]
    if not printed and not (blocks and head.dateline):
        return ()
    dateline = (head.dateline,) if head.dateline else ()
    return sorted((*printed, *dateline, *blocks))


def _blocks(source: Source, below: Span) -> Iterator[Span]:
    for paragraph in islice(paragraphs(source, below), _MOST_PARAGRAPHS):
        if block := _BLOCK.match(source.text, *paragraph):
            yield Span(block.start(), block.end() - 1)


def read(source: Source) -> Page:
    """Return what stands above the text, and the text."""
    head = head_of(source)
    body = Span(head.end, len(source.text))
    _refuse_second(source, body)
    return assembled(source, body, head.pieces, dateline=head.dateline_apart)


def _refuse_second(source: Source, body: Span) -> None:
    """Raise `RefusedError` (L009) where another numbered head is in the text.

    A numbered paragraph is one only with a dateline or a source note under it.
    """
    for found in _NEXT.finditer(source.text, *body):
        start = found.start("number")
        head = read_head(source, Span(start, body.end))
        numbered = head.first(FieldKind.NUMBER)
        if numbered and (head.dateline or head.first(FieldKind.SOURCE_NOTE)):
            message = f"another record begins here, with the number {found['number']}"
            place = source.place(Span(start, start))
            raise RefusedError(SECOND_RECORD.at(place, message))


MEMORANDUM = Layout("memorandum", signs, read)
