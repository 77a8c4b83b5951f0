"""What was gathered of a tree, or a piece of one: elements by name and by attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element


class Gathered(NamedTuple):
    """Elements by the attributes that they have, with the values, and by name.

    An attribute has the name that lxml gives it, an element the one it has in TEI.
    """

    attributes: Mapping[str, list[tuple[str, _Element]]]
    elements: Mapping[str, list[_Element]]

    def having(self, name: str) -> Sequence[tuple[str, _Element]]:
        """Return the values of an attribute, each with its element."""
        return self.attributes.get(name, ())
