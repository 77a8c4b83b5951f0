"""The text of a record: one function for each kind of block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from encoder.model.blocks import (
    Dateline,
    GapBlock,
    ListBlock,
    PageBreakBlock,
    Paragraph,
    Stage,
    Turn,
)
from encoder.model.description import FieldKind
from encoder.tei.markup import Markup, element, nested
from encoder.tei.weave import weave

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from encoder.model.record import Record
    from encoder.model.source import Span

# What a page itself calls the record it holds, in its title.
_KIND = re.compile(
    r"\b(?P<kind>conversation|conference|debate|discussion|hearing|interview|letter"
    r"|meeting|memorandum|minutes|report|session|speech|talk|telegram)s?\b",
    re.IGNORECASE,
)
UNNAMED_KIND = "record"


def text(record: Record, ids: Sequence[str]) -> Markup:
    """Return `text`: the body of the record, in the language of the page.

    `ids` are the identifiers of the turns, in their order.
    """
    numbered = zip(ids, range(1, len(ids) + 1), strict=True)
    lines = [block for block in record.body if isinstance(block, Dateline)]
    opener = nested("opener", [_leaf(record, "dateline", line.span) for line in lines])
    blocks = [
        _sp(record, block, *next(numbered))
        if isinstance(block, Turn)
        else _BLOCKS[type(block)](record, block)
        for block in record.body
        if not isinstance(block, Dateline)
    ]
    div = nested("div", [opener, *blocks], {"type": kind(record), "n": "1"})
    return nested("text", [nested("body", [div])], {"xml:lang": record.language})


def kind(record: Record) -> str:
    """Return what the title calls the record ("meeting"), "record" if nothing."""
    for title in record.description.spans(FieldKind.TITLE):
        if found := _KIND.search(record.words(title)):
            return found["kind"].lower()
    return UNNAMED_KIND


def turn_ids(record: Record) -> tuple[str, ...]:
    """Return an `xml:id` for each turn, from its own words.

    White space does not count, so that other line breaks do not rename a turn; where
    the same words come back they are numbered.
    """
    seen: dict[str, int] = {}
    ids = []
    for turn in record.turns:
        spoken = record.words(extent(turn))
        if "\n" in spoken or "  " in spoken:
            spoken = " ".join(spoken.split())
        name = f"sp-{crc32(spoken.encode('utf-8', 'surrogatepass')):08x}"
        seen[name] = again = seen.get(name, 0) + 1
        ids.append(name if again == 1 else f"{name}-{again}")
    return tuple(ids)


def extent(turn: Turn) -> Span:
    """Return the span from the label of a turn to its last word."""
    last = turn.blocks[-1] if turn.blocks else None
    if last is None:
        return turn.label
    end = last.items[-1].span if isinstance(last, ListBlock) else last.span
    return turn.label.to(end)


def _sp(record: Record, turn: Turn, xml_id: str, number: int) -> Markup:
    speaker = _leaf(record, "speaker", turn.label)
    inner = [_BLOCKS[type(block)](record, block) for block in turn.blocks]
    who = record.speakers.get(turn.label)
    attributes = {
        "xml:id": xml_id,
        "n": str(number),
        "who": f"#{who}" if who else None,
    }
    return nested("sp", [speaker, *(inner or [element("p")])], attributes)


def _leaf(record: Record, name: str, span: Span) -> Markup:
    return element(name, None, weave(record, span))


def _p(record: Record, block: Paragraph) -> Markup:
    return _leaf(record, "p", block.span)


def _stage(record: Record, block: Stage) -> Markup:
    return _leaf(record, "stage", block.span)


def _gap(record: Record, block: GapBlock) -> Markup:
    return element("gap", {"reason": "omitted", "rend": record.words(block.span)})


def _pb(_record: Record, _block: PageBreakBlock) -> Markup:
    return element("pb", {"rend": "form-feed"})


def _list(record: Record, block: ListBlock) -> Markup:
    lines = []
    for item in block.items:
        label = _leaf(record, "label", item.label) if item.label else ""
        lines.append(f"{label}{_leaf(record, 'item', item.span)}")
    numbered = any(item.label for item in block.items)
    return nested("list", lines, {"rend": "numbered" if numbered else "bulleted"})


_BLOCKS: Mapping[type, Callable[..., Markup]] = {
    Paragraph: _p,
    Stage: _stage,
    GapBlock: _gap,
    PageBreakBlock: _pb,
    ListBlock: _list,
}
