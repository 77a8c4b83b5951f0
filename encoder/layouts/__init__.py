"""How archives lay out a page: one file for each layout, and their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.errors import EncoderError, RefusedError
from encoder.layouts.bare import BARE
from encoder.layouts.form import form_layout
from encoder.layouts.front_matter import BESIDE, FRONT_MATTER
from encoder.layouts.labelled import LABELLED
from encoder.layouts.memorandum import MEMORANDUM
from encoder.layouts.participants import participants
from encoder.layouts.play import PLAY
from encoder.layouts.refused import refuse
from encoder.layouts.rules import LAYOUT_CHOSEN, LAYOUT_DOES_NOT_FIT
from encoder.layouts.wilson_export import WILSON_EXPORT
from encoder.layouts.wilson_flattened import WILSON_FLATTENED
from encoder.layouts.wilson_indented import WILSON_FLAT, WILSON_OLD_WEB
from encoder.layouts.wilson_web import WILSON_WEB
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.finding import Finding
    from encoder.layouts.layout import Layout, Page
    from encoder.model.form import PageForm
    from encoder.model.source import Source

LAYOUTS = (
    FRONT_MATTER,
    WILSON_EXPORT,
    WILSON_WEB,
    WILSON_OLD_WEB,
    WILSON_FLAT,
    WILSON_FLATTENED,
    MEMORANDUM,
    PLAY,
    LABELLED,
    BARE,
)
AUTO = "auto"
_MOST_SIGNS = 3
_LONGEST_SIGN = 40


def choose(
    source: Source, name: str = AUTO, form: PageForm | None = None
) -> tuple[Layout, Finding]:
    """Return the layout of `source`, and the finding that says why.

    With "auto" it is the layout with the most signs on the page; the bare one has one
    on every page. `form` is a layout that the user has declared, which is then the one
    asked for. Raises `EncoderError` where `name` is no layout, and `RefusedError` where
    the page is not laid out as it says (L005), or looks like no record (L007, L008).
    """
    place = source.place(Span(0, 0))
    if source.beside:
        chosen, signs = BESIDE, BESIDE.signs(source)
    elif name == AUTO and form is None:
        refuse(source)
        found = [(layout, layout.signs(source)) for layout in LAYOUTS]
        chosen, signs = max(found, key=lambda each: len(each[1]))
    else:
        chosen = form_layout(form) if form else _named(name)
        if not (signs := chosen.signs(source)):
            message = f"this page is not laid out as {chosen.name!r}"
            raise RefusedError(LAYOUT_DOES_NOT_FIT.at(place, message))
    message = f"read as a page of {chosen.name!r}{_because(source, signs)}"
    return chosen, LAYOUT_CHOSEN.at(place, message)


def read(source: Source, layout: Layout) -> Page:
    """Return the page of `source` taken apart, with the names that it lists."""
    page = layout.read(source)
    return page._replace(participants=participants(source, page.description))


def _because(source: Source, signs: Sequence[Span]) -> str:
    """Return what on the page speaks for a layout, in words."""
    shown = [
        f"{_short(source.words(sign))} (line {source.place(sign).line})"
        for sign in signs[:_MOST_SIGNS]
        if sign.start < sign.end
    ]
    return f": it has {', '.join(shown)}" if shown else ": it has no other's signs"


def _short(words: str) -> str:
    return repr(words if len(words) <= _LONGEST_SIGN else f"{words[:_LONGEST_SIGN]}…")


def _named(name: str) -> Layout:
    for layout in LAYOUTS:
        if layout.name == name:
            return layout
    known = ", ".join(layout.name for layout in LAYOUTS)
    message = f"there is no layout {name!r}; there are: {AUTO}, {known}"
    raise EncoderError(message)
