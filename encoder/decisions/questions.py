"""List the open questions of a record, as rows for a human to answer.

Each quotes its words with enough context to be unique, so that the answer can be
located again after the text has changed elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from encoder.decisions.text_quote import is_there_once
from encoder.model.blocks import Paragraph, Turn
from encoder.model.decision import Matter
from encoder.model.marks import Dated, PageBreak, Unclear
from encoder.model.person import PersonId
from encoder.model.source import Span
from encoder.names.candidates import candidates
from encoder.names.cast_doubts import are_several
from encoder.names.label import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.model.authority import Entity
    from encoder.model.record import Record
    from encoder.model.source import Source
    from encoder.names.gazetteer import Known

M = TypeVar("M")

_FEW, _MOST = 4, 24
# A limit in characters, for scripts without word spaces.
_LONGEST = 120
# With more unlabelled paragraphs than this to a hundred turns, that is how the record
# is printed, and no question.
_USUAL = 10
_NOBODY = PersonId("")
# The first words of a paragraph, on one line.
_BEGINNING = re.compile(r"\S{1,40}(?:[^\S\n]+\S{1,40}){0,3}").match


class Question(NamedTuple):
    """A row to answer: the words, their context, and what the encoder assumed."""

    matter: Matter
    line: int
    words: str
    thought: str
    before: str = ""
    after: str = ""
    candidates: str = ""


class Spoken(NamedTuple):
    """A label: its words, number of turns, authority entry, and suggested persons.

    `entity` is the identifier in an authority file; empty without one.
    """

    words: str
    turns: int
    entity: str
    suggestions: str


def spoken(record: Record, names: Known) -> list[Spoken]:
    """Return each label of a record once, without those of groups."""
    turns = Counter(called(record.words(turn.label)) for turn in record.turns)
    first = {called(record.words(turn.label)): turn.label for turn in record.turns}
    people = {person.id: person for person in record.people}
    found = []
    for words, count in turns.items():
        if not are_several(words):
            person = people.get(record.speakers.get(first[words], _NOBODY))
            entity = person.entity.id if person and person.entity else ""
            could = "" if entity else candidates(words, record, names)
            found.append(Spoken(words, count, entity, could))
    return found


def questions(
    record: Record,
    names: Known,
    dates: Iterable[Span],
    doubtful: Iterable[tuple[Span, tuple[Entity, ...]]],
) -> list[Question]:
    """Return the open questions of a record, by matter and in the order of the text.

    `record` must be annotated without decisions. `dates` are the spans of unread dates,
    `doubtful` the ambiguous names, each with its entries.
    """
    asked = chain(
        _speakers(record, names),
        _people(record, doubtful),
        _dates(record, dates),
        _doubts(record),
        _breaks(record),
    )
    return list(dict.fromkeys(asked))


def _speakers(record: Record, names: Known) -> Iterator[Question]:
    """Yield each label without a person, or of a person with an incomplete name."""
    turns: dict[str, list[Turn]] = {}
    for turn in record.turns:
        turns.setdefault(record.words(turn.label), []).append(turn)
    people = {person.id: person for person in record.people}
    for printed, mine in turns.items():
        person = people.get(record.speakers.get(mine[0].label, _NOBODY))
        known = person and (person.entity or " " in person.name)
        if known or (person is None and are_several(printed)):
            continue
        thought = f"a person called {person.name}" if person else "nobody"
        yield Question(
            Matter.SPEAKERS,
            record.source.place(mine[0].label).line,
            " ".join(printed.split()),
            f"{thought} ({len(mine)} turns)",
            after=_first_words(record.source.text[mine[0].label.end :], _FEW),
            candidates=candidates(called(printed), record, names),
        )


def _people(
    record: Record, doubtful: Iterable[tuple[Span, tuple[Entity, ...]]]
) -> Iterator[Question]:
    for span, bearers in doubtful:
        could = "; ".join(f"{each.id}: {each}" for each in bearers)
        yield _about(record.source, Matter.PEOPLE, span, "one of several", could)


def _dates(record: Record, dates: Iterable[Span]) -> Iterator[Question]:
    """Yield each date that is unread, uncertain, or at odds with its weekday."""
    for span in dates:
        yield _about(record.source, Matter.DATES, span, "not read as a date")
    for mark in _marks(record, Dated):
        when = mark.when
        if when.cert not in {None, "high"} or when.weekday_fits is False:
            said = " ".join(
                f"{name}={value}" for name, value in when.attributes.items()
            )
            fits = (
                "" if when.weekday_fits is not False else "; the weekday does not fit"
            )
            yield _about(record.source, Matter.DATES, mark.span, f"{said}{fits}")


def _doubts(record: Record) -> Iterator[Question]:
    for mark in _marks(record, Unclear):
        thought = "the source doubts it"
        yield _about(record.source, Matter.CORRECTIONS, mark.span, thought)


def _breaks(record: Record) -> Iterator[Question]:
    """Yield each rejoined break, and each unlabelled paragraph where those are rare."""
    for mark in _marks(record, PageBreak):
        if mark.inferred:
            start = mark.span.end
            yield _at_start(record.source, start, "join: one sentence")
    turns = [*record.turns]
    below = [
        (turn, block)
        for turn in turns
        for block in turn.blocks[1:]
        if isinstance(block, Paragraph)
    ]
    if len(below) * 100 <= len(turns) * _USUAL:
        for turn, block in below:
            thought = f"speech: said by {record.words(turn.label)}"
            yield _at_start(record.source, block.span.start, thought)


def _marks(record: Record, kind: type[M]) -> Iterator[M]:
    for leaf in record.leaves():
        for mark in record.marks.get(leaf.span, ()):
            if isinstance(mark, kind):
                yield mark


def _at_start(source: Source, start: int, thought: str) -> Question:
    first = _BEGINNING(source.text, start)
    span = Span(*first.span()) if first else Span(start, start)
    return _about(source, Matter.JOINS, span, thought)


def _about(
    source: Source, matter: Matter, span: Span, thought: str, candidates: str = ""
) -> Question:
    """Return a question with as much context as makes its words unique."""
    words = " ".join(source.words(span).split())
    line = source.place(span).line
    text = source.text
    for count in range(0, _MOST, _FEW):
        before = _last_words(text[max(0, span.start - 400) : span.start], count)
        after = _first_words(text[span.end : span.end + 400], count)
        if count and is_there_once(source, before, words, after):
            break
    return Question(matter, line, words, thought, before, after, candidates)


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split(None, count)[:count])[:_LONGEST]


def _last_words(text: str, count: int) -> str:
    return " ".join(text.split()[-count:])[-_LONGEST:] if count else ""
