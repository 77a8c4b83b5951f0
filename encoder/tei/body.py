"""The text of a record: its divisions, and one function for each kind of block."""

from __future__ import annotations

import re
from itertools import count, groupby
from typing import TYPE_CHECKING
from zlib import crc32

from encoder.language.pack import Formula
from encoder.model.blocks import (
    SPOKEN,
    Block,
    Dateline,
    EndNotes,
    GapBlock,
    Leaf,
    ListBlock,
    PageBreakBlock,
    Paragraph,
    Stage,
    Table,
    Turn,
    Verse,
    end,
)
from encoder.model.description import FieldKind
from encoder.model.kinds import LeafKind, Role
from encoder.model.source import Span
from encoder.tei.divisions import UNNAMED, divisions
from encoder.tei.markup import Markup, element, lines, nested
from encoder.tei.signs import gap, line_begin, milestone, note_id, page_breaks
from encoder.tei.weave import responsible, weave

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from encoder.model.record import Record
    from encoder.tei.divisions import Division

# What a page itself calls the record it holds, in its title.
_KIND = Formula(
    r"\b(?P<kind>{record-type}|{record-type-singular}(?!s))s?\b", re.IGNORECASE
)


def text(record: Record, ids: Collection[str]) -> Markup:
    """Return `text`: the body of the record, in the language of the page.

    `ids` are the identifiers of the turns, in their order.
    """
    numbered = zip(ids, range(1, len(ids) + 1), strict=True)
    notes = [block for block in record.body if isinstance(block, EndNotes)]
    found = divisions(record, kind(record))
    divs = [*_divs(record, found, count(1), numbered)]
    back = nested("back", [_end_notes(record, block) for block in notes])
    return nested("text", [nested("body", divs), back], {"xml:lang": record.language})


def kind(record: Record) -> str:
    """Return what the title calls the record ("meeting"), "record" if nothing."""
    for title in record.description.spans(FieldKind.TITLE):
        if found := _KIND.search(record.words(title)):
            return found["kind"].lower()
    return UNNAMED


def turn_spans(record: Record) -> dict[str, Span]:
    """Return an `xml:id` for each turn, from its own words, and where the turn is.

    That is from its label to its last word. White space does not count, so that other
    line breaks do not rename a turn; where the same words come back they are numbered.
    """
    again: dict[str, int] = {}
    spans = {}
    for turn in record.turns:
        span = Span(turn.label.start, end(turn))
        spoken = record.words(span)
        if "\n" in spoken or "  " in spoken:
            spoken = " ".join(spoken.split())
        name = f"sp-{crc32(spoken.encode('utf-8', 'surrogatepass')):08x}"
        again[name] = number = again.get(name, 0) + 1
        spans[name if number == 1 else f"{name}-{number}"] = span
    return spans


def _divs(
    record: Record,
    found: Iterable[Division],
    numbers: Iterator[int],
    numbered: Iterator[tuple[str, int]],
) -> Iterator[Markup]:
    """Yield divisions; scenes are counted through all acts, and acts by themselves.

    An act that has speeches above its first scene is counted with the scenes.
    """
    acts = count(1)
    for division in found:
        whole = division.parts and not division.content
        number = next(acts if whole else numbers)
        yield _div(record, division, number, numbered, numbers)


def _div(
    record: Record,
    division: Division,
    number: int,
    numbered: Iterator[tuple[str, int]],
    numbers: Iterator[int],
) -> Markup:
    """Return a division: what opens it, what it holds, and what closes it."""
    blocks = [
        _sp(record, block, *next(numbered))
        if isinstance(block, Turn)
        else _block(record, block)
        for block in division.content
    ]
    attributes = {"type": division.kind, "n": str(number)}
    return nested(
        "div",
        [
            *_wrapped(record, division),
            *blocks,
            *_divs(record, division.parts, numbers, numbered),
            *_closers(record, division),
        ],
        attributes,
    )


def _wrapped(record: Record, division: Division) -> Iterator[Markup]:
    """Yield the heads of a division, and an opener around the lines between them."""
    for run in division.openings():
        inner = [_block(record, block) for block in run]
        if any(map(_opens, run)):
            yield nested("opener", inner)
        else:
            yield from inner


def _opens(block: Block) -> bool:
    return isinstance(block, Dateline) or (
        isinstance(block, Leaf) and block.kind.role is Role.OPENS
    )


def _closers(record: Record, division: Division) -> Iterator[Markup]:
    """Yield a closer around the last lines of a division, and what was added below."""
    for name, run in groupby(division.bottom, _wrapper):
        inner = [_block(record, block) for block in run]
        if name:
            yield nested(name, inner)
        else:
            yield from inner


def _wrapper(block: Block) -> str | None:
    """Return the element that a block at the bottom of a division stands in."""
    if isinstance(block, Paragraph):
        return "postscript"
    trails = isinstance(block, Leaf) and block.kind is LeafKind.TRAILER
    return None if trails else "closer"


def _sp(record: Record, turn: Turn, xml_id: str, number: int) -> Markup:
    parts = [_block(record, block) for block in turn.before]
    parts.append(element("speaker", None, weave(record, turn.label)))
    parts += [_block(record, block) for block in turn.after]
    is_spoken = False
    for block in turn.blocks:
        parts.append(_block(record, block))
        is_spoken = is_spoken or isinstance(block, SPOKEN)
    if not is_spoken:
        parts.append(element("p"))
    who = record.speakers.get(turn.label)
    decided = record.deciders.get(turn.label)
    attributes = {
        "xml:id": xml_id,
        "n": str(number),
        "who": f"#{who}" if who else None,
        "cert": decided.cert if decided else None,
        "resp": responsible(decided.by) if decided else None,
    }
    return nested("sp", parts, attributes)


def _block(record: Record, block: Block) -> Markup:
    return _BLOCKS[type(block)](record, block)


def _p(record: Record, block: Paragraph) -> Markup:
    return _leaf(record, "p", block.span)


def _standing(record: Record, block: Leaf) -> Markup:
    """Return a leaf that stands by itself: a sign that is printed, or words."""
    kind, printed = block.kind, record.words(block.span)
    if kind.is_sign:
        return milestone(kind.subtype, printed) if kind.subtype else line_begin(printed)
    attributes = {"type": kind.subtype}
    if decided := record.deciders.get(block.span):
        attributes["resp"] = responsible(decided.by)
    return element(kind.element, attributes, weave(record, block.span))


def _leaf(record: Record, name: str, span: Span) -> Markup:
    decided = record.deciders.get(span)
    attributes = {"resp": responsible(decided.by)} if decided else None
    return element(name, attributes, weave(record, span))


def _dateline(record: Record, block: Dateline) -> Markup:
    return _leaf(record, "dateline", block.span)


def _stage(record: Record, block: Stage) -> Markup:
    return _leaf(record, "stage", block.span)


def _gap(record: Record, block: GapBlock) -> Markup:
    return gap(record.words(block.span))


def _pb(record: Record, block: PageBreakBlock) -> Markup:
    return lines(page_breaks(record.words(block.span)))


def _list(record: Record, block: ListBlock) -> Markup:
    parts = [_leaf(record, "head", block.head)] if block.head else []
    for item in block.items:
        label = _leaf(record, "label", item.label) if item.label else ""
        parts.append(Markup(f"{label}{_leaf(record, 'item', item.span)}"))
    if block.kind:
        return nested("list", parts, {"type": block.kind.value})
    numbered = any(item.label for item in block.items)
    return nested("list", parts, {"rend": "numbered" if numbered else "bulleted"})


def _table(record: Record, block: Table) -> Markup:
    rows = [
        nested("row", [_leaf(record, "cell", cell) for cell in row])
        for row in block.rows
    ]
    size = {"rows": str(len(rows)), "cols": str(len(block.rows[0]))}
    return nested("table", rows, size)


def _verse(record: Record, block: Verse) -> Markup:
    return nested("lg", [_leaf(record, "l", line) for line in block.lines])


def _end_notes(record: Record, block: EndNotes) -> Markup:
    notes = [
        element(
            "note",
            {
                "xml:id": note_id(record, note.number) if note.number else None,
                "n": note.number or None,
                "place": "end",
            },
            weave(record, note.span),
        )
        for note in block.notes
    ]
    return nested("div", notes, {"type": "notes"})


_BLOCKS: Mapping[type, Callable[..., Markup]] = {
    Paragraph: _p,
    Leaf: _standing,
    Dateline: _dateline,
    Stage: _stage,
    GapBlock: _gap,
    PageBreakBlock: _pb,
    ListBlock: _list,
    Table: _table,
    Verse: _verse,
}
