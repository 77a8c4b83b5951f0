"""What stops a run, or refuses a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from encoder.finding import Finding


class EncoderError(Exception):
    """The request or the machine is at fault: exit status 2, one clear sentence."""


class RefusedError(Exception):
    """One record cannot be converted; the finding says why and how to mend it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding
