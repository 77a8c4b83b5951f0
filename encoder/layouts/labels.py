"""Labels of a description: words at the start of a line, with their value after them.

    Summary:

    Hale and Reed speak of the harbour.

    Shelfmark: box 6
    Record ID

    12

A known label has a colon, or stands alone on its line. An unknown one is a label where
it stands among known ones and looks as they do.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import categories, every
from encoder.model.description import FieldKind
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.model.source import Source

_UNKNOWN = re.compile(r"(?P<label>[^\W\d_][^\n:]{0,40}):(?P<value>[ \t]*\S)?")
_MOST_BLANKS = 8
_LONGEST = 80


class FieldLabel(NamedTuple):
    """A label: its words, what stands under it, and where that begins."""

    span: Span
    kind: FieldKind
    end: int


def printed_labels(manner: str) -> dict[str, FieldKind]:
    """Return the labels that a manner of page prints, in the order of `FieldKind`.

    They are the words of the categories "MANNER-KIND": "field-title", "key-title".
    """
    known = frozenset(categories())
    named = {
        kind: f"{manner}-{kind.name.lower().replace('_', '-')}" for kind in FieldKind
    }
    return {
        label: kind
        for kind, category in named.items()
        if category in known
        for label in sorted(every(category))
    }


def find_labels(
    source: Source, known: Mapping[str, FieldKind], region: Span
) -> list[FieldLabel]:
    """Return the labels at the start of a line of `region`, known and unknown ones."""
    found: list[FieldLabel] = []
    waiting: list[FieldLabel] = []
    above = False
    for line in source.lines(region):
        label = known_label(source, known, line)
        if label:
            found += [*waiting, label]
            waiting = []
        elif other := _UNKNOWN.match(source.text, *line):
            if other["value"] is None and _stands_alone(source, other):
                found.append(_unmapped(other))
            elif above and other["value"]:
                waiting.append(_unmapped(other))
        if line.start == line.end:
            waiting = []
        above = bool(label or waiting)
    return found


def known_label(
    source: Source, known: Mapping[str, FieldKind], line: Span
) -> FieldLabel | None:
    """Return the label that `line` begins with, if it is one of `known`."""
    text = source.text
    colon = text.find(":", line.start, min(line.end, line.start + _LONGEST))
    stop = line.end if colon < 0 else colon
    if stop - line.start > _LONGEST:
        return None
    before = text[line.start : stop]
    words = before.strip(" \t")
    kind = known.get(words.casefold())
    if kind is None:
        return None
    start = line.start + len(before) - len(before.lstrip(" \t"))
    end = start + len(words)
    if start - line.start > _MOST_BLANKS or stop - end > _MOST_BLANKS:
        return None
    return FieldLabel(Span(start, end), kind, stop + (colon >= 0))


def known_labels(
    source: Source, known: Mapping[str, FieldKind], region: Span
) -> Iterator[FieldLabel]:
    """Yield each known label at the start of a line of `region`.

    One pattern goes through the whole region, which can be all of a page; for a line
    alone a look into `known` is quicker.
    """
    pattern = _pattern(tuple(known))
    later = _pattern(tuple(known), "\n").finditer(source.text, *region)
    first = pattern.match(source.text, *region)
    for found in chain((first,) if first else (), later):
        yield _known(known, found)


def _known(known: Mapping[str, FieldKind], found: re.Match[str]) -> FieldLabel:
    kind = known[found["label"].casefold()]
    return FieldLabel(Span(*found.span("label")), kind, found.end())


def find_line(source: Source, words: str, region: Span) -> Iterator[Span]:
    """Yield each line of `region` that is `words`, whatever its case and its colon."""
    first = _line(words).match(source.text, *region)
    later = _line(words, "\n").finditer(source.text, *region)
    for found in chain((first,) if first else (), later):
        yield Span(*found.span("words"))


@cache
def _line(words: str, before: str = "") -> re.Pattern[str]:
    """Return a pattern for a line that is `words` and nothing else."""
    bare = re.escape(words.rstrip(":"))
    blanks = f"[ \t]{{0,{_MOST_BLANKS}}}"
    return re.compile(
        rf"{before}{blanks}(?P<words>{bare}:?){blanks}(?=\n|$)", re.IGNORECASE
    )


@cache
def _pattern(known: tuple[str, ...], before: str = "") -> re.Pattern[str]:
    """Return a pattern for a line that begins with one of `known`."""
    blanks = f"[ \t]{{0,{_MOST_BLANKS}}}"
    return re.compile(
        rf"{before}{blanks}(?P<label>{_either(known)}){blanks}(?::|(?=\n|$))",
        re.IGNORECASE,
    )


def _either(known: Iterable[str]) -> str:
    """Return a pattern for one of `known`, the longest first.

    Those with the same first letter stand together: a line that begins with another
    is passed over at once, which letters of either case do not let a pattern do.
    """
    ordered = sorted(known, key=len, reverse=True)
    every = "|".join(map(re.escape, ordered))
    letters = dict.fromkeys(each[:1].lower() for each in ordered)
    groups = [
        f"(?-i:[{letter}{letter.upper()}])(?:{_rests(ordered, letter)})"
        for letter in letters
        if letter.isascii() and letter.isalpha()
    ]
    return "|".join([*groups, rf"(?![a-zA-Z])(?:{every})"])


def _rests(ordered: Iterable[str], letter: str) -> str:
    """Return a pattern for what follows `letter` in those that begin with it."""
    begun = (each for each in ordered if each[:1].lower() == letter)
    return "|".join(re.escape(each[1:]) for each in begun)


def _stands_alone(source: Source, label: re.Match[str]) -> bool:
    """Return whether a line that ends in a colon is a label and not a sentence."""
    words = label["label"]
    after = source.text[label.end() : label.end() + _MOST_BLANKS].lstrip(" \t")
    return after.startswith("\n\n") and words.isprintable() and words.istitle()


def _unmapped(label: re.Match[str]) -> FieldLabel:
    return FieldLabel(
        Span(*label.span("label")), FieldKind.UNMAPPED, label.end("label") + 1
    )
