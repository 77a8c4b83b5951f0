"""What holds for every target: golden packages, missing facts, hostile records."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from deposits import (
    EXPORTS,
    HOSTILE,
    KINDS,
    UNSAID,
    deposit,
    packed,
    sample,
    tei,
    written,
)
from lxml import etree

from encoder.errors import RefusedError
from encoder.exporters import TARGETS, exporter_to
from encoder.exporters.names import safe_name
from encoder.exporters.reading import read
from encoder.exporters.requirements import missing
from encoder.runs.packages import Package

if TYPE_CHECKING:
    from encoder.exporters.deposit import Deposit

# Only OCFL has a file whose name is prescribed with another sign in it.
_SAFE = re.compile(r"(?:0=)?[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_NOT_WORDS = "\x00-\x08\x0b\x0c\x0e-\x1f"


def test_every_target_is_in_the_table_of_contents() -> None:
    folder = Path(exporter_to("tei").pack.__code__.co_filename).parent
    found = {
        path.stem
        for path in folder.glob("*.py")
        if path.stem != "__init__" and "\nEXPORTER: Final" in path.read_text("utf-8")
    }
    assert found == {name.replace("-", "") for name in TARGETS}
    assert [exporter_to(name).name for name in TARGETS] == [*TARGETS]


@pytest.mark.parametrize("size", ["minimal", "full"])
@pytest.mark.parametrize("target", KINDS)
def test_a_golden_package_is_made_again(
    target: str, size: str, request: pytest.FixtureRequest
) -> None:
    files = packed(target, [sample(size)])
    folder = EXPORTS / target / size
    if request.config.getoption("--update-expected"):
        written(files, folder)
    there = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert files == there


@pytest.mark.parametrize("target", TARGETS)
def test_a_missing_fact_is_said_with_its_place(target: str) -> None:
    data = re.sub(rb"<(title|idno)\b.*?</\1>", b"", tei())
    for element in (b"author", b"publisher", b"licence", b"abstract", b"bibl"):
        data = re.sub(rb"<%b\b.*?</%b>" % (element, element), b"", data)
    data = data.replace(b'<date when="2026-11-24"/>', b"")
    poor = read(data, "memo.xml", UNSAID)
    needs = exporter_to(target).needs
    found = [*missing(poor, [exporter_to(target)])]
    assert len(found) == len(needs)
    for need, (name, finding) in zip(needs, found, strict=True):
        assert (name, finding.rule.code) == (target, "X001")
        asked = f"{target} requires: {need.fact}"
        assert finding.message == f"{asked}; state it {need.where}"
        assert finding.place.file == "memo.xml"


@pytest.mark.parametrize("target", TARGETS)
def test_a_rich_record_lacks_nothing(target: str) -> None:
    assert not [*missing(sample("full"), [exporter_to(target)])]


@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.parametrize("target", KINDS)
def test_no_record_leaves_the_folder_or_breaks_a_file(target: str, case: str) -> None:
    two = [deposit(HOSTILE[case]), deposit(tei(identifier="other"))]
    files = packed(target, two)
    assert files
    for path, content in files.items():
        assert all(_SAFE.fullmatch(part) for part in path.split("/")), path
        is_sound(path, content)
    assert len({path.casefold() for path in files}) == len(files)
    assert packed(target, two) == files


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_without_a_title_is_packed_as_it_is_or_not_at_all(kind: str) -> None:
    data = re.sub(rb"<title>.*?</title>", b"", tei(identifier="untitled"))
    poor = deposit(data)
    assert poor.title is None
    name = kind if kind in TARGETS else kind.partition("-")[0]
    lacking = [finding.message for _, finding in missing(poor, [exporter_to(name)])]
    if lacking:
        assert len(lacking) == 1
        assert "title" in lacking[0]
        return
    files = packed(kind, [poor])
    for path, content in files.items():
        is_sound(path, content)
        assert b"None" not in content


@pytest.mark.parametrize("target", KINDS)
def test_no_two_records_meet_in_a_file(target: str) -> None:
    names = ("Memo", "memo", "m\u00e9mo", "me\u0301mo", "CON", "con", "../memo", "a/b")
    alone = [packed(target, [deposit(tei(identifier=name))]) for name in names]
    together = packed(target, [deposit(tei(identifier=name)) for name in names])
    shared = set.intersection(*({*files} for files in alone))
    own = [path for files in alone for path in files if path not in shared]
    assert sorted([*own, *shared]) == sorted(together)
    assert len({path.casefold() for path in together}) == len(together)


def is_sound(path: str, content: bytes) -> None:
    """Hold a file against the grammar that its name promises."""
    text = content.decode()
    assert not re.search(f"[{_NOT_WORDS}\r](?!\n)", text.replace("\r\n", "\n"))
    if path.endswith((".xml", ".xconf")):
        etree.fromstring(content)
    elif path.endswith(".json"):
        json.loads(text)
    elif path.endswith(".csv"):
        header, *rows = csv.reader(io.StringIO(text, newline=""))
        for cells in rows:
            assert len(cells) == len(header)
            assert not any(cell[:1] in {"=", "+", "-", "@", "\t"} for cell in cells)


def test_names_are_each_somebody_s_own() -> None:
    identities = ["Memo", "memo", "MEMO", "m\u00e9mo", "me\u0301mo", "memo.", "CON"]
    identities += [
        "con.txt",
        "nul",
        "../memo",
        "a/b",
        "a\\b",
        "a:b",
        "",
        ".",
        "..",
        "会",
    ]
    names = [safe_name(each) for each in identities]
    assert len({*names}) == len(names)
    assert all(_SAFE.fullmatch(name) for name in names)
    assert not {name.split(".")[0] for name in names} & {"con", "nul"}
    assert len(safe_name("x" * 4000)) < 80


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<TEI", "T001"),
        (b"<html/>", "X003"),
        (b"<TEI/>", "X003"),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', "X003"),
        (b"<!DOCTYPE TEI [<!ENTITY e 'x'>]>" + tei(body="<p>&amp;e;</p>"), None),
        (
            b"<!DOCTYPE TEI [<!ENTITY e SYSTEM '/etc/passwd'>]>"
            + tei(body="<p>{words}</p>", words="E").replace(b"<p>E</p>", b"<p>&e;</p>"),
            "X003",
        ),
    ],
)
def test_what_is_no_record_is_refused(data: bytes, code: str | None) -> None:
    if code is None:
        assert b"DOCTYPE" not in deposit(data).tei
        return
    with pytest.raises(RefusedError) as refusal:
        deposit(data)
    assert refusal.value.finding.rule.code == code


def test_the_header_is_read_once_and_whole() -> None:
    full: Deposit = sample("full")
    assert (full.title, full.subtitles) == (
        "Hale & Reed on the closing of the port",
        ("Second day",),
    )
    assert (full.doi, full.identity, full.language) == (
        "10.5072/harbour-7",
        "harbour-7",
        "en",
    )
    assert full.created == "1951-03-09/1951-03-10"
    assert full.original.shelfmark == "box 6, folder 9"
    assert full.original.address == "https://example.org/tapes/7"
    assert full.subjects == ("ports", "pilotage", "Social Sciences")
    [creator] = full.creators
    assert (creator.name, creator.orcid) == ("Ada Reed", "0000-0002-1825-0097")
    assert full.software == "tei-encoder 0.1.0"
    assert [(agent.role.value, agent.name) for agent in full.agents[1:]] == [
        ("editor", "Nils Berg"),
        ("funder", "Strand Fund"),
        ("contributor", "Harbour Office"),
        ("encoder", "Ida Holm"),
        ("participant", "Anne Hale"),
        ("participant", "Tom Reed"),
    ]


def test_the_configuration_fills_only_what_the_header_leaves_unsaid() -> None:
    minimal = sample("minimal")
    assert minimal.publisher == "Strand & Sons"
    assert [agent.name for agent in minimal.creators] == ["Ida Holm"]
    assert deposit(tei(words="Reed")).publisher == "Reed"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a\\b", "c:x"])
def test_the_writer_leaves_no_folder(path: str, tmp_path: Path) -> None:
    with (
        Package(tmp_path / "out") as package,
        pytest.raises(ValueError, match="a package has no path"),
    ):
        package.add(path, b"")
    assert not [*tmp_path.iterdir()]


def test_in_plain_text_verse_keeps_its_lines() -> None:
    body = "<sp><speaker>HALE</speaker><lg><l>The road</l><l>Is long.</l></lg></sp>"
    files = packed("text", [deposit(tei(body=body))])
    assert b"HALE The road\nIs long.\n" in files["whole/1.txt"]
