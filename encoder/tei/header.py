"""teiHeader (TEI P5, chapter 2): one function for each child, named after it.

Everything here is a field of the description, a setting of the edition, or a sentence
about what this run did. What none of them states is left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from encoder.model.decision import Matter
from encoder.model.description import FieldKind
from encoder.model.marks import PartOf
from encoder.tei.encoding_desc import encoding_desc
from encoder.tei.markup import NOTHING, Markup, element, nested, words
from encoder.tei.profile_desc import profile_desc
from encoder.tei.source_desc import record_number, source_desc
from encoder.tei.weave import ENCODER, elements, responsible, weave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.configuration import Configuration
    from encoder.model.record import Record

SUBTITLE = "TEI encoding"
NO_TITLE = "[Untitled record]"
# What tells the words of the page from those of the edition in the same place.
RIGHTS = "rights"
LABELLED = "labelled"


def tei_header(record: Record, edition: Configuration, version: str) -> Markup:
    """Return the header of `record`, as `edition` publishes it."""
    return nested(
        "teiHeader",
        [
            file_desc(record, edition, version),
            encoding_desc(record, edition, version),
            profile_desc(record),
            revision_desc(record, edition),
        ],
        {"xml:lang": "en"},
    )


def file_desc(record: Record, edition: Configuration, version: str) -> Markup:
    """Say what this file is and what it was made from."""
    return nested(
        "fileDesc",
        [
            title_stmt(record, edition, version),
            extent(record),
            publication_stmt(record, edition),
            notes_stmt(record),
            source_desc(record),
        ],
    )


def title_stmt(record: Record, edition: Configuration, version: str) -> Markup:
    """Say what the record is called, who paid, and who answers for what."""
    titles = [*record.description.spans(FieldKind.TITLE)]
    return nested(
        "titleStmt",
        [
            element("title", {"type": "main"}, _main_title(record)),
            *(element("title", {"type": "sub"}, weave(record, t)) for t in titles[1:]),
            element("title", {"type": "sub"}, words(SUBTITLE)),
            *elements(record, "author", FieldKind.AUTHOR),
            *_funders(record),
            *resp_stmts(record, edition, version),
        ],
    )


def _main_title(record: Record) -> Markup:
    """Return the title of the page, or of its citation, or that there is none."""
    if stated := record.description.first(FieldKind.TITLE):
        return weave(record, stated)
    return words(record.words(record.title) if record.title else NO_TITLE)


def _funders(record: Record) -> Iterator[Markup]:
    """Yield the donors whom the page names, and whoever its credits thank."""
    donors = [*record.description.spans(FieldKind.DONORS)]
    yield from elements(record, "funder", FieldKind.DONORS)
    funder = record.part(PartOf.FUNDER)
    if funder and record.words(funder) not in map(record.words, donors):
        yield element("funder", None, words(record.words(funder)))


def resp_stmts(
    record: Record, edition: Configuration, version: str
) -> Iterator[Markup]:
    """Yield who is responsible: as the citation says, and for the encoding."""
    yield from _contributions(record)
    if record.publisher:
        name = words(record.words(record.publisher))
        yield _resp_stmt(
            "Publication of the source text, with its title, summary and insertions",
            element("orgName", None, name),
            "archive",
        )
    agents = [element("name", {"type": "software"}, words(f"tei-encoder {version}"))]
    if edition.encoder:
        orcid = edition.encoder.orcid
        ref = f"https://orcid.org/{orcid}" if orcid else None
        name = words(edition.encoder.name)
        agents.insert(0, element("persName", {"ref": ref}, name))
    yield _resp_stmt("TEI encoding", "".join(agents), "encoder")
    # Spellings that differ in signs and capitals only are one person's.
    deciders: dict[str | None, str] = {}
    for decision in record.decided:
        deciders.setdefault(responsible(decision.by), decision.by)
    for pointer, by in deciders.items():
        own = element("persName", None, words(by))
        xml_id = (pointer or "").removeprefix("#")
        yield _resp_stmt("Editorial decisions", own, xml_id)


def _contributions(record: Record) -> Iterator[Markup]:
    """Yield each statement of responsibility on the page, in its own words."""
    for field in record.description.all(FieldKind.RESPONSIBILITY):
        if field.label:
            name = element("name", {"type": LABELLED}, weave(record, field.span))
            yield _resp_stmt(record.words(field.label), name, None)
    for said, who in record.responsibilities():
        name = element("name", None, words(record.words(who)))
        yield _resp_stmt(record.words(said), name, None)


def _resp_stmt(said: str, who: str, xml_id: str | None) -> Markup:
    resp = element("resp", None, words(said))
    return element("respStmt", {"xml:id": xml_id}, f"{resp}{who}")


def extent(record: Record) -> Markup:
    """Say how many speeches there are; nothing where nobody speaks."""
    count = sum(1 for _ in record.turns)
    if not count:
        return NOTHING
    unit = "speech" if count == 1 else "speeches"
    measure = element(
        "measure",
        {"unit": "speeches", "quantity": str(count)},
        words(f"{count} {unit}"),
    )
    return element("extent", None, measure)


def publication_stmt(record: Record, edition: Configuration) -> Markup:
    """Say who publishes the file and on what terms, or that nobody does yet."""
    date = edition.encoding_date
    number = record_number(record)
    kind = {"type": record.archive or "record"}
    stated = [*record.description.spans(FieldKind.RECORD_ID)]
    if number and number in map(record.words, stated):
        number = None
    return nested(
        "publicationStmt",
        [
            element("publisher", None, words(edition.publisher or "")),
            element("date", {"when": date.isoformat()}, words(date.isoformat()))
            if date
            else NOTHING,
            *(element("idno", kind, weave(record, span)) for span in stated),
            element("idno", kind, words(number)) if number else NOTHING,
            availability(record, edition),
        ],
    )


def availability(record: Record, edition: Configuration) -> Markup:
    """Say what readers may do: in the words of the page, and as the edition says."""
    said = [
        element("p", {"n": RIGHTS}, weave(record, span))
        for span in record.description.spans(FieldKind.RIGHTS)
    ]
    if not edition.publisher:
        said.insert(0, element("p", None, words("This file has not been published.")))
    if edition.licence:
        target = {"target": edition.licence.uri}
        licence = element("licence", target, words(edition.licence.name))
        return nested("availability", [*said, licence])
    if not record.description.first(FieldKind.RIGHTS):
        none = words("The source states no licence, and the edition has set none.")
        said.append(element("p", None, none))
    return nested("availability", said, {"status": "unknown"})


def notes_stmt(record: Record) -> Markup:
    """Keep the credits, and every field that has no place of its own."""
    credit = [
        element("note", {"type": "credits"}, weave(record, span))
        for span in record.description.spans(FieldKind.CREDITS)
    ]
    unmapped = [
        element(
            "note",
            {"type": "unmapped", "n": record.words(field.label)},
            weave(record, field.span),
        )
        for field in record.description.all(FieldKind.UNMAPPED)
        if field.label
    ]
    return nested("notesStmt", [*credit, *unmapped])


def revision_desc(record: Record, edition: Configuration) -> Markup:
    """Say that the file was encoded from the plain text, and when if that is set.

    Below it stands what was decided, by whom and when: the latest first.
    """
    date = edition.encoding_date
    attributes = {"when": date.isoformat() if date else None, "who": ENCODER}
    said = words("Encoded from the plain text of the source.")
    change = element("change", attributes, said)
    return nested("revisionDesc", [change, *_decided(record)])


def _decided(record: Record) -> Iterator[Markup]:
    counts = Counter((each.date or "", each.by, each.matter) for each in record.decided)
    for date, by in sorted({key[:2] for key in counts}, reverse=True):
        said = ", ".join(
            f"{matter} ({counts[date, by, matter]})"
            for matter in Matter
            if counts[date, by, matter]
        )
        attributes = {"when": date or None, "who": responsible(by)}
        yield element("change", attributes, words(f"Decided: {said}."))
