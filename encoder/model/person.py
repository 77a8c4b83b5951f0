"""Someone the record lets us tell apart from the others."""

from __future__ import annotations

from typing import NamedTuple, NewType

PersonId = NewType("PersonId", str)
"""An `xml:id` that names one person."""


class Person(NamedTuple):
    """A person, the fullest name that the source gives, and the names it uses.

    `short` is the part of the name that the source uses alone ("Soong"). `role` is what
    a list of the page says of them ("Foreign Minister"); whether they `speak` is
    known from the labels.
    """

    id: PersonId
    name: str
    short: str
    variants: tuple[str, ...] = ()
    role: str = ""
    speaks: bool = True
