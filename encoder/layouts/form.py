"""Pages that are filled in like a form: labels, values under or beside them, the text.

    May 3, 1951

    Conversation Between Hale and Reed

    Summary:
    Hale and Reed speak of the harbour.

    Shelfmark: box 6

    HALE: Good morning.

Whatever one such page has and another has not is in its `Form`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from encoder.layouts.form_parts import (
    HEAD_PARAGRAPHS,
    head_fields,
    is_head,
    parts_of,
    sign_places,
)
from encoder.layouts.labels import known_labels
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import assembled, chunks, furniture, value
from encoder.layouts.refused import refuse_second
from encoder.layouts.rules import SUMMARY_BY_PLACE
from encoder.model.description import KEPT_LABELS, Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span, once
from encoder.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from encoder.layouts.form_parts import Parts
    from encoder.layouts.labels import FieldLabel
    from encoder.layouts.pieces import Piece
    from encoder.model.form import PageForm
    from encoder.model.source import Source

_OPENING = re.compile(r"[^\n:.]{1,40}[:.]")


class _Apart(NamedTuple):
    """A page taken apart, by a form whose labels do not speak on it."""

    form: PageForm
    parts: Parts


def form_layout(form: PageForm) -> Layout:
    """Return the layout whose pages are filled in like `form`."""
    folded = form._replace(
        labels={label.casefold(): kind for label, kind in form.labels.items()},
        furniture=tuple(line.casefold() for line in form.furniture),
    )
    apart = once(partial(_taken_apart, folded))
    return Layout(
        form.name, partial(_signs, apart), partial(_read, apart), form.archive
    )


def _taken_apart(form: PageForm, source: Source) -> _Apart | None:
    """Return the parts of a page, and the form without the labels that speak on it.

    A page without the signs of the form is not taken apart.
    """
    form = _without_speakers(form, source)
    if not all(_places(form, source, source.whole)):
        return None
    return _Apart(form, parts_of(form, source))


def _signs(apart: Callable[[Source], _Apart | None], source: Source) -> Sequence[Span]:
    """Return the labels and lines by which a page of this form is known.

    Each of the form's own signs must be there, in their order, and enough labels; and
    what stands above the first label must be short. On a page of a form
    without signs nothing else stands there than the form says.
    """
    laid = apart(source)
    if laid is None:
        return ()
    form, parts = laid
    banner = [*furniture(source, parts.head, form.furniture)]
    head = [*chunks(source, parts.head, banner)]
    known = form.signs or form.own or is_head(form, source, head)
    if len(head) > HEAD_PARAGRAPHS or not known:
        return ()
    labels = [
        label.span
        for label in (*parts.above_text, *parts.below_text)
        if label.kind is not FieldKind.UNMAPPED
    ]
    if len(labels) < form.fewest:
        return ()
    return sorted((*banner, *parts.headings, *labels))


def _read(apart: Callable[[Source], _Apart | None], source: Source) -> Page:
    """Return the description above and below the text, and the text."""
    laid = apart(source)
    if laid is None:
        return Page(source.whole)
    form, parts = laid
    if form.signs and all(again := [*_places(form, source, parts.body)]):
        refuse_second(source, parts.body, form.furniture, again[0])
    banner = [*furniture(source, parts.head, form.furniture)]
    last = _last_paragraph(form, source, parts.body)
    if last and form.above_end:
        parts = parts._replace(body=Span(parts.body.start, last.start))
    head = [*chunks(source, parts.head, banner)]
    # A strict head ends at what is none of it, and nothing may be left over.
    strict = parts.labels.start == parts.labels.end and is_head(form, source, head)
    pieces: list[Piece] = [
        *(Dropped(line, Drop.FURNITURE) for line in banner),
        *_headings(source, parts),
        *head_fields(form, source, head, strict=strict),
        *_labelled(source, parts.above_text, parts.labels.end),
        *([Field(form.above_end, last)] if last and form.above_end else []),
        *_labelled(source, parts.below_text, parts.below.end),
    ]
    page = assembled(source, parts.body, pieces)
    if form.own:
        page = page._replace(labels=_words(form))
    if last and form.above_end:
        message = f"the paragraph above {form.ends_at!r} was read as the summary"
        found = SUMMARY_BY_PLACE.at(source.place(last), message)
        page = page._replace(findings=(*page.findings, found))
    return page


def _without_speakers(form: PageForm, source: Source) -> PageForm:
    """Return the form without the labels that come back on this page, as speakers do.

    Where the form itself says where its labels end, none of them can speak.
    """
    if form.begins_at or form.begins_after or form.ends_at:
        return form
    counted = Counter(
        source.words(label.span).casefold()
        for label in known_labels(source, form.labels, source.whole)
    )
    again = {label for label, count in counted.items() if count > 1}
    if not again:
        return form
    labels = {label: form.labels[label] for label in form.labels if label not in again}
    return form._replace(labels=labels) if labels else form


def _words(form: PageForm) -> frozenset[str]:
    """Return the words that a form of the user's own leaves out, case folded."""
    headings = (form.begins_at or "", form.ends_at or "")
    lines = (line.casefold().rstrip(" \t:") for line in (*headings, *form.furniture))
    return frozenset((*form.labels, *lines))


def _places(form: PageForm, source: Source, region: Span) -> Iterator[Span | None]:
    """Yield where each sign of the form stands in `region`; None where it does not."""
    for sign in form.signs:
        found = next(sign_places(form, source, sign, region), None)
        yield found
        if found:
            region = Span(found.end, region.end)


def _labelled(
    source: Source, labels: Sequence[FieldLabel], last: int
) -> Iterator[Piece]:
    """Yield `labels`, and what stands under each, under the last down to `last`."""
    for label, following in zip_longest(labels, labels[1:]):
        end = following.span.start if following else last
        yield from _field(source, label, end)


def _headings(source: Source, parts: Parts) -> Iterator[Piece]:
    """Yield each heading of a part: the label of words under it that have no other."""
    labels = parts.below_text
    stop = labels[0].span.start if labels else parts.below.end
    said = [*paragraphs(source, Span(parts.below.start, stop))]
    for place, heading in enumerate(parts.headings, 1):
        if said and place == len(parts.headings):
            yield from (Field(FieldKind.UNMAPPED, each, heading) for each in said)
        else:
            yield Dropped(heading, Drop.PART_HEADING)


def _field(source: Source, label: FieldLabel, end: int) -> Iterator[Piece]:
    """Yield a label and its value; a label without one says nothing, unless unknown."""
    kept = label.kind in KEPT_LABELS
    pieces = [*value(source, label.kind, Span(label.end, end), label.span)]
    if not pieces and kept:
        pieces = [Field(label.kind, Span(label.end, label.end), label.span)]
    left_out = Span(label.span.end if kept else label.span.start, label.end)
    if left_out.start < left_out.end:
        yield Dropped(left_out, Drop.FIELD_LABEL)
    yield from pieces


def _last_paragraph(form: PageForm, source: Source, body: Span) -> Span | None:
    """Return the paragraph above the line where the text ends, if it is none of it.

    It is part of the text where it begins as other paragraphs of the text do: with the
    same label.
    """
    if not form.above_end:
        return None
    found = [*paragraphs(source, body)]
    if len(found) < 2 or "\n" in source.words(found[-1]):  # noqa: PLR2004 (text above)
        return None
    opening = _OPENING.match(source.text, *found[-1])
    begins = opening and any(
        source.text.startswith(opening[0], other.start) for other in found[:-1]
    )
    return None if begins else found[-1]
