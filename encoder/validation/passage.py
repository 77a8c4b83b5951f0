"""A piece of a file's text, for checks of its characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from encoder.validation.position import Spot

_ASCII: Final = bytes(range(128))
_REFERENCE: Final = re.compile(r"&#(?:x(?P<hex>[0-9A-Fa-f]{1,6})|(?P<ten>\d{1,7}));")
_LAST: Final = 0x10FFFF


class Passage:
    r"""Some whole lines of a file, as it stands there, tags and all.

    `first` is the number of its first line. A reference to a character ("&#xAD;")
    is read as the character and so many U+0000 that every place stays what it was.

    >>> passage = Passage("caf\u00e9 &#xAD;\nx", 7)
    >>> sorted(passage.rare), passage.spot(passage.text.index("x"))
    (['\xad', 'é'], Spot(line=8, column=1))
    """

    def __init__(self, text: str, first: int = 1) -> None:
        # One sign is found in a tenth of the time that two take.
        refers = "&" in text and any(part[:1] == "#" for part in text.split("&")[1:])
        self.text = _REFERENCE.sub(_character, text) if refers else text
        self._first = first

    @cached_property
    def rare(self) -> frozenset[str]:
        """The characters beyond ASCII that are in it: most checks can stop at these."""
        if self.text.isascii():
            return frozenset()
        # A file of megabytes has few of them in most languages of Europe, and leaving
        # out the others as bytes is ten times as quick as looking at each character.
        return frozenset(self.text.encode().translate(None, _ASCII).decode())

    def spot(self, offset: int) -> Spot:
        """Return the line and the column of a character, by its place in `text`."""
        line = bisect_right(self._starts, offset)
        return Spot(self._first + line - 1, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


def _character(reference: re.Match[str]) -> str:
    """Return what a reference stands for, as long as it is by U+0000s."""
    number = int(reference["hex"], 16) if reference["hex"] else int(reference["ten"])
    # A surrogate is no character, and no parser of XML lets it pass.
    known = number <= _LAST and not 0xD800 <= number <= 0xDFFF  # noqa: PLR2004 (XML 1.0 §2.2)
    return chr(number if known else 0).ljust(len(reference[0]), "\0")
