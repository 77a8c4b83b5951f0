"""Read the fields at the head of a memorandum: participants, place, subject.

PARTICIPANTS:
- Mrs. Hale
- Mr. Reed, the pilot

PLACE: The harbour office
SUBJECT: The bridge
"""

from __future__ import annotations

import re
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import Formula
from encoder.model.blocks import Inner, Item, ListBlock, ListKind, Paragraph
from encoder.model.source import Span
from encoder.text.paragraphs import trimmed
from encoder.text.pattern import Pattern
from encoder.text.sentence_ends import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.model.source import Source

_FIELD = Formula(
    r"""
    [ \t]*
    (?P<label>
      (?: (?P<people> {those-present} | {participant} | {persons-of-a-play} )
        | {memorandum-field} )
      (?P<colon> [ ]? : )?
    )
    [ \t]*
    (?P<words> (?<=[:\s]) \S .* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = Pattern(rf"[ \t]*(?P<bullet>[{BULLETS}])[ \t]+", re.NOFLAG)
_LONGEST_ITEM = 240
_LONGEST_PARTY = 3
# An office behind a name, or a title cut short before it.
_ROLE = re.compile(r"\w, \w|\w \(\w|\A[A-Z]\w{0,3}\. [A-Z]")
_CUT_SHORT = Formula(r"\b (?: [A-Z] | {abbreviation-in-list} ) \. \Z")


def with_fields(source: Source, blocks: Sequence[Inner]) -> list[Inner]:
    """Turn paragraphs that hold fields into lists.

    A heading such as "Participants:" can stand in a paragraph of its own, above that of
    the names.
    """
    done: list[Inner] = []
    named = 0
    for place, block in enumerate(blocks):
        if named:
            # This block was of the names below the heading before it.
            named -= 1
            continue
        lists = _read(source, block)
        if lists and not lists[-1].items:
            names, named = _names(source, blocks[place + 1 :])
            lists = [*lists[:-1], lists[-1]._replace(items=tuple(names))]
        if not lists or not lists[-1].items:
            done.append(block)
        else:
            done += lists
    return [*_joined(done)]


def _joined(blocks: Sequence[Inner]) -> Iterator[Inner]:
    """Merge adjacent lists of fields."""
    for fields, run in groupby(blocks, _are_fields):
        if fields:
            items = (item for each in run for item in _listed(each))
            yield ListBlock(tuple(items), ListKind.FIELDS)
        else:
            yield from run


def _are_fields(block: Inner) -> bool:
    return isinstance(block, ListBlock) and block.kind is ListKind.FIELDS


def _listed(block: Inner) -> Sequence[Item]:
    return block.items if isinstance(block, ListBlock) else ()


def with_fields_below(source: Source, blocks: Sequence[Inner]) -> Sequence[Inner]:
    """Turn the fields below a line in capitals into lists, within a turn.

    A second memorandum can begin so in the middle of a record.
    """
    for place, block in enumerate(blocks[1:-1], start=2):
        shouted = isinstance(block, Paragraph) and source.words(block.span).isupper()
        if shouted and _read(source, blocks[place]):
            return [*blocks[:place], *with_fields(source, blocks[place:])]
    return blocks


class _Group(NamedTuple):
    """A line that begins with the label of a field, and the lines below it."""

    found: re.Match[str]
    line: Span
    below: list[Span]


def _read(source: Source, block: Inner) -> list[ListBlock]:
    """Return the lists of fields and participants in a paragraph; empty if it has none.

    The last list can be a heading without names, which stand in the next paragraph.
    """
    if not isinstance(block, Paragraph):
        return []
    lists: list[ListBlock] = []
    groups = _groups(source, [*source.lines(block.span)])
    for group in groups:
        if group.found["people"]:
            found = _participants(source, group)
        elif item := _field(source, group):
            found = ListBlock((item,), ListKind.FIELDS)
        else:
            return []
        if not found.items and group is not groups[-1]:
            return []
        lists.append(found)
    return lists


def _groups(source: Source, lines: Sequence[Span]) -> Sequence[_Group]:
    """Group lines by their field; return nothing if a line belongs to no field."""
    groups: list[_Group] = []
    for place, line in enumerate(lines):
        name = _name(source, line, alone=place + 1 < len(lines))
        if name:
            groups.append(_Group(name, line, []))
        elif groups:
            groups[-1].below.append(line)
        else:
            return ()
    return groups


def _name(source: Source, line: Span, *, alone: bool) -> re.Match[str] | None:
    """Match the label of a field at the start of a line.

    A label without a colon must be the whole line, in capitals. Lines must stand below
    it (`alone`), but for participants, who can be in the next paragraph.
    """
    found = _FIELD.fullmatch(source.words(line))
    if found is None or not found["label"][0].isupper():
        return None
    below = alone or found["people"]
    shouted = below and not found["words"] and found["label"].isupper()
    return found if found["colon"] or shouted else None


def _participants(source: Source, group: _Group) -> ListBlock:
    named = [_span(group, "words")] if group.found["words"] else []
    items = (*map(Item, named), *_items(source, group.below))
    return ListBlock(items, ListKind.PARTICIPANTS, _span(group, "label"))


def _field(source: Source, group: _Group) -> Item | None:
    """Return a field with the words on its line and below; None if there are none."""
    name = _span(group, "label")
    last = group.below[-1] if group.below else group.line
    words = trimmed(source, Span(name.end, last.end))
    items = [*_items(source, [words])]
    return items[0]._replace(label=name) if items else None


def _items(source: Source, lines: Iterable[Span]) -> Iterator[Item]:
    for line in lines:
        bullet = _BULLET.match(source.words(line))
        start = line.start + (bullet.end() if bullet else 0)
        words = trimmed(source, Span(start, line.end))
        sign = None
        if bullet:
            place = line.start + bullet.start("bullet")
            sign = Span(place, place + 1)
        if words.start < words.end:
            yield Item(words, None, sign)


def _names(source: Source, below: Sequence[Inner]) -> tuple[Sequence[Item], int]:
    """Return the items below a heading of participants, and how many blocks they fill.

    The names are a list, one paragraph of several lines, or several paragraphs of one
    line.
    """
    first = below[0] if below else None
    if isinstance(first, ListBlock) and first.kind is None:
        return first.items, 1
    if not isinstance(first, Paragraph):
        return (), 0
    lines = [*source.lines(first.span)]
    if len(lines) > 1:
        short = all(len(source.words(line)) <= _LONGEST_ITEM for line in lines)
        return ([*_items(source, lines)], 1) if short else ((), 0)
    row = [*takewhile(lambda block: _could_be_name(source, block), below)]
    while row and not _ROLE.search(source.words(_line(row[-1]))):
        # A name alone can be the heading of what follows.
        row.pop()
    items = [*_items(source, map(_line, row))]
    return (items, len(row)) if len(row) > 1 else ((), 0)


def _could_be_name(source: Source, block: Inner) -> bool:
    """Return whether a block is a one-line paragraph that can be a name and office."""
    if not isinstance(block, Paragraph) or _read(source, block):
        return False
    words = source.words(block.span)
    if "\n" in words or len(words) > _LONGEST_ITEM or not words[0].isupper():
        return False
    if words[-1] == ":":
        # The party of those below it.
        return len(words.split()) <= _LONGEST_PARTY
    return words[-1] not in ".!?;" or bool(_CUT_SHORT.search(words))


def _line(block: Inner) -> Span:
    assert isinstance(block, Paragraph)  # noqa: S101 (only paragraphs are in the row)
    return block.span


def _span(group: _Group, name: str) -> Span:
    start = group.line.start
    return Span(start + group.found.start(name), start + group.found.end(name))
