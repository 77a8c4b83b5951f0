"""BagIt 1.0 (RFC 8493): a payload, and the digests that prove it arrived whole.

    bagit.txt
    bag-info.txt
    manifest-sha512.txt
    tagmanifest-sha512.txt
    data/objects/wilson-123420.xml
    data/metadata/metadata.csv

The folders below `data` and the table of Dublin Core are what Archivematica reads.
"""

from __future__ import annotations

from hashlib import sha512
from typing import TYPE_CHECKING, Final

from encoder.exporters.dublin import ELEMENTS, statements
from encoder.exporters.exporter import Exporter
from encoder.text.cells import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece

# RFC 8493 §2.1.1: these two lines and no others.
_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_METADATA: Final = "data/metadata/metadata.csv"
_MANIFEST: Final = "manifest-sha512.txt"
# Archivematica takes several values from columns of one name. How many of them there
# will be is not known when the first line is written; the last takes the rest.
_MANY: Final = {
    "creator": 3,
    "subject": 8,
    "contributor": 8,
    "date": 2,
    "identifier": 3,
    "coverage": 3,
    "rights": 3,
}
_COLUMNS: Final = (
    "filename",
    *(f"dc.{element}" for element in ELEMENTS for _ in range(_MANY.get(element, 1))),
)
_BETWEEN: Final = "; "


class _Bag:
    """What a bag has come to: digests that go on, and counts; no files."""

    def __init__(self) -> None:
        self.manifest = sha512()
        self.metadata = sha512()
        self.octets = self.streams = 0

    def payload(self, path: str, content: bytes) -> Iterator[Piece]:
        """Yield one whole file of the payload, and its line of the manifest."""
        yield path, content
        self.octets += len(content)
        yield from self.listed(path, sha512(content).hexdigest())

    def tabled(self, cells: Iterable[str]) -> Iterator[Piece]:
        """Yield one line of the table, which is payload too."""
        line = row(cells)
        self.metadata.update(line)
        self.octets += len(line)
        yield _METADATA, line

    def listed(self, path: str, digest: str) -> Iterator[Piece]:
        """Yield a file's line of the manifest, when the file is whole."""
        self.streams += 1
        line = f"{digest}  {path}\n".encode()
        self.manifest.update(line)
        yield _MANIFEST, line


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the payload and, when all has gone by, the tag files."""
    bag, info = _Bag(), b""
    yield from bag.tabled(_COLUMNS)
    for deposit in deposits:
        info = info or _about(deposit)
        path = f"objects/{deposit.name}.xml"
        yield from bag.payload(f"data/{path}", deposit.tei)
        yield from bag.tabled(_cells(path, deposit))
    yield from bag.listed(_METADATA, bag.metadata.hexdigest())
    info += f"Payload-Oxum: {bag.octets}.{bag.streams}\n".encode()
    yield "bagit.txt", _DECLARATION
    yield "bag-info.txt", info
    digests = {
        "bag-info.txt": sha512(info).hexdigest(),
        "bagit.txt": sha512(_DECLARATION).hexdigest(),
        _MANIFEST: bag.manifest.hexdigest(),
    }
    lines = "".join(f"{digest}  {path}\n" for path, digest in digests.items())
    yield "tagmanifest-sha512.txt", lines.encode()


def _about(first: Deposit) -> bytes:
    """Return what bag-info.txt says of the whole (RFC 8493 §2.2.2)."""
    edition = first.edition
    day = edition.encoding_date
    stated = {
        "Source-Organization": edition.publisher,
        "External-Description": edition.project,
        "Bagging-Date": day.isoformat() if day else None,
    }
    labelled = (
        f"{key}: {_on_one_line(value)}\n" for key, value in stated.items() if value
    )
    return "".join(labelled).encode()


def _cells(path: str, deposit: Deposit) -> Iterator[str]:
    yield path
    stated = tuple(statements(deposit))
    for element in ELEMENTS:
        values = [each.value for each in stated if each.element == element]
        last = _MANY.get(element, 1) - 1
        for number in range(last):
            yield values[number] if number < len(values) else ""
        yield _BETWEEN.join(values[last:])


def _on_one_line(value: str) -> str:
    return " ".join(value.split())


EXPORTER: Final = Exporter(
    name="bagit",
    makes="a BagIt 1.0 bag with sha512 and a table of Dublin Core",
    taken_by="Archivematica, APTrust, preservation services",
    needs=(),
    pack=pack,
)
