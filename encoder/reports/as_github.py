"""A validation as workflow commands of GitHub Actions: remarks beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.reports.as_text import checked as closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.finding import Finding
    from encoder.reports.totals import Totals
    from encoder.runs.result import Result

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_IN_MESSAGES: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES: Final = _IN_MESSAGES | {":": "%3A", ",": "%2C"}


def checked(results: Iterable[Result], sums: Totals) -> Iterator[str]:
    """Yield a command for each finding, and the sentence that closes a validation."""
    for result in sums.count(results):
        for finding in result.findings:
            yield _command(finding)
    yield closing(sums, tuple(Severity)) + "\n"


def _command(finding: Finding) -> str:
    place, rule = finding.place, finding.rule
    title = _escaped(f"{rule.code} {rule.name}", _IN_PROPERTIES)
    where = f"file={_escaped(place.file, _IN_PROPERTIES)}"
    where += f",line={place.line},col={place.column},title={title}"
    message = _escaped(finding.message, _IN_MESSAGES)
    return f"::{_COMMANDS[finding.severity]} {where}::{message}\n"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)
