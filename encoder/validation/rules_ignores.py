"""What can be wrong with an instruction to ignore a rule."""

from __future__ import annotations

from typing import Final

from encoder.finding import Rule, Severity

NO_REASON: Final = Rule(
    "T901",
    "ignored-without-reason",
    Severity.WARNING,
    """\
An instruction says that a rule is to be ignored, and not why.

It is not followed. Whoever reads the file later cannot tell a decision from a shortcut.

Say why, after the code:

    <?tei-encoder ignore T301?>

    <?tei-encoder ignore T301 the voice on the tape has no name?>""",
)
IGNORES_NOTHING: Final = Rule(
    "T902",
    "ignores-nothing",
    Severity.WARNING,
    """\
An instruction says that a rule is to be ignored, and the rule found nothing there.

It would hide the next mistake at the place, and readers wonder what is wrong with it.

Take it out, or put it into the element that it is about. Before the first element of
the file it is about the whole file:

    <sp who="#hale"><?tei-encoder ignore T301 nobody knows?>…

    <sp who="#hale">…""",
)
UNREADABLE: Final = Rule(
    "T903",
    "unread-instruction",
    Severity.WARNING,
    """\
An instruction to tei-encoder is not one that it knows.

It has no effect, whatever was meant.

Write "ignore", the code of a rule, and a reason:

    <?tei-encoder skip T301?>

    <?tei-encoder ignore T301 the voice on the tape has no name?>""",
)

IGNORE_RULES: Final = (NO_REASON, IGNORES_NOTHING, UNREADABLE)
