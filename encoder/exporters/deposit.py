"""One record as repositories see it: what its TEI header states, and its files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

    from encoder.configuration import Configuration, Licence
    from encoder.exporters.passages import TextPassage


_ORCID = Pattern(
    r"https?://orcid\.org/(?P<digits>\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.ASCII
)


class AgentRole(StrEnum):
    """What somebody did for a record; a repository's word for it is the target's."""

    AUTHOR = "author"
    EDITOR = "editor"
    ENCODER = "encoder"
    CONTRIBUTOR = "contributor"
    FUNDER = "funder"
    PARTICIPANT = "participant"


class AgentKind(StrEnum):
    """What somebody is, where the element that names them says so."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Agent(NamedTuple):
    """Somebody whom the header names.

    `said` are the header's words for what they did, and `uri` is who they are
    elsewhere (an ORCID, an authority file).
    """

    name: str
    role: AgentRole
    kind: AgentKind = AgentKind.UNKNOWN
    said: str | None = None
    uri: str | None = None

    @property
    def orcid(self) -> str | None:
        """The sixteen digits, if `uri` is an ORCID."""
        found = _ORCID.fullmatch(self.uri or "")
        return found["digits"] if found else None


def parts(agent: Agent) -> tuple[str, str] | None:
    """Return family name and given names of a person, where a comma parts them.

    Nobody can tell them by looking.
    """
    family, comma, given = (part.strip() for part in agent.name.partition(","))
    is_split = comma and family and given and "," not in given
    return (family, given) if is_split and agent.kind is AgentKind.PERSON else None


class Identifier(NamedTuple):
    """One of the record's own identifiers; `kind` is the `@type` of its `idno`."""

    kind: str | None
    value: str

    @property
    def is_doi(self) -> bool:
        """Whether the header says that it is a DOI."""
        return (self.kind or "").casefold() == "doi"

    @property
    def is_address(self) -> bool:
        """Whether the record can be fetched there."""
        return self.value.startswith(("http://", "https://")) and not self.is_doi


class Locality(NamedTuple):
    """A place where the talk was, and its address in a gazetteer, if there is one."""

    name: str
    uri: str | None = None


class Original(NamedTuple):
    """Where the original lies, and where the text of this record was taken from."""

    repository: str | None = None
    collection: str | None = None
    shelfmark: str | None = None
    citation: str | None = None
    address: str | None = None


_DOI = Pattern(r"10\.\d{4,9}(?:\.\d+)*/[!-~]+", re.NOFLAG)
_UNKNOWN = Original()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """One record: the facts of its header, each None or empty where not stated.

    Every text is on one line. `name` is safe as the name of a file and belongs to this
    record only. `created` is when the record itself was made, in ISO 8601, perhaps an
    interval (`1945-07-07/1945-07-09`); `created_written` is how the header words it.
    `contact` is an e-mail address at which somebody answers for the record.
    `edition` is what the configuration says of all records of the edition alike.
    `root` is the tree, and `tei` the whole file in UTF-8, both without comments and
    processing instructions.
    """

    file: str
    identity: str
    name: str
    title: str | None = None
    subtitles: tuple[str, ...] = ()
    agents: tuple[Agent, ...] = ()
    created: str | None = None
    created_written: str | None = None
    published: date | None = None
    publisher: str | None = None
    contact: str | None = None
    licence: Licence | None = None
    rights: tuple[str, ...] = ()
    language: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    abstract: str | None = None
    places: tuple[Locality, ...] = ()
    subjects: tuple[str, ...] = ()
    original: Original = _UNKNOWN
    software: str | None = None
    source_digest: str | None = None
    edition: Configuration
    passages: tuple[TextPassage, ...]
    root: _Element
    tei: bytes

    def those(self, *roles: AgentRole) -> tuple[Agent, ...]:
        """Return who had one of `roles`, in the order of the header."""
        return tuple(agent for agent in self.agents if agent.role in roles)

    @property
    def creators(self) -> tuple[Agent, ...]:
        """Who answers for the record: its authors, else its editors, else encoders."""
        for role in (AgentRole.AUTHOR, AgentRole.EDITOR, AgentRole.ENCODER):
            if those := self.those(role):
                return those
        return ()

    @property
    def description(self) -> str | None:
        """The abstract, or what the header says of the source."""
        return self.abstract or self.original.citation

    @property
    def doi(self) -> str | None:
        """The record's DOI, in small letters and without the address of a resolver."""
        for identifier in self.identifiers:
            if identifier.is_doi:
                value = identifier.value.casefold().rpartition("doi.org/")[2]
                bare = value.removeprefix("doi:")
                return bare if _DOI.fullmatch(bare) else None
        return None

    @property
    def address(self) -> str | None:
        """Where this record itself can be fetched, which is not where its source is."""
        found = (each.value for each in self.identifiers if each.is_address)
        return next(found, None)

    @property
    def digest(self) -> str:
        """The SHA-256 of the TEI, in hexadecimal."""
        return sha256(self.tei).hexdigest()
