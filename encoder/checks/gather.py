"""From a tree, or a piece of one, what the checks ask for: one pass over it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from encoder.checks import index
from encoder.checks.check import OfElements, OfFile, OfHeader, OfSource, OfText
from encoder.tei.names import TEI, XML

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from encoder.checks.check import Check

HEADER = f"{{{TEI}}}teiHeader"


class Gathered(NamedTuple):
    """Elements by the attributes that they have and the values of these, and by name.

    An attribute has the name that lxml gives it, an element the one it has in TEI.
    """

    attributes: dict[str, dict[str, list[_Element]]]
    elements: dict[str, list[_Element]]
    asked: dict[str, list[_Element]]
    """What was shown already, as several checks ask for the same."""

    def shown(self, ask: str) -> list[_Element]:
        """Return the elements that a check asks for."""
        if ask in self.elements:
            return self.elements[ask]
        if ask not in self.asked:
            values = self.attributes[attribute(ask)].values()
            self.asked[ask] = [*chain.from_iterable(values)] if values else []
        return self.asked[ask]


class Plan(NamedTuple):
    """Some checks, by what they are shown, and all that they ask for together."""

    of_elements: tuple[OfElements, ...]
    of_headers: tuple[OfHeader, ...]
    of_files: tuple[OfFile, ...]
    of_texts: tuple[OfText, ...]
    of_sources: tuple[OfSource, ...]
    attributes: tuple[str, ...]
    elements: tuple[str, ...]

    @classmethod
    def of(cls, checks: Sequence[Check]) -> Plan:
        """Return the plan of some checks: what one pass has to gather for them."""
        of_elements = tuple(each for each in checks if isinstance(each, OfElements))
        of_files = tuple(each for each in checks if isinstance(each, OfFile))
        asked = {ask for each in of_elements for ask in each.asks}
        attributes = {attribute(ask) for ask in asked if ask.startswith("@")}
        elements = {ask for ask in asked if not ask.startswith("@")}
        if of_files:
            attributes.update(index.ATTRIBUTES)
            elements.update(index.ELEMENTS)
        return cls(
            of_elements,
            tuple(each for each in checks if isinstance(each, OfHeader)),
            of_files,
            tuple(each for each in checks if isinstance(each, OfText)),
            tuple(each for each in checks if isinstance(each, OfSource)),
            tuple(sorted(attributes)),
            tuple(sorted(elements)),
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
        return Gathered(self._by_attribute(root.iter("*")), by_name, {})

    def gathered_of(self, elements: Sequence[_Element]) -> Gathered:
        """Return what is asked for of some elements, and not of what is in them."""
        by_name: dict[str, list[_Element]] = {name: [] for name in self.elements}
        for element in elements:
            space, _, name = str(element.tag).rpartition("}")
            if name in by_name and space == f"{{{TEI}":
                by_name[name].append(element)
        return Gathered(self._by_attribute(elements), by_name, {})

    def _by_attribute(
        self, elements: Iterable[_Element]
    ) -> dict[str, dict[str, list[_Element]]]:
        attributes: dict[str, dict[str, list[_Element]]]
        attributes = {name: {} for name in self.attributes}
        if attributes:
            for element in elements:
                for name, value in element.items():
                    if name in attributes:
                        found = attributes[name]
                        if value in found:
                            found[value].append(element)
                        else:
                            found[value] = [element]
        return attributes


def attribute(ask: str) -> str:
    """Return the name of an attribute as lxml gives it, from how people write it.

    >>> attribute("@when"), attribute("@xml:id")
    ('when', '{http://www.w3.org/XML/1998/namespace}id')
    """
    return ask.removeprefix("@").replace("xml:", f"{{{XML}}}")
