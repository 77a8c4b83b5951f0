"""A package in memory, or what keeps it from being made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.errors import RefusedError
from encoder.exporters import exporter_to
from encoder.exporters.reading import read
from encoder.exporters.requirements import check_identity, missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from encoder.configuration import Configuration
    from encoder.exporters.deposit import Deposit
    from encoder.finding import Finding


class Exported(NamedTuple):
    """The files of a package by their paths; none where a finding keeps it back."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def exported(
    records: Iterable[tuple[str, bytes]],
    target: str,
    edition: Configuration,
    forms: Iterable[str],
) -> Exported:
    """Return the package of TEI files, each with the name that findings call it.

    Raises MissingExtraError if a form needs what is not installed.
    """
    exporter = exporter_to(target, forms)
    deposits: list[Deposit] = []
    findings: list[Finding] = []
    first: dict[str, str] = {}
    for name, data in records:
        try:
            deposit = read(data, name, edition)
            check_identity(deposit, first)
        except RefusedError as refusal:
            findings.append(refusal.finding)
        else:
            findings += [finding for _, finding in missing(deposit, [exporter])]
            deposits.append(deposit)
    if findings:
        return Exported({}, edition.judged(findings))
    pieces: dict[str, list[bytes]] = {}
    for path, content in exporter.pack(deposits):
        pieces.setdefault(path, []).append(content)
    return Exported({path: b"".join(each) for path, each in pieces.items()}, ())
