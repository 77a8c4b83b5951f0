"""What can keep a record out of a package."""

from __future__ import annotations

from typing import Final

from encoder.finding import Rule, Severity

MISSING_FACT: Final = Rule(
    "X001",
    "missing-fact",
    Severity.ERROR,
    """The header does not state something that the target cannot do without.

    A repository would refuse the package, or fill the gap with something that nobody
    has said; nothing is made up to satisfy a form. `export` does not write the package
    of this target, and writes those of others; `validate --for TARGET` says the same
    before. State the fact where the message says, in the TEI or in tei-encoder.toml,
    and run the same command again.""",
)
SAME_IDENTIFIER: Final = Rule(
    "X002",
    "same-identifier",
    Severity.ERROR,
    """Two records of one export have the same identifier.

    That is the first idno in publicationStmt with its type (one that is no DOI or
    address, if there is one), or the name of the file where there is none. In a
    package one would take the other's place, and a repository could not tell them
    apart. Nothing is written. Give each record an
    idno of its own, or leave one of the two out.""",
)
NOT_A_RECORD: Final = Rule(
    "X003",
    "not-a-record",
    Severity.ERROR,
    """The file is XML and not the TEI of one record.

    Its first element is not TEI, or it has no teiHeader, or it calls for an entity
    that stands in another file or in its document type, and such are not
    opened. Nothing is written, since a package without one of its records is not whole.
    Name the files to export one by one, or split a teiCorpus into its records.""",
)

RULES: Final = (MISSING_FACT, SAME_IDENTIFIER, NOT_A_RECORD)
