"""The identifiers of one file: where each stands, and on an element of what name."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from encoder.validation.position import At

# A file has no more names of elements than this many bits can count.
_NAME_BITS: Final = 16


class Ids(Mapping[str, "Sequence[At]"]):
    """Each `xml:id` and its places: more than one where it stands twice.

    In a file that is streamed, an identifier costs one number: its line, and which of
    the names that have been met its element has.
    """

    def __init__(self) -> None:
        self._elements: dict[str, list[_Element]] = {}
        self._packed: dict[str, int] = {}
        self._doubles: dict[str, array[int]] = {}
        self._names: dict[str, int] = {}

    def take(self, pairs: Iterable[tuple[str, _Element]], *, streamed: bool) -> None:
        """Add identifiers, with the elements that have them."""
        found = grouped(pairs)
        if not streamed:
            self._elements = found
            return
        for value, elements in found.items():
            lines = array("L", [element.sourceline or 1 for element in elements])
            if value not in self._packed:
                name = local(elements[0])
                number = self._names.setdefault(name, len(self._names))
                self._packed[value] = lines.pop(0) << _NAME_BITS | number
            if lines:
                self._doubles.setdefault(value, array("L")).extend(lines)

    def kind(self, value: str) -> str:
        """Return the name of the first element that has an identifier."""
        if value in self._elements:
            return local(self._elements[value][0])
        number = self._packed[value] & ((1 << _NAME_BITS) - 1)
        return [*self._names][number]

    def doubles(self) -> Iterator[tuple[str, int, Sequence[int]]]:
        """Yield what stands twice in a streamed file: its first line, and others."""
        for value, lines in self._doubles.items():
            yield value, self._packed[value] >> _NAME_BITS, lines

    def __getitem__(self, value: str) -> Sequence[At]:
        if value in self._elements:
            return self._elements[value]
        first = self._packed[value] >> _NAME_BITS
        return [first, *self._doubles.get(value, ())]

    def __contains__(self, value: object) -> bool:
        return value in self._elements or value in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements or self._packed)

    def __len__(self) -> int:
        return len(self._elements or self._packed)


def grouped(pairs: Iterable[tuple[str, _Element]]) -> dict[str, list[_Element]]:
    """Return elements by the values they come with."""
    found: dict[str, list[_Element]] = {}
    for value, element in pairs:
        if value in found:
            found[value].append(element)
        else:
            found[value] = [element]
    return found


def local(element: _Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
