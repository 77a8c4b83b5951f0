"""The entries of a description in TOML.

    # who, and where
    title = "Conversation Between Hale and Reed"
    date = 1951-05-03
    people = ["A. Hale", "James Reed"]

That is the part of TOML that a description needs: no tables, no escapes. The values
are compared with those of a real parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.layouts.entries import (
    FrontMatterEntry,
    Parts,
    line_ended,
    listed,
    passed_over,
    quoted,
    refuse,
)
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.layouts.entries import Part
    from encoder.model.source import Source

_KEY = re.compile(
    r"[ \t]*(?P<quote>[\"']?)(?P<key>[^\W\d_][\w .-]{0,40}?)(?P=quote)"
    r"(?P<sign>[ \t]{0,8}=)[ \t]*"
)
_BARE = re.compile(r"[\w+:.-]{1,60}")


def toml_entries(source: Source, region: Span) -> Iterator[Part]:
    """Yield each entry of `region`, and the layout around it.

    Raises `RefusedError` (L011) where it is not TOML, or more of TOML than is read.
    """
    parts = [*_parts(source, region)]
    _compare(
        source, region, [part for part in parts if isinstance(part, FrontMatterEntry)]
    )
    yield from parts


def _parts(source: Source, region: Span) -> Parts:
    place, end = region
    while (place := (yield from passed_over(source, place, end))) < end:
        key = _KEY.match(source.text, place, end)
        if not key:
            refuse(source, place, "this is no key with a value")
        if key["quote"]:
            for start in (key.start("quote"), key.end("key")):
                yield Dropped(Span(start, start + 1), Drop.QUOTE_MARK)
        values: list[Span] = []
        if source.text.startswith("[", key.end(), end):
            place = yield from listed(source, key.end(), end, values, _BARE)
        else:
            place = yield from quoted(source, key.end(), end, values)
            bare = _BARE.match(source.text, key.end(), end)
            if place == key.end() and bare:
                place = bare.end()
                values.append(Span(*bare.span()))
        place = yield from line_ended(source, place, end)
        yield Dropped(Span(*key.span("sign")), Drop.FIELD_LABEL)
        yield FrontMatterEntry(Span(*key.span("key")), tuple(values))
    return place


def _compare(source: Source, region: Span, entries: list[FrontMatterEntry]) -> None:
    """Raise `RefusedError` unless a parser finds the same keys and values."""
    import tomllib  # noqa: PLC0415 (few pages have such a description)

    try:
        parsed = tomllib.loads(source.words(region))
    # Beside its own errors tomllib lets out those of int() and of deep nesting.
    except (ValueError, RecursionError) as error:
        refuse(source, region.start, f"this is not TOML ({error})")
    for entry in entries:
        key = source.words(entry.key)
        found = parsed.get(key)
        stated = found if isinstance(found, list) else [found]
        read = [source.words(value).strip() for value in entry.values]
        if not read or read != [_written(each) for each in stated]:
            refuse(source, entry.key.start, "the value is not a text, a date or a list")


def _written(value: object) -> str:
    """Return a value of TOML as it is written, as far as a description has such."""
    return value.strip() if isinstance(value, str) else str(value)
