"""Where in a file a hit is: the line, and the column that lxml does not know."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, Protocol

from encoder.model.source import Place
from encoder.tei.names import XML
from encoder.validation.position import ElementRef, Spot
from encoder.validation.rules_schema import STRAY_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.finding import Finding
    from encoder.validation.check import Hit


class Lines(Protocol):
    """The lines of a file, or those of them that matter."""

    def __getitem__(self, number: int, /) -> str:
        """Return a line, counted from nought."""

    def __len__(self) -> int:
        """Return how many lines there are."""


# A start tag may be written over some lines; lxml names the last of them.
_ABOVE: Final = 30
_PATH: Final = re.compile(r"\(at (?:/[^/ ]+)*/(?P<name>[^/\[ ]+)(?:\[\d+\])?\)$")


class Places:
    """The places in one file, found in its lines only when something is seen there.

    Two hits that nothing in the file tells apart, as two pointers alike on one
    line, are given its first and its second such place.
    """

    def __init__(self, name: str, lines: Lines) -> None:
        self._name = name
        self._lines = lines
        self._given: Counter[tuple[int, str]] = Counter()
        # A file can be one long line, with a thousand places alike on it.
        self._columns: dict[tuple[int, str], list[int]] = {}

    def of(self, hit: Hit) -> Place:
        """Return the place of a hit."""
        at = hit.at
        if isinstance(at, Spot):
            return Place(self._name, at.line, at.column)
        value = hit.value
        if isinstance(at, int):
            line, tag = at, ""
        elif isinstance(at, ElementRef):
            line, tag = at
        else:
            line, tag = at.sourceline or 1, str(at.tag)
            if hit.attribute and not value:
                value = at.get(hit.attribute.replace("xml:", f"{{{XML}}}"), "")
        pattern = _tag(tag)
        if hit.attribute:
            pattern = _attribute(hit.attribute, value)
        return self.at(line, pattern)

    def at(self, line: int, pattern: str) -> Place:
        """Return the place of a pattern's group "at" on a line, or near above it."""
        return Place(self._name, *self._found(line, pattern))

    def _found(self, line: int, pattern: str) -> Spot:
        """Return the place of a pattern on a line, or on the nearest above it."""
        nth = self._given[line, pattern]
        self._given[line, pattern] += 1
        for number in range(line, max(line - _ABOVE, 0), -1):
            if found := self._on(number, pattern):
                return Spot(number, found[min(nth, len(found) - 1)])
        said = self._lines[line - 1] if line <= len(self._lines) else ""
        return Spot(line, len(said) - len(said.lstrip()) + 1)

    def _on(self, number: int, pattern: str) -> list[int]:
        """Return the columns at which a pattern is on a line."""
        key = (number, pattern)
        if key not in self._columns:
            said = self._lines[number - 1] if number <= len(self._lines) else ""
            found = re.finditer(pattern, said)
            self._columns[key] = [each.start("at") + 1 for each in found]
        return self._columns[key]


def with_columns(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """Return findings about lines with the columns of the elements that they name.

    The last step of the path that the message of such a finding ends in is the element.
    """
    lines = text.split("\n")
    found = []
    for finding in findings:
        places = Places(finding.place.file, lines)
        step = None if finding.rule is STRAY_TEXT else _PATH.search(finding.message)
        name = step["name"] if step else ""
        place = places.at(finding.place.line, _tag(name))
        found.append(finding._replace(place=place))
    return tuple(sorted(found, key=lambda finding: finding.order))


def _tag(tag: str) -> str:
    name = re.escape(tag.rpartition("}")[2])
    return rf"(?P<at><(?:[\w.-]+:)?{name}(?![\w.:-]))" if name else r"(?P<at>\S)"


def _attribute(name: str, value: str) -> str:
    """Return a pattern for an attribute that holds `value`, and for the value."""
    start = rf"(?<![\w:.-]){re.escape(name)}\s*=\s*"
    plain = re.escape(value).replace('"', '(?:"|&quot;)').replace("'", "(?:'|&apos;)")
    said = plain.replace("&", "&(?:amp;)?").replace("<", "(?:<|&lt;)")
    # A pointer is one word of several: "#ada" is not the beginning of "#adam".
    word = rf"(?<![^\s\"']){said}(?![^\s\"'])" if value else ""
    return rf"{start}[\"'][^\"<]*?(?P<at>{word})"
