"""The blocks of a record as divisions, one beside the other (TEI P5 §4.1).

A heading, or a salutation further down, begins a division, and so does whatever comes
after a signature. What opens a division stands first in it, and what closes it last.
Scenes stand in their act.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.language.section_headings import names_itself
from encoder.model.blocks import (
    Block,
    Dateline,
    EndNotes,
    GapBlock,
    Leaf,
    PageBreakBlock,
    Paragraph,
)
from encoder.model.kinds import LeafKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.model.record import Record

_OPENING = {Role.HEADS, Role.OPENS}
# What may stand at any place (TEI P5, model.global), but for the closing leaves.
_ANYWHERE = (GapBlock, PageBreakBlock, Leaf)
_ADDED = re.compile(r"P\. ?P?\.? ?S\b")
ACT, SCENE = "act", "scene"
_NAMED = [
    (name, Formula(rf"\b{{{category}}}\b", re.IGNORECASE))
    for name, category in (
        (SCENE, "scene"),
        (ACT, "act"),
        ("session", "session"),
        ("enclosure", "appended-part"),
    )
]
PART = "section"
LETTER = "letter"
UNNAMED = "record"


@dataclass
class Division:
    """A part of the body while it is put together; `parts` are the scenes of an act."""

    kind: str
    top: list[Block] = field(default_factory=list)
    content: list[Block] = field(default_factory=list)
    bottom: list[Block] = field(default_factory=list)
    parts: list[Division] = field(default_factory=list)

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
            closes = isinstance(block, Leaf) and block.kind.role is Role.CLOSES
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
    return [*_in_acts(record, found)]


def _in_acts(record: Record, found: list[Division]) -> Iterator[Division]:
    """Yield the divisions, the scenes of an act inside it."""
    act: Division | None = None
    for division in found:
        place = _act_above_scene(record, division)
        if place:
            if act:
                yield act
            act = Division(ACT, top=division.top[:place])
            division.top = division.top[place:]
        elif division.kind == ACT and not division.bottom:
            if act:
                yield act
            act = division
            continue
        if act and division.kind == SCENE:
            act.parts.append(division)
            continue
        if act:
            yield act
            act = None
        yield division
    if act:
        yield act


def _act_above_scene(record: Record, division: Division) -> int:
    """Return where the scene begins below the heading of its act; 0 if none does."""
    if division.kind != SCENE:
        return 0
    kinds = [_kind_of_heading(record, block) for block in division.top]
    if ACT not in kinds or SCENE not in kinds:
        return 0
    scene = kinds.index(SCENE)
    return scene if kinds.index(ACT) < scene else 0


def _kind_of_heading(record: Record, block: Block) -> str | None:
    """Return what a heading calls the part below it, if it says so."""
    if not isinstance(block, Leaf) or block.kind is not LeafKind.HEADING:
        return None
    words = record.words(block.span)
    return next((name for name, pattern in _NAMED if pattern.search(words)), None)


def _kind(record: Record, division: Division, otherwise: str) -> str:
    """Return what the headings of a division call it, the last of them first."""
    headings = [block for block in division.top if _is_heading(block)]
    if otherwise not in {PART, UNNAMED}:
        headings = [each for each in headings if _names_itself(record, each)]
    for heading in reversed(headings):
        if name := _kind_of_heading(record, heading):
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
        isinstance(block, Leaf) and block.kind.role in _OPENING
    )


def _is_added(record: Record, block: Block) -> bool:
    """Return whether a paragraph below a signature is a postscript."""
    return isinstance(block, Paragraph) and bool(_ADDED.match(record.words(block.span)))
