"""What can be wrong with a file as a file, before anything in it is read."""

from __future__ import annotations

from encoder.finding import Rule, Severity

UNREADABLE_FILE = Rule(
    "R901",
    "unreadable-file",
    Severity.ERROR,
    """The file was there when the run began, or was named, and could not be read.

    It may have been moved or deleted meanwhile, be a link that leads nowhere,
    or belong to somebody else. Nothing was written for it, and TEI that an
    earlier run wrote was left as it is; the other files of the run were dealt
    with as usual. Put the file back, mend the link or ask for permission to read
    it, and run the same command again.""",
)

RULES = (UNREADABLE_FILE,)
