"""A run as one JSON document: sorted keys, no times, the same for the same input.

It is written piece by piece, as the results come, so that no run is too long for it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.finding import Finding
    from encoder.reports.totals import Totals
    from encoder.runs.export import Packed
    from encoder.runs.result import Result

_STEP = "  "


def converted(results: Iterable[Result], sums: Totals) -> Iterator[str]:
    """Yield a conversion: `records`, and `totals`, which `sums` counts meanwhile."""
    records = (
        {
            "name": result.name,
            "output": result.output,
            "refused": result.refused,
            "dropped": dict(result.dropped),
            "findings": [_finding(finding) for finding in result.findings],
        }
        for result in sums.count(results)
    )
    yield from _list(f'{{\n{_STEP}"records": [', records)
    counts = {"records": sums.all, "converted": sums.accepted, "refused": sums.refused}
    yield f'{_STEP}"totals": {_value(counts | _findings(sums))}\n}}\n'


def checked(results: Iterable[Result], sums: Totals) -> Iterator[str]:
    """Yield a validation: `files`, and `totals`."""
    files = (
        {
            "name": result.name,
            "valid": not result.refused,
            "validator": result.by or None,
            "checks": {str(layer): many for layer, many in result.made.items()},
            "findings": [_finding(finding) for finding in result.findings],
        }
        for result in sums.count(results)
    )
    yield from _list(f'{{\n{_STEP}"files": [', files)
    counts = {
        "files": sums.all,
        "valid": sums.accepted,
        "not_valid": sums.refused,
        "checks": {str(layer): many for layer, many in sums.made.items()},
    }
    yield f'{_STEP}"totals": {_value(counts | _findings(sums))}\n}}\n'


def exported(
    results: Iterable[Result], sums: Totals, packed: Iterable[Packed]
) -> Iterator[str]:
    """Yield an export: `records`, `targets`, and `totals`."""
    records = (
        {
            "name": result.name,
            "refused": result.refused,
            "findings": [_finding(finding) for finding in result.findings],
        }
        for result in sums.count(results)
    )
    yield from _list(f'{{\n{_STEP}"records": [', records)
    # Only now is it known what was packed.
    targets = ({"target": each.target, "output": each.output} for each in packed)
    yield from _list(f'{_STEP}"targets": [', targets)
    counts = {"records": sums.all, "refused": sums.refused}
    yield f'{_STEP}"totals": {_value(counts | _findings(sums))}\n}}\n'


def _list(opening: str, values: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a member of the document whose value is a list, one value at a time.

    The `opening` comes with the first value, so that a run which fails at once has
    written nothing.
    """
    between = f"\n{_STEP * 2}"
    for value in values:
        yield f"{opening}{between}{_value(value, 2)}"
        opening, between = "", f",\n{_STEP * 2}"
    yield f"{opening}],\n" if opening else f"\n{_STEP}],\n"


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


def _value(value: object, depth: int = 1) -> str:
    """Return a value as JSON, its further lines as deep in the document as it is."""
    text = json.dumps(value, ensure_ascii=False, indent=len(_STEP), sort_keys=True)
    return text.replace("\n", f"\n{_STEP * depth}")
