"""The words of a record, read back from its TEI, and as its leaves say they are.

Words are compared as pieces: strings, and between them the signs that stand instead of
words, such as `("pb", "")`. A `g` is read as the character that it stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from encoder.model.blocks import LeafKind
from encoder.model.marks import Gap, PageBreak, Supplied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.model.record import Record
    from encoder.model.source import Span

Piece: TypeAlias = "str | tuple[str, str]"
Words: TypeAlias = "tuple[Piece, ...]"

_TEI = "{http://www.tei-c.org/ns/1.0}"
_LEAVES = {
    f"{_TEI}p": LeafKind.PARAGRAPH,
    f"{_TEI}speaker": LeafKind.SPEAKER,
    f"{_TEI}label": LeafKind.ITEM_LABEL,
    f"{_TEI}item": LeafKind.ITEM,
    f"{_TEI}dateline": LeafKind.DATELINE,
    f"{_TEI}stage": LeafKind.STAGE,
    f"{_TEI}gap": LeafKind.GAP,
    f"{_TEI}pb": LeafKind.PAGE_BREAK,
}
_SIGNS = {LeafKind.GAP, LeafKind.PAGE_BREAK}
NOTHING: tuple[None, Words] = (None, ())
_PB, _GAP, _G = f"{_TEI}pb", f"{_TEI}gap", f"{_TEI}g"


def body_readings(text: _Element) -> Iterator[tuple[LeafKind | None, Words]]:
    """Yield the kind and the words of each leaf below `text`, in document order.

    Words that stand in no leaf are yielded with None for their kind.
    """
    inside = 0
    for element in text.iter():
        kind = _LEAVES.get(str(element.tag))
        if inside:
            inside -= 1
            continue
        if kind is None:
            words = element.text
            if words and not words.isspace():
                yield None, (words,)
        elif kind in _SIGNS:
            yield kind, tuple(_sign(element))
        elif len(element):
            inside = sum(1 for _ in element.iterdescendants())
            yield kind, reading(element)
        elif words := element.text:
            yield kind, (words,)
        words = element.tail
        if words and not words.isspace():
            yield None, (words,)


def reading(element: _Element, without: str = "") -> Words:
    """Return the words inside an element, but for those of its children `without`."""
    if len(element) == 0:
        return (element.text,) if element.text else ()
    return merged(_pieces(element, without))


def expected(record: Record, kind: LeafKind, leaf: Span) -> Words:
    """Return the words that the element of a leaf must have.

    That is every character of its span, but for what a mark stands instead of, and
    for the square brackets of supplied words.
    """
    marks = record.marks.get(leaf)
    words = record.source.words(leaf)
    if kind is LeafKind.GAP:
        return (("gap", words),)
    if kind is LeafKind.PAGE_BREAK:
        return (("pb", ""),)
    if not marks:
        return (words,) if words else ()
    signs: list[tuple[int, int, Piece]] = []
    for mark in marks:
        start, end = mark.span
        if isinstance(mark, PageBreak):
            signs.append((start, end, ("pb", "")))
        elif isinstance(mark, Gap):
            signs.append((start, end, ("gap", record.source.words(mark.span))))
        elif isinstance(mark, Supplied):
            signs += [(start, start + 1, "")] * mark.opens
            signs += [(end - 1, end, "")] * mark.closes
    return merged(_between(record, leaf, sorted(signs, key=lambda sign: sign[:2])))


def merged(pieces: Iterable[Piece]) -> Words:
    """Return `pieces` with neighbouring strings made one, and empty ones left out."""
    whole: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and whole and isinstance(whole[-1], str):
            whole[-1] += piece
        elif piece:
            whole.append(piece)
    return tuple(whole)


def _between(
    record: Record, leaf: Span, signs: Iterable[tuple[int, int, Piece]]
) -> Iterator[Piece]:
    place = leaf.start
    for start, end, piece in signs:
        yield record.source.text[place:start]
        yield piece
        place = end
    yield record.source.text[place : leaf.end]


def _pieces(element: _Element, without: str) -> Iterator[Piece]:
    yield element.text or ""
    for child in element:
        if child.tag in {_PB, _GAP, _G}:
            yield from _sign(child)
        elif child.tag != without:
            yield from _pieces(child, without)
        yield child.tail or ""


def _sign(element: _Element) -> Iterator[Piece]:
    if element.tag == _G:
        yield chr(int((element.get("ref") or "").rpartition("-")[2], 16))
    elif element.tag == _GAP:
        yield ("gap", element.get("rend") or "")
    else:
        yield ("pb", "")
