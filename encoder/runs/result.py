"""What became of one input."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.finding import Finding


class Result(NamedTuple):
    """What became of one input, without its text.

    `output` is where its TEI went, as the user would type it, or None if it was
    refused or there was nothing to write; `dropped` says how much layout of each
    kind is not in the TEI.

    Of a file that was checked, `made` says how many things each layer looked at,
    `lines` holds the lines on which there are findings, and `by` says who validated.
    """

    name: str
    output: str | None = None
    refused: bool = False
    findings: tuple[Finding, ...] = ()
    dropped: Mapping[str, int] = MappingProxyType({})
    made: Mapping[str, int] = MappingProxyType({})
    lines: Mapping[int, str] = MappingProxyType({})
    by: str = ""
