"""What each engine validates with, and how it refuses what it cannot use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from odd_validators import IDEAL, PROJECT, TEI_CURRENT, needs_jing

from encoder.errors import EncoderError
from encoder.validation.parsing import parse
from encoder.validation.rules_schema import SCHEMA_RULES
from encoder.validation.schema.engines import (
    Engine,
    check_file,
    check_files,
    check_tree,
)
from encoder.validation.schema.files import element_names, schemas

FAULTS: Final = Path(__file__).parents[1] / "faults"
SOUND: Final = (FAULTS / "sound.xml").read_bytes()
UNKNOWN: Final = (FAULTS / "unknown-element.xml").read_bytes()

XSD: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="memo"><xs:complexType mixed="true"><xs:sequence>
<xs:element name="p" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

XSD_ENGINES: Final = [Engine.LXML, Engine.XMLSCHEMA]

needs_tei_all = pytest.mark.skipif(
    not TEI_CURRENT.is_file(), reason="the schema of TEI 4.9 is not here"
)


@pytest.mark.parametrize("engine", XSD_ENGINES)
def test_another_xsd_decides_when_it_is_named(engine: Engine, tmp_path: Path) -> None:
    schema = tmp_path / "memo.xsd"
    schema.write_text(XSD, "utf-8")
    assert check_file(b"<memo><p>Yes.</p></memo>", "memo.xml", engine, schema) == ()
    (finding,) = check_file(b"<memo>\nNo.</memo>", "memo.xml", engine, schema)
    assert str(finding) == (
        "memo.xml:1:1: error T004 [missing-element] "
        "'memo' is not complete: it lacks 'p' (at /memo)"
    )


def test_lxml_reads_the_record_schema_in_relax_ng() -> None:
    schema = schemas() / "record.rng"
    assert check_file(SOUND, "a.xml", schema=schema) == ()
    assert check_file(UNKNOWN, "a.xml", schema=schema) == check_file(UNKNOWN, "a.xml")


@pytest.mark.parametrize("engine", XSD_ENGINES)
def test_another_relax_ng_is_left_to_jing(engine: Engine, tmp_path: Path) -> None:
    schema = tmp_path / "other.rng"
    schema.write_text("<grammar xmlns='http://relaxng.org/ns/structure/1.0'/>", "utf-8")
    with pytest.raises(EncoderError, match="use --engine jing"):
        check_file(SOUND, "a.xml", engine, schema)


def test_jing_takes_no_xsd() -> None:
    with pytest.raises(EncoderError, match=r"jing cannot validate with record\.xsd"):
        check_file(SOUND, "a.xml", Engine.JING, schemas() / "record.xsd")


def test_a_schema_that_is_not_there_is_refused() -> None:
    with pytest.raises(EncoderError, match=r"there is no schema .*lost\.xsd"):
        check_file(SOUND, "a.xml", schema=Path("lost.xsd"))


@pytest.mark.parametrize("engine", XSD_ENGINES)
@pytest.mark.parametrize(
    "text", ["<", "<schema/>", XSD.replace("xs:string", "xs:strong")]
)
def test_a_schema_that_is_none_is_refused(
    engine: Engine, text: str, tmp_path: Path
) -> None:
    schema = tmp_path / "broken.xsd"
    schema.write_text(text, "utf-8")
    with pytest.raises(EncoderError, match=r"the schema .* cannot be"):
        check_file(SOUND, "a.xml", engine, schema)


def test_without_a_java_jing_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EncoderError, match=r"needs a Java.*or use --engine lxml"):
        check_file(SOUND, "a.xml", Engine.JING)


@needs_jing
def test_jing_refuses_a_grammar_that_is_none(tmp_path: Path) -> None:
    schema = tmp_path / "broken.rng"
    schema.write_text("<grammar/>", "utf-8")
    with pytest.raises(EncoderError, match="jing cannot validate"):
        check_file(SOUND, "a.xml", Engine.JING, schema)


@needs_jing
def test_jing_reads_the_compact_syntax(tmp_path: Path) -> None:
    schema = tmp_path / "memo.rnc"
    schema.write_text("element memo { element p { text } }", "utf-8")
    good, bad = b"<memo><p/></memo>", b"<memo>\n<q/></memo>"
    findings = check_files({"a": good, "b": bad}, Engine.JING, schema)
    assert [(f.rule.code, str(f.place)) for f in findings] == [("T003", "b:2:1")]


@needs_jing
@needs_tei_all
def test_jing_holds_records_against_all_of_tei() -> None:
    files = {"sound.xml": SOUND, "unknown.xml": UNKNOWN}
    findings = check_files(files, Engine.JING, TEI_CURRENT)
    assert [(f.place.file, f.rule.code, f.place.line) for f in findings] == [
        ("unknown.xml", "T003", 30)
    ]


@pytest.mark.slow
@needs_jing
def test_jing_counts_characters_and_lines_as_we_do() -> None:
    said = b"It has been open since noon."
    files = {
        "astral.xml": SOUND.replace(
            said, "🌊<hi>🌊</hi><hi lost='1'/>🌊<hi/>".encode()
        ),
        "windows.xml": UNKNOWN.replace(b"\n", b"\r\n"),
        "latin.xml": SOUND.replace(b"UTF-8", b"ISO-8859-1").replace(
            said, "é<hi lost='1'/>".encode("latin-1")
        ),
        "comment.xml": SOUND.replace(said, b"<!-- <hi> --><hi lost='>'/><?a <b>?>"),
    }
    assert check_files(files, Engine.JING) == check_files(files, Engine.LXML)
    assert len(check_files(files, Engine.JING)) == 4


ENGINES: Final = [*XSD_ENGINES, pytest.param(Engine.JING, marks=needs_jing)]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_entity_is_resolved(engine: Engine, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    doctype = f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    data = SOUND.replace(b"?>\n", f"?>\n{doctype}\n".encode()).replace(b"noon", b"&e;")
    declared, used = check_file(data, "a.xml", engine)
    assert (declared.rule.code, declared.place.line) == ("T801", 2)
    assert used.rule.code == "T802"
    assert used.message == "the entity &e; is not read"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("folder", ["http://localhost:9/", "file:///nowhere/", ""])
def test_a_document_type_declaration_is_passed_over(
    folder: str, engine: Engine
) -> None:
    doctype = f'<!DOCTYPE TEI SYSTEM "{folder}tei.dtd" [<!-- ]> -->\n]>\n'.encode()
    data = SOUND.replace(b"?>\n", b"?>\n" + doctype)
    (finding,) = check_file(data, "a.xml", engine)
    assert finding.rule.code == "T801"
    assert f"names {folder}tei.dtd" in finding.message


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("data", [b"", b"\n\n", b"no markup", b"<TEI>", b"\xff\xfe<"])
def test_what_is_no_xml_is_a_finding_and_no_failure(
    data: bytes, engine: Engine
) -> None:
    (finding,) = check_file(data, "a.xml", engine)
    assert finding.rule.code == "T001"
    assert finding.message


ASKED: Final = """
import sys
from encoder.validation.parsing import parse
from encoder.validation.schema.engines import check_tree
for path in sys.argv[1:]:
    check_tree(parse(open(path, "rb").read()), path)
    print("xmlschema" in sys.modules)
"""


def test_xmlschema_explains_what_lxml_rejects_and_is_loaded_for_nothing_else() -> None:
    files = [FAULTS / "sound.xml", FAULTS / "unknown-element.xml"]
    done = subprocess.run(  # noqa: S603 -- our own words and files, in a process where nothing is loaded yet
        [sys.executable, "-c", ASKED, *map(str, files)],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.split() == ["False", "True"]


def test_a_large_document_is_left_to_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("encoder.validation.schema.engines.EXPLAINED", 10)
    (finding,) = check_tree(parse(UNKNOWN), "a.xml")
    assert (finding.rule.code, finding.place.line) == ("T003", 30)


@pytest.mark.skipif(not IDEAL.is_file(), reason="the record by hand is not here")
def test_findings_are_in_the_order_of_the_file() -> None:
    data = IDEAL.read_bytes().replace(b"<speaker>", b"<speeker>")
    findings = check_file(data.replace(b"</speaker>", b"</speeker>"), "a.xml")
    lines = [finding.place.line for finding in findings]
    assert len(lines) == 67
    assert lines == sorted(lines)


def test_an_open_schema_knows_no_names(tmp_path: Path) -> None:
    schema = tmp_path / "open.rng"
    schema.write_text(
        "<element xmlns='http://relaxng.org/ns/structure/1.0'><anyName/></element>",
        "utf-8",
    )
    assert element_names(schema) == frozenset()


def test_both_schemas_name_the_same_elements() -> None:
    xsd, rng = (element_names(schemas() / f"record.{kind}") for kind in ("xsd", "rng"))
    assert xsd == rng
    assert "{http://www.tei-c.org/ns/1.0}sp" in xsd


def test_the_codes_are_in_order_and_the_names_differ() -> None:
    assert [rule.code for rule in SCHEMA_RULES] == [f"T{n:03}" for n in range(1, 12)]
    assert len({rule.name for rule in SCHEMA_RULES}) == len(SCHEMA_RULES)
