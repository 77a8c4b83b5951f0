"""A header, for checks that ask for its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.tei.names import TEI

if TYPE_CHECKING:
    from lxml.etree import _Element


class Header:
    """A `teiHeader`, and its parts by the path of names that leads to them.

    Some twenty checks ask for the same few parts, so each is looked for once.
    """

    def __init__(self, element: _Element) -> None:
        self.element = element
        self._parts: dict[str, list[_Element]] = {"": [element]}

    def all(self, path: str) -> list[_Element]:
        """Return the elements at a path, as "fileDesc/titleStmt/title"."""
        if path not in self._parts:
            above, _, name = path.rpartition("/")
            tag = f"{{{TEI}}}{name}"
            self._parts[path] = [
                part for each in self.all(above) for part in each.iterchildren(tag)
            ]
        return self._parts[path]

    def first(self, path: str) -> _Element | None:
        """Return the first element at a path, if there is one."""
        found = self.all(path)
        return found[0] if found else None
