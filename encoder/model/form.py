"""A layout that is only labels and their order, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.model.description import FieldKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class PageForm(NamedTuple):
    """A page that is filled in like a form: a head, labels, and the text.

    `labels` say what stands under a label, by the label as printed and without its
    colon. `head` is what can stand above the first label, one paragraph for each, in
    whatever order; whatever else stands there is a title. `signs` are the labels and
    lines that every such page has, in their order, and `fewest` how many labels it has
    at least. `furniture` are lines that are left out.

    The text begins below the line `begins_at`, or else below the first paragraph under
    the label `begins_after`, or else where the labels have come to an end. It ends
    above the line `ends_at`, under which there are labels again; the last paragraph
    above that line is of the kind `above_end`. `own` is whether a user wrote the form.
    """

    name: str
    labels: Mapping[str, FieldKind]
    head: tuple[FieldKind, ...] = (FieldKind.DATE, FieldKind.TITLE)
    signs: tuple[str, ...] = ()
    fewest: int = 1
    furniture: tuple[str, ...] = ()
    begins_at: str | None = None
    begins_after: str | None = None
    ends_at: str | None = None
    above_end: FieldKind | None = None
    archive: str | None = None
    own: bool = False
