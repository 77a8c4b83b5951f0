"""The annotation stage: joins, persons, marks, languages and decisions, in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from encoder.annotation.brackets import brackets, directions, doubts, manners
from encoder.annotation.citation import citation_parts, funder, source_parts, unread
from encoder.annotation.dating import (
    date_doubts,
    dateline,
    days,
    page_dates,
    title_dates,
    weekdays,
)
from encoder.annotation.entity_marks import tagged
from encoder.annotation.joins import join
from encoder.annotation.nesting import by_leaf, crossings, nest
from encoder.annotation.rules import UNKNOWN_LANGUAGE
from encoder.configuration import Configuration
from encoder.decisions.apply import (
    applied_dates,
    applied_marks,
    undoubted,
    unused,
    without_overruled,
)
from encoder.decisions.effects import (
    decided_marks,
    kinds,
    with_decisions,
    with_mentioned,
)
from encoder.decisions.joins import choices, placed
from encoder.decisions.speakers import decide_speakers
from encoder.language.section_headings import is_of_a_play
from encoder.language.tags import UNDETERMINED, is_translation, language_of, tag
from encoder.model.blocks import Dateline, Leaf
from encoder.model.description import FieldKind
from encoder.model.kinds import LeafKind
from encoder.model.marks import Dated, Mark, PageBreak, outermost_first
from encoder.model.source import Span
from encoder.names.authority_match import recognise
from encoder.names.cast import identify
from encoder.names.cast_doubts import speaker_doubts
from encoder.names.gazetteer import known
from encoder.text.characters import form_feeds, unencodable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.decisions.speakers import Decided
    from encoder.finding import Finding
    from encoder.model.record import Marks, Record
    from encoder.model.when import Habits
    from encoder.names.gazetteer import Known

UNSAID = Configuration()


class Annotated(NamedTuple):
    """An annotated record, and the findings of the annotation."""

    record: Record
    findings: tuple[Finding, ...]


def annotate(record: Record, edition: Configuration = UNSAID) -> Annotated:
    """Return `record` with sentences rejoined, and with persons, marks and language.

    The source text is unchanged. `edition` supplies the reading of numeric dates, the
    authority files, and the decisions on this record.
    """
    source, habits = record.source, edition.dates
    chosen, breaks = choices(source, edition.decisions)
    joined = join(source, record.body, chosen)
    record = replace(record, body=joined.blocks)
    described = _described(record, habits)
    dated = applied_dates(source, edition.decisions)
    held = _held(record, [*without_overruled(described, dated), *decided_marks(dated)])
    names = known(edition.authority)
    cast = _cast(record, edition, names, held)
    record, languages = _with_languages(cast.on(record))
    others = applied_marks(source, edition.decisions, kinds(record, names))
    applied = dated.also(others)
    tags = tagged(record, names)
    found = (
        *(*described, *record.printed, *joined.breaks),
        *(*_body_marks(record, held, habits), *tags.marks),
    )
    marks = [*without_overruled(found, applied), *decided_marks(applied)]
    marks.sort(key=outermost_first)
    nested, refused = _nested(record, marks)
    record = replace(record, marks=nested)
    breaks, leaves = placed(record, breaks)
    record = with_decisions(record, applied, cast.applied, breaks, leaves)
    findings = (
        *joined.findings,
        *cast.identified.findings,
        *speaker_doubts(source, cast.identified),
        *languages,
        *_unread(record, described, habits),
        *date_doubts(record, held, habits),
        *doubts(source, undoubted(marks, applied)),
        *weekdays(source, marks),
        *tags.findings,
        *crossings(source, refused),
        *applied.also(cast.applied).also(breaks).findings,
        *unused(record, applied),
    )
    return Annotated(with_mentioned(record, names), findings)


def _described(record: Record, habits: Habits) -> tuple[Mark, ...]:
    return (
        *title_dates(record, habits),
        *_description_marks(record, habits),
        *dateline(record, habits),
    )


def _held(record: Record, dates: Iterable[Mark]) -> list[Dated]:
    """Return the dates of the record itself, the most reliable last."""
    places = [field.span for field in record.description.fields]
    places += [block.span for block in record.body if isinstance(block, Dateline)]
    uploaded = {*record.description.spans(FieldKind.UPLOADED)}
    return [
        mark
        for mark in dates
        if isinstance(mark, Dated)
        and mark.span not in uploaded
        and mark.when.attributes
        and any(at.start <= mark.span.start < at.end for at in places)
    ]


def _cast(
    record: Record, edition: Configuration, names: Known, held: Sequence[Dated]
) -> Decided:
    """Identify the speakers: by the record, then the authority, then decisions."""
    source = record.source
    identified = identify(source, record.turns, _title(record), record.listed)
    if edition.authority.entities:
        identified = recognise(
            source, identified, names, held[-1].when if held else None
        )
    return decide_speakers(source, identified, edition.decisions, names)


def _title(record: Record) -> str:
    return " ".join(map(record.words, record.description.spans(FieldKind.TITLE)))


def _with_languages(record: Record) -> tuple[Record, tuple[Finding, ...]]:
    """Return the record with the languages that its page names, and findings.

    If the contents are described without a language and not as a translation, the text
    is in the language of the original. Without a description, it stays undetermined.
    """
    description = record.description
    named = [*description.spans(FieldKind.LANGUAGE)]
    tags = [tag(record.words(span)) for span in named]
    contents = " ".join(map(record.words, description.spans(FieldKind.CONTENTS)))
    original = tags[0] if tags else None
    language = language_of(contents)
    stated = [*description.spans(FieldKind.TEXT_LANGUAGE)]
    spoken = [tag(record.words(span)) for span in stated]
    if stated:
        language = spoken[0] if len(stated) == 1 else None
    elif language is None and contents and not is_translation(contents):
        language = original
    if language == UNDETERMINED:
        language = None
    unknown = tuple(
        UNKNOWN_LANGUAGE.at(
            record.source.place(span), f"{record.words(span)!r} is not a known language"
        )
        for span, found in zip([*named, *stated], [*tags, *spoken], strict=True)
        if found == UNDETERMINED
    )
    return replace(record, language=language, original_languages=tuple(tags)), unknown


def _description_marks(record: Record, habits: Habits) -> Iterator[Mark]:
    yield from page_dates(record, habits)
    for span in record.description.spans(FieldKind.CITATION):
        yield from citation_parts(record.source, span, habits)
    for span in record.description.spans(FieldKind.SOURCE):
        yield from citation_parts(record.source, span, habits)
    for span in record.description.spans(FieldKind.SOURCE_NOTE):
        yield from source_parts(record.source, span, habits)
    for span in record.description.spans(FieldKind.CREDITS):
        yield from funder(record.source, span)


def _body_marks(record: Record, held: list[Dated], habits: Habits) -> Iterator[Mark]:
    source, body = record.source, record.extent
    yield from unencodable(source)
    # Those of the body are among the signs of its pages.
    for outside in (Span(0, body.start), Span(body.end, source.whole.end)):
        yield from map(PageBreak, form_feeds(source, outside))
    labels = {record.words(turn.label) for turn in record.turns}
    voices = {label.strip(" :.–—-").split(" ")[-1].casefold() for label in labels}
    yield from brackets(source, body, voices)
    yield from manners(source, record.turns)
    if any(map(is_of_a_play, _headings(record))):
        yield from directions(source, record.turns)
    yield from days(record, held, habits)


def _headings(record: Record) -> Iterator[str]:
    for block in record.body:
        if isinstance(block, Leaf) and block.kind is LeafKind.HEADING:
            yield record.words(block.span)


def _nested(record: Record, marks: list[Mark]) -> tuple[Marks, list[Mark]]:
    """Return the nested marks of each leaf, and the marks that could not be nested."""
    nested: dict[Span, tuple[Mark, ...]] = {}
    refused: list[Mark] = []
    for leaf, inside in by_leaf(record.leaves(), marks):
        nested[leaf], left = nest(inside)
        refused += left
    return nested, refused


def _unread(
    record: Record, described: tuple[Mark, ...], habits: Habits
) -> Iterator[Finding]:
    for span in record.description.spans(FieldKind.CITATION):
        yield from unread(record.source, span, described, habits)
