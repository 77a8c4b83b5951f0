"""Authority files: tables and TEI as one value, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from encoder.cli.group import group
from encoder.configuration import ConfigurationError
from encoder.model.authority import Entity, EntityKind, Office
from encoder.runs.authorities import load_authority

PERSON, PLACE, ORG = EntityKind
HEADER: Final = "id,preferred,variants,kind,role,from,to,wikidata,viaf,gnd,note\n"
TABLE: Final = (
    HEADER
    + "ah,Anne Hale,Hale|Miss Hale,,Mayor,1940,1944-03-01,Q1,,,Of the harbour.\n"
    + "ah,Anne Hale,,,Judge,1945,,,12,,\n"
    + ",Nobody yet,Reed,,,,,,,,\n"
    + "quay,North Quay,,place,,,,,,,\n"
)
LIST: Final = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>
  <listPerson><person xml:id="ah" cert="high">
    <persName type="variant">Hale</persName>
    <persName><forename>Anne</forename>
      <surname>Hale</surname></persName>
    <occupation from="1940" to="1944-03-01">Mayor</occupation>
    <idno type="wikidata">Q1</idno><note>Of the harbour.</note>
    <note type="labels">3 turns</note></person>
    <person><persName>Nobody yet</persName></person></listPerson>
  <listOrg><org xml:id="board"><orgName>Harbour Board</orgName></org></listOrg>
  <listPlace><place xml:id="quay"><placeName>North Quay</placeName></place></listPlace>
</standOff></TEI>
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [*map(str, arguments)])


def loaded(folder: Path, **files: str) -> tuple[Entity, ...]:
    paths = []
    for name, text in files.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, "utf-8")
        paths.append(path)
    return load_authority(paths).entities


def test_a_table_is_read_with_several_roles_of_one_person(tmp_path: Path) -> None:
    assert loaded(tmp_path, people_csv=TABLE) == (
        Entity(
            "ah",
            PERSON,
            "Anne Hale",
            ("Hale", "Miss Hale"),
            (Office("Mayor", "1940", "1944-03-01"), Office("Judge", "1945")),
            (("wikidata", "Q1"), ("viaf", "12")),
            "Of the harbour.",
        ),
        Entity("quay", PLACE, "North Quay"),
    )


def test_a_tei_list_is_read_with_its_names_roles_and_numbers(tmp_path: Path) -> None:
    assert loaded(tmp_path, people_xml=LIST) == (
        Entity(
            "ah",
            PERSON,
            "Anne Hale",
            ("Hale",),
            (Office("Mayor", "1940", "1944-03-01"),),
            (("wikidata", "Q1"),),
            "Of the harbour.",
            "high",
        ),
        Entity("quay", PLACE, "North Quay"),
        Entity("board", ORG, "Harbour Board"),
    )


def test_two_files_are_one_authority(tmp_path: Path) -> None:
    more = HEADER + "reed,Reed,,,,,,,,,\n"
    found = loaded(tmp_path, people_xml=LIST, more_csv=more)
    assert [each.id for each in found] == ["ah", "quay", "board", "reed"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1a,Hale,,,,,,,,,", "'1a' cannot be an xml:id"),
        ("a b,Hale,,,,,,,,,", "'a b' cannot be an xml:id"),
        ("encoder,Hale,,,,,,,,,", "'encoder' is an identifier of ours"),
        ("sp-1,Hale,,,,,,,,,", "'sp-1' is an identifier of ours"),
        ("ah,,,,,,,,,,", "csv:2: 'ah' has no preferred name"),
        ("ah,Hale,,pet,,,,,,,", "csv:2: there is no kind 'pet'"),
        ("ah,Hale,,,Mayor,1945-13,,,,,", "csv:2: '1945-13' is no date"),
        ("ah,Hale,,,,1945,,,,,", "csv:2: from and to are those of a role"),
        ("ah,Hale,,,,,,,,,\nah,Reed,,,,,,,,,", "csv:3: 'ah' is 'Hale' in a row above"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(
    tmp_path: Path, row: str, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        loaded(tmp_path, people_csv=f"{HEADER}{row}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<TEI>", "not XML"),
        ("<TEI/>", "no person, place or org of TEI is in it"),
        (
            (
                '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
                '<TEI xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="a">'
                "<persName>&x;</persName></person></TEI>"
            ),
            "it has a DOCTYPE",
        ),
    ],
)
def test_a_list_that_cannot_be_used_is_named(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        loaded(tmp_path, people_xml=text)


def test_one_identifier_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"'ah' is in .*people\.csv already"):
        loaded(tmp_path, people_csv=TABLE, people_xml=LIST)


def test_the_configuration_names_authority_files_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(TABLE)
    (tmp_path / "tei-encoder.toml").write_text('authority = ["people.csv"]\n')
    (tmp_path / "memo.txt").write_text("Miss Hale: Is it so?\n\nReed: It is.\n" * 3)
    assert run("convert", tmp_path).exit_code == 0
    assert 'who="#ah"' in (tmp_path / "memo.xml").read_text()


def test_an_authority_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "tei-encoder.toml").write_text('authority = ["people.csv"]\n')
    (tmp_path / "memo.txt").write_text("Hale: Is it so?\n")
    result = run("convert", tmp_path)
    assert result.exit_code == 2
    assert 'tei-encoder.toml:1: there is no file "people.csv"' in result.output
