"""Islandora: the input of Islandora Workbench, whose task is `create`.

input_data/metadata.csv
input_data/wilson-123420.xml
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import AgentKind, AgentRole
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import TITLE
from encoder.exporters.sheets import pack_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.exporters.sheets import Columns

_LONGEST_TITLE: Final = 255
"""What the title of a node holds; the whole title is in a field of its own."""
# The relators of the Library of Congress.
_RELATORS: Final = {
    AgentRole.AUTHOR: "aut",
    AgentRole.EDITOR: "edt",
    AgentRole.ENCODER: "mrk",
    AgentRole.CONTRIBUTOR: "ctb",
    AgentRole.FUNDER: "fnd",
    AgentRole.PARTICIPANT: "spk",
}
# A name with a colon in it cannot be told from a vocabulary and a name.
_NOT_COLON: Final = "\u2236"
_VOCABULARIES: Final = {
    AgentKind.PERSON: "person",
    AgentKind.ORGANISATION: "corporate_body",
}


def _title(deposit: Deposit) -> Iterator[str]:
    title = deposit.title or ""
    is_long = len(title) > _LONGEST_TITLE
    yield f"{title[: _LONGEST_TITLE - 1]}…" if is_long else title


def _agents(deposit: Deposit) -> Iterator[str]:
    """Yield each agent whose kind the header states; Workbench asks for it."""
    for agent in deposit.agents:
        if vocabulary := _VOCABULARIES.get(agent.kind):
            name = agent.name.replace(":", _NOT_COLON)
            yield f"relators:{_RELATORS[agent.role]}:{vocabulary}:{name}"


COLUMNS: Final[Columns] = {
    "id": lambda deposit: (deposit.name,),
    "file": lambda deposit: (f"{deposit.name}.xml",),
    "title": _title,
    "field_full_title": lambda deposit: (deposit.title,),
    "field_model": lambda _: ("Digital Document",),
    "field_linked_agent": _agents,
    "field_edtf_date_created": lambda deposit: (deposit.created,),
    "field_edtf_date_issued": lambda deposit: (
        deposit.published.isoformat() if deposit.published else None,
    ),
    "field_description_long": lambda deposit: (deposit.abstract,),
    "field_identifier": lambda deposit: (each.value for each in deposit.identifiers),
    "field_local_identifier": lambda deposit: (deposit.original.shelfmark,),
    "field_rights": lambda deposit: (
        deposit.licence and deposit.licence.uri,
        *deposit.rights,
    ),
    "field_subject": lambda deposit: deposit.subjects,
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the sheet and the files."""
    return pack_sheet("input_data/metadata.csv", "input_data/", COLUMNS, deposits)


EXPORTER: Final = Exporter(
    name="islandora",
    makes="the input folder of Islandora Workbench: a sheet and the files it names",
    taken_by="Islandora 2, by Islandora Workbench with allow_adding_terms",
    needs=(TITLE,),
    pack=pack,
)
