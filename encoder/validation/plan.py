"""From a tree, or a piece of one, what the checks ask for: one pass over it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from encoder.tei.names import TEI, XML
from encoder.validation import index
from encoder.validation.check import OfElements, OfFile, OfHeader, OfSource, OfText
from encoder.validation.gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from encoder.validation.check import Check

HEADER = f"{{{TEI}}}teiHeader"


class Ask(NamedTuple):
    """What some checks ask for alike: elements by `name`, or that have an attribute."""

    name: str
    is_attribute: bool
    checks: tuple[OfElements, ...]

    def shown(self, gathered: Gathered) -> Sequence[_Element]:
        """Return the elements that were asked for."""
        if self.is_attribute:
            found = gathered.attributes.get(self.name)
            return [element for _, element in found] if found else ()
        return gathered.elements[self.name]


class Plan(NamedTuple):
    """Some checks, by what they are shown, and all that they ask for together."""

    asks: tuple[Ask, ...]
    of_headers: tuple[OfHeader, ...]
    of_files: tuple[OfFile, ...]
    of_texts: tuple[OfText, ...]
    of_sources: tuple[OfSource, ...]
    elements: tuple[str, ...]
    with_attributes: bool
    """Whether anything is asked for by an attribute."""
    indexed: bool
    """Whether an index is to be made of the whole file."""

    @classmethod
    def of(cls, checks: Sequence[Check], *, indexed: bool = False) -> Plan:
        """Return the plan of some checks: what one pass has to gather for them.

        An index is made where a check asks for it, or else if it is to be `indexed`.
        """
        of_elements = [each for each in checks if isinstance(each, OfElements)]
        of_files = tuple(each for each in checks if isinstance(each, OfFile))
        indexed = indexed or bool(of_files)
        asked: dict[str, list[OfElements]] = {}
        for check in of_elements:
            for ask in check.asks:
                asked.setdefault(ask, []).append(check)
        asks = tuple(
            Ask(attribute(ask), ask.startswith("@"), tuple(some))
            for ask, some in sorted(asked.items())
        )
        elements = {ask.name for ask in asks if not ask.is_attribute}
        return cls(
            asks,
            tuple(each for each in checks if isinstance(each, OfHeader)),
            of_files,
            tuple(each for each in checks if isinstance(each, OfText)),
            tuple(each for each in checks if isinstance(each, OfSource)),
            tuple(sorted(elements.union(index.ELEMENTS if indexed else ()))),
            indexed or any(ask.is_attribute for ask in asks),
            indexed,
        )

    def gathered(self, root: _Element) -> Gathered:
        """Return what is asked for of a whole tree."""
        # To ask a tree for some names is quicker than to ask each of its elements for
        # its name, of which most are asked for by nobody.
        by_tag: dict[str, list[_Element]]
        by_tag = {f"{{{TEI}}}{name}": [] for name in self.elements}
        for element in root.iter(*by_tag) if by_tag else ():
            by_tag[str(element.tag)].append(element)
        by_name = dict(zip(self.elements, by_tag.values(), strict=True))
        return Gathered(self._by_attribute(root.iter("*")), by_name)

    def gathered_of(self, elements: Sequence[_Element]) -> Gathered:
        """Return what is asked for of some elements, and not of what is in them."""
        by_name: dict[str, list[_Element]] = {name: [] for name in self.elements}
        for element in elements:
            space, _, name = str(element.tag).rpartition("}")
            if name in by_name and space == f"{{{TEI}":
                by_name[name].append(element)
        return Gathered(self._by_attribute(elements), by_name)

    def _by_attribute(
        self, elements: Iterable[_Element]
    ) -> Mapping[str, list[tuple[str, _Element]]]:
        # To ask of each attribute whether it is wanted takes longer than to keep it.
        found: defaultdict[str, list[tuple[str, _Element]]] = defaultdict(list)
        for element in elements if self.with_attributes else ():
            for name, value in element.items():
                found[name].append((value, element))
        return found


def attribute(ask: str) -> str:
    """Return the name of an attribute as lxml gives it, from how people write it.

    >>> attribute("@when"), attribute("@xml:id")
    ('when', '{http://www.w3.org/XML/1998/namespace}id')
    """
    return ask.removeprefix("@").replace("xml:", f"{{{XML}}}")
