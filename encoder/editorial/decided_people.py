"""Speakers whom somebody has identified: a label, and who it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from encoder.editorial.answers import NOTHING
from encoder.editorial.decided import Applied, Verdicts, doubled, unclear
from encoder.editorial.located import agrees
from encoder.editorial.names import called, is_name, parse_label, slug, used_alone
from encoder.editorial.people import RESERVED
from encoder.editorial.recognise import as_entity, merged
from encoder.editorial.rules import STALE_DECISION
from encoder.finding import Finding
from encoder.model.authority import EntityKind
from encoder.model.decision import Matter
from encoder.model.person import Form, Person, PersonId, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from encoder.editorial.known_names import Known
    from encoder.editorial.people import Identified
    from encoder.model.decision import Decision
    from encoder.model.record import Record
    from encoder.model.source import Source, Span


class Decided(NamedTuple):
    """Who speaks, as decided, and what became of each decision."""

    identified: Identified
    verdicts: Verdicts

    def on(self, record: Record) -> Record:
        """Return the record with its persons, and whose each label is."""
        known = self.identified
        return replace(record, people=known.people, speakers=known.speakers)


def decide_speakers(
    source: Source,
    identified: Identified,
    decisions: Iterable[Decision],
    names: Known,
) -> Decided:
    """Return whose each label is, with what was decided of it."""
    applied: dict[str, Applied] = {}
    findings: list[Finding] = []
    for decision in decisions:
        if decision.matter is not Matter.SPEAKERS:
            continue
        printed = _label(source, identified.labels, decision)
        if printed is None:
            message = f"no label {decision.words!r} is in the record any more"
            if decision.after:
                message += f", with a turn that begins {decision.after!r}"
            findings.append(STALE_DECISION.at(decision.place, message))
        elif printed in applied:
            findings.append(doubled(decision, applied[printed].decision))
        elif isinstance(who := _who(identified, decision, printed, names), Finding):
            findings.append(who)
        else:
            spans = identified.labels[printed]
            identified = _with(identified, spans, who)
            applied[printed] = Applied(decision, spans[0])
    return Decided(identified, Verdicts(tuple(applied.values()), tuple(findings)))


def _label(
    source: Source, labels: Mapping[str, Sequence[Span]], decision: Decision
) -> str | None:
    """Return the label that a decision is about, if one of its turns is the one meant.

    The mark at the end of a label need not be in the row.
    """
    wanted = " ".join(decision.words.split())
    for printed, spans in labels.items():
        one = " ".join(printed.split())
        if wanted in {one, called(one)} and (
            not decision.after
            or any(agrees(source, span.end, decision.after) for span in spans)
        ):
            return printed
    return None


def _who(
    identified: Identified, decision: Decision, printed: str, names: Known
) -> Person | Finding | None:
    """Return the person whom the answer names; None where it says that nobody is."""
    answer = decision.answer
    if answer == NOTHING:
        return None
    words = called(printed)
    form = Form(words, Tier.DECISION, decision.cert, decision.by)
    was = identified.speakers.get(identified.labels[printed][0])
    before = next((each for each in identified.people if each.id == was), None)
    short = before.short if before else _short(printed, answer)
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
    """Return the part of a name that the record uses alone, if its label has it."""
    label = parse_label(printed).name
    return used_alone(label) if is_name(label) else used_alone(answer)


def _with(
    identified: Identified, spans: Sequence[Span], person: Person | None
) -> Identified:
    """Return the speakers with these labels given to `person`, or to nobody.

    Whoever is left without a label and without a place in a list was only a label.
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
