"""A validation as JUnit XML: a test case for each file, as build servers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from encoder.finding import Severity
from encoder.reports.as_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.finding import Finding
    from encoder.reports.totals import Totals
    from encoder.runs.result import Result

_FAILED: Final = "<failure type={} message={}>{}</failure>"


def checked(results: Iterable[Result], sums: Totals) -> Iterator[str]:
    """Yield a validation: a case fails for each finding that is an error.

    What is less is told in `system-out`, which every reader of the form shows.
    """
    cases = [case for result in sums.count(results) for case in _case(result)]
    failures = sums.findings[Severity.ERROR]
    counts = f'tests="{sums.all}" failures="{failures}" errors="0"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n'
    yield f'  <testsuite name="tei-encoder validate" {counts} skipped="0">\n'
    yield from cases
    yield "  </testsuite>\n</testsuites>\n"


def _case(result: Result) -> Iterator[str]:
    name = quoteattr(_xml(result.name))
    yield f"    <testcase classname={name} name={name}>\n"
    lesser = []
    for finding in result.findings:
        if finding.severity is Severity.ERROR:
            yield f"      {_failure(finding)}\n"
        else:
            lesser.append(_xml(str(finding)))
    if lesser:
        said = escape("\n".join(lesser))
        yield f"      <system-out>{said}</system-out>\n"
    yield "    </testcase>\n"


def _failure(finding: Finding) -> str:
    kind = quoteattr(f"{finding.rule.code} {finding.rule.name}")
    message = quoteattr(_xml(finding.message))
    return _FAILED.format(kind, message, escape(_xml(str(finding))))


def _xml(text: str) -> str:
    """Return text with an escape for what XML cannot hold."""
    shown = printable(text)
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")
