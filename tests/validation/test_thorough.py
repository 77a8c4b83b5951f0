"""`--thorough`: every engine validates, and where they disagree is a finding."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from odd_validators import needs_jing

from encoder.cli.group import group
from encoder.errors import EncoderError
from encoder.validation import thorough
from encoder.validation.selection import select
from encoder.validation.validate import Checked, Given, Request, validate

if TYPE_CHECKING:
    from collections.abc import Iterable

FAULTS: Final = Path(__file__).parents[1] / "faults"
SOUND: Final = (FAULTS / "sound.xml").read_bytes()
SAID: Final = b"It has been open since noon."
XSD: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="memo"><xs:complexType><xs:sequence>
<xs:element name="p" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
RNG: Final = """<element name="memo" xmlns="http://relaxng.org/ns/structure/1.0">
<optional><element name="p"><text/></element></optional></element>"""


def checked(
    files: Iterable[tuple[str, bytes]], schema: Path | None = None
) -> list[Checked]:
    request = Request(select(only=["schema"]), schema=schema, thorough=True)
    return validate([Given(*file) for file in files], request)


def without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thorough, "is_here", lambda: False)


@pytest.mark.slow
@needs_jing
def test_three_engines_agree_on_the_fault_files() -> None:
    files = [(each.name, each.read_bytes()) for each in sorted(FAULTS.glob("*.xml"))]
    expected = tomllib.loads((FAULTS / "expected.toml").read_text("utf-8"))
    for done in checked(files):
        fault = expected.get(done.name.removesuffix(".xml"))
        codes = [finding.rule.code for finding in done.findings]
        assert codes == ([fault["code"]] if fault else []), done.name
        if codes != ["T001"]:
            assert done.by == (
                "lxml against record.xsd, xmlschema against record.xsd, "
                "jing against record.rng"
            )


def test_two_engines_are_compared_where_there_is_no_java(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_java(monkeypatch)
    data = SOUND.replace(SAID, b'<ref target="a#b#c">It has.</ref>')
    (done,) = checked([("a.xml", data)])
    assert [(f.rule.code, f.place.line) for f in done.findings] == [
        ("T006", 31),
        ("T011", 31),
    ]
    assert done.findings[1].message.startswith(
        "lxml finds T006 here, and xmlschema does not: target='a#b#c' is not a value"
    )


@needs_jing
def test_what_jing_alone_refuses_is_a_finding_in_a_file_that_is_valid() -> None:
    data = SOUND.replace(SAID, b'<date when="1951-03-02T24:00:00">midnight</date>')
    (done,) = checked([("a.xml", data)])
    (finding,) = done.findings
    assert (finding.rule.code, finding.place.line) == ("T011", 31)
    assert finding.message.startswith(
        "jing finds T006 here, and lxml and xmlschema do not: when="
    )


@pytest.mark.slow
@needs_jing
def test_the_schema_of_the_same_name_beside_one_is_taken_for_the_same(
    tmp_path: Path,
) -> None:
    for name, text in {"memo.xsd": XSD, "memo.rng": RNG}.items():
        (tmp_path / name).write_text(text, "utf-8")
    for schema in ("memo.xsd", "memo.rng"):
        (done,) = checked([("a.xml", b"<memo/>")], tmp_path / schema)
        assert [finding.rule.code for finding in done.findings] == ["T004", "T011"]
        assert "and jing does not" in done.findings[1].message


def test_one_engine_that_is_left_has_nobody_to_disagree_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_java(monkeypatch)
    (tmp_path / "memo.rng").write_text(RNG, "utf-8")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EncoderError, match="needs a Java"):
        checked([("a.xml", b"<memo/>")], tmp_path / "memo.rng")


def test_it_is_asked_for_on_the_command_line_and_not_with_one_engine() -> None:
    file = str(FAULTS / "sound.xml")
    done = CliRunner().invoke(group, ["validate", file, "--thorough"])
    assert "xmlschema against record.xsd" in done.stdout
    both = CliRunner().invoke(
        group, ["validate", file, "--thorough", "--engine", "lxml"]
    )
    assert both.exit_code == 2
    assert "leave out --engine" in both.stderr
