"""The body of a page as blocks: turns, paragraphs, lists, and what stands alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.characters.look import WHITE
from encoder.editorial.dates import parse_dateline
from encoder.layouts.paragraphs import paragraphs, trimmed
from encoder.model.blocks import (
    Block,
    Dateline,
    GapBlock,
    Inner,
    Item,
    ListBlock,
    PageBreakBlock,
    Paragraph,
    Stage,
    Turn,
)
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source
    from encoder.turns.style import Candidate

_ITEM = re.compile(
    r"""
    [ \t]*
    (?: (?P<bullet> [-–—•*] ) [ \t]+
        (?: (?P<number> \(? (?: \d{1,3} | [a-z] ) [.)] ) [ \t]+ )?
      | (?P<alone> \(? (?: \d{1,3} | [a-z] ) [.)] ) [ \t]+ )
    (?P<words> \S .* )
    """,
    re.VERBOSE,
)
_GAP = re.compile(
    r"\[?(?:…|\.\.\.|\. \. \.)\]?|\[[^\[\]\n]{0,40}\bomitted\b[^\[\]\n]{0,40}\]"
)
_STAGE = re.compile(r"\[[^\[\]\n]{1,300}\]|\([^()\n]{1,300}\)")
_LETTER = re.compile(r"[^\W\d_]")


def divide(source: Source, body: Span, labels: Sequence[Candidate]) -> Iterator[Block]:
    """Yield the blocks of `body`, a turn beginning at each of `labels`.

    What stands above the first label belongs to nobody; what stands below a label
    belongs to its turn, down to the next one.
    """
    begins = [each.label for each in labels]
    ends = [*(label.start for label in begins), body.end]
    yield from _opening(source, Span(body.start, ends[0]))
    for label, end in zip(begins, ends[1:], strict=True):
        yield Turn(label, tuple(_blocks(source, Span(label.end, end))))


def _opening(source: Source, span: Span) -> Iterator[Block]:
    """Yield what stands above the first turn; its first paragraph can be a dateline."""
    blocks = _blocks(source, span)
    first = next(blocks, None)
    if isinstance(first, Paragraph) and parse_dateline(source.words(first.span)):
        yield Dateline(first.span)
    elif first:
        yield first
    yield from blocks


def _blocks(source: Source, span: Span) -> Iterator[Inner]:
    """Yield the blocks of `span`; mostly it is one paragraph on one line."""
    words = source.words(span)
    bare = words.strip(WHITE)
    if "\n" not in bare and "\f" not in bare:
        if bare:
            start = span.start + words.index(bare)
            yield _alone(bare, Span(start, start + len(bare)))
        return
    for paragraph in paragraphs(source, span):
        for part in _pages(source, paragraph):
            words = source.words(part)
            if words == "\f":
                yield PageBreakBlock(part)
            elif "\n" in words and len(found := _item_lines(source, part)) > 1:
                yield from _list(part, found)
            else:
                yield _alone(words, part)


def _pages(source: Source, paragraph: Span) -> Iterator[Span]:
    """Yield the form feeds of `paragraph`, and the words before and after each."""
    start = paragraph.start
    while (feed := source.text.find("\f", start, paragraph.end)) >= 0:
        yield from _if_any(trimmed(source, Span(start, feed)))
        yield Span(feed, feed + 1)
        start = feed + 1
    yield from _if_any(trimmed(source, Span(start, paragraph.end)))


def _if_any(span: Span) -> Iterator[Span]:
    if span.start < span.end:
        yield span


def _alone(words: str, span: Span) -> Inner:
    """Return the block of a paragraph that is not a list."""
    if words[0] not in "[(….":
        return Paragraph(span)
    if _GAP.fullmatch(words):
        return GapBlock(span)
    if _STAGE.fullmatch(words) and _LETTER.search(words):
        return Stage(span)
    return Paragraph(span)


def _item_lines(source: Source, part: Span) -> list[tuple[int, re.Match[str]]]:
    """Return each line of `part` that begins an item, by where it starts.

    Lines that have a number and no bullet must count upwards, one by one.
    """
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
    """Yield the words before the first item as a paragraph, and then the list."""
    starts = [start for start, _ in found]
    if part.start < starts[0]:
        yield Paragraph(Span(part.start, starts[0] - 1))
    items = []
    for (start, item), end in zip(
        found, [*(start - 1 for start in starts[1:]), part.end], strict=True
    ):
        number = "number" if item["number"] else "alone"
        items.append(
            Item(
                Span(start + item.start("words"), end),
                _within(start, item, number),
                _within(start, item, "bullet"),
            )
        )
    yield ListBlock(tuple(items))


def _within(start: int, item: re.Match[str], group: str) -> Span | None:
    if item[group] is None:
        return None
    return Span(start + item.start(group), start + item.end(group))
