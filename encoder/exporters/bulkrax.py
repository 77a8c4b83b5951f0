"""Hyrax and Hyku: the sheet that Bulkrax reads, and the files below it.

works.csv
files/wilson-123420.xml
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import AgentRole
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import CREATOR, TITLE
from encoder.exporters.sheets import pack_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.exporters.sheets import Columns


def _contributors(deposit: Deposit) -> Iterator[str]:
    creators = {agent.name for agent in deposit.creators}
    roles = (
        AgentRole.EDITOR,
        AgentRole.ENCODER,
        AgentRole.CONTRIBUTOR,
        AgentRole.PARTICIPANT,
    )
    names = dict.fromkeys(agent.name for agent in deposit.those(*roles))
    return (name for name in names if name not in creators)


# The fields of Hyrax's basic metadata, by their own names.
COLUMNS: Final[Columns] = {
    "source_identifier": lambda deposit: (deposit.name,),
    "model": lambda _: ("GenericWork",),
    "title": lambda deposit: (deposit.title,),
    "creator": lambda deposit: (agent.name for agent in deposit.creators),
    "contributor": _contributors,
    "description": lambda deposit: (deposit.abstract,),
    "keyword": lambda deposit: deposit.subjects,
    "license": lambda deposit: (deposit.licence and deposit.licence.uri,),
    "publisher": lambda deposit: (deposit.publisher,),
    "date_created": lambda deposit: (deposit.created,),
    "language": lambda deposit: (deposit.language,),
    "identifier": lambda deposit: (each.value for each in deposit.identifiers),
    "source": lambda deposit: (deposit.original.citation,),
    "related_url": lambda deposit: (deposit.original.address,),
    "file": lambda deposit: (f"{deposit.name}.xml",),
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the sheet and the files."""
    return pack_sheet("works.csv", "files/", COLUMNS, deposits)


EXPORTER: Final = Exporter(
    name="bulkrax",
    makes="a sheet of works, several values parted by |, and the files it names",
    taken_by="Hyrax and Hyku, by Bulkrax whose mapping splits at | only",
    needs=(TITLE, CREATOR),
    pack=pack,
)
