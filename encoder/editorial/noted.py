"""What a step of the editors' stage gives back: its value, and what was unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from encoder.finding import Finding

V = TypeVar("V")


class Noted(NamedTuple, Generic[V]):
    """A value, and the findings that came with it."""

    value: V
    findings: tuple[Finding, ...] = ()
