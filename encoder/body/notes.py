"""Endnotes, and the numbers in the text that refer to them.

    HALE: The bridge[1] is closed.

    [1] The northern bridge.

Numbers in brackets are certain, even if nothing refers to the first. Numbers without
brackets, in the block ("1 The northern bridge.") and in the text ("The bridge1 is"),
count only if the text refers to most notes of the block, in their order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.body.bracketed_paragraph import is_bracketed
from encoder.body.rules import NOTE_WITHOUT_ANCHOR, UNMATCHED_ANCHOR
from encoder.model.blocks import EndNote, EndNotes
from encoder.model.marks import Anchor, Mark, Numbered
from encoder.model.source import Span
from encoder.text.characters import WHITE
from encoder.text.paragraphs import trimmed
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Source

_NOTE = re.compile(
    r"\n[ \t]*(?P<sign>\[(?P<inside>\d{1,3})\]|(?P<bare>\d{1,3}))(?=[ \t]+\S)"
)
_ANCHOR = re.compile(r"\[(?P<n>\d{1,3})\](?:\(#[\w-]{1,20}\))?")
# The same on a page that was a web page, where the number is a link.
_LINK = re.compile(r"\[(?P<n>\d{1,3})\]\(#[\w-]{1,20}\)")
# Directly after a word or its punctuation, and no part of a longer number.
_BARE_ANCHOR = Pattern(
    r"""
    (?: (?<=[^\W\d_][^\W\d_]) [.,;:!?”"’')\]]{0,3} | (?<=\d)[.] (?=\d{1,3}\n) )
    (?P<n> \d{1,3} ) (?! [\w%°.,:/-]{0,12}\d ) (?!\w)
    """
)
_ENOUGH = 0.5
_BLANK = WHITE + "\f"


class FoundNotes(NamedTuple):
    """The block of endnotes, its start offset, and its marks and findings."""

    block: EndNotes | None
    start: int
    marks: Sequence[Mark] = ()
    findings: Sequence[Finding] = ()


def end_notes(source: Source, body: Span, after: int) -> FoundNotes:
    """Return the endnotes of `body`; none of them begins before offset `after`."""
    nothing = FoundNotes(None, body.end)
    signs = _block(source, Span(max(after, body.start), body.end))
    if not signs or not source.words(Span(body.start, signs[0].start())).strip(_BLANK):
        return nothing
    first = signs[0]
    start = first.start("sign")
    anchors = _anchors(source, Span(body.start, start), signs)
    called = {anchor.number for anchor in anchors}
    numbers = [_number(sign) for sign in signs]
    share = sum(number in called for number in numbers) / len(numbers)
    # The first can stand at the head of the page, as the note on its source.
    if share < _ENOUGH and not (first["inside"] and numbers[0] in {"1", "2"}):
        return nothing
    ends = [*(sign.start() for sign in signs[1:]), body.end]
    notes: list[EndNote] = []
    marks: list[Mark] = [each for each in anchors if each.number in set(numbers)]
    for sign, end in zip(signs, ends, strict=True):
        span = trimmed(source, Span(sign.start("sign"), end))
        notes += _parted(source, span, _number(sign))
        marks.append(Numbered(Span(*sign.span("sign"))))
    findings = (*_uncalled(source, notes, called), *_lost(source, anchors, numbers))
    return FoundNotes(EndNotes(tuple(notes)), start, marks, findings)


def _parted(source: Source, span: Span, number: str) -> Iterator[EndNote]:
    """Yield a note, and a paragraph in brackets below it as one without a number."""
    below = source.text.rfind("\n\n", *span) + 2
    last = trimmed(source, Span(below, span.end))
    if below > 1 and is_bracketed(source.words(last)):
        yield EndNote(trimmed(source, Span(span.start, below)), number)
        yield EndNote(last, "")
    else:
        yield EndNote(span, number)


def _number(sign: re.Match[str]) -> str:
    return (sign["inside"] or sign["bare"]).lstrip("0") or "0"


def _block(source: Source, span: Span) -> Sequence[re.Match[str]]:
    """Return the matches of the last consecutive note numbers, all in one form."""
    found = [*_NOTE.finditer(source.text, *span)]
    row: list[re.Match[str]] = []
    for sign in reversed(found):
        is_bare = sign["bare"] is not None
        if row and (row[-1]["bare"] is not None) is not is_bare:
            continue
        if not row or int(_number(sign)) + 1 == int(_number(row[-1])):
            row.append(sign)
    row.reverse()
    if not row or not _is_paragraph(source, row[0]):
        return ()
    return row if int(_number(row[0])) else row[1:]


def _is_paragraph(source: Source, sign: re.Match[str]) -> bool:
    """Return whether a blank line, or nothing, stands above the first note."""
    above = source.text[: sign.start()]
    return above.rstrip(" \t\f").endswith("\n") or not above.strip()


def _anchors(
    source: Source, text: Span, signs: Sequence[re.Match[str]]
) -> Sequence[Anchor]:
    """Return the numbers in `text` that refer to notes."""
    links = "](#" in source.text and [*_LINK.finditer(source.text, *text)]
    if signs[0]["inside"] or links:
        return [
            Anchor(Span(*found.span()), found["n"].lstrip("0") or "0")
            for found in links or _ANCHOR.finditer(source.text, *text)
        ]
    wanted = [_number(sign) for sign in signs]
    anchors = []
    for found in _BARE_ANCHOR.finditer(source.text, *text):
        if found["n"] in wanted:
            place = wanted.index(found["n"])
            anchors.append(Anchor(Span(*found.span("n")), found["n"]))
            del wanted[: place + 1]
    return anchors


def _uncalled(
    source: Source, notes: Sequence[EndNote], called: set[str]
) -> Iterator[Finding]:
    for note in notes:
        if note.number and note.number not in called:
            message = f"nothing in the text calls note {note.number}"
            yield NOTE_WITHOUT_ANCHOR.at(source.place(note.span), message)


def _lost(
    source: Source, anchors: Sequence[Anchor], numbers: Sequence[str]
) -> Iterator[Finding]:
    for anchor in anchors:
        if anchor.number not in numbers:
            words = source.words(anchor.span)
            message = f"{words!r} calls a note that is not at the end"
            yield UNMATCHED_ANCHOR.at(source.place(anchor.span), message)
