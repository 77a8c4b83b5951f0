"""A text under a description that its owner wrote, in TOML or YAML.

    ---
    title: Conversation Between Hale and Reed
    date: 3 May 1951
    repository: Example Library
    box: 6
    ---

    HALE: Good morning.

The description is between two lines "---" (YAML) or "+++" (TOML). It can also stand in
a file of its own, `memo.toml` beside `memo.txt`, and is then TOML without such lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.layouts.labels import printed_labels
from encoder.layouts.layout import Layout, Page
from encoder.layouts.pieces import assembled, value
from encoder.layouts.refused import refuse_second
from encoder.layouts.toml_entries import toml_entries
from encoder.layouts.yaml_entries import yaml_entries
from encoder.model.description import KEPT_LABELS, Field, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.layouts.entries import FrontMatterEntry, Part
    from encoder.layouts.pieces import Piece
    from encoder.model.source import Source

_FENCED = re.compile(
    r"(?P<open>---|\+\+\+)[ \t]*\n"
    r"(?P<inside>(?:[^\n]*\n){1,400}?)"
    r"(?P<close>(?P=open)|\.\.\.)[ \t]*(?:\n|$)"
)
_ENTRY = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n){0,40}[\"']?[^\W\d_][\w .-]{0,40}[\"']?[ \t]{0,8}[:=]"
)
_KEY = re.compile(r"^(?P<key>[^\W\d_][\w .-]{0,40}[ \t]{0,8}[:=])", re.MULTILINE)
_AGAIN = re.compile(r"\n(?=(?:---|\+\+\+)[ \t]*\n)")
_KINDS = printed_labels("key")


class _Fenced(NamedTuple):
    """A description between two lines, and those lines."""

    inside: Span
    fences: tuple[Span, Span]
    is_toml: bool


def _fenced(source: Source, start: int) -> _Fenced | None:
    """Return the description that begins at `start`, if one does."""
    found = _FENCED.match(source.text, start)
    if not found or not _ENTRY.match(found["inside"]):
        return None
    fences = (Span(*found.span("open")), Span(*found.span("close")))
    return _Fenced(Span(*found.span("inside")), fences, found["open"] == "+++")


def _top(source: Source) -> int:
    """Return where the first line with words begins."""
    return len(source.text) - len(source.text.lstrip("\n \t"))


def _signs(source: Source) -> Sequence[Span]:
    """Return the two lines around the description, and each key."""
    found = _fenced(source, _top(source))
    if not found:
        return ()
    keys = _KEY.finditer(source.text, *found.inside)
    return (*found.fences, *(Span(*key.span("key")) for key in keys))


def _read(source: Source) -> Page:
    """Return the description between the two lines, and the text below them."""
    found = _fenced(source, _top(source))
    if found is None:
        return Page(source.whole)
    body = Span(found.fences[1].end, len(source.text))
    for again in _AGAIN.finditer(source.text, *body):
        if _fenced(source, again.end()):
            refuse_second(source, Span(again.end(), body.end))
    read = toml_entries if found.is_toml else yaml_entries
    fences = [Dropped(fence, Drop.FENCE) for fence in found.fences]
    return _page(source, body, fences, read(source, found.inside))


def _beside_signs(source: Source) -> Sequence[Span]:
    """Return the file beside the text."""
    return (Span(0, source.beside.length),) if source.beside else ()


def _read_beside(source: Source) -> Page:
    """Return the description in the file beside the text, and the text."""
    length = source.beside.length if source.beside else 0
    body = Span(length, len(source.text))
    return _page(source, body, [], toml_entries(source, Span(0, length)))


def _page(
    source: Source, body: Span, fences: list[Dropped], parts: Iterable[Part]
) -> Page:
    """Return the page with what its owner says of it."""
    pieces: list[Piece] = [*fences]
    for part in parts:
        pieces += [part] if isinstance(part, Dropped) else _field(source, part)
    return assembled(source, body, pieces)


def _field(source: Source, entry: FrontMatterEntry) -> Iterator[Piece]:
    """Yield the key as left out, unless it is kept, and a field for each value."""
    key = re.sub("[_ -]+", " ", source.words(entry.key)).casefold()
    kind = _KINDS.get(key, FieldKind.UNMAPPED)
    if kind not in KEPT_LABELS:
        yield Dropped(entry.key, Drop.FIELD_LABEL)
    if kind in KEPT_LABELS and not entry.values:
        end = entry.key.end
        yield Field(kind, Span(end, end), entry.key)
    for each in entry.values:
        yield from value(source, kind, each, entry.key)


FRONT_MATTER = Layout("front-matter", _signs, _read)
BESIDE = Layout("description-beside", _beside_signs, _read_beside)
