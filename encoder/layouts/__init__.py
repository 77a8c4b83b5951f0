"""How archives lay out a page: one file for each layout, and their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.errors import EncoderError, RefusedError
from encoder.layouts.bare import BARE
from encoder.layouts.rules import LAYOUT_CHOSEN, LAYOUT_DOES_NOT_FIT, NO_DESCRIPTION
from encoder.layouts.wilson_export import WILSON_EXPORT
from encoder.model.source import Span

if TYPE_CHECKING:
    from encoder.finding import Finding
    from encoder.layouts.layout import Layout
    from encoder.model.source import Source

LAYOUTS = (WILSON_EXPORT, BARE)
AUTO = "auto"


def choose(source: Source, name: str = AUTO) -> tuple[Layout, Finding]:
    """Return the layout of `source`, and the finding that says so.

    With "auto" it is the first layout that recognises the page; the bare one comes
    last and recognises every page. Raises `EncoderError` where `name` is no layout,
    and `RefusedError` (L005) where the page is not laid out as it says.
    """
    place = source.place(Span(0, 0))
    if name == AUTO:
        chosen = next(each for each in LAYOUTS if each.recognises(source))
        if chosen is BARE:
            message = "no known layout fits this page; all of it is read as the record"
            return chosen, NO_DESCRIPTION.at(place, message)
    elif not (chosen := _named(name)).recognises(source):
        message = f"this page is not laid out as {name!r}"
        raise RefusedError(LAYOUT_DOES_NOT_FIT.at(place, message))
    return chosen, LAYOUT_CHOSEN.at(place, f"read as a page of {chosen.name!r}")


def _named(name: str) -> Layout:
    for layout in LAYOUTS:
        if layout.name == name:
            return layout
    known = ", ".join(layout.name for layout in LAYOUTS)
    message = f"there is no layout {name!r}; there are: {AUTO}, {known}"
    raise EncoderError(message)
