"""Layout that is left out of the TEI, by name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from encoder.model.source import Span


class Drop(StrEnum):
    """The kinds of layout that are left out of the TEI by name.

    White space between two leaves needs no name. `checks.lossless` holds the
    pattern that the words of each kind must match.
    """

    FIELD_LABEL = "field label"
    ANGLE_BRACKET = "angle bracket around an address"
    BULLET = "bullet before a list item"
    MARKUP_SIGN = "sign of a markup around a label or a heading"
    NUMBER_STOP = "full stop after a number"
    FURNITURE = "button or banner of a web page"
    PART_HEADING = "heading of a part of the page"
    FENCE = "line before or after a front matter"
    QUOTE_MARK = "mark around a value"
    COMMENT = "comment in a front matter"
    SQUARE_BRACKET = "square bracket around supplied words"


class Dropped(NamedTuple):
    """A span between leaves that is left out, and why it may be."""

    span: Span
    kind: Drop
