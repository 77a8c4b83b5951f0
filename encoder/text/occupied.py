"""Spans that are occupied."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from encoder.model.source import Span


class Occupied:
    """Sorted, disjoint spans in which nothing else may be placed."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = [*spans]
        self._starts = [span.start for span in self._spans]

    def is_free(self, span: Span) -> bool:
        """Return whether `span` shares no character with a taken span."""
        place = bisect_left(self._starts, span.end)
        return not place or self._spans[place - 1].end <= span.start


def inside(spans: Sequence[Span], whole: Span) -> Sequence[Span]:
    """Return those of `spans` that lie inside `whole`; `spans` must be in order."""
    first = bisect_left(spans, (whole.start, whole.start))
    last = bisect_right(spans, (whole.end, whole.end))
    return [span for span in spans[first:last] if span.end <= whole.end]
