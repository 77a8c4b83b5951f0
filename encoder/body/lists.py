"""Lists: lines that each begin with a bullet, or with numbers that count upwards.

- 1) The harbour;
- 2) The bridge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.blocks import Inner, Item, ListBlock, Paragraph
from encoder.model.pattern import Pattern
from encoder.model.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from encoder.model.source import Source

_ITEM = Pattern(
    r"""
    [ \t]*
    (?: (?P<bullet> [-–—•*] ) [ \t]+
        (?: (?P<number> \(? (?: \d{1,3} | [a-z] ) [.)] ) [ \t]+ )?
      | (?P<alone> \(? (?: \d{1,3} | [a-z] ) [.)] ) [ \t]+ )
    (?P<words> \S .* )
    """
)
_FEWEST = 2


def list_blocks(source: Source, part: Span) -> Iterator[Inner]:
    """Yield the words before the first item of `part`, and the list; or nothing.

    Lines that have a number and no bullet must count upwards, one by one.
    """
    found = _item_lines(source, part)
    if len(found) >= _FEWEST:
        yield from _list(part, found)


def _item_lines(source: Source, part: Span) -> list[tuple[int, re.Match[str]]]:
    """Return each line of `part` that begins an item, by where it starts."""
    found = []
    last = None
    for line in source.lines(part):
        item = _ITEM.match(source.words(line))
        number = item and item["alone"] and item["alone"].strip("(.)")
        if item and not (number and last and not _follows(last, number)):
            found.append((line.start, item))
            last = number
    return found


def _follows(number: str, after: str) -> bool:
    if number.isdecimal() and after.isdecimal():
        return int(after) == int(number) + 1
    return len(number) == len(after) == 1 and ord(after) == ord(number) + 1


def _list(part: Span, found: list[tuple[int, re.Match[str]]]) -> Iterator[Inner]:
    starts = [start for start, _ in found]
    if part.start < starts[0]:
        yield Paragraph(Span(part.start, starts[0] - 1))
    ends = [*(start - 1 for start in starts[1:]), part.end]
    # In TEI either every item has a label or none has (TEI P5 §3.8, `list`); where only
    # some have a number, it stays with their words.
    numbered = all(item["number"] or item["alone"] for _, item in found)
    items = (
        _item(start, item, end, numbered=numbered)
        for (start, item), end in zip(found, ends, strict=True)
    )
    yield ListBlock(tuple(items))


def _item(start: int, item: re.Match[str], end: int, *, numbered: bool) -> Item:
    number = "number" if item["number"] else "alone"
    words = "words" if numbered or item[number] is None else number
    return Item(
        Span(start + item.start(words), end),
        _within(start, item, number) if numbered else None,
        _within(start, item, "bullet"),
    )


def _within(start: int, item: re.Match[str], group: str) -> Span | None:
    if item[group] is None:
        return None
    return Span(start + item.start(group), start + item.end(group))
