"""The words of a record, read back from its TEI, and as its leaves say they are.

Words are compared as pieces: strings, and between them the signs that stand instead of
words, such as `("pb", "")`. A `g` is read as the character that it stands for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from encoder.model.kinds import LeafKind
from encoder.model.marks import Gap, LineBreak, LineNumber, PageBreak, Supplied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.model.record import Record
    from encoder.model.source import Span

Piece: TypeAlias = "str | tuple[str, str]"
Words: TypeAlias = "tuple[Piece, ...]"

_TEI = "{http://www.tei-c.org/ns/1.0}"
# A field is read where its header has it, and of three elements an attribute, or what
# they stand in, says which leaf they are.
_LEAVES: dict[object, LeafKind] = {
    f"{_TEI}{kind.element}": kind for kind in LeafKind if kind is not LeafKind.FIELD
}
_NOTES, _UNITS = (
    {kind.subtype: kind for kind in LeafKind if kind.element == name}
    for name in ("note", "milestone")
)
_NOTE, _MILESTONE, _SALUTE = (
    f"{_TEI}{name}" for name in ("note", "milestone", "salute")
)
_AMBIGUOUS = {_NOTE, _MILESTONE, _SALUTE}
_SIGNS = {kind: kind.element for kind in LeafKind if kind.is_sign}
_NUMBER = re.compile(r"\d[\d:.,]*|\b[ivxlc]+\b")
_NAMES: dict[type, str] = {PageBreak: "pb", Gap: "gap", LineNumber: "lb"}
_ROWS = {"\f": ("\f", "pb"), "/": ("//", "pb ")}
NOTHING: tuple[None, Words] = (None, ())
_G, _CLOSER = f"{_TEI}g", f"{_TEI}closer"
# What somebody decided stands beside the words, which are those of its `sic`.
_CORR = f"{_TEI}corr"
_EMPTY = {_G, *(f"{_TEI}{name}" for name in _SIGNS.values())}


def body_readings(text: _Element) -> Iterator[tuple[LeafKind | None, Words]]:
    """Yield the kind and the words of each leaf below `text`, in document order.

    Words that stand in no leaf are yielded with None for their kind.
    """
    inside = 0
    for element in text.iter():
        if inside:
            inside -= 1
            continue
        kind = _LEAVES.get(element.tag)
        if element.tag in _AMBIGUOUS:
            kind = _kind(element)
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


def _kind(element: _Element) -> LeafKind | None:
    """Return which leaf a note, a milestone or a salute is, if it is one."""
    if element.tag == _NOTE:
        return _NOTES.get(element.get("type"))
    if element.tag == _MILESTONE:
        return _UNITS.get(element.get("unit") or "")
    parent = element.getparent()
    closes = parent is not None and parent.tag == _CLOSER
    return LeafKind.CLOSING if closes else LeafKind.SALUTE


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
    words = record.source.text[leaf.start : leaf.end]
    if kind in _SIGNS:
        return _printed(_SIGNS[kind], words, kind)
    if not marks:
        return (words,) if words else ()
    signs: list[tuple[int, int, Piece]] = []
    for mark in marks:
        start, end = mark.span
        if isinstance(mark, PageBreak) and mark.inferred:
            signs.append((start, end, ("pb", "")))
        elif isinstance(mark, PageBreak | Gap | LineNumber):
            name = _NAMES[type(mark)]
            printed = _printed(name, record.words(mark.span))
            signs += [(start, end, printed[0])]
            signs += [(end, end, sign) for sign in printed[1:]]
        elif isinstance(mark, LineBreak):
            signs.append((start, end, ""))
        elif isinstance(mark, Supplied):
            signs += [(start, start + 1, "")] * mark.opens
            signs += [(end - 1, end, "")] * mark.closes
    return merged(_between(record, leaf, sorted(signs, key=lambda sign: sign[:2])))


def each_expected(record: Record, kind: LeafKind, leaf: Span) -> Iterable[Words]:
    """Return the words of each element that a leaf must have: of signs, each is one."""
    words = expected(record, kind, leaf)
    if kind in _SIGNS:
        return [(piece,) for piece in words]
    return (words,) if words else ()


def _printed(name: str, words: str, kind: LeafKind | None = None) -> Words:
    """Return a sign as the pieces that its elements are read back as.

    Each is the element's name, with the number that it must have, and the words. Form
    feeds or slashes in a row are a sign of several elements.
    """
    if name == "pb" and words[0] in _ROWS:
        sign, said = _ROWS[words[0]]
        return ((said, sign),) * words.count(sign)
    if name == "gap":
        return ((name, words),)
    words = words.strip()
    found = _NUMBER.search(words)
    whole = kind is LeafKind.PARAGRAPH_NUMBER
    number = words if whole else found[0] if found else ""
    return ((f"{name} {number}", words),)


def merged(pieces: Iterable[Piece]) -> Words:
    """Return `pieces` with neighbouring strings made one, and empty ones left out."""
    whole: list[Piece] = []
    said: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            said.append(piece)
        elif piece:
            whole += filter(None, ["".join(said)])
            whole.append(piece)
            said = []
    whole += filter(None, ["".join(said)])
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
        if child.tag in _EMPTY:
            yield from _sign(child)
        elif child.tag not in {without, _CORR}:
            yield from _pieces(child, without)
        yield child.tail or ""


def _sign(element: _Element) -> Iterator[Piece]:
    name = str(element.tag).removeprefix(_TEI)
    number, printed = element.get("n"), element.get("rend")
    if name == "g":
        yield chr(int((element.get("ref") or "").rpartition("-")[2], 16))
    elif name == "gap":
        yield (name, printed or "")
    elif printed == "form-feed":
        yield (name, "\f")
    elif number is None and printed is None:
        # A line break without a number is nothing that the source printed.
        yield "" if name == "lb" else (name, "")
    else:
        yield (f"{name} {number or ''}", printed or number or "")
