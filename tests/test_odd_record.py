"""schemas/record.odd: what it describes, and the schemas that are compiled from it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from lxml import etree
from odd_validators import IDEAL, PROJECT, jing, needs_jing, tei_all

from encoder.checks.schema import Engine, check_file, valid
from encoder.odd import compile_odd
from encoder.odd.__main__ import main

SCHEMAS: Final = PROJECT / "schemas"
ODD: Final = SCHEMAS / "record.odd"
COMPILED: Final = compile_odd(ODD)
ELEMENTS: Final = COMPILED.schema.elements

needs_ideal = pytest.mark.skipif(
    not IDEAL.is_file(), reason="the record encoded by hand is not here"
)


@pytest.mark.parametrize("name", COMPILED.files)
def test_compiling_again_changes_nothing(name: str) -> None:
    """When this fails, run `make schema`."""
    assert (SCHEMAS / name).read_bytes() == COMPILED.files[name]


def test_the_module_writes_what_is_committed(tmp_path: Path) -> None:
    main([str(ODD), "-o", str(tmp_path)])
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == COMPILED.files


def test_every_element_says_in_a_sentence_how_it_is_used() -> None:
    said = {name: element.description for name, element in ELEMENTS.items()}
    assert not [name for name in said if not said[name].endswith(".")]
    assert len({*said.values()}) == len(said)


def test_there_are_no_more_elements_than_editors_can_know() -> None:
    assert 100 <= len(ELEMENTS) <= 145


def test_every_attribute_says_what_it_is_for() -> None:
    for element in ELEMENTS.values():
        for attribute in COMPILED.schema.attributes_of(element):
            assert attribute.description, (element.name, attribute.name)


def test_no_model_class_is_there_for_nothing() -> None:
    models = COMPILED.schema.models
    used = {
        key.get("key") for key in etree.fromstring(ODD.read_bytes()).iter("{*}classRef")
    }
    while more := {key for key in models if key not in used and used_by(key) & used}:
        used |= more
    assert {*models} <= used


def used_by(key: str) -> set[str | None]:
    """Return the classes that a class is a member of."""
    spec = etree.fromstring(ODD.read_bytes()).find(f".//{{*}}classSpec[@ident='{key}']")
    assert spec is not None
    return {member.get("key") for member in spec.iter("{*}memberOf")}


def test_the_grammar_has_one_define_for_each_element() -> None:
    grammar = etree.fromstring(COMPILED.rng)
    defines = [define.get("name") for define in grammar.iter("{*}define")]
    assert defines == [*ELEMENTS]


def test_the_xsd_has_groups_and_no_substitutions() -> None:
    xsd = etree.fromstring(COMPILED.xsd)
    groups = {group.get("name") for group in xsd.iterfind("{*}group")}
    assert groups == {*COMPILED.schema.models, *COMPILED.schema.macros}
    assert b"substitutionGroup" not in COMPILED.xsd


def test_each_datatype_is_one_named_type() -> None:
    xsd = etree.fromstring(COMPILED.xsd)
    types = [kind.get("name", "") for kind in xsd.iterfind("{*}simpleType")]
    assert [name for name in types if "list" not in name] == [
        *COMPILED.schema.datatypes
    ]


@needs_jing
@tei_all
def test_the_customisation_is_itself_tei(tei_all: Path) -> None:
    assert jing(tei_all, [ODD]) == []


@needs_ideal
@pytest.mark.parametrize("engine", [Engine.LXML, Engine.XMLSCHEMA])
def test_the_record_encoded_by_hand_is_valid(engine: Engine) -> None:
    assert check_file(IDEAL.read_bytes(), IDEAL.name, engine) == ()


@needs_ideal
@needs_jing
def test_the_record_encoded_by_hand_is_valid_by_jing() -> None:
    assert check_file(IDEAL.read_bytes(), IDEAL.name, Engine.JING) == ()


@needs_ideal
def test_a_valid_tree_stays_valid_when_asked_twice() -> None:
    root = etree.parse(IDEAL, etree.XMLParser(collect_ids=False)).getroot()
    assert valid(root)
    assert valid(root)
