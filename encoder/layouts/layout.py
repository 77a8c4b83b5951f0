"""What a layout supplies: whether a page is laid out so, and where its parts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.model.description import Description

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.finding import Finding
    from encoder.model.dropped import Dropped
    from encoder.model.source import Source, Span


class Page(NamedTuple):
    """A page taken apart: what it says of the record, and where the record is.

    Every character is in `body`, in a field of the description, in `dropped`, or is
    white space.
    """

    body: Span
    description: Description = Description()
    dropped: tuple[Dropped, ...] = ()
    findings: tuple[Finding, ...] = ()


class Layout(NamedTuple):
    """A way of setting a record down as text.

    `archive` is the short name of the archive whose layout it is, for the type of
    the record number; None for a layout that belongs to nobody.
    """

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Page]
    archive: str | None = None
