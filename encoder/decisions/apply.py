"""Apply decisions to a record: each exactly once, in its place, or as a finding.

A decision becomes a mark over its words, the speaker of a label, or a break between
two paragraphs. The finished record is checked for each of them, so that none is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from encoder.decisions.rules import DOUBLED_DECISION, UNCLEAR_ANSWER, UNUSED_DECISION
from encoder.decisions.text_quote import locate
from encoder.decisions.values import NOTHING, parse_answer
from encoder.finding import Finding
from encoder.model.decision import Matter
from encoder.model.marks import Corrected, Dated, Named, Staged, Timed, Unclear

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from encoder.model.authority import EntityKind
    from encoder.model.decision import Decision
    from encoder.model.marks import Mark
    from encoder.model.record import Record
    from encoder.model.source import Source, Span


KindOf: TypeAlias = "Callable[[str], EntityKind | None]"
"""A lookup: the kind of the entity with an identifier, None for an unknown one."""
_GIVES_WAY = (Dated, Timed, Named, Staged)


class AppliedDecision(NamedTuple):
    """A decision, the span of its words, and the mark over them, if any."""

    decision: Decision
    span: Span
    mark: Mark | None = None


class Applied(NamedTuple):
    """The decisions that can be applied, and findings on the others."""

    decisions: tuple[AppliedDecision, ...]
    findings: tuple[Finding, ...]

    def also(self, others: Applied) -> Applied:
        """Return both sets of decisions and findings together."""
        applied = (*self.decisions, *others.decisions)
        return Applied(applied, (*self.findings, *others.findings))


NONE_APPLIED = Applied((), ())


def applied_dates(source: Source, decisions: Iterable[Decision]) -> Applied:
    """Return the marks of the decisions on dates."""
    return _applied(source, decisions, _nothing, {Matter.DATES})


def _nothing(_: str) -> None:
    """Return None: no date has an identifier."""


def applied_marks(
    source: Source,
    decisions: Iterable[Decision],
    kind_of: KindOf,
) -> Applied:
    """Return the marks of the decisions on people and corrections.

    `kind_of` must know the persons of the record and the entries of the authority.
    """
    return _applied(source, decisions, kind_of, {Matter.PEOPLE, Matter.CORRECTIONS})


def _applied(
    source: Source,
    decisions: Iterable[Decision],
    kind_of: KindOf,
    matters: Collection[Matter],
) -> Applied:
    applied: dict[tuple[Matter, Span], AppliedDecision] = {}
    findings: list[Finding] = []
    for decision in decisions:
        if decision.matter not in matters:
            continue
        span = locate(source, decision)
        if isinstance(span, Finding):
            findings.append(span)
            continue
        mark = _mark(decision, span, source.words(span), kind_of)
        if isinstance(mark, Finding):
            findings.append(mark)
            continue
        made = AppliedDecision(decision, span, mark)
        first = applied.setdefault((decision.matter, span), made)
        if first is not made:
            findings.append(doubled(decision, first.decision))
    return Applied(tuple(applied.values()), tuple(findings))


def doubled(decision: Decision, first: Decision) -> Finding:
    """Return the finding on a decision whose words another row has decided."""
    message = f"{decision.words!r} was decided in line {first.place.line} already"
    return DOUBLED_DECISION.at(decision.place, message)


def unclear(decision: Decision, wanted: str) -> Finding:
    """Return the finding on an answer that is not `wanted`, a description."""
    message = f"the answer {decision.answer!r} is not {wanted}"
    return UNCLEAR_ANSWER.at(decision.place, message)


def _mark(
    decision: Decision,
    span: Span,
    words: str,
    kind_of: KindOf,
) -> Mark | Finding | None:
    """Return the mark of a decision, a finding on its answer, or None for "-"."""
    answer = decision.answer
    if decision.matter is Matter.CORRECTIONS:
        same = answer in {NOTHING, words}
        return None if same else Corrected(span, answer, decision.by, decision.cert)
    if answer == NOTHING:
        return None
    if decision.matter is Matter.DATES:
        when = parse_answer(answer, words, decision.cert)
        wanted = (
            "a date such as 1945-07-07, 1945-07/1945-08 or [1945-07-01..1945-07-10]"
        )
        return Dated(span, when, decision.by) if when else unclear(decision, wanted)
    kind = kind_of(answer)
    if kind is None:
        return unclear(decision, "the id of somebody here or in an authority file")
    return Named(span, answer, kind, decision.cert, decision.by)


def without_overruled(marks: Iterable[Mark], applied: Applied) -> Iterator[Mark]:
    """Drop marks that a decision overrides."""
    if not applied.decisions:
        yield from marks
        return
    dates = [each.span for each in applied.decisions if _is(each, Matter.DATES)]
    people = [each.span for each in applied.decisions if _is(each, Matter.PEOPLE)]
    spans = [each.span for each in applied.decisions if each.mark]
    for mark in marks:
        if isinstance(mark, Dated | Timed) and _meets(mark.span, dates):
            continue
        if isinstance(mark, Named) and _meets(mark.span, people):
            continue
        if isinstance(mark, _GIVES_WAY) and _crosses(mark.span, spans):
            continue
        yield mark


def undoubted(marks: Iterable[Mark], applied: Applied) -> list[Mark]:
    """Return `marks` without unclear passages that a correction has settled."""
    seen = [each.span for each in applied.decisions if _is(each, Matter.CORRECTIONS)]
    return [
        mark
        for mark in marks
        if not isinstance(mark, Unclear) or not _meets(mark.span, seen)
    ]


def _crosses(span: Span, others: Sequence[Span]) -> bool:
    """Return whether `span` partly overlaps another: neither contains the other."""
    return any(
        span.start < other.start < span.end < other.end
        or other.start < span.start < other.end < span.end
        for other in others
    )


def _is(applied: AppliedDecision, matter: Matter) -> bool:
    return applied.decision.matter is matter


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def unused(record: Record, applied: Applied) -> Iterator[Finding]:
    """Yield a finding for each decision whose mark is not in the record."""
    made = {id(mark) for inside in record.marks.values() for mark in inside}
    for each in applied.decisions:
        if each.mark is not None and id(each.mark) not in made:
            message = (
                f"{each.decision.words!r} could not be marked: it is not inside one"
                " paragraph, or overlaps something else"
            )
            yield UNUSED_DECISION.at(each.decision.place, message)
