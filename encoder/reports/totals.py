"""How many of each: what a run comes to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.runs.result import Result


class Totals:
    """How many files were accepted and refused, and the findings by severity.

    `made` holds how many things each layer of a validation has looked at, and `by` who
    has validated, in the order met. It counts what passes by, so that a run need not
    hold its results to sum them up.
    """

    def __init__(self, results: Iterable[Result] = ()) -> None:
        self.accepted = self.refused = 0
        self.findings = dict.fromkeys(Severity, 0)
        self.made: Counter[str] = Counter()
        self.by: dict[str, None] = {}
        for _ in self.count(results):
            pass

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` as they are, each counted before it is yielded."""
        for result in results:
            self.accepted += not result.refused
            self.refused += result.refused
            self.made.update(result.made)
            if result.by:
                self.by[result.by] = None
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
        return self.status_at(Severity.ERROR)

    def status_at(self, level: Severity | None) -> int:
        """Return the exit status if a finding of `level`, or worse, is a failure.

        Without a level nothing is.
        """
        if level is None:
            return 0
        severities = [*Severity]
        failing = severities[: severities.index(level) + 1]
        found = sum(self.findings[severity] for severity in failing)
        return 1 if self.refused or found else 0
