"""What descriptions in TOML and in YAML have in common: keys, values, and their places.

The parsers of both languages give values without places, and a value with an escape in
it is not what stands in the file. What a description needs is a small part of either
language; whatever is outside that part is refused, with its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias

from encoder.errors import RefusedError
from encoder.layouts.rules import DESCRIPTION_UNREAD
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from encoder.model.source import Source

_BLANK = re.compile(r"[ \t]*(?:\n|$)")
_REST = re.compile(r"[ \t]*(?P<said>#[^\n]*)?(?:\n|$)")
_QUOTED = re.compile(r"(?P<mark>\"|')(?P<said>[^\"\\\n]{0,9999}?)(?P=mark)")
_LONG = re.compile(r"(?P<mark>\"\"\"|''')(?P<said>[^\\]{0,99999}?)(?P=mark)")
_LIST = re.compile(r"(?P<blank>[ \t\n]+)|(?P<comma>,)|(?P<said>#[^\n]*)|(?P<end>\])")


class FrontMatterEntry(NamedTuple):
    """A key, and its values."""

    key: Span
    values: tuple[Span, ...]


Part: TypeAlias = "FrontMatterEntry | Dropped"
Parts: TypeAlias = "Generator[Part, None, int]"
"""Parts of a description; what the generator returns is where it stopped."""


def refuse(source: Source, place: int, why: str) -> NoReturn:
    """Raise `RefusedError` (L011) about the line at `place`."""
    line = source.text[place : place + 60].partition("\n")[0]
    message = f"{why}: {line.strip()!r}" if line.strip() else why
    raise RefusedError(DESCRIPTION_UNREAD.at(source.place(Span(place, place)), message))


def passed_over(source: Source, place: int, end: int) -> Parts:
    """Yield the comments from `place` on, and return where they and blank lines end."""
    while place < end:
        blank = _BLANK.match(source.text, place, end)
        rest = blank or _REST.match(source.text, place, end)
        if not rest:
            break
        yield from _comment(rest)
        place = rest.end()
    return place


def line_ended(source: Source, place: int, end: int) -> Parts:
    """Yield the comment behind a value, and return where the next line begins."""
    rest = _REST.match(source.text, place, end)
    if not rest:
        refuse(source, place, "there is more behind the value than is understood")
    yield from _comment(rest)
    return rest.end()


def _comment(rest: re.Match[str]) -> Iterator[Dropped]:
    if rest.re is _REST and rest["said"]:
        yield Dropped(Span(*rest.span("said")), Drop.COMMENT)


def quoted(source: Source, place: int, end: int, values: list[Span]) -> Parts:
    """Yield the marks around a quoted value, add it, and return where it ends.

    That is `place` where there is no such value.
    """
    found = _LONG.match(source.text, place, end) or _QUOTED.match(
        source.text, place, end
    )
    if not found:
        return place
    start, stop = found.span("said")
    yield Dropped(Span(found.start(), start), Drop.QUOTE_MARK)
    yield Dropped(Span(stop, found.end()), Drop.QUOTE_MARK)
    values.append(Span(start, stop))
    return found.end()


def listed(
    source: Source, place: int, end: int, values: list[Span], plain: re.Pattern[str]
) -> Parts:
    """Yield the marks of a list in square brackets, add its values, return its end.

    `plain` is what a value without quotation marks looks like.
    """
    yield Dropped(Span(place, place + 1), Drop.QUOTE_MARK)
    place += 1
    while place < end:
        if sign := _LIST.match(source.text, place, end):
            place = sign.end()
            if sign["comma"] or sign["end"]:
                yield Dropped(Span(*sign.span()), Drop.QUOTE_MARK)
            elif sign["said"]:
                yield Dropped(Span(*sign.span()), Drop.COMMENT)
            if sign["end"]:
                return place
            continue
        after = yield from quoted(source, place, end, values)
        if after == place:
            found = plain.match(source.text, place, end)
            if not found or not found[0].strip():
                break
            after = found.end()
            values.append(Span(place, place + len(found[0].rstrip())))
        place = after
    refuse(source, min(place, end), "a list is not ended, or holds no plain values")
