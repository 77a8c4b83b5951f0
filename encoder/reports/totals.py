"""How many of each: what a run comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.runs.result import Result


class Totals:
    """How many files were accepted and refused, and the findings by severity.

    It counts what passes by, so that a run need not hold its results to sum them up.
    """

    def __init__(self, results: Iterable[Result] = ()) -> None:
        self.accepted = self.refused = 0
        self.findings = dict.fromkeys(Severity, 0)
        for _ in self.count(results):
            pass

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` as they are, each counted before it is yielded."""
        for result in results:
            self.accepted += not result.refused
            self.refused += result.refused
            for finding in result.findings:
                self.findings[finding.severity] += 1
            yield result

    @property
    def all(self) -> int:
        """How many files there were."""
        return self.accepted + self.refused

    @property
    def status(self) -> int:
        """The exit status: 1 if a file was refused or a finding is an error."""
        return 1 if self.refused or self.findings[Severity.ERROR] else 0
