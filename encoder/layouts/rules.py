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

Write a title on a line of its own above the text, or a description as the README
shows.""",
)
NO_TITLE = Rule(
    "L003",
    "no-title",
    Severity.WARNING,
    """\
The page states no title. The TEI must have one, so its title says in square brackets
that there is none, as cataloguers do.

Repositories list records by title; this one will be hard to find.

Add the title to the page, on a line of its own above the text.""",
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

MARKUP = Rule(
    "L007",
    "markup",
    Severity.ERROR,
    """\
The file is not plain text: it is a web page, XML, RTF or another kind of file with the
ending `.txt`.

It is refused. Its tags would become words of the record.

Open it in a browser or a word processor and save it as plain text ("Text only", UTF-8);
or copy what is shown there into a file.""",
)
SEARCH_RESULTS = Rule(
    "L008",
    "search-results",
    Severity.ERROR,
    """\
The page is a list of search results. It names records and holds none.

It is refused: it would become one record of many titles.

Open each result, and save the page of the record itself.""",
)
SECOND_RECORD = Rule(
    "L009",
    "second-record",
    Severity.ERROR,
    """\
A second description begins in the middle of the page: two records are in one file. The
message says where.

The file is refused. As one record, the description of the second would be taken for
words that somebody said in the first.

Cut the file in two at that line.""",
)
SUMMARY_BY_PLACE = Rule(
    "L010",
    "summary-by-place",
    Severity.NOTE,
    """\
The page prints its summary below the text, with nothing to tell it from the text but
its place. The last paragraph was read as the summary, because it does not begin as the
turns above it do.

If it is the end of the text, that paragraph now stands in the header.

Look at the paragraph.""",
)
DESCRIPTION_UNREAD = Rule(
    "L011",
    "description-unread",
    Severity.ERROR,
    """\
A description in TOML or YAML, above the text or in a file beside it, cannot be read;
the message says at what.

The record is refused: half a description would look like a whole one. Of YAML only what
a description needs is read: keys with a value, a quoted value, a list, or an indented
block.

Mend the line.""",
)
TITLE_FROM_CITATION = Rule(
    "L012",
    "title-from-citation",
    Severity.NOTE,
    """\
The page prints no title of its own, and its citation has one in quotation marks. That
became the title of the TEI, too.

Nothing has to be done, unless the archive calls the record otherwise.""",
)
DATE_FROM_TITLE = Rule(
    "L013",
    "date-from-title",
    Severity.NOTE,
    """\
The page states no date by itself, and its title begins or ends with one. That became
the date of the record.

A title can also name the day that a record is about. The date would then be wrong.

Look at the title. A date on a line of its own under it settles the matter.""",
)

RULES = (
    LAYOUT_CHOSEN,
    NO_DESCRIPTION,
    NO_TITLE,
    UNMAPPED_LABEL,
    LAYOUT_DOES_NOT_FIT,
    NO_TEXT,
    MARKUP,
    SEARCH_RESULTS,
    SECOND_RECORD,
    SUMMARY_BY_PLACE,
    DESCRIPTION_UNREAD,
    TITLE_FROM_CITATION,
    DATE_FROM_TITLE,
)
