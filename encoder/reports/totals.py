"""How many of each: what a run comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from encoder.runs.result import Result


class Totals(NamedTuple):
    """How many files were accepted and refused, and the findings by severity."""

    accepted: int
    refused: int
    findings: Mapping[Severity, int]

    @property
    def all(self) -> int:
        """How many files there were."""
        return self.accepted + self.refused

    @property
    def status(self) -> int:
        """The exit status: 1 if a file was refused or a finding is an error."""
        return 1 if self.refused or self.findings[Severity.ERROR] else 0


def totals(results: Iterable[Result]) -> Totals:
    """Return the sum of `results`."""
    accepted, refused = 0, 0
    findings = dict.fromkeys(Severity, 0)
    for result in results:
        accepted += not result.refused
        refused += result.refused
        for finding in result.findings:
            findings[finding.severity] += 1
    return Totals(accepted, refused, findings)
