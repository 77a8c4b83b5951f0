"""What there is to say about how a page is laid out."""

from encoder.finding import Rule, Severity

LAYOUT_CHOSEN = Rule(
    "L001",
    "layout-chosen",
    Severity.NOTE,
    """\
The page was recognised as one of the layouts that the encoder knows; the message names
it. The layout decides which words describe the record and where the record begins.

Look at the header of the TEI if the layout surprises you, and choose another one with
`--layout`.""",
)
NO_DESCRIPTION = Rule(
    "L002",
    "no-description",
    Severity.WARNING,
    """\
No layout that the encoder knows fits the page, so the whole file was read as the record
itself, with nothing that describes it: no title, citation or date.

The TEI is complete, but its header says little, and a repository will ask for more.

Write a description above the text, as the README shows.""",
)
NO_TITLE = Rule(
    "L003",
    "no-title",
    Severity.WARNING,
    """\
The page states no title. The TEI must have one, so its title says in square brackets
that there is none, as cataloguers do.

Repositories list records by title; this one will be hard to find.

Add the title to the page, on a line of its own under the date.""",
)
UNMAPPED_LABEL = Rule(
    "L004",
    "unmapped-label",
    Severity.WARNING,
    """\
The description holds a label that the encoder has no place for in the TEI header.

Its words are kept in `notesStmt/note[@type='unmapped']`, with the label in `@n`.
Nothing is lost, but no program will find it where it looks.

Move it by hand, or tell the makers of the encoder about the label.""",
)

LAYOUT_DOES_NOT_FIT = Rule(
    "L005",
    "layout-does-not-fit",
    Severity.ERROR,
    """\
The layout that was asked for with `--layout` has signs, such as labels, that are not
on this page.

The record is refused: read by the wrong layout, the description and the record would
be mixed.

Leave `--layout` out, so that the page itself decides, or name another one.""",
)

NO_TEXT = Rule(
    "L006",
    "no-text",
    Severity.ERROR,
    """\
The page describes a record, and the record itself is not on it.

It is refused: a TEI file with an empty body would look like a success.

Archives publish some records only as scans. If this one has a transcript, fetch the
page again with it.""",
)

RULES = (
    LAYOUT_CHOSEN,
    NO_DESCRIPTION,
    NO_TITLE,
    UNMAPPED_LABEL,
    LAYOUT_DOES_NOT_FIT,
    NO_TEXT,
)
