"""What a layout supplies: whether a page is laid out so, and where its parts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.model.description import Description

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from encoder.finding import Finding
    from encoder.model.dropped import Dropped
    from encoder.model.source import Source, Span


class Page(NamedTuple):
    """A page taken apart: what it says of the record, and where the record is.

    Every character is in `body`, in `dateline`, in a field of the description, in
    `dropped`, or is white space. `dateline` is the line that says when the conversation
    was held, where fields stand between it and the body. `participants` are the names
    that the page itself lists, one span for each line of such a list, wherever it
    stands; they are in the body or in a field as well. `labels` are those that the user
    has declared, case folded: the proof lets them be left out.
    """

    body: Span
    description: Description = Description()
    dropped: tuple[Dropped, ...] = ()
    findings: tuple[Finding, ...] = ()
    dateline: Span | None = None
    participants: tuple[Span, ...] = ()
    labels: frozenset[str] = frozenset()


class Layout(NamedTuple):
    """A way of setting a record down as text.

    `signs` returns what on the page speaks for the layout, each sign with its place;
    none where the page is not laid out so. `archive` is the short name of the archive
    whose layout it is, for the type of the record number; None for a layout that
    belongs to nobody.
    """

    name: str
    signs: Callable[[Source], Sequence[Span]]
    read: Callable[[Source], Page]
    archive: str | None = None
