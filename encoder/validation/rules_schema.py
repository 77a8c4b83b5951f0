"""The rules of the schema: what can be wrong with a document's form."""

from __future__ import annotations

from typing import Final

from encoder.finding import Rule, Severity

NOT_WELL_FORMED: Final = Rule(
    "T001",
    "not-well-formed",
    Severity.ERROR,
    "The file is not XML: a tag is not closed, an attribute stands twice, or a "
    "character stands there that XML does not allow. No program can read it, and "
    "nothing else about it can be checked. Mend the line that is named; when it "
    "looks sound, look for an open tag above it.",
)
OUTSIDE_TEI: Final = Rule(
    "T002",
    "outside-tei",
    Severity.ERROR,
    "An element is not in the namespace of TEI, or the document does not begin with "
    "<TEI>. To every program that reads TEI such an element is invisible, whatever "
    'its name. Put xmlns="http://www.tei-c.org/ns/1.0" on the first element of the '
    "document, and on no other.",
)
UNKNOWN_ELEMENT: Final = Rule(
    "T003",
    "unknown-element",
    Severity.ERROR,
    "The schema has no element of this name. Either the name is misspelled or it is "
    "an element that records do not use; its contents cannot be checked, and a "
    "repository may refuse the file. Correct the name, or use the element that "
    "schemas/record.odd describes for the purpose.",
)
MISSING_ELEMENT: Final = Rule(
    "T004",
    "missing-element",
    Severity.ERROR,
    "An element lacks a part that it must have. Programs that rely on the part, such "
    "as those that read the title or the terms of use, fail or guess. Add the part "
    "at the place that is named.",
)
MISPLACED_ELEMENT: Final = Rule(
    "T005",
    "misplaced-element",
    Severity.ERROR,
    "An element stands where the schema does not let it stand, although it has a "
    "place elsewhere: it comes too early or too late, or inside the wrong parent. "
    "Its words may be read as something that they are not. Move it to its place, or "
    "wrap it in the element that may stand here.",
)
BAD_VALUE: Final = Rule(
    "T006",
    "bad-value",
    Severity.ERROR,
    "The value of an attribute is not one of those that it may have: a date that is "
    "no date, a word outside a closed list, a space in an identifier. Searches and "
    "sorting by that attribute go wrong for this record. Write the value as "
    "schemas/record.odd describes it, or leave the attribute out.",
)
BAD_ATTRIBUTE: Final = Rule(
    "T007",
    "bad-attribute",
    Severity.ERROR,
    "An element carries an attribute that it may not carry, or lacks one that it "
    "must carry. What the attribute was meant to say is lost to every program that "
    "follows the schema. Correct its name, move it to the element that has it, or "
    "add the one that is missing.",
)
STRAY_TEXT: Final = Rule(
    "T008",
    "stray-text",
    Severity.ERROR,
    "Words stand between elements where only elements may stand. They belong to no "
    "paragraph and no turn, so that most programs drop them without a word. Put "
    "them into a paragraph, or into the element before or after.",
)
DUPLICATE_ID: Final = Rule(
    "T009",
    "duplicate-id",
    Severity.ERROR,
    "Two elements have the same xml:id. A link to it leads to one of them and nobody "
    "can say to which. Give the second an identifier of its own, and correct the "
    "links that mean it.",
)
NOT_VALID: Final = Rule(
    "T010",
    "not-valid",
    Severity.ERROR,
    "The schema refuses the document for a reason that none of the other rules "
    "names; the message is the validator's own. A repository that validates will "
    "refuse the file too. Compare the place with schemas/record.odd.",
)
ENGINES_DISAGREE: Final = Rule(
    "T011",
    "engines-disagree",
    Severity.ERROR,
    """\
One engine finds something wrong here and another does not (--thorough).

A repository validates with an engine that is perhaps not yours: it may refuse a file
that you have found to be valid. The engines read values differently, as addresses,
times of 24:00 and letters that are new in XML, or the XSD and the RELAX NG beside it
say different things.

Write the value so that all of them take it, or mend the schema that is wrong:

    <date when="1951-03-02T24:00:00">midnight</date>

    <date when="1951-03-03T00:00:00">midnight</date>""",
)

SCHEMA_RULES: Final = (
    NOT_WELL_FORMED,
    OUTSIDE_TEI,
    UNKNOWN_ELEMENT,
    MISSING_ELEMENT,
    MISPLACED_ELEMENT,
    BAD_VALUE,
    BAD_ATTRIBUTE,
    STRAY_TEXT,
    DUPLICATE_ID,
    NOT_VALID,
    ENGINES_DISAGREE,
)
