"""What there is to say about who speaks."""

from encoder.finding import Rule, Severity

STYLE_CHOSEN = Rule(
    "L101",
    "turn-style-chosen",
    Severity.NOTE,
    """\
The record was read as a dialogue; the message says how its speakers are marked and
how many turns and labels were found. The choice rests on the record as a whole: labels
that come back, and words below them such as people say to one another.

Nothing has to be done when the count is right. `--turns` names another way, or
none.""",
)
NOT_A_DIALOGUE = Rule(
    "L102",
    "not-a-dialogue",
    Severity.NOTE,
    """\
No way of marking speakers explains the record well enough, so it has no turns: it
became paragraphs. For a letter, a memorandum or minutes that is the right answer. The
message names the way that came nearest.

If people do speak in it, a search by speaker will not find them. `--turns STYLE` reads
the record in a style that is named, whatever the evidence.""",
)
SINGLE_LABEL = Rule(
    "L103",
    "single-label",
    Severity.NOTE,
    """\
A label occurs only once in the record. It was read as a turn because it looks like the
labels that come back, or is named in the title.

A sentence that begins with a name and a colon would look the same.

Look at the place.""",
)
LABEL_PASSED_OVER = Rule(
    "L104",
    "label-passed-over",
    Severity.WARNING,
    """\
A line begins with words and a colon like a label, but nothing else in the record says
that they are one, so they were left in the paragraph as they stand.

If somebody does speak there, their words now stand under the speaker before.

Look at the place.""",
)

BROKEN_LABEL = Rule(
    "L105",
    "broken-label",
    Severity.WARNING,
    """\
A label occurs once, and is another label of the record with a letter lost; or a
paragraph between two turns of one speaker begins with the label of another, with a full
stop for its colon. Both happen where a page was read by a machine.

It was read as a turn, its label as printed. Whose turn it is was not decided from the
likeness of the letters, so a search by speaker may not find it; a label that has only
another end mark is who it says.

Look at the place, and mend the source if it is a slip.""",
)

RULES = (
    STYLE_CHOSEN,
    NOT_A_DIALOGUE,
    SINGLE_LABEL,
    LABEL_PASSED_OVER,
    BROKEN_LABEL,
)
