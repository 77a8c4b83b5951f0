"""What the proof of a record can find, and what an edition should say and does not."""

from encoder.finding import Rule, Severity

WORDS_LOST = Rule(
    "R010",
    "words-lost",
    Severity.ERROR,
    """\
The proof that every character of the source is accounted for has failed: the message
says which part of it, and where.

The record is refused and no file is written. This is a mistake of the encoder, never
of the source.

Report it with the record, or with the lines around the place.""",
)

NO_PUBLISHER = Rule(
    "T101",
    "no-publisher",
    Severity.WARNING,
    """\
The configuration names nobody who publishes the TEI file, so its header says that it
has not been published.

Most repositories ask who publishes a file. The archive that published the source is not
it, and nothing is made up.

Write `publisher = "…"` in `tei-encoder.toml`, beside the sources or above them.""",
)
NO_LICENCE = Rule(
    "T102",
    "no-licence",
    Severity.NOTE,
    """\
The configuration sets no licence for the TEI file, so its header says that the terms
are unknown.

Readers may not do with the file what they could do under a licence.

Write `[licence]` with `name` and `uri` in `tei-encoder.toml`, if you may grant one.""",
)

RULES = (WORDS_LOST, NO_PUBLISHER, NO_LICENCE)
