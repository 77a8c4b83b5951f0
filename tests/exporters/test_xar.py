"""EXPath packages held against the rules of eXist-db's documentation, stated here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from deposits import EACH, EDITION, EXPORTS, deposit, packed, sample, tei
from lxml import etree

from encoder.cli.group import group

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from encoder.configuration import Configuration
    from encoder.exporters.deposit import Deposit

PKG: Final = "{http://expath.org/ns/pkg}"
REPO: Final = "{http://exist-db.org/xquery/repo}"
CONF: Final = "{http://exist-db.org/collection-config/1.0}"
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_VERSION: Final = re.compile(r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}")


def faults(files: dict[str, bytes]) -> Iterator[str]:
    """Yield each rule of the documentation that a package breaks."""
    for needed in ("expath-pkg.xml", "repo.xml"):
        if needed not in files:
            yield f"no {needed} in the root"
            return
    yield from faults_of_descriptor(etree.fromstring(files["expath-pkg.xml"]))
    yield from faults_of_deployment(etree.fromstring(files["repo.xml"]), files)
    for path, content in files.items():
        if path.startswith("data/"):
            root = etree.fromstring(content)
            if root.tag != "{http://www.tei-c.org/ns/1.0}TEI":
                yield f"{path} is no TEI"


def faults_of_descriptor(package: _Element) -> Iterator[str]:
    if package.tag != f"{PKG}package":
        yield "expath-pkg.xml is no descriptor"
    if not _URI.fullmatch(package.get("name", "")):
        yield "the name is no URI"
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", package.get("abbrev", "")):
        yield "the abbreviation is no simple name"
    if not _VERSION.fullmatch(package.get("version", "")):
        yield "the version is not semantic"
    if package.get("spec") != "1.0":
        yield "spec is not 1.0"
    if not package.findtext(f"{PKG}title"):
        yield "no title"
    for needed in package.iterfind(f"{PKG}dependency"):
        if len({"processor", "package"} & {*needed.attrib}) != 1:
            yield "a dependency on nothing"


def faults_of_deployment(meta: _Element, files: dict[str, bytes]) -> Iterator[str]:
    if meta.tag != f"{REPO}meta":
        yield "repo.xml is no deployment descriptor"
    if meta.findtext(f"{REPO}type") not in {"application", "library"}:
        yield "the type is none"
    target = meta.findtext(f"{REPO}target") or ""
    if not re.fullmatch(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*", target):
        yield "records need a target, relative to the root of the repository"
    for script in ("prepare", "finish"):
        if (named := meta.findtext(f"{REPO}{script}")) and named not in files:
            yield f"{script} names a script that is not there"


@EACH
def test_a_package_is_what_exist_db_deploys(made: Deposit) -> None:
    files = packed("xar", [made, deposit(tei(identifier="other"))])
    assert [*faults(files)] == []
    data = {path for path in files if path.startswith("data/")}
    assert data == {f"data/{made.name}.xml", "data/other.xml"}


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("repo.xml", b"", None, "no repo.xml in the root"),
        ("pre-install.xql", b"", None, "prepare names a script that is not there"),
        ("expath-pkg.xml", b'version="2026.11.24"', b'version="1"', "not semantic"),
        ("expath-pkg.xml", b"urn:uuid:", b"no uri", "the name is no URI"),
        ("repo.xml", b"<target>", b"<target>/db/", "records need a target"),
        ("repo.xml", b"library", b"data", "the type is none"),
    ],
)
def test_a_package_that_is_broken_is_caught(
    file: str, old: bytes, new: bytes | None, fault: str
) -> None:
    files = packed("xar", [sample("minimal")])
    content = files.pop(file)
    assert old in content
    if new is not None:
        files[file] = content.replace(old, new)
    assert fault in " ".join(faults(files))


def test_the_indexes_are_of_elements_that_records_have() -> None:
    files = packed("xar", [sample("full")])
    root = etree.fromstring(files["collection.xconf"])
    assert root.tag == f"{CONF}collection"
    names = [each.get("qname", "") for each in root.iterfind(f".//{CONF}text")]
    assert {"tei:text", "tei:div", "tei:sp", "tei:p"} <= {*names}
    [index] = root
    assert index.nsmap["tei"] == "http://www.tei-c.org/ns/1.0"


def test_a_package_is_a_newer_version_of_itself_and_of_no_other() -> None:
    def named(edition: Configuration, name: str) -> tuple[str | None, str | None]:
        made = deposit(tei(identifier=name), edition)
        root = etree.fromstring(packed("xar", [made])["expath-pkg.xml"])
        return root.get("name"), root.get("version")

    later = EDITION.encoding_date and EDITION.encoding_date.replace(year=2027)
    one, other = named(EDITION, "a"), named(EDITION._replace(encoding_date=later), "b")
    assert one[0] == other[0]
    assert (one[1], other[1]) == ("2026.11.24", "2027.11.24")
    assert named(EDITION._replace(project="Letters"), "a")[0] != one[0]


def test_a_package_is_one_zip_file_whether_asked_for_or_not(tmp_path: Path) -> None:
    source = tmp_path / "full.xml"
    source.write_bytes((EXPORTS / "full.xml").read_bytes())
    for options in ((), ("--zip",)):
        command = ["export", str(source), "--to", "xar", "-o", str(tmp_path), *options]
        assert CliRunner().invoke(group, command).exit_code == 0
    with ZipFile(tmp_path / "xar.xar") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    assert files == packed("xar", [sample("full")])
    assert not (tmp_path / "xar.zip").exists()
