"""Whom and what an edition knows: the entries of its authority files."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.model.when import Cert


class EntityKind(StrEnum):
    """What an entry is of; the value is its TEI element (TEI P5 §14.1)."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"


class Office(NamedTuple):
    """A role that somebody held, and from when to when: ISO 8601 dates, both within."""

    role: str
    start: str | None = None
    end: str | None = None

    def __str__(self) -> str:
        since, until = self.start or "", self.end or ""
        return f"{self.role} {since}–{until}" if since or until else self.role


class Entity(NamedTuple):
    """One entry: an `xml:id`, the preferred name, and the other forms of it.

    `identifiers` are pairs of a scheme ("wikidata") and a number. `cert` is how sure
    the file is that this is who is meant.
    """

    id: str
    kind: EntityKind
    name: str
    variants: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    note: str = ""
    cert: Cert | None = None

    def __str__(self) -> str:
        held = "; ".join(map(str, self.offices))
        return f"{self.name} ({held})" if held else self.name


@dataclass(frozen=True, slots=True)
class Authority:
    """The entries of all authority files of an edition.

    Two are the same when their digests are, so that what is made of fifty thousand
    entries is made once.
    """

    entities: tuple[Entity, ...] = field(default=(), compare=False)
    digest: str = ""

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Authority:
        """Return an authority of these entries, in their order."""
        held = tuple(entities)
        return cls(held, sha256(repr(held).encode()).hexdigest() if held else "")
