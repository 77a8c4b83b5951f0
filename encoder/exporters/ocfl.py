"""OCFL 1.1: a storage root with an object for each record, and each export a version.

    0=ocfl_1.1
    ocfl_layout.json
    wilson-123420/0=ocfl_object_1.1
    wilson-123420/inventory.json
    wilson-123420/inventory.json.sha512
    wilson-123420/v1/inventory.json
    wilson-123420/v1/inventory.json.sha512
    wilson-123420/v1/content/wilson-123420.xml

An export onto a root that is there adds a version to each object whose record has
changed, and an object for each record that is new; what was there stays.
"""

from __future__ import annotations

import json
import re
from hashlib import sha512
from typing import TYPE_CHECKING, Any, Final

from encoder.errors import EncoderError
from encoder.exporters.documents import json_document
from encoder.exporters.exporter import Exporter, Growth
from encoder.exporters.requirements import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Earlier, Piece

    Inventory: TypeAlias = dict[str, Any]
    """An inventory (OCFL 1.1 §3.5), which is JSON of several depths."""

_ROOT: Final = "0=ocfl_1.1"
_OBJECT: Final = "0=ocfl_object_1.1"
_LAYOUT: Final = "ocfl_layout.json"
_INVENTORY: Final = "inventory.json"
_TYPE: Final = "https://ocfl.io/1.1/spec/#inventory"
_DIGEST: Final = "sha512"
# An object's folder has the name of the object: our names are safe for that.
_FLAT: Final = {
    "extension": "0002-flat-direct-storage-layout",
    "description": "An object's folder is named as the object.",
}
_VERSION: Final = re.compile(r"v([1-9][0-9]*)", re.ASCII)


class StorageError(EncoderError):
    """A storage root that is there cannot take another version from us."""


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield a storage root with the first version of each object."""
    yield _ROOT, b"ocfl_1.1\n"
    yield _LAYOUT, json_document(_FLAT)
    for deposit in deposits:
        yield f"{deposit.name}/{_OBJECT}", b"ocfl_object_1.1\n"
        yield from _version(deposit, _new(deposit), 1)


def pack_onto(deposits: Iterable[Deposit], earlier: Earlier) -> Iterator[Piece]:
    """Yield what makes of the root that is there one with these records too.

    Raises StorageError if that is a root of another layout, or an inventory in it is
    not what its digest says, or not one that we can continue.
    """
    if json_document(_FLAT) != earlier(_LAYOUT):
        message = f"the storage root that is there has another {_LAYOUT} than ours"
        raise StorageError(message)
    for deposit in deposits:
        if (stated := earlier(f"{deposit.name}/{_INVENTORY}")) is None:
            yield f"{deposit.name}/{_OBJECT}", b"ocfl_object_1.1\n"
            yield from _version(deposit, _new(deposit), 1)
        else:
            sidecar = earlier(f"{deposit.name}/{_INVENTORY}.{_DIGEST}")
            inventory, number = _read(deposit, stated, sidecar)
            head = inventory["versions"][inventory["head"]]
            if head["state"] != _state(deposit):
                yield from _version(deposit, inventory, number + 1)


def _new(deposit: Deposit) -> Inventory:
    return {
        "id": deposit.name,
        "type": _TYPE,
        "digestAlgorithm": _DIGEST,
        "head": "v0",
        "manifest": {},
        "versions": {},
    }


def _version(deposit: Deposit, inventory: Inventory, number: int) -> Iterator[Piece]:
    """Yield a version of an object, and its inventory, which the object then has."""
    folder, version = deposit.name, f"v{number}"
    state = _state(deposit)
    for digest, [file] in state.items():
        if digest not in inventory["manifest"]:
            path = f"{version}/content/{file}"
            inventory["manifest"][digest] = [path]
            yield f"{folder}/{path}", deposit.tei
    inventory["head"] = version
    inventory["versions"][version] = _described(deposit, state)
    document = json_document(inventory)
    sidecar = f"{sha512(document).hexdigest()} {_INVENTORY}\n".encode()
    for place in (f"{folder}/{version}", folder):
        yield f"{place}/{_INVENTORY}", document
        yield f"{place}/{_INVENTORY}.{_DIGEST}", sidecar


def _state(deposit: Deposit) -> dict[str, list[str]]:
    """Return the files of the record as it is now, by their digest."""
    return {sha512(deposit.tei).hexdigest(): [f"{deposit.name}.xml"]}


def _described(deposit: Deposit, state: dict[str, list[str]]) -> dict[str, object]:
    """Return a version (§3.5.3.1); it was made on the day of the encoding."""
    edition = deposit.edition
    day = edition.encoding_date or deposit.published
    made: dict[str, object] = {
        "created": f"{day}T00:00:00Z",
        "state": state,
        "message": "Exported from TEI.",
    }
    if encoder := edition.encoder:
        made["user"] = {"name": encoder.name}
        if encoder.orcid:
            address = f"https://orcid.org/{encoder.orcid}"
            made["user"] = {"name": encoder.name, "address": address}
    return made


def _read(
    deposit: Deposit, stated: bytes, sidecar: bytes | None
) -> tuple[Inventory, int]:
    """Return the inventory of an object that is there, and the number of its head."""
    digest = sha512(stated).hexdigest().encode()
    if sidecar is None or sidecar.split()[:1] != [digest]:
        message = f"{deposit.name}/{_INVENTORY} is not what its digest says"
        raise StorageError(message)
    try:
        inventory: Inventory = json.loads(stated)
        known = _new(deposit)
        is_ours = all(inventory[key] == known[key] for key in ("id", "type"))
        is_ours &= inventory["digestAlgorithm"] == _DIGEST
        is_ours &= inventory.get("contentDirectory", "content") == "content"
        head = _VERSION.fullmatch(inventory["head"])
        is_ours &= isinstance(inventory["manifest"], dict)
        is_ours &= "state" in inventory["versions"][inventory["head"]]
    except (ValueError, KeyError, TypeError) as error:
        message = f"{deposit.name}/{_INVENTORY} is no inventory: {error!r}"
        raise StorageError(message) from error
    if head is None or not is_ours:
        message = f"{deposit.name}/{_INVENTORY} is of an object that is not from here"
        raise StorageError(message)
    return inventory, int(head[1])


EXPORTER: Final = Exporter(
    name="ocfl",
    makes="a storage root of OCFL 1.1; a new export adds versions to it",
    taken_by="OCFL repositories, Fedora 6, preservation storage",
    needs=(PUBLISHED,),
    pack=pack,
    growth=Growth(_ROOT, pack_onto),
)
