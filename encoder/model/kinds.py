"""The kinds of leaves that a record is made of: one row for each.

A row says which TEI element a leaf becomes, what it is in its text, and what else is
known of it. The encoding, the proof and the reading of the body ask the row; a new kind
is a new row, and the place that recognises it.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import NamedTuple, Self


class Role(Enum):
    """Where the leaves of a kind can stand."""

    HEADS = auto()
    """They are a heading, which begins a division."""
    OPENS = auto()
    """They stand before the words of a letter or a paper, in an `opener`."""
    BODY = auto()
    CLOSES = auto()
    """They stand behind the words: in a `closer`, or as the last line."""
    PAGE = auto()
    """They are of the printed page, and not of the text on it."""


class KindRow(NamedTuple):
    """What is known of a kind of leaf.

    `name` is its name in findings, `element` its TEI element, and `subtype` the value
    of that element's `@type`, or `@unit`. The words of a sign become attributes of an
    empty element. Brackets around a whole leaf that has them say its kind once more. A
    leaf that keeps its lines has an `lb` between them.
    """

    name: str
    element: str
    role: Role = Role.BODY
    subtype: str | None = None
    is_sign: bool = False
    has_brackets: bool = False
    keeps_lines: bool = False


class LeafKind(StrEnum):
    """What the words of a leaf are."""

    element: str
    role: Role
    subtype: str | None
    is_sign: bool
    has_brackets: bool
    keeps_lines: bool

    def __new__(cls, *row: str) -> Self:
        """Make a kind of its row, whose fields become its attributes."""
        kind = str.__new__(cls, row[0])
        kind._value_ = row[0]
        for field, value in zip(KindRow._fields[1:], row[1:], strict=True):
            setattr(kind, field, value)
        return kind

    FIELD = KindRow("field of the description", "ab")
    PARAGRAPH = KindRow("paragraph", "p")
    SPEAKER = KindRow("speaker", "speaker")
    ITEM_LABEL = KindRow("item label", "label")
    ITEM = KindRow("item", "item")
    CELL = KindRow("cell", "cell")
    VERSE = KindRow("line of verse", "l")
    STAGE = KindRow("stage", "stage", has_brackets=True)
    EDITORIAL_NOTE = KindRow(
        "editorial note", "note", subtype="editorial", has_brackets=True
    )
    END_NOTE = KindRow("note at the end", "note")
    GAP = KindRow("gap", "gap", is_sign=True)
    HEADING = KindRow("heading", "head", Role.HEADS)
    DATELINE = KindRow("dateline", "dateline", Role.OPENS)
    CLASSIFICATION = KindRow(
        "classification mark", "note", Role.OPENS, "classification"
    )
    LETTERHEAD = KindRow(
        "head of the paper", "note", Role.OPENS, "letterhead", keeps_lines=True
    )
    SALUTE = KindRow("salutation", "salute", Role.OPENS)
    CLOSING = KindRow("closing words", "salute", Role.CLOSES)
    SIGNED = KindRow("signature", "signed", Role.CLOSES, keeps_lines=True)
    TRAILER = KindRow("last line", "trailer", Role.CLOSES)
    FURNITURE = KindRow("running head", "fw", Role.PAGE, "header")
    PAGE_BREAK = KindRow("page break", "pb", Role.PAGE, is_sign=True)
    LINE_NUMBER = KindRow("line number", "lb", Role.PAGE, is_sign=True)
    TIME_STAMP = KindRow(
        "time stamp", "milestone", Role.PAGE, "timestamp", is_sign=True
    )
    PARAGRAPH_NUMBER = KindRow(
        "paragraph number", "milestone", Role.PAGE, "paragraph", is_sign=True
    )
