"""What editors say about a span: marks over the text, which never replace it.

A mark stands *around* words, which stay, or *instead* of words, which are read
back from it. An instead is never empty. Where two marks cross, one that is true
of each of its parts is cut; one that is true of the whole only never is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, TypeAlias

if TYPE_CHECKING:
    from encoder.model.person import PersonId
    from encoder.model.source import Span
    from encoder.model.when import Hours, When


class PartOf(StrEnum):
    """What a part of a citation or of a credit is."""

    TITLE = "title"
    DATE = "date"
    PUBLISHER = "publisher"
    COLLECTION = "collection"
    BOX = "box"
    FOLDER = "folder"
    FOND = "fond"
    OPIS = "opis"
    DELO = "delo"
    LEAVES = "leaves"
    REPOSITORY = "repository"
    STATEMENT = "statement of responsibility"
    RESPONSIBILITY = "responsibility"
    NAME = "name of who is responsible"
    FUNDER = "funder"


@dataclass(frozen=True, slots=True)
class Part:
    """Words that name one part of a citation or of a credit."""

    span: Span
    kind: PartOf
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that are a date, and what it was understood to be."""

    span: Span
    when: When
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Timed:
    """Words that are hours of the day."""

    span: Span
    hours: Hours
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a person of the record."""

    span: Span
    who: PersonId
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Staged:
    """Words in mid-speech that were not said: "(laughs)"."""

    span: Span
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Supplied:
    """Words that the archive put in, with the square brackets around them.

    The brackets are dropped layout. A part of a mark that was cut has only the
    bracket that it `opens` or `closes` with.
    """

    span: Span
    opens: bool = True
    closes: bool = True
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that the source itself doubts: "(De Castri?)"."""

    span: Span
    instead: ClassVar[bool] = False
    divisible: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class PageBreak:
    r"""The sign of a page break: a form feed, or a blank line in mid-sentence.

    `inferred` is true where nothing was printed but the broken sentence.
    """

    span: Span
    inferred: bool
    instead: ClassVar[bool] = True
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A printed sign that words were left out: "[…]"."""

    span: Span
    instead: ClassVar[bool] = True
    divisible: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Unencodable:
    """One character that XML cannot hold; it travels as a `g`."""

    span: Span
    instead: ClassVar[bool] = True
    divisible: ClassVar[bool] = False


Around: TypeAlias = Part | Dated | Timed | Named | Staged | Supplied | Unclear
Instead: TypeAlias = PageBreak | Gap | Unencodable
Mark: TypeAlias = Around | Instead


def outermost_first(mark: Mark) -> tuple[int, int]:
    """Return the key that puts marks in order of start, the longer one first."""
    return (mark.span.start, -mark.span.end)
