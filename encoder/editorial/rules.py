"""What there is to say about what the editors' stage added, or left alone."""

from encoder.finding import Rule, Severity

CONTINUED_TURN = Rule(
    "E101",
    "continued-turn",
    Severity.NOTE,
    """\
A paragraph without a label stands below a turn. It was given to the speaker of that
turn, because nobody else is named.

If it is a note-taker's remark, or another voice, the TEI now says something that the
record does not.

Look at the place.""",
)
REJOINED = Rule(
    "E102",
    "rejoined-sentence",
    Severity.WARNING,
    """\
A paragraph ends in mid-sentence, and the one below it begins with a small letter. They
were made one paragraph; a `pb` with `@cert` keeps the place, because such a break
mostly comes from the end of a page.

If the two are not one sentence, somebody's words have been run together.

Look at the place. The `pb` makes it possible to part them again.""",
)
DOUBTFUL_WORDS = Rule(
    "E103",
    "doubtful-words",
    Severity.WARNING,
    """\
The source itself doubts some words: a query in round brackets, "(De Castri?)". They
are kept, and `unclear` stands around them.

A reader cannot tell whether the doubt is the note-taker's or the archive's.

Compare the original, if you can see it.""",
)
SUPPLIED_OR_GLOSS = Rule(
    "E104",
    "supplied-or-gloss",
    Severity.NOTE,
    """\
Words in square brackets stand after a name. They can complete the name ("Chiang
[Kai-shek]") or give another form of it ("Kwangsi [Guangxi]"), and the record does not
say which. They were marked as `supplied`.

If they are another form, they are not part of the name.

Where it matters, change `supplied` to `note[@type='gloss']`.""",
)
ONE_NAME_ONLY = Rule(
    "E105",
    "one-name-only",
    Severity.NOTE,
    """\
The record gives only one part of the name of somebody who speaks in it.

The person is told apart from the others in this record, but nobody can tell from it
which bearer of the name is meant, and an edition of many records cannot either.

Add the full name by hand, once somebody has found it.""",
)
UNIDENTIFIED_SPEAKER = Rule(
    "E106",
    "unidentified-speaker",
    Severity.WARNING,
    """\
A label names no person: it is an initial, a role ("The President", "Interviewer"), a
number of people ("All"), or fits more than one person of the record.

Its turns keep the label as printed and have no `@who`, so that a search by person
will not find them. A wrong `@who` would be worse.

Say who it is by hand, if the record or another source does.""",
)
PERHAPS_ONE = Rule(
    "E107",
    "perhaps-one-person",
    Severity.NOTE,
    """\
Two persons of the record have the same name, with different forenames or honorifics
before it. They can be two people, or one who is called two things.

They were kept apart, because a person who stands there twice can be joined later, and
two who were joined by mistake cannot be told apart again.

If they are one, write the same label.""",
)
SEVERAL_VOICES = Rule(
    "E108",
    "several-voices",
    Severity.NOTE,
    """\
A label is that of several people who speak at once: "All", "Several delegates".

Its turns keep the label and have no `@who`: no one person said them.

Nothing needs to be done.""",
)
AMBIGUOUS_NAME = Rule(
    "E109",
    "ambiguous-name",
    Severity.WARNING,
    """\
Several entries of an authority file bear a name that the record uses.

It was given to none of them: a wrong person is worse than none. A search for either
will not find this place.

Say which in `decisions/`, or give the entries forms of the name that tell them
apart.""",
)
UNREAD_DATE = Rule(
    "E201",
    "unread-date",
    Severity.WARNING,
    """\
A date of the description or of the dateline is written in a way that the date grammar
does not accept. Years of two digits, days and months as numbers, and days that do not
exist are refused on purpose.

The words are kept in a `date` without attributes; the record will not be found by date.

Where an edition writes all its dates in figures alike, say how under [dates] in
`tei-encoder.toml`: `numeric-order`, `two-digit-years`. Otherwise write the date in full
on the page, if you know it: "7 July 1945".""",
)
WEEKDAY = Rule(
    "E202",
    "weekday-does-not-fit",
    Severity.WARNING,
    """\
The day of the week does not fit the date: the date was not that weekday.

One of the two is wrong in the source. The date was taken as written; the words are
kept.

Compare the original, and mend the one that is wrong by a note.""",
)
DATES_DISAGREE = Rule(
    "E203",
    "dates-disagree",
    Severity.WARNING,
    """\
Two places of the page give different dates for one record: the head of the page, the
citation, or the dateline of the record itself. The message names both places.

Each is encoded where it stands; the setting has the one from the dateline.

Find out which is right. They can both be, when the page dates the paper and the
dateline the conversation.""",
)
UNREAD_CITATION = Rule(
    "E301",
    "unread-citation",
    Severity.NOTE,
    """\
Part of the citation could not be told for what it is: title, date, publisher,
collection, shelfmark or repository.

Its words are kept in `bibl` as they stand, without markup.

Mark the part by hand if a repository needs it.""",
)
UNKNOWN_LANGUAGE = Rule(
    "E302",
    "unknown-language",
    Severity.WARNING,
    """\
The page names a language that the encoder does not know by that name.

Its words are in the header, under `und`, the code for an undetermined language (BCP
47); tools that sort by language will put it aside.

Check the spelling on the page.""",
)
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
MARKS_CROSS = Rule(
    "R011",
    "marks-cross",
    Severity.NOTE,
    """\
Two things that were to be marked overlap without one lying inside the other, and
neither is true of a part of itself: a name that runs into a date.

XML cannot hold both. The one that comes later is left unmarked; the words are all
there.

Look at the place; add the missing one by hand if it matters.""",
)

DECISION_RULES = (STALE_DECISION, UNCLEAR_ANSWER, DOUBLED_DECISION, UNUSED_DECISION)
"""What can be wrong with a row of `decisions/`; the record waits until it is mended."""
RULES = (
    CONTINUED_TURN,
    REJOINED,
    DOUBTFUL_WORDS,
    SUPPLIED_OR_GLOSS,
    ONE_NAME_ONLY,
    UNIDENTIFIED_SPEAKER,
    PERHAPS_ONE,
    SEVERAL_VOICES,
    AMBIGUOUS_NAME,
    UNREAD_DATE,
    WEEKDAY,
    DATES_DISAGREE,
    UNREAD_CITATION,
    UNKNOWN_LANGUAGE,
    *DECISION_RULES,
    MARKS_CROSS,
)
