"""profileDesc (TEI P5 §2.4): what is not bibliography: dates, people, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.language.tags import tag
from encoder.model.blocks import Dateline
from encoder.model.description import FieldKind
from encoder.model.marks import Dated, Timed
from encoder.tei.markup import NOTHING, Markup, element, nested, words
from encoder.tei.reasons import date_attributes
from encoder.tei.stand_off import identifiers
from encoder.tei.weave import ARCHIVE, elements, responsible, weave

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model.person import NameForm, Person
    from encoder.model.record import Record
    from encoder.model.source import Span


TERMS = {
    FieldKind.CONTENTS: "contents",
    FieldKind.TYPE: "type",
    FieldKind.CLASSIFICATION: "classification",
    FieldKind.SUBJECT: "subject",
    FieldKind.PLACES: "place",
    FieldKind.PEOPLE: "person",
    FieldKind.PARTICIPANTS: "participant",
}


def profile_desc(record: Record) -> Markup:
    """Say what the record is about, when, in what language, and who took part."""
    return nested(
        "profileDesc",
        [
            abstract(record),
            creation(record),
            calendar_desc(record),
            lang_usage(record),
            partic_desc(record),
            setting_desc(record),
            text_class(record),
        ],
    )


def abstract(record: Record) -> Markup:
    """Return the summary of the page, which is the archive's."""
    paragraphs = [
        element("p", None, weave(record, span))
        for span in record.description.spans(FieldKind.SUMMARY)
    ]
    return nested(
        "abstract", paragraphs, {"resp": ARCHIVE if record.publisher else None}
    )


def creation(record: Record) -> Markup:
    """Return the date at the head of the page; bare if it was not read.

    Where the page has none, it is the one of its dateline, or of its title.
    """
    dates = []
    for span in record.description.spans(FieldKind.DATE):
        woven = weave(record, span)
        read = record.first_mark(Dated, span)
        dates.append(woven if read else element("date", None, woven))
    if dated := record.dated:
        said = words(record.words(dated.span))
        dates.append(element("date", date_attributes(dated.when), said))
    return element("creation", None, "".join(dates)) if dates else NOTHING


CALENDARS = {
    "#julian-calendar": "Julian calendar",
    "#juche-calendar": "Juche calendar",
    "#minguo-calendar": "Calendar of the Republic of China",
    "#japanese-calendar": "Japanese era calendar",
    "#dangi-calendar": "Dangi calendar",
}


def calendar_desc(record: Record) -> Markup:
    """Return the calendars, other than the Gregorian, of the dates in the record.

    TEI P5 §2.4.5: what `@calendar` points to.
    """
    used = {
        mark.when.calendar
        for inside in record.marks.values()
        for mark in inside
        if isinstance(mark, Dated)
    }
    calendars = [
        nested("calendar", [element("p", None, name)], {"xml:id": pointer[1:]})
        for pointer, name in CALENDARS.items()
        if pointer in used
    ]
    return nested("calendarDesc", calendars)


def lang_usage(record: Record) -> Markup:
    """Return the language of the original, and that of the text where it is another."""
    spans = record.description.spans(FieldKind.LANGUAGE)
    named = [*zip(record.original_languages, spans, strict=True)]
    languages = [
        element("language", {"ident": tag}, weave(record, span)) for tag, span in named
    ]
    stated = [*record.description.spans(FieldKind.TEXT_LANGUAGE)]
    for span in stated:
        attributes = {"ident": tag(record.words(span)), "n": "text"}
        languages.append(element("language", attributes, weave(record, span)))
    known = {*record.original_languages} if not stated else {record.language}
    if record.language and record.language not in known:
        said = words("The language of the text.")
        languages.append(element("language", {"ident": record.language}, said))
    return nested("langUsage", languages)


def partic_desc(record: Record) -> Markup:
    """Return the persons who speak, and those whom the page lists beside them."""
    people = [person(each) for each in record.people]
    listed = nested("listPerson", people, {"type": "participants"})
    return nested("particDesc", [listed])


def person(known: Person) -> Markup:
    """Return one person: the fullest name, the others the record uses, and the role.

    A name that is a label says by what rule it is this person's.
    """
    role = {"type": "role"}
    forms = {form.words: form for form in known.forms}
    entity = known.entity
    return nested(
        "person",
        [
            element("persName", _matched(forms.get(known.name)), words(known.name)),
            *(
                element(
                    "persName",
                    {"type": "variant", **_matched(forms.get(variant))},
                    words(variant),
                )
                for variant in known.variants
            ),
            *(identifiers(entity) if entity else ()),
            element("note", role, words(known.role)) if known.role else NOTHING,
        ],
        {"xml:id": known.id, "role": "speaker" if known.speaks else "participant"},
    )


def _matched(form: NameForm | None) -> dict[str, str | None]:
    """Return the attributes that say why a label is somebody's, and how surely."""
    if form is None:
        return {}
    return {
        "ana": f"#{form.rule}",
        "cert": form.cert,
        "resp": responsible(form.resp),
    }


def setting_desc(record: Record) -> Markup:
    """Return when the conversation was held, as its dateline says."""
    moments = [
        element(name, dict(attributes), words(record.words(span)))
        for name, attributes, span in _moments(record)
    ]
    moments += elements(record, "placeName", FieldKind.PLACE)
    who = " ".join(f"#{each.id}" for each in record.people) or None
    return nested("settingDesc", [nested("setting", moments, {"who": who})])


def _moments(record: Record) -> list[tuple[str, Mapping[str, str | None], Span]]:
    found: list[tuple[str, Mapping[str, str | None], Span]] = []
    for block in record.body:
        if isinstance(block, Dateline):
            for mark in record.marks.get(block.span, ()):
                if isinstance(mark, Dated):
                    found.append(("date", date_attributes(mark.when), mark.span))
                elif isinstance(mark, Timed):
                    found.append(("time", mark.hours.attributes, mark.span))
    return found


def text_class(record: Record) -> Markup:
    """Return what the page says that it holds, and what it is about."""
    terms = [
        term
        for kind, name in TERMS.items()
        for term in elements(record, "term", kind, {"type": name})
    ]
    return nested("textClass", [nested("keywords", terms)])
