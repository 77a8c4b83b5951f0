"""Findings about the bytes and characters of a record."""

from encoder.finding import Rule, Severity

UNDECODABLE = Rule(
    "R001",
    "undecodable",
    Severity.ERROR,
    """\
The file is not UTF-8 and bears no byte order mark, or does not hold to the encoding
that was named. The message gives the first byte that cannot be read.

The record is refused. A guess would turn names into other names without anybody
noticing: detectors were tried and gave wrong text for Latin-1 and Big5.

Say which encoding it is, if you know: `--encoding latin-1`, `--encoding cp1251`,
`--encoding big5`; or save the file as UTF-8.""",
)
EMPTY = Rule(
    "R002",
    "empty",
    Severity.ERROR,
    """\
The file holds no words: it is empty, or nothing but white space.

The record is refused, because a TEI file of nothing would look like a success.

Fetch the page again, or take the file out of the folder.""",
)
LINE_ENDS = Rule(
    "R003",
    "line-ends",
    Severity.NOTE,
    """\
The lines of the file end in "\\r\\n" or "\\r", as on Windows or an old Macintosh.

They are read as "\\n", as XML 1.0 §2.11 has every XML reader do, and the editorial
declaration of the TEI says so. No word is touched.

Nothing has to be done.""",
)
MIXED_LINE_ENDS = Rule(
    "R004",
    "mixed-line-ends",
    Severity.WARNING,
    """\
The file uses more than one kind of line end. It was probably put together from
several files, or edited on two systems.

All are read as "\\n". A lone "\\r" in the middle of a line becomes a line break, which
can part a turn from its words.

Look at the first place where the kind changes, and save the file with one kind.""",
)
UNENCODABLE = Rule(
    "R005",
    "unencodable-character",
    Severity.WARNING,
    """\
The text holds a character that no XML file can hold: a control character, half of a
surrogate pair, or U+FFFE or U+FFFF (XML 1.0 §2.2).

It is not lost: a `g` stands in its place and points to a `char` in the header that
says which it was. Readers will see nothing there.

Look at the place. It is usually damage from a conversion, and the source should be
mended where it was made.""",
)
HIDDEN_DIRECTION = Rule(
    "R006",
    "hidden-direction",
    Severity.WARNING,
    """\
The text holds a character that changes the direction of writing and cannot be seen
(U+202A to U+202E, U+2066 to U+2069), or a byte order mark in mid-text.

It is kept. Such a character can make a reader see other words than a machine does.

Look at the place with an editor that shows invisible characters.""",
)
BINARY = Rule(
    "R007",
    "binary",
    Severity.ERROR,
    """\
The file is no text: it begins as a picture, an archive, a word processor's file or a
program does, or much of it is bytes of nought.

It is refused. Nothing in it could be read as words.

Open it in the program that it belongs to and save it as plain text (UTF-8). A text in
UTF-16 without a byte order mark looks so, too: name it with `--encoding utf-16-le`.""",
)
RULES = (
    UNDECODABLE,
    EMPTY,
    LINE_ENDS,
    MIXED_LINE_ENDS,
    UNENCODABLE,
    HIDDEN_DIRECTION,
    BINARY,
)
