"""Paragraphs of which somebody decided whether they go on with the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.editorial.decided import Applied, Verdicts, doubled, unclear
from encoder.editorial.joins import JOIN, NOTE, PART, SPEECH, STAGE
from encoder.editorial.located import locate
from encoder.editorial.rules import UNUSED_DECISION
from encoder.finding import Finding
from encoder.model.decision import Matter
from encoder.model.marks import PageBreak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.editorial.joins import Choices
    from encoder.model.blocks import Leaf
    from encoder.model.decision import Decision
    from encoder.model.record import Record
    from encoder.model.source import Source

_ANSWERS = (JOIN, PART, SPEECH, NOTE, STAGE)


def choices(source: Source, decisions: Iterable[Decision]) -> tuple[Choices, Verdicts]:
    """Return what was decided of each paragraph, by its start, and what went wrong."""
    chosen: dict[int, Decision] = {}
    applied: list[Applied] = []
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
            applied.append(Applied(decision, span))
    return chosen, Verdicts(tuple(applied), tuple(findings))


def placed(record: Record, verdicts: Verdicts) -> tuple[Verdicts, tuple[Leaf, ...]]:
    """Return the verdicts that had their effect, and the leaves that begin there.

    The others begin at no paragraph, or have none above: each is a finding.
    """
    leaves = {leaf.span.start: leaf for leaf in record.leaves()}
    joined = {
        mark.span.end
        for inside in record.marks.values()
        for mark in inside
        if isinstance(mark, PageBreak) and mark.inferred
    }
    kept: list[Applied] = []
    for each in verdicts.applied:
        begins = joined if each.decision.answer == JOIN else leaves
        if each.span.start in begins:
            kept.append(each)
    found = tuple(_lost(verdicts.applied, kept))
    starts = (leaves.get(each.span.start) for each in kept)
    return (
        Verdicts(tuple(kept), (*verdicts.findings, *found)),
        tuple(leaf for leaf in starts if leaf),
    )


def _lost(applied: Iterable[Applied], kept: list[Applied]) -> Iterator[Finding]:
    for each in applied:
        if each not in kept:
            decision = each.decision
            message = (
                f"no paragraph that could {decision.answer} begins with"
                f" {decision.words!r}"
            )
            yield UNUSED_DECISION.at(decision.place, message)
