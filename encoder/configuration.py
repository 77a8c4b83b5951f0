"""What an edition says about itself, and what one request asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.errors import EncoderError
from encoder.model.authority import Authority
from encoder.model.when import Habits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from encoder.finding import Finding, Severity
    from encoder.model.decision import Decision
    from encoder.model.form import PageForm


class ConfigurationError(EncoderError):
    """A configuration cannot be used; the sentence names the file and the cure."""


class Licence(NamedTuple):
    """What readers may do with the encoding, by its name and its address."""

    name: str
    uri: str


class Encoder(NamedTuple):
    """Who answers for the encoding; `orcid` is the bare sixteen digits."""

    name: str
    orcid: str | None = None


NOBODY = Authority()
_AS_THE_RULES_SAY: Mapping[str, Severity | None] = {}


class Configuration(NamedTuple):
    """What an edition says about itself; what is None is not said.

    `severities` holds, by code, what differs from the rule's own severity;
    None there means that the finding is not reported at all. `dates` say what dates
    in figures mean. `authority` is whom and what the edition knows, and `decisions`
    are what somebody decided of this record. `contact` is an e-mail address at which
    somebody answers for the edition, and `discipline` what a repository files it under.
    """

    publisher: str | None = None
    licence: Licence | None = None
    encoder: Encoder | None = None
    project: str | None = None
    encoding_date: date | None = None
    severities: Mapping[str, Severity | None] = _AS_THE_RULES_SAY
    dates: Habits = Habits()
    authority: Authority = NOBODY
    decisions: tuple[Decision, ...] = ()
    contact: str | None = None
    discipline: str | None = None

    def judged(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings with this edition's severities, sorted by place."""
        weighed = (
            finding._replace(severity=severity)
            for finding in findings
            if (severity := self.severities.get(finding.rule.code, finding.severity))
        )
        return tuple(sorted(weighed, key=lambda finding: finding.order))


class Options(NamedTuple):
    """What one request asks for.

    `layout` and `turns` may be "auto", and `turns` "none"; `form` is a layout that the
    user has declared, and goes before `layout`. An `encoding` of None means that the
    bytes decide.
    Without `schema` the result is not held against the schema, which is for
    measuring how long that takes.
    """

    profile: str = "print"
    layout: str = "auto"
    form: PageForm | None = None
    turns: str = "auto"
    encoding: str | None = None
    schema: bool = True


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest of `known`, or a list of them all.

    >>> suggestion("publsher", ["publisher", "project"])
    'did you mean "publisher"?'
    >>> suggestion("colour", ["publisher", "project"])
    'known here: project, publisher'
    """
    from difflib import get_close_matches  # noqa: PLC0415 (only needed to complain)

    folded = {name.casefold(): name for name in known}
    if nearest := get_close_matches(wrong.casefold(), folded, n=1):
        return f'did you mean "{folded[nearest[0]]}"?'
    return f"known here: {', '.join(sorted(folded.values()))}"
