"""Where the parts of a form are: head, labels, text, and the labels below it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import Formula
from encoder.layouts.labels import find_labels, find_line, known_label, known_labels
from encoder.layouts.pieces import chunks, furniture, looks_dated
from encoder.layouts.title import could_be_title
from encoder.model.description import Field, FieldKind
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.layouts.labels import FieldLabel
    from encoder.model.form import PageForm
    from encoder.model.source import Source

# A title may run over paragraphs, but a page with a longer head is another page.
HEAD_PARAGRAPHS = 4
_CREDIT = Formula(r"[^\n]{0,200}\b{credit-phrase}\b", re.NOFLAG)


class Parts(NamedTuple):
    """Where the head, the labels, the text and the labels below it are.

    `headings` are the lines that part them; `above_text` and `below_text` are the
    labels in the two parts that have some.
    """

    head: Span
    labels: Span
    body: Span
    below: Span
    headings: tuple[Span, ...] = ()
    above_text: Sequence[FieldLabel] = ()
    below_text: Sequence[FieldLabel] = ()


def sign_places(
    form: PageForm, source: Source, sign: str, region: Span
) -> Iterator[Span]:
    """Yield each place where `sign` stands, as a label or as a line."""
    kind = form.labels.get(sign.casefold())
    if kind is None:
        yield from find_line(source, sign, region)
        return
    for label in known_labels(source, {sign.casefold(): kind}, region):
        yield Span(label.span.start, label.end)


def parts_of(form: PageForm, source: Source) -> Parts:
    """Return where the parts of the page are."""
    below = [*find_line(source, form.ends_at, source.whole)] if form.ends_at else []
    end = below[-1].start if below else len(source.text)
    after = below[-1].end if below else end
    heads = find_line(source, form.begins_at, Span(0, end)) if form.begins_at else ()
    begins = [*islice(heads, 1)]
    if begins:
        described, start = begins[0].start, begins[0].end
    else:
        described = start = _described(form, source, Span(0, end))
    found = find_labels(source, form.labels, Span(0, described))
    head = found[0].span.start if found else described
    after_text = Span(after, len(source.text))
    return Parts(
        head=Span(0, head),
        labels=Span(head, described),
        body=Span(start, end),
        below=after_text,
        headings=(*begins, *below[-1:]),
        above_text=found,
        below_text=find_labels(source, form.labels, after_text),
    )


def _described(form: PageForm, source: Source, region: Span) -> int:
    """Return where the description above the text ends."""
    if form.begins_after:
        label = next(sign_places(form, source, form.begins_after, region), None)
        if label is None:
            return region.start
        first = next(paragraphs(source, Span(label.end, region.end)), label)
        return first.end
    return _labels_end(form, source, region) or _head_end(form, source, region)


def _labels_end(form: PageForm, source: Source, region: Span) -> int:
    """Return where the labels come to an end: below the value of the last one."""
    end, above, waiting = 0, 0, False
    for paragraph in paragraphs(source, region):
        lines = [*source.lines(paragraph)]
        known = [known_label(source, form.labels, line) for line in lines]
        if known[0] or waiting or (not end and any(known)):
            end = paragraph.end
            last = known[-1]
            waiting = last is not None and not source.text[last.end : end].strip()
        elif end or above == HEAD_PARAGRAPHS:
            break
        above += not end
    return end


def _head_end(form: PageForm, source: Source, region: Span) -> int:
    """Return where a head without labels ends."""
    banner = furniture(source, region, form.furniture)
    head = head_fields(form, source, chunks(source, region, banner), strict=True)
    return max((field.span.end for field in head), default=region.start)


def head_fields(
    form: PageForm, source: Source, paragraphs: Iterable[Span], *, strict: bool
) -> Iterator[Field]:
    """Yield what stands above the first label.

    A paragraph that is none of what the form has there ends a strict head, and is a
    title elsewhere.
    """
    waiting = [*form.head]
    for paragraph in paragraphs:
        words = source.words(paragraph)
        kind = next((each for each in waiting if _suits(each, words, strict)), None)
        if kind:
            waiting.remove(kind)
        elif strict:
            return
        yield Field(kind or FieldKind.TITLE, paragraph)


def _suits(kind: FieldKind, words: str, strict: bool) -> bool:  # noqa: FBT001
    """Return whether `words` above the first label can be of this kind."""
    if kind is FieldKind.CREDITS:
        return bool(_CREDIT.match(words))
    if (kind is FieldKind.DATE) is not looks_dated(words):
        return False
    return not strict or kind is not FieldKind.TITLE or could_be_title(words)


def is_head(form: PageForm, source: Source, paragraphs: Sequence[Span]) -> bool:
    """Return whether `paragraphs` are what the form has above its first label."""
    return len([*head_fields(form, source, paragraphs, strict=True)]) == len(paragraphs)
