"""What the proof of a record can find."""

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

RULES = (WORDS_LOST,)
