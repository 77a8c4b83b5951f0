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


class Row(NamedTuple):
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
        for field, value in zip(Row._fields[1:], row[1:], strict=True):
            setattr(kind, field, value)
        return kind

    FIELD = Row("field of the description", "ab")
    PARAGRAPH = Row("paragraph", "p")
    SPEAKER = Row("speaker", "speaker")
    ITEM_LABEL = Row("item label", "label")
    ITEM = Row("item", "item")
    CELL = Row("cell", "cell")
    VERSE = Row("line of verse", "l")
    STAGE = Row("stage", "stage", has_brackets=True)
    EDITORIAL_NOTE = Row(
        "editorial note", "note", subtype="editorial", has_brackets=True
    )
    END_NOTE = Row("note at the end", "note")
    GAP = Row("gap", "gap", is_sign=True)
    HEADING = Row("heading", "head", Role.HEADS)
    DATELINE = Row("dateline", "dateline", Role.OPENS)
    CLASSIFICATION = Row("classification mark", "note", Role.OPENS, "classification")
    LETTERHEAD = Row(
        "head of the paper", "note", Role.OPENS, "letterhead", keeps_lines=True
    )
    SALUTE = Row("salutation", "salute", Role.OPENS)
    CLOSING = Row("closing words", "salute", Role.CLOSES)
    SIGNED = Row("signature", "signed", Role.CLOSES, keeps_lines=True)
    TRAILER = Row("last line", "trailer", Role.CLOSES)
    FURNITURE = Row("running head", "fw", Role.PAGE, "header")
    PAGE_BREAK = Row("page break", "pb", Role.PAGE, is_sign=True)
    LINE_NUMBER = Row("line number", "lb", Role.PAGE, is_sign=True)
    TIME_STAMP = Row("time stamp", "milestone", Role.PAGE, "timestamp", is_sign=True)
    PARAGRAPH_NUMBER = Row(
        "paragraph number", "milestone", Role.PAGE, "paragraph", is_sign=True
    )
