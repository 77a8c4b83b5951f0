"""Findings about the body of a record beside its turns."""

from encoder.finding import Rule, Severity

UNMATCHED_ANCHOR = Rule(
    "L201",
    "unmatched-anchor",
    Severity.WARNING,
    """\
A number in square brackets calls a note, and the notes at the end have none of that
number.

The number is kept as it stands, without a link; a reader who follows it finds nothing.

Look whether the page lost the note.""",
)
NOTE_WITHOUT_ANCHOR = Rule(
    "L202",
    "note-without-anchor",
    Severity.NOTE,
    """\
A note at the end has a number that nothing in the text calls.

It stands in `back` with the others; nobody can tell from the TEI to which words it
belongs. Volumes that print the first note at the title, which is not on the page, look
so.

Look whether the text lost the number.""",
)
HEADING_INFERRED = Rule(
    "L203",
    "heading-inferred",
    Severity.NOTE,
    """\
A short line without an end mark was read as a heading: nearly all paragraphs of the
record have one, and something begins directly below the line. A new `div` begins there.

If somebody said it, their words are now missing from their turn.

Look at the place.""",
)

RULES = (UNMATCHED_ANCHOR, NOTE_WITHOUT_ANCHOR, HEADING_INFERRED)
