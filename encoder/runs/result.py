"""What became of one input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.finding import Finding

# A result travels between processes, which a read-only view of a mapping cannot.
_NONE: Final[Mapping[str, int]] = {}
_NO_LINES: Final[Mapping[int, str]] = {}


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
    dropped: Mapping[str, int] = _NONE
    made: Mapping[str, int] = _NONE
    lines: Mapping[int, str] = _NO_LINES
    by: str = ""
