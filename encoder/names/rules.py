"""What a person should say of the names in a record: who speaks, and who is meant."""

from encoder.finding import Rule, Severity

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

RULES = (
    ONE_NAME_ONLY,
    UNIDENTIFIED_SPEAKER,
    PERHAPS_ONE,
    SEVERAL_VOICES,
    AMBIGUOUS_NAME,
)
