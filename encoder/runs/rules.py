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

WORKER_LOST = Rule(
    "R902",
    "worker-lost",
    Severity.ERROR,
    """The process that was to convert or check the file came to an end before it had
    done so: it was killed, or the machine had no memory left.

    What was to be written for it is as an earlier run left it, or, if the end came just
    then, new and whole; the other files of the run were dealt with as usual.

    Convert or check the file by itself. If it is very large, use fewer workers, or a
    machine with more memory; if it is not, report it.""",
)
ENCODER_FAILED = Rule(
    "R903",
    "encoder-failed",
    Severity.ERROR,
    """The encoder has made a mistake and could not go on with this file: the message
    says which, and where in its own code.

    Nothing was written for the file, and TEI that an earlier run wrote was left as
    it is; the other files of the run were dealt with as usual.

    This is never the fault of the file. Report the message, with the file or with
    a piece of it that makes the same happen.""",
)

RULES = (UNREADABLE_FILE, WORKER_LOST, ENCODER_FAILED)
