"""What a turn style supplies: where its labels could be, each with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from encoder.model.source import Source, Span


class Candidate(NamedTuple):
    """What could be a speaker's label, and is one only if the whole record says so.

    `label` is the words as printed, end mark included; `key` the name in them, without
    brackets and case, so that one voice has one key; `whole` is false where there is
    more in them than a name, and `capitals` says whether the name is set in them, None
    for initials. The turn begins at `start`, with what is printed before a label (a
    line number, a time stamp, markup signs), and its words at `end`, after the signs
    that close the label.
    """

    label: Span
    key: str
    start: int
    end: int
    whole: bool = True
    capitals: bool | None = None
    weak: bool = False


class Style(NamedTuple):
    """A way of marking who speaks.

    `prior` weighs, against the words of a record, how often a line looks like a label
    of this style that is none: a full stop ends many, and a lone line is mostly a head.
    What is `typed` need not come in sentences.
    """

    name: str
    candidates: Callable[[Source, Span], Sequence[Candidate]]
    prior: float = 0.0
    typed: bool = False
