"""The personography of a corpus: every label, to be filled in once for all records."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from encoder.cli.group import group

MEMO: Final = """\
Hale: Is the quay to be closed?

Mr. Reed: It is, from tomorrow.

HALE: Who will tell the town?

Voices: Not I!

Mr. Reed: I will.
"""
OTHER: Final = MEMO.replace("Mr. Reed:", "Thomas Reed:")
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
TEI: Final = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(MEMO)
    (tmp_path / "b.txt").write_text(OTHER)
    return tmp_path


def people(*arguments: str) -> Result:
    result = CliRunner().invoke(group, ["people", ".", *arguments])
    assert result.exit_code == 0, result.output
    return result


def rows(folder: Path) -> list[dict[str, str]]:
    text = (folder / "people.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def fill(folder: Path, label: str, **cells: str) -> None:
    filled = rows(folder)
    for row in filled:
        if label in row["variants"].split("|"):
            row.update(cells)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*filled[0]])
    writer.writeheader()
    writer.writerows(filled)
    (folder / "people.csv").write_text(out.getvalue(), "utf-8-sig")


def test_every_label_is_listed_the_most_frequent_first(folder: Path) -> None:
    result = people()
    assert "people.csv: 3 unidentified, 0 identified, from 2 records" in result.output
    listed = [
        (row["variants"], row["turns"], row["records"], row["in"])
        for row in rows(folder)
    ]
    assert listed == [
        ("HALE|Hale", "4", "2", "a.txt; b.txt"),
        ("Mr. Reed", "2", "1", "a.txt"),
        ("Thomas Reed", "2", "1", "b.txt"),
    ]


def test_what_was_filled_in_stays_and_goes_to_the_end(folder: Path) -> None:
    people()
    fill(folder, "Hale", id="ah", preferred="Anne Hale", note="Of the harbour.")
    (folder / "c.txt").write_text(MEMO.replace("Hale:", "Anne Hale:"))
    result = people()
    assert "2 unidentified, 1 identified, from 3 records" in result.output
    last = rows(folder)[-1]
    assert (last["id"], last["preferred"], last["note"]) == (
        "ah",
        "Anne Hale",
        "Of the harbour.",
    )
    assert last["variants"].split("|") == ["HALE", "Hale", "Anne Hale"]
    assert (last["turns"], last["records"]) == ("6", "3")


def test_a_row_is_kept_whose_label_is_in_no_record_any_more(folder: Path) -> None:
    people()
    fill(folder, "Thomas Reed", id="tr", preferred="Thomas Reed")
    (folder / "b.txt").unlink()
    people()
    last = rows(folder)[-1]
    assert (last["id"], last["turns"], last["records"]) == ("tr", "0", "0")


def test_the_list_is_an_authority_file_once_it_is_filled_in(folder: Path) -> None:
    people()
    fill(folder, "Mr. Reed", id="tr", preferred="Thomas Reed")
    (folder / "tei-encoder.toml").write_text('authority = ["people.csv"]\n')
    result = CliRunner().invoke(group, ["convert", "."])
    assert result.exit_code == 0, result.output
    for name in ("a.xml", "b.xml"):
        assert 'who="#tr"' in (folder / name).read_text()
    assert "2 unidentified, 1 identified" not in people().output
    assert rows(folder)[0]["suggestions"] == ""


def test_whoever_another_authority_file_knows_is_no_question(folder: Path) -> None:
    (folder / "decisions").mkdir()
    table = "id,preferred,variants\nah,Anne Hale,Hale|HALE\n"
    (folder / "decisions" / "authority.csv").write_text(table)
    assert "2 unidentified, 1 identified" in people().output
    assert (rows(folder)[-1]["id"], rows(folder)[-1]["suggestions"]) == ("", "ah")


def test_a_tei_list_is_refreshed_as_a_table_is(folder: Path) -> None:
    people("-o", "people.xml")
    text = (folder / "people.xml").read_text()
    filled = text.replace(
        '<person>\n        <persName type="variant">Mr. Reed',
        '<person xml:id="tr">\n        <persName>Thomas Reed</persName>\n'
        '        <persName type="variant">Mr. Reed',
    )
    assert filled != text
    (folder / "people.xml").write_text(filled)
    result = people("-o", "people.xml")
    assert "1 unidentified, 1 identified" in result.output
    people_found = [*etree.parse(folder / "people.xml").iter(f"{TEI}person")]
    assert [each.get(XML_ID) for each in people_found] == [None, "tr"]
    counted = [each.findtext(f"{TEI}note[@type='labels']") for each in people_found]
    assert counted[1] == "4 turns in 2 records: a.txt; b.txt"


def test_a_refresh_of_nothing_new_changes_no_byte(folder: Path) -> None:
    people()
    fill(folder, "Hale", id="ah", preferred="Anne Hale")
    people()
    once = (folder / "people.csv").read_bytes()
    people()
    assert (folder / "people.csv").read_bytes() == once


def test_a_record_that_is_refused_is_said_and_the_others_are_listed(
    folder: Path,
) -> None:
    (folder / "c.txt").write_text("")
    result = CliRunner().invoke(group, ["people", "."])
    assert result.exit_code == 1
    assert "R002 [empty]" in result.stderr
    assert len(rows(folder)) == 3
