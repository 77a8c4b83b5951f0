"""Someone the record lets us tell apart from the others."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, NewType

if TYPE_CHECKING:
    from encoder.model.authority import Entity
    from encoder.model.when import Cert

PersonId = NewType("PersonId", str)
"""An `xml:id` that names one person."""


class MatchRule(StrEnum):
    """By what rule a label was matched to its person, the surest first."""

    PRINTED = "as-printed"
    PLAIN = "without-honorifics"
    DECLARED = "declared"
    KEY = "initials"
    SURNAME = "surname"
    AUTHORITY = "authority"
    ROLE = "role-at-the-date"
    DECISION = "decision"


class NameForm(NamedTuple):
    """A label that is a person's: its words, and by what rule and how surely it is.

    `resp` is who decided that it is, where somebody did.
    """

    words: str
    rule: MatchRule
    cert: Cert | None = "high"
    resp: str | None = None


class Person(NamedTuple):
    """A person, the fullest name that the source gives, and the names it uses.

    `short` is the part of the name that the source uses alone ("Soong"). `role` is what
    a list of the page says of them ("Foreign Minister"); whether they `speak` is
    known from the labels, whose `forms` say why each is theirs. `entity` is the
    entry of an authority file that says who this is.
    """

    id: PersonId
    name: str
    short: str
    variants: tuple[str, ...] = ()
    role: str = ""
    speaks: bool = True
    forms: tuple[NameForm, ...] = ()
    entity: Entity | None = None
