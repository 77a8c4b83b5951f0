"""The rules of findings on rows of `decisions/`; each refuses the record."""

from encoder.finding import Rule, Severity

STALE_DECISION = Rule(
    "E401",
    "stale-decision",
    Severity.ERROR,
    """\
A row of `decisions/` is about words that are not in its record, or are there more than
once.

The record or the row was changed since, and the decision could have been about other
words. The record is refused, so that no TEI goes without what was decided.

Compare the row with the record. Write the words as they stand now, with as many
around them as tell the place from the others, or delete the row.""",
)
UNCLEAR_ANSWER = Rule(
    "E402",
    "unclear-answer",
    Severity.ERROR,
    """\
The answer in a row of `decisions/` is none that its file can have. The record is
refused.

Speakers: the id of a person in an authority file, a full name, or - for nobody. People:
the id of an entry, or -. Dates: 1945-07-07, 1945-07/1945-08 for something that lasted,
[1945-07-01..1945-07-10] for a day between two, or - for no date. Joins: join, part,
speech, note or stage.

Write one of these.""",
)
DOUBLED_DECISION = Rule(
    "E403",
    "doubled-decision",
    Severity.ERROR,
    """\
Two rows of a file in `decisions/` are about the same words.

Which of the two was meant, nobody can tell from the file. The record is refused.

Delete one of them.""",
)
UNUSED_DECISION = Rule(
    "E404",
    "unused-decision",
    Severity.ERROR,
    """\
A decision has found its words, and what it says cannot stand there: the words are
not inside one paragraph, or what was decided overlaps something else.

It cannot be applied, and the record is refused.

Choose other words: a whole name or date, inside one paragraph.""",
)

RULES = (STALE_DECISION, UNCLEAR_ANSWER, DOUBLED_DECISION, UNUSED_DECISION)
