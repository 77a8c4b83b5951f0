"""The blocks of a record as divisions, one beside the other (TEI P5 §4.1).

A heading, or a salutation further down, begins a division, and so does whatever comes
after a signature. What opens a division stands first in it, and what closes it last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from encoder.body.names_itself import names_itself
from encoder.model.blocks import (
    Block,
    Dateline,
    EndNotes,
    GapBlock,
    Leaf,
    LeafKind,
    PageBreakBlock,
    Paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.record import Record

_OPENING = {
    LeafKind.HEADING,
    LeafKind.CLASSIFICATION,
    LeafKind.LETTERHEAD,
    LeafKind.SALUTE,
}
_CLOSING = {LeafKind.CLOSING, LeafKind.SIGNED, LeafKind.TRAILER}
# What may stand at any place (TEI P5, model.global), but for the closing leaves.
_ANYWHERE = (GapBlock, PageBreakBlock, Leaf)
_ADDED = re.compile(r"P\. ?P?\.? ?S\b")
_KINDS = (
    (
        "scene",
        r"scene|scène|szene|scena|escena|auftritt|явление|сцена|картина|bild|tableau",
    ),
    ("act", r"act|acte|akt|atto|acto|aufzug|jornada|акт|действие"),
    ("session", r"session|sitzung|séance|заседание"),
    ("enclosure", r"enclosure|attachment|annex|appendix"),
)
_NAMED = [
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _KINDS
]
PART = "section"
LETTER = "letter"
UNNAMED = "record"


@dataclass
class Division:
    """A part of the body while it is put together."""

    kind: str
    top: list[Block] = field(default_factory=list)
    content: list[Block] = field(default_factory=list)
    bottom: list[Block] = field(default_factory=list)

    def openings(self) -> Iterator[list[Block]]:
        """Yield the headings of the top in a row, and the other lines in a row."""
        for _, run in groupby(self.top, key=_is_heading):
            yield [*run]

    @property
    def is_open(self) -> bool:
        """Whether lines of the top can still be added."""
        return not self.content and not self.bottom


def divisions(record: Record, kind: str) -> list[Division]:
    """Return the divisions of a record; `kind` is that of the first."""
    found = [Division(kind)]
    for block in record.body:
        last = found[-1]
        if isinstance(block, EndNotes):
            continue
        if _is_opening(block):
            if not last.is_open:
                found.append(last := Division(PART))
            last.top.append(block)
        elif isinstance(block, _ANYWHERE):
            closes = isinstance(block, Leaf) and block.kind in _CLOSING
            here = last.bottom if closes else last.bottom or last.content or last.top
            here.append(block)
        elif not last.bottom:
            last.content.append(block)
        elif _is_added(record, block):
            last.bottom.append(block)
        else:
            found.append(Division(PART, content=[block]))
    for place, division in enumerate(found):
        division.kind = _kind(record, division, kind if place == 0 else PART)
    return found


def _kind(record: Record, division: Division, otherwise: str) -> str:
    """Return what the headings of a division call it, the last of them first."""
    headings = [block for block in division.top if _is_heading(block)]
    if otherwise not in {PART, UNNAMED}:
        headings = [each for each in headings if _names_itself(record, each)]
    for heading in reversed(headings):
        assert isinstance(heading, Leaf)  # noqa: S101 (only leaves are headings)
        words = record.words(heading.span)
        for name, pattern in _NAMED:
            if pattern.search(words):
                return name
    letter = any(
        isinstance(block, Leaf) and block.kind is LeafKind.SALUTE
        for block in division.top
    )
    return LETTER if letter and otherwise in {PART, UNNAMED} else otherwise


def _names_itself(record: Record, block: Block) -> bool:
    return isinstance(block, Leaf) and names_itself(record.words(block.span))


def _is_heading(block: Block) -> bool:
    return isinstance(block, Leaf) and block.kind is LeafKind.HEADING


def _is_opening(block: Block) -> bool:
    return isinstance(block, Dateline) or (
        isinstance(block, Leaf) and block.kind in _OPENING
    )


def _is_added(record: Record, block: Block) -> bool:
    """Return whether a paragraph below a signature is a postscript."""
    return isinstance(block, Paragraph) and bool(_ADDED.match(record.words(block.span)))
