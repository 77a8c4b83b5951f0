"""The entries of a description in the plain part of YAML.

    title: Conversation Between Hale and Reed
    date: 1951-05-03
    people:
      - A. Hale
      - James Reed
    summary: >
      Hale and Reed speak
      of the harbour.

A key stands at the margin. Its value is on the same line, quoted or not; or below it,
indented: a list, or a block after "|" or ">". What else there is in YAML is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.layouts.entries import (
    FrontMatterEntry,
    Parts,
    line_ended,
    listed,
    passed_over,
    quoted,
    refuse,
)
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span
from encoder.text.paragraphs import trimmed
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from encoder.model.source import Source

_KEY = Pattern(
    r"(?P<quote>[\"']?)(?P<key>[^\W\d_][\w .-]{0,40}?)(?P=quote)"
    r"(?P<sign>[ \t]{0,8}:)(?:[ \t]+|(?=\n|$))",
    re.NOFLAG,
)
_BLOCK = re.compile(r"(?P<mark>[|>][+-]?)[ \t]*\n")
_ITEM = re.compile(r"[ \t]*(?P<dash>-)[ \t]+(?=\S)")
_FLOW = re.compile(r"[^\[\]{},#\n]+")
_PLAIN = re.compile(r"(?:[^\n#]|(?<=[^ \t])#)+")
_INDENTED = re.compile(r"(?:[ \t]+\S[^\n]*|[ \t]*)(?:\n|$)")
_MORE = re.compile(r"(?:[ \t]*\n[ \t]+(?!-[ ])[^\s#][^\n]*)+")
_NOT_PLAIN = "&*!%@`{}|>\"'[]"


def yaml_entries(source: Source, region: Span) -> Parts:
    """Yield each entry of `region`, and the layout around it.

    Raises `RefusedError` (L011) where it is more of YAML than is read.
    """
    place, end = region
    while (place := (yield from passed_over(source, place, end))) < end:
        key = _KEY.match(source.text, place, end)
        if not key:
            refuse(source, place, "this is no key with a value")
        if key["quote"]:
            for start in (key.start("quote"), key.end("key")):
                yield Dropped(Span(start, start + 1), Drop.QUOTE_MARK)
        values: list[Span] = []
        place = yield from _value(source, key.end(), end, values)
        yield Dropped(Span(*key.span("sign")), Drop.FIELD_LABEL)
        yield FrontMatterEntry(Span(*key.span("key")), tuple(values))
    return place


def _value(source: Source, place: int, end: int, values: list[Span]) -> Parts:
    """Yield the layout of a value, add what it holds, and return where it ends."""
    if block := _BLOCK.match(source.text, place, end):
        yield Dropped(Span(*block.span("mark")), Drop.QUOTE_MARK)
        return _indented(source, block.end(), end, values)
    if source.text.startswith("[", place, end):
        place = yield from listed(source, place, end, values, _FLOW)
        return (yield from line_ended(source, place, end))
    if source.text[place:end].partition("\n")[0].strip():
        place = yield from _scalar(source, place, end, values)
        return (yield from line_ended(source, place, end))
    place = yield from line_ended(source, place, end)
    while item := _ITEM.match(source.text, place, end):
        yield Dropped(Span(*item.span("dash")), Drop.BULLET)
        place = yield from _scalar(source, item.end(), end, values)
        place = yield from line_ended(source, place, end)
    return place


def _indented(source: Source, place: int, end: int, values: list[Span]) -> int:
    """Add the indented block at `place`, and return where it ends."""
    start = place
    while place < end and (line := _INDENTED.match(source.text, place, end)):
        place = line.end()
    block = trimmed(source, Span(start, place))
    if block.start == block.end:
        refuse(source, start, "there is no indented block")
    values.append(block)
    return place


def _scalar(source: Source, place: int, end: int, values: list[Span]) -> Parts:
    """Yield the marks around one value, add it, and return where it ends.

    One without marks goes on in the lines below that are indented.
    """
    after = yield from quoted(source, place, end, values)
    if after > place:
        return after
    plain = _PLAIN.match(source.text, place, end)
    if not plain or source.text[place] in _NOT_PLAIN:
        refuse(source, place, "the value is written in a way that is not read")
    stop = place + len(plain[0].rstrip())
    if more := _MORE.match(source.text, stop, end):
        stop = more.end()
    values.append(Span(place, stop))
    return stop
