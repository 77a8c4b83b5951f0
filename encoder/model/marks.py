"""What editors say about a span: marks over the text, which never replace it.

A mark stands *around* words, which stay, or *instead* of words, which are read
back from it. An instead is never empty. Where two marks cross, one that is true
of each of its parts is cut; one that is true of the whole only never is.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from encoder.model.authority import EntityKind

if TYPE_CHECKING:
    from encoder.model.source import Span
    from encoder.model.when import Cert, Hours, When


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


class Part(NamedTuple):
    """Words that name one part of a citation or of a credit."""

    span: Span
    kind: PartOf


class Dated(NamedTuple):
    """Words that are a date, and what it was understood to be.

    `resp`, here and below, is who decided it, where somebody did.
    """

    span: Span
    when: When
    resp: str | None = None


class Timed(NamedTuple):
    """Words that are hours of the day."""

    span: Span
    hours: Hours


class Named(NamedTuple):
    """Words that name a person of the record, or an entry of an authority file."""

    span: Span
    who: str
    kind: EntityKind = EntityKind.PERSON
    cert: Cert | None = None
    resp: str | None = None


class Corrected(NamedTuple):
    """Words that somebody decided are an error, and what they should be.

    The words stay; the correction stands beside them.
    """

    span: Span
    correction: str
    resp: str
    cert: Cert | None = None


class Staged(NamedTuple):
    """Words in mid-speech that were not said: "(laughs)"."""

    span: Span


class Supplied(NamedTuple):
    """Words that the archive put in, with the square brackets around them.

    The brackets are dropped layout. A part of a mark that was cut has only the
    bracket that it `opens` or `closes` with.
    """

    span: Span
    opens: bool = True
    closes: bool = True


class Unclear(NamedTuple):
    """Words that the source itself doubts: "(De Castri?)"."""

    span: Span


class Anchor(NamedTuple):
    """The number that calls a note at the end: "[1]". `number` is the note's."""

    span: Span
    number: str


class Numbered(NamedTuple):
    """The number that a note at the end begins with: "[1]"."""

    span: Span


class Furniture(NamedTuple):
    """A running head in mid-paragraph: what the page says and the record does not."""

    span: Span


class PageBreak(NamedTuple):
    r"""The sign of a page break: form feeds, "[Page 12]", a blank in mid-sentence.

    `inferred` is true where nothing was printed but the broken sentence, `in_word`
    where the break parts a word.
    """

    span: Span
    inferred: bool = False
    in_word: bool = False
    resp: str | None = None


class LineNumber(NamedTuple):
    """The number of a line, printed before it, and the white space after it."""

    span: Span


class LineBreak(NamedTuple):
    """The end of a line that is kept, as in columns, which are read line by line."""

    span: Span


class Gap(NamedTuple):
    """A printed sign that words were left out: "[…]"."""

    span: Span


class Unencodable(NamedTuple):
    """One character that XML cannot hold; it travels as a `g`."""

    span: Span


Around: TypeAlias = (
    Part
    | Dated
    | Timed
    | Named
    | Corrected
    | Staged
    | Supplied
    | Unclear
    | Anchor
    | Numbered
    | Furniture
)
Instead: TypeAlias = PageBreak | LineBreak | LineNumber | Gap | Unencodable
Mark: TypeAlias = Around | Instead

AROUND = (
    *(Part, Dated, Timed, Named, Corrected, Staged),
    *(Supplied, Unclear, Anchor, Numbered, Furniture),
)
"""The marks that stand around words."""
INSTEAD = (PageBreak, LineBreak, LineNumber, Gap, Unencodable)
"""The marks that stand instead of words."""
DIVISIBLE = (Supplied, Unclear)
"""The marks that are true of each of their parts."""


def outermost_first(mark: Mark) -> tuple[int, int]:
    """Return the key that puts marks in order of start, the longer one first."""
    return (mark.span.start, -mark.span.end)
