"""Everything that is said about a record or a file: a rule, and a place."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from encoder.model.source import Place


class Severity(StrEnum):
    """How much a finding matters to whoever must act on it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(NamedTuple):
    """What a finding is an instance of. A code is never reused or renumbered.

    The explanation answers three things: what was seen, what it costs, what to do.
    """

    code: str
    name: str
    severity: Severity
    explanation: str

    def at(self, place: Place, message: str) -> Finding:
        """Return a finding of this rule: `message` is about this place, quoting it."""
        return Finding(place, self, message, self.severity)


class Finding(NamedTuple):
    """One thing to look at, and the place to look.

    `severity` is the rule's own unless the configuration says otherwise. `behind` is
    the place in the source of what the finding is about, where that is another file.
    """

    place: Place
    rule: Rule
    message: str
    severity: Severity
    behind: Place | None = None

    @property
    def order(self) -> tuple[Place, str, str]:
        """What findings are sorted by: place, then code, then message."""
        return (self.place, self.rule.code, self.message)

    def __str__(self) -> str:
        rule = self.rule
        return f"{self.place}: {self.severity} {rule.code} [{rule.name}] {self.message}"
