"""The rules of the findings on annotation."""

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

RULES = (
    CONTINUED_TURN,
    REJOINED,
    DOUBTFUL_WORDS,
    SUPPLIED_OR_GLOSS,
    UNREAD_DATE,
    WEEKDAY,
    DATES_DISAGREE,
    UNREAD_CITATION,
    UNKNOWN_LANGUAGE,
    MARKS_CROSS,
)
