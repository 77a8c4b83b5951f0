"""Apply decisions on paragraphs: joined to the one above, or what else they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.decisions.apply import Applied, AppliedDecision, doubled, unclear
from encoder.decisions.rules import UNUSED_DECISION
from encoder.decisions.text_quote import locate
from encoder.decisions.values import JOIN, NOTE, PART, SPEECH, STAGE
from encoder.finding import Finding
from encoder.model.blocks import Leaf, Paragraph, Stage
from encoder.model.decision import Matter
from encoder.model.marks import PageBreak

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from encoder.decisions.values import Choices
    from encoder.model.decision import Decision
    from encoder.model.record import Record
    from encoder.model.source import Source

_ANSWERS = (JOIN, PART, SPEECH, NOTE, STAGE)


def choices(source: Source, decisions: Iterable[Decision]) -> tuple[Choices, Applied]:
    """Return the decision on each paragraph by its offset, and those applied."""
    chosen: dict[int, Decision] = {}
    applied: list[AppliedDecision] = []
    findings: list[Finding] = []
    for decision in decisions:
        if decision.matter is not Matter.JOINS:
            continue
        span = locate(source, decision)
        if isinstance(span, Finding):
            findings.append(span)
        elif decision.answer not in _ANSWERS:
            findings.append(unclear(decision, f"one of {', '.join(_ANSWERS)}"))
        elif span.start in chosen:
            findings.append(doubled(decision, chosen[span.start]))
        else:
            chosen[span.start] = decision
            applied.append(AppliedDecision(decision, span))
    return chosen, Applied(tuple(applied), tuple(findings))


def placed(record: Record, applied: Applied) -> tuple[Applied, tuple[Leaf, ...]]:
    """Return the decisions that took effect, and the leaves that begin at them.

    Each other one is a finding: no paragraph begins there, or none stands above it, or
    it is in no turn.
    """
    leaves = {leaf.span.start: leaf for leaf in record.leaves()}
    begins = _begins(record)
    kept = [
        each
        for each in applied.decisions
        if each.span.start in begins[each.decision.answer]
    ]
    found = tuple(_lost(applied.decisions, kept))
    starts = (leaves.get(each.span.start) for each in kept)
    return (
        Applied(tuple(kept), (*applied.findings, *found)),
        tuple(leaf for leaf in starts if leaf),
    )


def _begins(record: Record) -> Mapping[str, Collection[int]]:
    """Return, for each answer, the offsets of the paragraphs where it took effect."""
    inner = [
        (place, block)
        for turn in record.turns
        for place, block in enumerate(turn.blocks)
        if isinstance(block, Paragraph | Stage | Leaf)
    ]
    first = {block.span.start for place, block in inner if not place}
    below = {block.span.start for place, block in inner if place}
    return {
        JOIN: {
            mark.span.end
            for inside in record.marks.values()
            for mark in inside
            if isinstance(mark, PageBreak) and mark.inferred
        },
        PART: {leaf.span.start for leaf in record.leaves()} - first,
        SPEECH: below,
        NOTE: {block.span.start for _, block in inner if isinstance(block, Leaf)},
        STAGE: {block.span.start for _, block in inner if isinstance(block, Stage)},
    }


def _lost(
    applied: Iterable[AppliedDecision], kept: list[AppliedDecision]
) -> Iterator[Finding]:
    for each in applied:
        if each not in kept:
            decision = each.decision
            message = (
                f"no paragraph that could {decision.answer} begins with"
                f" {decision.words!r}"
            )
            yield UNUSED_DECISION.at(decision.place, message)
