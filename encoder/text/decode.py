"""Decode the bytes of a record."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.errors import EncoderError, RefusedError
from encoder.model.source import Beside, Place, Source
from encoder.text.rules import BINARY, UNDECODABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.finding import Finding

# The longer mark first: the one of UTF-16 begins the one of UTF-32.
_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files begin that are often taken for texts. PDF and RTF say so in letters.
_KINDS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive, or a file of a word processor"),
    (b"\xd0\xcf\x11\xe0", "a file of a word processor"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_NEAR, _FEWEST, _SHARE = 8192, 8, 0.1
_RETURN = re.compile("\r\n?")
_LINE_END = re.compile("\r\n|\r|\n")


def decode(data: bytes, name: str, encoding: str | None = None) -> Source:
    r"""Decode `data` to a source with "\n" as its only line end.

    A byte order mark decides the encoding and is left out; without one it is `encoding`
    if given, else strict UTF-8. Nothing is guessed.

    Raises `RefusedError` for a file that is not text (R007) and at the first byte that
    cannot be decoded (R001), and `EncoderError` for an unknown encoding.

    >>> decode(b"HALE: Good.\r\n", "memo.txt").text
    'HALE: Good.\n'
    """
    mark, chosen = _encoding(data, encoding)
    if not mark and not encoding and (kind := _kind(data)):
        message = f"this is {kind} and no text"
        raise RefusedError(BINARY.at(Place(name, 1, 1), message))
    try:
        text = data[len(mark) :].decode(chosen)
    except UnicodeDecodeError as error:
        raise RefusedError(_undecodable(data, name, len(mark), error)) from None
    except (LookupError, UnicodeError) as error:
        message = f"{encoding!r} is not an encoding of text that Python knows"
        raise EncoderError(message) from error
    digest = hashlib.sha256(data).hexdigest()
    if "\r" not in text:
        return Source(name, text, digest, ("\n",) if "\n" in text else ())
    return Source(name, _RETURN.sub("\n", text), digest, tuple(_line_ends(text)))


def with_description(source: Source, description: Source) -> Source:
    r"""Return `source` with the text of `description` in front.

    >>> both = with_description(Source("a.txt", "So.\n"), Source("a.toml", "box = 6"))
    >>> both.text, both.beside.length
    ('box = 6\nSo.\n', 8)
    """
    above = description.text.rstrip("\n") + "\n"
    beside = Beside(description.name, len(above), description.digest)
    return replace(source, text=above + source.text, beside=beside)


def _encoding(data: bytes, named: str | None) -> tuple[bytes, str]:
    for mark, encoding in _ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", named or "utf-8"


def _kind(data: bytes) -> str | None:
    """Return the format of a file that is not text, or None."""
    for begins, kind in _KINDS:
        if data.startswith(begins):
            return kind
    top = data[:_NEAR]
    noughts = top.count(0)
    return "binary" if noughts >= max(_FEWEST, _SHARE * len(top)) else None


def _line_ends(text: str) -> Iterator[str]:
    """Yield each kind of line end once, in order of first occurrence."""
    yield from dict.fromkeys(_LINE_END.findall(text))


def _undecodable(
    data: bytes, name: str, skipped: int, error: UnicodeDecodeError
) -> Finding:
    offset = skipped + error.start
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = offset - (before.rfind(b"\n") + 1) + 1
    message = (
        f"byte {data[offset]:#04x} at offset {offset} is not {error.encoding}:"
        " name the encoding with --encoding"
    )
    return UNDECODABLE.at(Place(name, line, column), message)
