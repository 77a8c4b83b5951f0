"""Deposits to pack, and packages as mappings of paths to bytes."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from encoder.configuration import Configuration, Encoder, Licence
from encoder.exporters import TARGETS, exporter_to
from encoder.exporters.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.exporters.deposit import Deposit

EXPORTS: Final = Path(__file__).with_name("exports")
KINDS: Final = (*TARGETS, "tei-spoken")
"""Every target, and after a dash each other form of one."""
UNSAID: Final = Configuration()
EDITION: Final = Configuration(
    publisher="Strand & Sons",
    licence=Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    encoder=Encoder("Ida Holm", "0000-0002-1825-0097"),
    project="The harbour talks,\n1951 to 1953",
    encoding_date=date(2026, 11, 24),
    contact="desk@strand.example",
    discipline="Social Sciences",
)
_TEI: Final = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>\
<titleStmt><title>{title}</title><author><persName>{words}</persName></author>\
<funder>{words}</funder><respStmt><resp>{words}</resp><name>{words}</name></respStmt>\
</titleStmt><publicationStmt><publisher>{words}</publisher><date when="2026-11-24"/>\
<idno>{identifier}</idno><idno type="DOI">10.5072/x</idno>\
<availability><licence target="https://example.org/licence?a=1&amp;b=2">{words}\
</licence><p>{words}</p></availability></publicationStmt>\
<sourceDesc><bibl>{words}</bibl><msDesc><msIdentifier><repository>{words}</repository>\
<collection>{words}</collection><idno>{words}</idno></msIdentifier></msDesc></sourceDesc>\
</fileDesc><profileDesc><abstract><p>{words}</p></abstract>\
<creation><date when="1951">{words}</date></creation>\
<particDesc><listPerson><person><persName>{words}</persName></person></listPerson>\
</particDesc><settingDesc><place><placeName>{words}</placeName></place></settingDesc>\
<textClass><keywords><term>{words}</term></keywords></textClass>\
</profileDesc></teiHeader><text><body>{body}</body></text></TEI>"""
_BODY: Final = "<sp><speaker>{words}</speaker><p>{words}</p></sp><p>{words}</p>"


def tei(
    words: str = "Hale", title: str = "Hale", identifier: str = "1", body: str = _BODY
) -> bytes:
    """Return a TEI file that has `words` in every field."""
    said = escape(words)
    inside = body.format(words=said)
    file = _TEI.format(
        words=said, title=escape(title), identifier=escape(identifier), body=inside
    )
    return file.encode()


def deposit(data: bytes, edition: Configuration = EDITION) -> Deposit:
    return read(data, "memo.xml", edition)


def sample(name: str) -> Deposit:
    """Return the deposit of `minimal` or `full`."""
    data = (EXPORTS / f"{name}.xml").read_bytes()
    return read(data, f"{name}.xml", EDITION if name == "minimal" else UNSAID)


def packed(kind: str, deposits: Iterable[Deposit]) -> dict[str, bytes]:
    """Return the package of one of `KINDS`."""
    target, _, form = (kind, "", "") if kind in TARGETS else kind.partition("-")
    files: dict[str, bytes] = {}
    for path, content in exporter_to(target, [form]).pack(deposits):
        files[path] = files.get(path, b"") + content
    return files


def written(files: dict[str, bytes], folder: Path) -> Path:
    """Write a package into a folder, and return the folder."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


_SPECIAL = """&<>"' %\\{}$#_~^|;,\n\t]]> <!-- --> ${x} =1+1"""
HOSTILE: Final = {
    "a title of 3,000 characters": tei(title="Hale " * 600),
    "what markup and formulas are made of": tei(words=_SPECIAL, title=_SPECIAL),
    "right to left, and emoji": tei(words="שלום 👩‍👩‍👧 \u202eabc", title="שלום 🙂"),
    "a path for an identifier": tei(identifier="../../etc/passwd"),
    "a device for an identifier": tei(identifier="CON"),
    "a formula in every field": tei(
        words='=cmd|"/c calc"!A1', title="@SUM(1)", identifier="-1+1"
    ),
    "attributes that nobody expects": tei(
        body="<sp who='=1+1 \t #a' n='&lt;b>' xml:id='a'><speaker>\u00a0</speaker>"
        "<p n='&quot;'>{words}</p></sp><div n='=1'><head/></div>"
    ),
    "TEI that is not valid": tei(body="<sp><bogus><p/>{words}</bogus><row/></sp>"),
    "an empty text": tei(body=""),
}
"""What exporters and their readers trip over, by what it is."""
EACH = pytest.mark.parametrize(
    "made",
    [sample("full"), sample("minimal"), *map(deposit, HOSTILE.values())],
    ids=["full", "minimal", *HOSTILE],
)
