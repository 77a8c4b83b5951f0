"""Lists: lines that begin with bullets, or with consecutive numbers.

- 1) The harbour;
- 2) The bridge.

Or paragraphs that do, one below the other, where the line above leads to them, or they
are short. Numbered paragraphs of a page are none: they go on below other paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.model.blocks import Inner, Item, ListBlock, Paragraph
from encoder.model.source import Span
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
_LONGEST = 300
_SIGN = re.compile(r"[-–—•*(\da-z]")
_OPEN = frozenset(";,")


def list_blocks(source: Source, part: Span) -> Iterator[Inner]:
    """Yield the paragraph before the first item of `part`, then the list; or nothing.

    Lines that have a number and no bullet must count upwards, one by one.
    """
    found = _item_lines(source, part)
    if len(found) >= _FEWEST:
        yield from _list(part, found)


def _item_lines(source: Source, part: Span) -> list[tuple[int, re.Match[str]]]:
    """Return the offset and match of each line of `part` that begins an item."""
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


class _Line(NamedTuple):
    """A paragraph that begins like an item: with a number or a bullet."""

    block: Paragraph
    item: re.Match[str]

    @property
    def number(self) -> str | None:
        """The number before the words or behind the bullet, without its stop."""
        printed = self.item["alone"] or self.item["number"]
        return printed.strip("(.)") if printed else None

    @property
    def sign(self) -> tuple[str | None, str | None]:
        """The bullet and the number."""
        return self.item["bullet"], self.number

    def goes_before(self, below: _Line) -> bool:
        """Return whether `below` has the same bullet and the next number."""
        return below.sign == (self.item["bullet"], _next(self.number))


def _next(number: str | None) -> str | None:
    if number is None:
        return None
    return str(int(number) + 1) if number.isdecimal() else chr(ord(number) + 1)


def gathered(source: Source, blocks: Sequence[Inner]) -> Sequence[Inner]:
    """Merge items that blank lines separate into lists."""
    lines = [_line(source, block) for block in blocks]
    if sum(line is not None for line in lines) < _FEWEST:
        return blocks
    last = {line.sign: place for place, line in enumerate(lines) if line}
    done: list[Inner] = []
    place = 0
    while place < len(blocks):
        row = [*_row(lines, place)]
        after = place + max(1, len(row))
        above = done[-1] if done else None
        if _is_list(source, row, above) and not _goes_on(row[-1], last, after):
            done.append(ListBlock(tuple(map(_item_of, row))))
        else:
            done += blocks[place:after]
        place = after
    return done


def _goes_on(
    line: _Line, last: Mapping[tuple[str | None, str | None], int], after: int
) -> bool:
    """Return whether the next number follows further down, at `after` or later."""
    following = (line.item["bullet"], _next(line.number))
    return line.number is not None and last.get(following, 0) >= after


def _line(source: Source, block: Inner) -> _Line | None:
    if isinstance(block, Paragraph) and _SIGN.match(source.text, block.span.start):
        item = _ITEM.match(source.text, *block.span)
        return _Line(block, item) if item else None
    return None


def _row(lines: Sequence[_Line | None], place: int) -> Iterator[_Line]:
    """Yield the lines from index `place` on while their numbers are consecutive."""
    above: _Line | None = None
    for at in range(place, len(lines)):
        line = lines[at]
        if line is None or (above and not above.goes_before(line)):
            return
        yield line
        above = line


def _is_list(source: Source, row: Sequence[_Line], above: Inner | None) -> bool:
    """Return whether the paragraphs of `row` are the items of a list.

    A dash can also open direct speech. It marks an item if the line above ends in a
    colon, or if the items end in commas or semicolons.
    """
    if len(row) < _FEWEST or row[0].number not in {None, "1", "a"}:
        return False
    leads = isinstance(above, Paragraph) and source.text[above.span.end - 1] == ":"
    if row[0].number is None:
        ends = {source.text[line.block.span.end - 1] for line in row[:-1]}
        return leads or row[0].item["bullet"] in {"•", "*"} or ends <= _OPEN
    longest = max(line.block.span.end - line.block.span.start for line in row)
    return leads or longest <= _LONGEST


def _item_of(line: _Line) -> Item:
    numbered = line.number is not None
    number = "number" if line.item["number"] else "alone"
    return Item(
        Span(line.item.start("words"), line.block.span.end),
        Span(*line.item.span(number)) if numbered else None,
        Span(*line.item.span("bullet")) if line.item["bullet"] else None,
    )
