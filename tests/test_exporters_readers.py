"""Packages held against readers that are not ours, whole and broken on purpose."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from deposits import EXPORTS, deposit, packed, sample, tei, written
from lxml import etree
from odd_validators import jing, needs_jing, tei_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.exporters.deposit import Deposit

OUTPUT: Final = Path(__file__).parents[1] / "output" / "soong-stalin-1945-07-07.xml"
VOID: Final = frozenset({"meta", "br"})


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
    source = Path(__file__).parent / "records" / "brackets"
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
    rows = [*table]
    assert [row["id"] for row in rows] == ["sp-1", "sp-2", ""]
    for row in rows:
        whole = files[f"whole/{row['record']}.txt"].decode()
        cut = whole[int(row["start"]) : int(row["end"])]
        path = f"speeches/{row['record']}/{int(row['speech']):04}.txt"
        assert files[path].decode() == f"{cut}\n"
        assert whole[: int(row["start"])].endswith(f"{row['label']} ")


class Page(HTMLParser):
    """A page as the standard library reads it: every element closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.values: dict[str, list[str]] = {}
        self.text = ""
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        for name, value in attrs:
            self.values.setdefault(name, []).append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, f"<{tag}/> is not closed in HTML"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    "made",
    [
        sample("full"),
        sample("minimal"),
        deposit(OUTPUT.read_bytes()),
        deposit(tei(words="<script>alert(1)</script>")),
        deposit(
            tei(body="<sp><p/><list/><table/><lb/><ref target='javascript:1'/></sp>")
        ),
    ],
    ids=["full", "minimal", "output", "script", "empty"],
)
def test_a_page_stands_by_itself(made: Deposit) -> None:
    [content] = packed("html", [made]).values()
    page = Page(content.decode())
    assert not {*page.seen} & {"script", "link", "img", "iframe"}
    assert "src" not in page.values
    assert page.seen.count("h1") == page.seen.count("main") == 1
    assert len({*page.values["id"]}) == len(page.values["id"])
    for href in page.values.get("href", []):
        assert href.startswith(("http", "#"))
        assert not href.startswith("#") or href[1:] in page.values["id"]
    assert {*page.values["aria-labelledby"]} <= {*page.values["id"]}
    text = " ".join(re.sub(r"\[page[ \d]*\]", "", page.text).split())
    for passage in made.passages:
        assert passage.words in text


def test_a_page_that_is_broken_is_caught() -> None:
    [content] = packed("html", [sample("full")]).values()
    with pytest.raises(AssertionError):
        Page(content.decode().replace("</section>", "", 1))


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


def test_archivematica_finds_a_line_for_each_object(
    both: list[Deposit],
) -> None:
    files = packed("bagit", both)
    table = files["data/metadata/metadata.csv"].decode()
    rows = [*csv.DictReader(io.StringIO(table, newline=""))]
    assert [f"data/{row['filename']}" in files for row in rows] == [True, True]
    assert rows[0]["dc.title"] == "Hale & Reed on the closing of the port"


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
