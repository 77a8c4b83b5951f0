"""The text of a file that is read piece by piece, in passages of whole lines."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from encoder.validation.passage import Passage
from encoder.validation.schema.places import declared, without_doctype

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"))
_ENCODING: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_DOCTYPE: Final = "<!DOCTYPE"
_LONGEST: Final = 1 << 20
"""Characters after which a passage ends even in the middle of a line."""


class PiecedText:
    """What has been read of a file, as text, if its encoding is known."""

    def __init__(self) -> None:
        self._decoder: codecs.IncrementalDecoder | None = None
        self._started = False
        self._pending = ""
        self._line = 1

    def fed(self, data: bytes) -> Iterator[Passage]:
        """Yield the passages that are complete with these bytes."""
        if not self._started:
            self._started = True
            self._decoder = _decoder(data)
        if self._decoder is None:
            return
        try:
            self._pending += self._decoder.decode(data)
        except UnicodeError:
            self._decoder = None
            return
        end = self._pending.rfind("\n") + 1
        if not end and len(self._pending) > _LONGEST:
            end = len(self._pending)
        if end:
            yield self._passage(end)

    def rest(self) -> Iterator[Passage]:
        """Yield what is left at the end of the file."""
        if self._decoder and self._pending:
            yield self._passage(len(self._pending))

    def line_of(self, words: str) -> int:
        """Return about which line some words stand that have just been read."""
        return self._line if words in self._pending else max(self._line - 1, 1)

    def _passage(self, end: int) -> Passage:
        text, self._pending = self._pending[:end], self._pending[end:]
        passage = Passage(text.replace("\r\n", "\n"), self._line)
        self._line += text.count("\n")
        return passage


def whole(path: Path) -> Iterator[str]:
    """Yield the text of a file in pieces, without a document type, to be written anew.

    Raises UnicodeError for what is not in the encoding that it declares or has a
    document type that is too long to be left out, LookupError for one that Python does
    not know, and OSError.
    """
    with path.open("rb") as file:
        start = file.read(_LONGEST)
        decoder = codecs.getincrementaldecoder(_named(start))()
        text = declared(without_doctype(decoder.decode(start)))
        if _DOCTYPE in text:
            message = "the document type has no end in sight"
            raise UnicodeError(message)
        yield text
        while data := file.read(_LONGEST):
            yield decoder.decode(data)
        yield decoder.decode(b"", final=True)


class Needed:
    """The lines of a file that are needed, and near above them; others are empty."""

    def __init__(self, path: Path, numbers: Collection[int]) -> None:
        self._lines = dict(_lines(path, numbers)) if numbers else {}
        self._length = max(numbers, default=0)

    def __getitem__(self, number: int) -> str:
        return self._lines.get(number + 1, "")

    def __len__(self) -> int:
        return self._length


def _lines(path: Path, numbers: Collection[int]) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        encoding = _named(file.read(1024))
        file.seek(0)
        # A line may be as long as the file, of which a place needs the beginning.
        number = 1
        while line := file.readline(_LONGEST):
            if number in numbers:
                yield number, line.decode(encoding, "replace").rstrip("\r\n")
            number += line.endswith(b"\n")


def _decoder(start: bytes) -> codecs.IncrementalDecoder | None:
    try:
        return codecs.getincrementaldecoder(_named(start))()
    except LookupError:
        return None


def _named(start: bytes) -> str:
    """Return the encoding that the first bytes of a file declare (XML 1.0 §4.3.3)."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    found = _ENCODING.match(start)
    return found[1].decode("ascii") if found else "utf-8"
