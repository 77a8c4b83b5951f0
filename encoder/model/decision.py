"""What somebody decided where the record leaves a question open."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from encoder.model.source import Place
    from encoder.model.when import Cert


class Matter(StrEnum):
    """What a decision is about; the value is the name of its file in `decisions/`."""

    SPEAKERS = "speakers"
    PEOPLE = "people"
    DATES = "dates"
    CORRECTIONS = "corrections"
    JOINS = "joins"


class Decision(NamedTuple):
    """One answered row: the words that it is about, and the answer.

    `before` and `after` are the words on both sides of `words` in the source, as many
    as tell the place from all others. Of a speaker, `words` are the label, and `after`
    what one of the turns begins with. `by` is who decided, `date` when (ISO 8601), and
    `cert` how sure they are. `place` is the row.
    """

    matter: Matter
    words: str
    answer: str
    by: str
    place: Place
    before: str = ""
    after: str = ""
    cert: Cert | None = None
    date: str | None = None
