"""What keeps a record out of a package, and where an editor mends it.

That is a fact that a target cannot do without, or an identifier that another has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.errors import RefusedError
from encoder.exporters.deposit import AgentKind
from encoder.exporters.exporter import Need
from encoder.exporters.rules import MISSING_FACT, SAME_IDENTIFIER
from encoder.model.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Exporter
    from encoder.finding import Finding


_THREE: Final = 3


TITLE: Final = Need(
    "title",
    "in titleStmt/title",
    lambda deposit: deposit.title,
)
TITLE_OF_THREE: Final = Need(
    "title of three characters or more",
    "in titleStmt/title",
    lambda deposit: len(deposit.title or "") >= _THREE,
)
PUBLISHER: Final = Need(
    "publisher",
    "in publicationStmt/publisher, or as publisher in tei-encoder.toml",
    lambda deposit: deposit.publisher,
)
CONTACT: Final = Need(
    "e-mail address at which somebody answers for the record",
    "in publicationStmt/address/addrLine/email, or as contact in tei-encoder.toml",
    lambda deposit: deposit.contact,
)
PUBLISHED: Final = Need(
    "date of publication",
    "in publicationStmt/date/@when, or as encoding-date in tei-encoder.toml",
    lambda deposit: deposit.published,
)
CREATOR: Final = Need(
    "author, editor or encoder",
    "in titleStmt/author, titleStmt/editor or a respStmt for the encoding, "
    "or under [encoder] in tei-encoder.toml",
    lambda deposit: deposit.creators,
)
CREATOR_AND_KIND: Final = Need(
    "author, editor or encoder of whom it is known whether they are a person",
    "with persName or orgName in titleStmt/author, titleStmt/editor or a respStmt for "
    "the encoding, or under [encoder] in tei-encoder.toml",
    lambda deposit: (
        deposit.creators
        and all(each.kind is not AgentKind.UNKNOWN for each in deposit.creators)
    ),
)
LICENCE: Final = Need(
    "licence",
    "in publicationStmt/availability/licence/@target, "
    "or under [licence] in tei-encoder.toml",
    lambda deposit: deposit.licence,
)
DESCRIPTION: Final = Need(
    "description",
    "in profileDesc/abstract or sourceDesc",
    lambda deposit: deposit.description,
)
DOI: Final = Need(
    "DOI",
    'in publicationStmt/idno[@type="DOI"]',
    lambda deposit: deposit.doi,
)


def lacking(
    deposit: Deposit, exporters: Iterable[Exporter]
) -> Iterator[tuple[str, str]]:
    """Yield each target that lacks a fact, and a message that says which."""
    for exporter in exporters:
        for need in exporter.needs:
            if not need.stated(deposit):
                asked = f"{exporter.name} requires: {need.fact}"
                yield exporter.name, f"{asked}; state it {need.where}"


def missing(
    deposit: Deposit, exporters: Iterable[Exporter]
) -> Iterator[tuple[str, Finding]]:
    """Yield each target that lacks a fact, and the finding that says which."""
    header = deposit.root.find(".//{*}fileDesc")
    line = 1 if header is None else header.sourceline or 1
    for name, message in lacking(deposit, exporters):
        yield name, MISSING_FACT.at(Place(deposit.file, line, 1), message)


def check_identity(deposit: Deposit, first: dict[str, str]) -> None:
    """Raise RefusedError if an earlier record has this one's identifier.

    `first` has the file of each earlier record by its name, and then this one's too.
    """
    if (earlier := first.get(deposit.name)) is not None:
        message = f'has the identifier "{deposit.identity}", which "{earlier}" has too'
        raise RefusedError(SAME_IDENTIFIER.at(Place(deposit.file, 1, 1), message))
    first[deposit.name] = deposit.file
