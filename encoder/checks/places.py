"""Where in a file a hit is: the line, and the column that lxml does not know."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from encoder.checks.check import Spot
from encoder.model.source import Place
from encoder.tei.names import XML

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.checks.check import Hit

# A start tag may be written over some lines; lxml names the last of them.
_ABOVE: Final = 30


class Places:
    """The places in one file, found in its lines only when something is seen there.

    Two hits that nothing in the file tells apart, as two pointers alike on one
    line, are given its first and its second such place.
    """

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self._name = name
        self._lines = lines
        self._given: Counter[tuple[int, str]] = Counter()

    def of(self, hit: Hit) -> Place:
        """Return the place of a hit."""
        at = hit.at
        if isinstance(at, Spot):
            return Place(self._name, at.line, at.column)
        line, tag = (at, "") if isinstance(at, int) else (at.sourceline or 1, at.tag)
        pattern = _tag(str(tag))
        if hit.attribute:
            value = hit.value
            if not value and not isinstance(at, int):
                value = at.get(hit.attribute.replace("xml:", f"{{{XML}}}"), "")
            pattern = _attribute(hit.attribute, value)
        return Place(self._name, *self._found(line, pattern))

    def _found(self, line: int, pattern: str) -> Spot:
        """Return the place of a pattern on a line, or on the nearest above it."""
        nth = self._given[line, pattern]
        self._given[line, pattern] += 1
        for number in range(line, max(line - _ABOVE, 0), -1):
            said = self._lines[number - 1] if number <= len(self._lines) else ""
            found = [each.start("at") + 1 for each in re.finditer(pattern, said)]
            if found:
                return Spot(number, found[min(nth, len(found) - 1)])
        said = self._lines[line - 1] if line <= len(self._lines) else ""
        return Spot(line, len(said) - len(said.lstrip()) + 1)


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
