"""A run as one JSON document: sorted keys, no times, the same for the same input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from encoder.finding import Finding
    from encoder.reports.totals import Totals
    from encoder.runs.result import Result


def converted(results: Iterable[Result], sums: Totals) -> str:
    """Return a conversion: `records`, and `totals`."""
    records = [
        {
            "name": result.name,
            "output": result.output,
            "refused": result.refused,
            "dropped": dict(result.dropped),
            "findings": [_finding(finding) for finding in result.findings],
        }
        for result in results
    ]
    counts = {"records": sums.all, "converted": sums.accepted, "refused": sums.refused}
    return _document({"records": records, "totals": counts | _findings(sums)})


def checked(results: Iterable[Result], sums: Totals, engine: str, schema: str) -> str:
    """Return a validation: `engine`, `schema`, `files`, and `totals`."""
    files = [
        {
            "name": result.name,
            "valid": not result.refused,
            "findings": [_finding(finding) for finding in result.findings],
        }
        for result in results
    ]
    counts = {"files": sums.all, "valid": sums.accepted, "not_valid": sums.refused}
    made = {"engine": engine, "schema": schema}
    return _document({**made, "files": files, "totals": counts | _findings(sums)})


def _finding(finding: Finding) -> Mapping[str, object]:
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "message": finding.message,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
    }


def _findings(sums: Totals) -> dict[str, object]:
    return {"findings": {str(key): many for key, many in sums.findings.items()}}


def _document(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
