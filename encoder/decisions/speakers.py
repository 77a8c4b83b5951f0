"""Apply decisions on speakers: the person of a label, or of one turn."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from encoder.decisions.apply import Applied, AppliedDecision, doubled, unclear
from encoder.decisions.rules import STALE_DECISION
from encoder.decisions.text_quote import agrees, locate
from encoder.decisions.values import NOTHING
from encoder.finding import Finding
from encoder.model.authority import EntityKind
from encoder.model.decision import Matter
from encoder.model.person import MatchRule, NameForm, Person, PersonId
from encoder.names.authority_match import as_entity, merged
from encoder.names.cast import RESERVED
from encoder.names.identifiers import slug
from encoder.names.label import called, is_name, parse_label, used_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from encoder.model.decision import Decision
    from encoder.model.record import Record
    from encoder.model.source import Source, Span
    from encoder.names.cast import Identified
    from encoder.names.gazetteer import Known


class Decided(NamedTuple):
    """The identified speakers with decisions applied, and the applied decisions."""

    identified: Identified
    applied: Applied

    def on(self, record: Record) -> Record:
        """Return `record` with these persons and speakers."""
        known = self.identified
        return replace(record, people=known.people, speakers=known.speakers)


def decide_speakers(
    source: Source,
    identified: Identified,
    decisions: Iterable[Decision],
    names: Known,
) -> Decided:
    """Return the speakers with the decisions on labels applied.

    A decision on one turn takes precedence over one on its label.
    """
    applied: dict[Span, AppliedDecision] = {}
    whole: dict[str, Decision] = {}
    findings: list[Finding] = []
    mine = (each for each in decisions if each.matter is Matter.SPEAKERS)
    for decision in sorted(mine, key=lambda each: not each.before):
        meant = _meant(source, identified.labels, decision)
        if isinstance(meant, Finding):
            findings.append(meant)
            continue
        spans = [span for span in meant.spans if span not in applied]
        first = whole.get(meant.printed) if not decision.before else None
        if not spans or first:
            taken = first or applied[meant.spans[0]].decision
            findings.append(doubled(decision, taken))
            continue
        who = _who(identified, decision, meant, names)
        if isinstance(who, Finding):
            findings.append(who)
            continue
        identified = _with(identified, spans, who)
        applied.update((span, AppliedDecision(decision, span)) for span in spans)
        if not decision.before:
            whole[meant.printed] = decision
    return Decided(identified, Applied(tuple(applied.values()), tuple(findings)))


class _Meant(NamedTuple):
    """The label that a decision is about, and the spans that it applies to."""

    printed: str
    spans: Sequence[Span]


def _meant(
    source: Source, labels: Mapping[str, Sequence[Span]], decision: Decision
) -> _Meant | Finding:
    """Return the label that a decision is about, or a finding on the row.

    With context before it, the decision is on one turn; otherwise on all turns of the
    label, if one of them begins with the context after it. The end mark of the label
    is optional in the row.
    """
    place = locate(source, decision) if decision.before else None
    if isinstance(place, Finding):
        return place
    wanted = _one_line(decision.words)
    for printed, spans in labels.items():
        one = _one_line(printed)
        if wanted in {one, called(one)}:
            at = [span for span in spans if place and span.start == place.start]
            begins = any(agrees(source, span.end, decision.after) for span in spans)
            if at or (place is None and (begins or not decision.after)):
                return _Meant(printed, at or spans)
    message = f"no label {decision.words!r} is in the record any more"
    if decision.after:
        message += f", with a turn that begins {decision.after!r}"
    return STALE_DECISION.at(decision.place, message)


def _one_line(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _who(
    identified: Identified, decision: Decision, meant: _Meant, names: Known
) -> Person | Finding | None:
    """Return the person that the answer names, None for "-", or a finding."""
    answer = decision.answer
    if answer == NOTHING:
        return None
    words = called(meant.printed)
    form = NameForm(words, MatchRule.DECISION, decision.cert, decision.by)
    was = identified.speakers.get(meant.spans[0])
    before = next((each for each in identified.people if each.id == was), None)
    short = before.short if before else _short(meant.printed, answer)
    entity = names.ids.get(answer)
    found = [entity] if entity else [*names.named(answer)]
    found = [each for each in found if each.kind is EntityKind.PERSON]
    if len(found) == 1:
        person = Person(PersonId(found[0].id), words, short, forms=(form,))
        return as_entity(person, found[0])
    if len(found) > 1:
        return unclear(decision, "one person of the authority files; give the id")
    for person in identified.people:
        if answer in {person.id, person.name}:
            return person._replace(forms=(*person.forms, form), variants=(words,))
    if not is_name(answer) or " " not in answer:
        return unclear(decision, "a person's id, a full name, or - for nobody")
    taken = {*RESERVED, *(person.id for person in identified.people), *names.ids}
    variants = (words,) if words != answer else ()
    return Person(PersonId(slug(answer, taken)), answer, short, variants, forms=(form,))


def _short(printed: str, answer: str) -> str:
    """Return the part of the name used alone, from the label if that is a name."""
    label = parse_label(printed).name
    return used_alone(label) if is_name(label) else used_alone(answer)


def _with(
    identified: Identified, spans: Sequence[Span], person: Person | None
) -> Identified:
    """Return the speakers with these labels assigned to `person`, or to none.

    The former person is dropped if no label is left, unless a list names the person.
    """
    speakers = {**identified.speakers}
    for span in spans:
        speakers.pop(span, None)
    was = identified.speakers.get(spans[0])
    speaking = {*speakers.values()}
    if person:
        speakers.update(dict.fromkeys(spans, person.id))
    kept = [
        each
        for each in identified.people
        if each.id != was or each.id in speaking or not each.speaks
    ]
    people = merged((*kept, person) if person else kept)
    return identified._replace(people=people, speakers=speakers)
