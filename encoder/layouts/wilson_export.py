"""The page of a digital archive, exported: labels alone on their lines.

    May 3, 1951

    Conversation Between A. Hale and Reed

    Citation:

    "Conversation Between A. Hale and Reed", May 3, 1951, Example Archive, …
    <https://archive.example/document/12>

    Summary:

    Hale and Reed speak of the harbour.

    Original Language:

    English

    Contents:

    Transcript - English

    HALE: Good morning.

The date and the title stand above the first label. The contents are one paragraph,
and the record begins after them. A line that ends in a colon and stands alone between
the labels is a label too, if an unknown one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from encoder.editorial.dates import parse_when
from encoder.editorial.dates_words import MONTH, WEEKDAY
from encoder.layouts.layout import Layout, Page
from encoder.layouts.paragraphs import paragraphs, trimmed
from encoder.layouts.rules import UNMAPPED_LABEL
from encoder.model.description import Description, Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.finding import Finding
    from encoder.model.source import Source

LABELS = {
    "Citation": FieldKind.CITATION,
    "Summary": FieldKind.SUMMARY,
    "Credits": FieldKind.CREDITS,
    "Original Language": FieldKind.LANGUAGE,
    "Contents": FieldKind.CONTENTS,
}
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^\n:]{0,40}):[ \t]*$", re.MULTILINE)
_CITATION = re.compile(r"^Citation:[ \t]*$", re.MULTILINE)
_CONTENTS = re.compile(r"^Contents:[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"(<?)(https?://[^\s<>]+)(>?)")
# Numbers and names of months or weekdays, and nothing else: a date in any notation,
# if perhaps one that the date grammar refuses ("05/03/51").
_LIKE_A_DATE = re.compile(
    rf"(?=.*\d)(?:{MONTH}|{WEEKDAY}|[\d\s.,/–-]|(?:st|nd|rd|th|of)\b)+"
)
# A title may run over paragraphs, but a page with a longer head is another page.
_HEAD_PARAGRAPHS = 4


def recognises(source: Source) -> bool:
    """Return whether the page has a short head, a citation and, below it, contents."""
    citation = _CITATION.search(source.text)
    if not citation or not _CONTENTS.search(source.text, citation.end()):
        return False
    head = tuple(paragraphs(source, Span(0, citation.start())))
    return 0 < len(head) <= _HEAD_PARAGRAPHS


def read(source: Source) -> Page:
    """Return the description down to the end of the contents, and the body below."""
    labels = _labels(source)
    fields = [*_head(source, Span(0, labels[0].start))]
    end = len(source.text)
    for label, following in pairwise((*labels, Span(end, end))):
        fields += _fields(source, label, following)
    end = max(field.span.end for field in fields)
    return Page(
        body=Span(end, len(source.text)),
        description=Description(tuple(fields)),
        dropped=tuple(sorted(_dropped(source, labels, fields), key=_start)),
        findings=tuple(_unmapped(source, fields)),
    )


def _labels(source: Source) -> list[Span]:
    """Return the label of each field, without its colon, down to the contents."""
    found: list[Span] = []
    for match in _LABEL.finditer(source.text):
        label = Span(*match.span("label"))
        kind = LABELS.get(match["label"])
        if kind is FieldKind.CITATION or (found and _is_label(source, label)):
            found.append(label)
        if found and kind is FieldKind.CONTENTS:
            break
    return found


def _is_label(source: Source, label: Span) -> bool:
    """Return whether a line that ends in a colon is a label and not a sentence."""
    words = source.words(label)
    if words in LABELS:
        return True
    after = source.text[label.end + 1 : label.end + 9].lstrip(" \t")
    alone = after.startswith("\n\n")
    return alone and words.isprintable() and words.istitle()


def _head(source: Source, head: Span) -> Iterator[Field]:
    """Yield the date, if the page begins with one, and the title."""
    for place, paragraph in enumerate(paragraphs(source, head)):
        dated = place == 0 and _is_dated(source.words(paragraph))
        yield Field(FieldKind.DATE if dated else FieldKind.TITLE, paragraph)


def _is_dated(words: str) -> bool:
    """Return whether the first paragraph of a page is its date, read or not."""
    return bool(
        words.casefold() == "undated"
        or parse_when(words)
        or _LIKE_A_DATE.fullmatch(words)
    )


def _fields(source: Source, label: Span, following: Span) -> Iterator[Field]:
    """Yield what stands under `label`: a field for each paragraph, or address."""
    kind = LABELS.get(source.words(label), FieldKind.UNMAPPED)
    start = label.end + 1
    value = Span(start, following.start)
    found = False
    for paragraph in paragraphs(source, value):
        found = True
        for part in _parts(source, paragraph):
            address = _ADDRESS.fullmatch(source.words(part))
            if address and kind is FieldKind.CITATION:
                inner = Span(part.start + address.start(2), part.start + address.end(2))
                yield Field(FieldKind.ADDRESS, inner)
            else:
                yield Field(kind, part, label)
        if kind is FieldKind.CONTENTS:
            return
    if not found:
        yield Field(kind, Span(start, start), label)


def _parts(source: Source, paragraph: Span) -> Iterator[Span]:
    """Yield the lines that are an address by themselves, and the runs between them."""
    start = paragraph.start
    for line in source.lines(paragraph):
        if _ADDRESS.fullmatch(source.words(trimmed(source, line))):
            if (before := trimmed(source, Span(start, line.start))).start < before.end:
                yield before
            yield trimmed(source, line)
            start = line.end
    if (rest := trimmed(source, Span(start, paragraph.end))).start < rest.end:
        yield rest


def _dropped(
    source: Source, labels: list[Span], fields: list[Field]
) -> Iterator[Dropped]:
    """Yield the labels, and the angle brackets around an address."""
    for label in labels:
        known = source.words(label) in LABELS
        start = label.start if known else label.end
        yield Dropped(Span(start, label.end + 1), Drop.FIELD_LABEL)
    for field in fields:
        if field.kind is FieldKind.ADDRESS:
            start, end = field.span
            for place in (start - 1, end):
                if source.text[place : place + 1] in {"<", ">"}:
                    yield Dropped(Span(place, place + 1), Drop.ANGLE_BRACKET)


def _unmapped(source: Source, fields: list[Field]) -> Iterator[Finding]:
    for field in fields:
        if field.kind is FieldKind.UNMAPPED and field.label:
            message = f"no place in the header for {source.words(field.label)!r}"
            yield UNMAPPED_LABEL.at(source.place(field.label), message)


def _start(dropped: Dropped) -> int:
    return dropped.span.start


WILSON_EXPORT = Layout("wilson-export", recognises, read, archive="wilson")
