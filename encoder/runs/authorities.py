"""Authority files as one value: TEI lists, and tables that a spreadsheet fills in.

A table has the columns id, preferred, variants (parted by "|"), role, from, to,
wikidata, viaf, gnd and note, and may have kind (person, place or org). Rows with one id
are one entry that held several roles; a row without an id is nobody yet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.configuration import ConfigurationError
from encoder.decisions.folder import AUTHORITIES
from encoder.decisions.tables import as_typed
from encoder.decisions.values import is_date
from encoder.model.authority import Authority, Entity, EntityKind, Office
from encoder.names.cast import RESERVED
from encoder.text.spreadsheets import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from encoder.configuration import Configuration
    from encoder.text.spreadsheets import Row

COLUMNS = ("id", "preferred", "variants")
SCHEMES = ("wikidata", "viaf", "gnd")
MORE = ("kind", "role", "from", "to", *SCHEMES, "note")
PARTING = "|"
_ID = re.compile(r"[^\W\d][\w.-]*")
# Identifiers of ours begin so.
_OURS = ("sp-", "by-", "note-", "char-")


def load_authority(paths: Iterable[Path]) -> Authority:
    """Return the entries of all files; ConfigurationError for one that cannot be used.

    What ends in `.csv` is a table, everything else TEI.
    """
    entities: dict[str, Entity] = {}
    origin: dict[str, str] = {}
    for path in paths:
        name = path.as_posix()
        for entity in _entities(path):
            _check(name, entity)
            if entity.id in entities:
                message = f"{name}: {entity.id!r} is in {origin[entity.id]} already"
                raise ConfigurationError(message)
            entities[entity.id], origin[entity.id] = entity, name
    return Authority.of(entities.values())


def informed(configuration: Configuration, folder: Path) -> Configuration:
    """Return a configuration that also knows whom the authority files here know."""
    paths = [as_typed(folder / name) for name in AUTHORITIES]
    found = load_authority([path for path in paths if path.is_file()])
    ids = {entity.id for entity in configuration.authority.entities}
    for entity in found.entities:
        if entity.id in ids:
            message = f"{as_typed(folder)}: {entity.id!r} is in another authority file"
            raise ConfigurationError(message)
    both = (*configuration.authority.entities, *found.entities)
    return configuration._replace(authority=Authority.of(both))


def _entities(path: Path) -> Iterable[Entity]:
    if path.suffix.lower() == ".csv":
        return _of_table(read_rows(path, COLUMNS))
    from encoder.tei.authority import read_entities  # noqa: PLC0415 (lxml, for few)

    try:
        return read_entities(path.read_bytes(), path.as_posix())
    except OSError as error:
        message = f"{path.as_posix()}: cannot be read: {error.strerror}"
    raise ConfigurationError(message)


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the entries of a TEI file as the rows of a table, one for each role."""
    rows = []
    for entity in _entities(path):
        for office in entity.offices or (Office(""),):
            cells = {
                "id": entity.id,
                "preferred": entity.name,
                "variants": PARTING.join(entity.variants),
                "kind": entity.kind.value,
                "role": office.role,
                "from": office.start or "",
                "to": office.end or "",
                "note": entity.note,
            }
            rows.append(cells | dict(entity.identifiers))
    return rows


def _of_table(rows: Iterable[Row]) -> Iterator[Entity]:
    entries: dict[str, Entity] = {}
    for row in rows:
        if not row.cells["id"]:
            continue
        entity = _entity(row)
        one = entries.get(entity.id)
        if one and (one.kind, one.name) != (entity.kind, entity.name or one.name):
            row.complain(f"{entity.id!r} is {one.name!r} in a row above; give one name")
        if one is None and not entity.name:
            row.complain(f"{entity.id!r} has no preferred name; fill it in")
        entries[entity.id] = _with(one, entity) if one else entity
    yield from entries.values()


def _entity(row: Row) -> Entity:
    cells = row.cells
    kind = cells.get("kind") or EntityKind.PERSON
    if kind not in {*EntityKind}:
        row.complain(f"there is no kind {kind!r}; known here: {', '.join(EntityKind)}")
    variants = (each.strip() for each in cells["variants"].split(PARTING))
    office = _office(row)
    return Entity(
        cells["id"],
        EntityKind(kind),
        cells["preferred"],
        tuple(filter(None, variants)),
        (office,) if office else (),
        tuple((each, cells[each]) for each in SCHEMES if cells.get(each)),
        cells.get("note", ""),
    )


def _office(row: Row) -> Office | None:
    start, end = row.cells.get("from", ""), row.cells.get("to", "")
    for written in filter(None, (start, end)):
        if not is_date(written):
            row.complain(f"{written!r} is no date; write 1945-07-07, 1945-07 or 1945")
    role = row.cells.get("role", "")
    if not role and (start or end):
        row.complain("from and to are those of a role; fill in role")
    return Office(role, start or None, end or None) if role else None


def _with(one: Entity, other: Entity) -> Entity:
    return one._replace(
        variants=tuple(dict.fromkeys((*one.variants, *other.variants))),
        offices=(*one.offices, *other.offices),
        identifiers=tuple(dict.fromkeys((*one.identifiers, *other.identifiers))),
        note=one.note or other.note,
    )


def _check(file: str, entity: Entity) -> None:
    """Raise ConfigurationError for an identifier that the TEI cannot have."""
    if not _ID.fullmatch(entity.id):
        message = f"{file}: {entity.id!r} cannot be an xml:id; begin it with a letter,"
        message += " and leave out spaces and signs"
        raise ConfigurationError(message)
    if entity.id in RESERVED or entity.id.startswith(_OURS):
        message = f"{file}: {entity.id!r} is an identifier of ours; choose another"
        raise ConfigurationError(message)
