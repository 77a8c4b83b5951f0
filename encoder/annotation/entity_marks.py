"""Mark names in the body: of the record's persons, and of the authority files."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from encoder.annotation.mentions import mentions
from encoder.model.marks import Named
from encoder.names.gazetteer_search import find
from encoder.names.rules import AMBIGUOUS_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.authority import Entity
    from encoder.model.record import Record
    from encoder.model.source import Span
    from encoder.names.gazetteer import Known
    from encoder.names.gazetteer_search import NameMatch


class Tagged(NamedTuple):
    """The marks over unambiguous names, and findings on the others."""

    marks: tuple[Named, ...]
    findings: tuple[Finding, ...]


def tagged(record: Record, names: Known) -> Tagged:
    """Return a mark for each unambiguous name in the body of a record.

    A name of several entries has no mark; its first occurrence has a finding that
    lists them. If the authority and the record disagree on a person, there is a
    finding and no mark.
    """
    own = [*mentions(record)]
    if not names.by_key:
        return Tagged(tuple(own), ())
    known = _known(record, names)
    doubtful = [each for each in known if len(each.bearers) > 1]
    sure = [
        Named(each.span, each.bearers[0].id, each.bearers[0].kind, each.bearers[0].cert)
        for each in known
        if len(each.bearers) == 1
    ]
    kept, refused = _agreed(own, sure, doubtful)
    findings = (*_ambiguous(record, doubtful), *_torn(record, refused))
    return Tagged(tuple(sorted(kept)), findings)


def doubtful_names(
    record: Record, names: Known
) -> Iterator[tuple[Span, tuple[Entity, ...]]]:
    """Yield the span of each ambiguous name in the body, and its entries."""
    for each in _known(record, names):
        if len(each.bearers) > 1:
            yield each.span, each.bearers


def _known(record: Record, names: Known) -> list[NameMatch]:
    labels = [turn.label for turn in record.turns]
    return [*_outside(find(record.source.text, record.extent, names), labels)]


def _agreed(
    own: Sequence[Named], sure: Sequence[Named], doubtful: Sequence[NameMatch]
) -> tuple[list[Named], list[tuple[Named, Named]]]:
    """Return the marks without contradiction, and the pairs that disagree.

    `own` come from the record, `sure` and `doubtful` from the authority. Of two that
    overlap and mean the same person, the authority's stays.
    """
    unclear = {start for each in doubtful for start in range(*each.span)}
    by_place = {place: mark for mark in sure for place in range(*mark.span)}
    kept = {mark.span: mark for mark in sure}
    refused: list[tuple[Named, Named]] = []
    for mark in own:
        other = by_place.get(mark.span.start) or by_place.get(mark.span.end - 1)
        if other is None:
            if mark.span.start not in unclear:
                kept[mark.span] = mark
        elif other.who != mark.who and _length(other.span) <= _length(mark.span):
            kept.pop(other.span, None)
            refused.append((mark, other))
    return [*kept.values()], refused


def _length(span: Span) -> int:
    return span.end - span.start


def _outside(found: Iterable[NameMatch], labels: Sequence[Span]) -> Iterator[NameMatch]:
    """Yield the matches outside `labels`, which are in order."""
    starts = [label.start for label in labels]
    for each in found:
        place = bisect_right(starts, each.span.start) - 1
        if place < 0 or labels[place].end <= each.span.start:
            yield each


def _ambiguous(record: Record, doubtful: Iterable[NameMatch]) -> Iterator[Finding]:
    first: dict[tuple[Entity, ...], NameMatch] = {}
    for each in doubtful:
        first.setdefault(each.bearers, each)
    for each in first.values():
        could = " or ".join(map(str, each.bearers))
        message = f"{record.words(each.span)!r} could be {could}"
        yield AMBIGUOUS_NAME.at(record.source.place(each.span), message)


def _torn(record: Record, refused: Iterable[tuple[Named, Named]]) -> Iterator[Finding]:
    for mark, other in refused:
        message = f"{record.words(mark.span)!r} could be #{mark.who} or #{other.who}"
        yield AMBIGUOUS_NAME.at(record.source.place(mark.span), message)
