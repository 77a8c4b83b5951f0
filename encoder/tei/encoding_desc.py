"""encodingDesc (TEI P5 §2.3): how this file was made, true of this run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from encoder.language.section_headings import is_of_a_play
from encoder.model.blocks import Leaf, Turn
from encoder.model.kinds import LeafKind
from encoder.model.marks import (
    Anchor,
    Corrected,
    Dated,
    Furniture,
    Gap,
    LineBreak,
    LineNumber,
    Named,
    PageBreak,
    Staged,
    Supplied,
    Unclear,
    Unencodable,
)
from encoder.model.person import MatchRule
from encoder.tei.markup import Markup, element, nested, words
from encoder.tei.reasons import date_reasons, standard_values
from encoder.tei.weave import character_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.configuration import Configuration
    from encoder.model.blocks import Block
    from encoder.model.marks import Mark
    from encoder.model.record import Record

PROJECT = "A plain-text record, encoded in TEI P5."


def encoding_desc(record: Record, edition: Configuration, version: str) -> Markup:
    """Say what the file is for, what was done to the text, and by what program."""
    marks = [mark for inside in record.marks.values() for mark in inside]
    return nested(
        "encodingDesc",
        [
            nested("projectDesc", [_p(edition.project or PROJECT)]),
            editorial_decl(record, marks),
            refs_decl(record),
            class_decl(record),
            char_decl(record, marks),
            app_info(record, version),
        ],
    )


def editorial_decl(record: Record, marks: list[Mark]) -> Markup:
    """Say what this run did to the text, and what it left alone."""
    made = Counter(map(type, marks))
    rejoined = sum(isinstance(mark, PageBreak) and mark.inferred for mark in marks)
    said = {
        "correction": _correction(made[Corrected]),
        "normalization": _normalization(record),
        "quotation": "Quotation marks stand as they are in the source.",
        "hyphenation": "Hyphens stand as they are in the source.",
        "segmentation": _segmentation(record, rejoined),
        "interpretation": " ".join(_interpretation(record, made)),
        "stdVals": standard_values(record),
    }
    attributes = {"quotation": {"marks": "all"}}
    return nested(
        "editorialDecl",
        [nested(name, [_p(text)], attributes.get(name)) for name, text in said.items()],
    )


def _correction(made: int) -> str:
    if not made:
        return "None. Apparent errors of the source stand as they are."
    return (
        f"Only what somebody decided ({made}): the words of the source are sic, and"
        " what was decided is corr beside them. Other apparent errors stand."
    )


def _normalization(record: Record) -> str:
    said = "None of the words. White space between paragraphs is not kept"
    dropped = Counter(each.kind for each in record.dropped)
    for kind, count in sorted(dropped.items()):
        said += f"; {kind}: {count} left out"
    if other := [repr(end) for end in record.source.line_ends if end != "\n"]:
        said += f"; line ends of the file ({', '.join(other)}) are read as '\\n'"
    return f"{said}."


def _segmentation(record: Record, rejoined: int) -> str:
    spoken = any(isinstance(block, Turn) for block in record.body)
    said = (
        "One sp for each label of the source; paragraphs without a label belong to"
        " the label above them."
        if spoken
        else "Paragraphs are those of the source; no speakers were found."
    )
    if any(
        isinstance(block, Leaf) and block.kind is LeafKind.HEADING
        for block in record.body
    ):
        said += " A heading begins a div."
    if rejoined:
        said += (
            f" Sentences that a blank line parted were rejoined ({rejoined}); a pb"
            " with cert keeps each place."
        )
    return said


def _interpretation(record: Record, made: Counter[type]) -> Iterator[str]:
    """Yield a sentence for each kind of mark that this record has."""
    sentences = {
        Supplied: "Words in square brackets that complete others are supplied.",
        Unclear: "Words that the source queries are unclear.",
        Gap: "Signs that words were left out are gap, with the sign in rend.",
        Staged: "Bracketed words that were not said are stage.",
        Anchor: "Numbers that call a note at the end are ref.",
        Furniture: "What is printed on every page is fw.",
        LineBreak: "Lines in columns, heads of paper and signatures end in lb.",
        LineNumber: "Numbers of lines are lb, with the number in n.",
        Named: "The participants are named by ref where others speak of them.",
        Dated: "Dates whose meaning is plain have attributes.",
    }
    if record.mentioned:
        sentences[Named] = "Names of people, places and organisations have a ref."
    found = [said for kind, said in sentences.items() if made[kind]]
    yield from found or ["None."]


def refs_decl(record: Record) -> Markup:
    """Say how to cite: by division and speech, or paragraph (TEI P5 §3.11.4)."""
    unit = {"unit": "speech", "match": "sp", "use": "@n", "delim": "."}
    if not any(isinstance(block, Turn) for block in record.body):
        unit = {"unit": "paragraph", "match": "p", "use": "position()", "delim": "."}
    inner = element("citeStructure", unit)
    match = "/TEI/text/body/div"
    if any(_is_of_a_play(record, block) for block in record.body):
        # Scenes stand in their acts, and are counted through all of them.
        match = "/TEI/text/body//div[sp]"
    division = {"unit": "division", "match": match, "use": "@n"}
    outer = nested("citeStructure", [inner], division)
    return nested("refsDecl", [outer], {"default": "true"})


def _is_of_a_play(record: Record, block: Block) -> bool:
    if not isinstance(block, Leaf) or block.kind is not LeafKind.HEADING:
        return False
    return is_of_a_play(record.words(block.span))


MATCH_RULES = {
    MatchRule.PRINTED: "The label is the name, as printed.",
    MatchRule.PLAIN: "The label is the name, with honorifics, brackets or asides.",
    MatchRule.DECLARED: "The title or a list of the page declares the label as a name.",
    MatchRule.KEY: "The label has the initials of one participant.",
    MatchRule.SURNAME: "The label has the last name of one participant.",
    MatchRule.AUTHORITY: "One entry of an authority file has the label for a name.",
    MatchRule.ROLE: "One person of an authority file held the role at the date.",
    MatchRule.DECISION: "Somebody decided whose the label is.",
}


def class_decl(record: Record) -> Markup:
    """Say how labels were matched, and why dates are open: what `@ana` points to."""
    used = {form.rule for person in record.people for form in person.forms}
    categories = [
        nested("category", [element("catDesc", None, words(said))], {"xml:id": rule})
        for rule, said in MATCH_RULES.items()
        if rule in used
    ]
    taxonomy = nested("taxonomy", categories, {"xml:id": "matched"})
    return nested("classDecl", [taxonomy, date_reasons(record)])


def char_decl(record: Record, marks: list[Mark]) -> Markup:
    """Describe each character that XML cannot hold (TEI P5 §5.2)."""
    found = {record.words(mark.span) for mark in marks if isinstance(mark, Unencodable)}
    return nested(
        "charDecl",
        [
            nested(
                "char",
                [_desc(f"U+{ord(each):04X}, a character that XML cannot hold.")],
                {"xml:id": character_id(each)},
            )
            for each in sorted(found)
        ],
    )


def app_info(record: Record, version: str) -> Markup:
    """Name the program that encoded the file, and how it read the page."""
    label = element("label", None, words("tei-encoder"))
    application = nested(
        "application",
        [label, _desc(f"Read as a page of the layout {record.layout}.")],
        {"ident": "tei-encoder", "version": version},
    )
    return nested("appInfo", [application])


def _p(said: str) -> Markup:
    return element("p", None, words(said))


def _desc(said: str) -> Markup:
    return element("desc", None, words(said))
