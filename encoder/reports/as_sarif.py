"""A validation as SARIF 2.1.0 (OASIS), which code hosts and editors show in place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from encoder import __version__
from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from encoder.finding import Finding, Rule
    from encoder.model.source import Place
    from encoder.reports.totals import Totals
    from encoder.runs.result import Result

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"

# SARIF 2.1.0 §3.27.10.
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def checked(results: Iterable[Result], sums: Totals) -> Iterator[str]:
    """Yield a validation as one run of one tool."""
    rules: dict[str, Rule] = {}
    found: list[dict[str, object]] = []
    for result in sums.count(results):
        for finding in result.findings:
            rules.setdefault(finding.rule.code, finding.rule)
            found.append(_result(finding, result.lines.get(finding.place.line)))
    order = sorted(rules)
    for one in found:
        one["ruleIndex"] = order.index(str(one["ruleId"]))
    driver = {
        "name": "tei-encoder",
        "version": __version__,
        "rules": [_rule(rules[code]) for code in order],
    }
    # §3.14.17: the columns of Python's strings are Unicode characters.
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": found,
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> Mapping[str, object]:
    first = " ".join(rule.explanation.split("\n\n")[0].split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, line: str | None) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _text(finding.message)},
        "locations": [_location(finding.place, line)],
    }
    if finding.behind:
        result["relatedLocations"] = [{"id": 1, **_location(finding.behind, None)}]
    return result


def _text(text: str) -> str:
    """Return text with an escape for half a character, which many readers refuse."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _location(place: Place, line: str | None) -> Mapping[str, object]:
    region: dict[str, object] = {
        "startLine": place.line,
        "startColumn": place.column,
    }
    if line is not None:
        region["snippet"] = {"text": _text(line)}
    # A path is a relative reference (§3.4.3): a colon in it would begin a scheme.
    uri = quote(place.file.encode("utf-8", "surrogateescape"), safe="/~")
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region},
    }
