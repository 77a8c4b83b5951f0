"""Packages held against readers that are not ours, whole and broken on purpose."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from deposits import EXPORTS, deposit, packed, sample, tei, written
from lxml import etree
from odd_validators import jing, needs_jing, tei_all

from encoder.exporters.dublin import ELEMENTS, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.exporters.deposit import Deposit

OUTPUT: Final = Path(__file__).parents[2] / "output" / "soong-stalin-1945-07-07.xml"


@pytest.fixture
def both() -> list[Deposit]:
    return [sample("full"), sample("minimal")]


@needs_jing
@tei_all
def test_tei_is_what_the_guidelines_say(
    tei_all: Path, both: list[Deposit], tmp_path: Path
) -> None:
    written(packed("tei", [*both, deposit(OUTPUT.read_bytes())]), tmp_path)
    corpus = etree.parse(tmp_path / "corpus.xml")
    corpus.xinclude()
    whole = tmp_path / "whole.xml"
    corpus.write(whole)
    assert len(corpus.getroot()) == 4
    assert not jing(tei_all, [whole, *tmp_path.glob("records/*.xml")])
    broken = tmp_path / "broken.xml"
    broken.write_bytes(whole.read_bytes().replace(b"</teiHeader>", b"", 1))
    assert jing(tei_all, [broken])


def test_every_pointer_in_a_corpus_leads_into_its_own_record(
    both: list[Deposit],
) -> None:
    files = packed("tei", [*both, deposit(OUTPUT.read_bytes())])
    whole = etree.fromstring(files["records/harbour-7.xml"])
    speech = whole.find(".//{*}sp")
    assert speech is not None
    assert speech.get("who") == "#harbour-7.anne-hale"
    ids = {path: {*identifiers(files[path])} for path in files if "/" in path}
    assert len(set().union(*ids.values())) == sum(map(len, ids.values()))


def identifiers(content: bytes) -> Iterator[str]:
    for element in etree.fromstring(content).iter():
        if xml_id := element.get("{http://www.w3.org/XML/1998/namespace}id"):
            yield xml_id


def test_text_has_the_words_of_the_source_and_no_others() -> None:
    source = Path(__file__).parents[1] / "records" / "brackets"
    made = deposit((source / "expected.xml").read_bytes())
    [text] = [
        content.decode()
        for path, content in packed("text", [made]).items()
        if path.startswith("whole/")
    ]
    printed = (source / "source.txt").read_text("utf-8")
    assert text.split() == printed.split()[-len(text.split()) :]


def test_text_is_cut_by_its_table_of_offsets(both: list[Deposit]) -> None:
    files = packed("text", both)
    table = csv.DictReader(io.StringIO(files["offsets.csv"].decode(), newline=""))
    assert [row["id"] for row in table] == ["sp-1", "sp-2", ""]
    assert [*faults_of_text(files)] == []


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        ("whole/harbour-7.txt", b"Who", b"So who", "0001.txt is not what is cut"),
        ("speeches/harbour-7/0002.txt", b"two", b"2", "0002.txt is not what is cut"),
        ("offsets.csv", b"Reed:", b"Hale:", "no label before speech 2"),
        ("offsets.csv", b"\r\nharbour-7,3", b"\r\nharbour-7,2", "0003.txt is in no"),
    ],
)
def test_text_that_is_broken_is_caught(
    path: str, old: bytes, new: bytes, fault: str
) -> None:
    files = packed("text", [sample("full")])
    assert old in files[path]
    broken = {**files, path: files[path].replace(old, new, 1)}
    assert fault in " ".join(faults_of_text(broken))


def faults_of_text(files: dict[str, bytes]) -> Iterator[str]:
    """Yield where the texts, the table of offsets and the speeches disagree."""
    table = csv.DictReader(io.StringIO(files["offsets.csv"].decode(), newline=""))
    listed = set()
    for row in table:
        whole = files[f"whole/{row['record']}.txt"].decode()
        cut = whole[int(row["start"]) : int(row["end"])]
        path = f"speeches/{row['record']}/{int(row['speech']):04}.txt"
        listed.add(path)
        if files[path].decode() != f"{cut}\n":
            yield f"{path} is not what is cut"
        if not whole[: int(row["start"])].endswith(f"{row['label']} "):
            yield f"no label before speech {row['speech']}"
    for path in files:
        if path.startswith("speeches/") and path not in listed:
            yield f"{path} is in no line"


def test_a_bag_is_whole_and_a_flipped_bit_is_caught(
    both: list[Deposit], tmp_path: Path
) -> None:
    bagit = pytest.importorskip("bagit")
    bag = bagit.Bag(str(written(packed("bagit", both), tmp_path)))
    assert bag.version_info == (1, 0)
    assert bag.validate()
    assert bag.info["Payload-Oxum"] == f"{size_of(tmp_path / 'data')}.3"
    flip(tmp_path / "data" / "objects" / f"{both[0].name}.xml")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()


def test_another_reader_of_bags_agrees(both: list[Deposit], tmp_path: Path) -> None:
    bagit_utils = pytest.importorskip("bagit_utils")
    written(packed("bagit", both), tmp_path)
    report = bagit_utils.Bag(tmp_path).validate()
    assert (report.valid, report.issues) == (True, [])
    assert bagit_utils.Bag(tmp_path).baginfo["Source-Organization"] == ["Strand & Sons"]
    flip(tmp_path / "data" / "metadata" / "metadata.csv")
    assert not bagit_utils.Bag(tmp_path).validate().valid


def test_sha512sum_agrees_with_both_manifests(
    both: list[Deposit], tmp_path: Path
) -> None:
    program = shutil.which("sha512sum")
    if program is None:
        pytest.skip("this machine has no sha512sum")
    written(packed("bagit", both), tmp_path)
    command = [program, "-c", "manifest-sha512.txt", "tagmanifest-sha512.txt"]
    assert run(command, tmp_path) == 0
    flip(tmp_path / "bag-info.txt")
    assert run(command, tmp_path) == 1


def metadata_csv(content: bytes) -> dict[str, dict[str, list[str]]]:
    """Return what Archivematica makes of a table: the values of each column name that
    are stated, by the path of the object ("Import metadata" in its manual)."""
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    assert header[0] == "filename"
    read: dict[str, dict[str, list[str]]] = {}
    for path, *cells in rows:
        values = read.setdefault(path, {})
        for name, cell in zip(header[1:], cells, strict=True):
            values.setdefault(name, []).extend([cell] if cell else [])
    return read


def test_archivematica_finds_every_value_of_each_object(both: list[Deposit]) -> None:
    files = packed("bagit", both)
    read = metadata_csv(files["data/metadata/metadata.csv"])
    assert {f"data/{path}" for path in read} | {"data/metadata/metadata.csv"} == {
        path for path in files if path.startswith("data/")
    }
    for made in both:
        values = read[f"objects/{made.name}.xml"]
        for element in ELEMENTS:
            stated = [s.value for s in statements(made) if s.element == element]
            assert values[f"dc.{element}"] == stated


def test_what_is_more_than_there_are_columns_is_in_the_last() -> None:
    terms = "".join(f"<term>t{number}</term>" for number in range(11))
    many = tei().replace(b"<term>Hale</term>", terms.encode())
    read = metadata_csv(packed("bagit", [deposit(many)])["data/metadata/metadata.csv"])
    [values] = read.values()
    subjects = [f"t{number}" for number in range(7)]
    assert values["dc.subject"] == [*subjects, "t7; t8; t9; t10"]


def run(command: list[str], folder: Path) -> int:
    done = subprocess.run(  # noqa: S603 (a program of the system, on our own files)
        command, cwd=folder, capture_output=True, check=False
    )
    return done.returncode


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def flip(file: Path) -> None:
    """Change one bit of a file."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def test_the_golden_packages_are_those_of_the_targets() -> None:
    sizes = {path.name for path in EXPORTS.glob("*/*") if path.is_dir()}
    assert sizes == {"minimal", "full"}
