"""Where in a file something was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element


class Spot(NamedTuple):
    """A line and a column of the file, both counted from one."""

    line: int
    column: int


class ElementRef(NamedTuple):
    """An element of a large file that has been let go: its line, and its name."""

    line: int
    tag: str


At: TypeAlias = "_Element | int | ElementRef | Spot"
"""Where something was seen: at an element, on the line of one, or at a character."""
