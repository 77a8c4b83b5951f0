"""What a turn style supplies: where its labels could be, each with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from encoder.model.source import Source, Span


class Candidate(NamedTuple):
    """What could be a speaker's label, and is one only if the whole record says so.

    `label` is the words as printed, end mark included; `key` the name in them,
    without brackets and honorifics, so that one voice has one key.
    """

    label: Span
    key: str


class Style(NamedTuple):
    """A way of marking who speaks."""

    name: str
    candidates: Callable[[Source, Span], Sequence[Candidate]]
