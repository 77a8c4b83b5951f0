"""schemas/record.odd: what it describes, and the schemas that are compiled from it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import pytest
from lxml import etree
from odd_validators import IDEAL, PROJECT, jing, needs_jing, tei_all

from encoder.odd import compile_odd
from encoder.odd.__main__ import main
from encoder.validation.schema.compiled import valid
from encoder.validation.schema.engines import Engine, check_file

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
    committed = (SCHEMAS / name).read_bytes()
    # pytest works for minutes on the difference between two megabytes.
    changed = committed != COMPILED.files[name]
    assert not changed


def test_the_module_writes_what_is_committed(tmp_path: Path) -> None:
    main([str(ODD), "-o", str(tmp_path)])
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert [*sorted(written)] == [*sorted(COMPILED.files)]
    changed = {name for name in written if written[name] != COMPILED.files[name]}
    assert changed == set()


def test_every_element_says_in_a_sentence_how_it_is_used() -> None:
    said = {name: element.description for name, element in ELEMENTS.items()}
    assert not [name for name in said if not said[name].endswith(".")]
    assert len({*said.values()}) == len(said)


def test_there_are_no_more_elements_than_editors_can_know() -> None:
    assert 100 <= len(ELEMENTS) <= 170


@pytest.mark.parametrize(
    "names",
    [
        "TEI teiHeader standOff text front body back",
        "div head opener closer dateline salute signed postscript",
        "trailer argument byline epigraph",
        "sp speaker p stage lg l q quote",
        "u seg vocal kinesic incident pause shift",
        "castList castGroup castItem role roleDesc actor",
        "list label item table row cell figure figDesc",
        "pb lb cb milestone fw note ref ptr",
        "gap unclear supplied add del choice sic corr orig reg abbr expan",
        "hi emph foreign mentioned soCalled term gloss title",
        "date time name persName orgName placeName rs measure",
        "charDecl char localProp mapping g calendarDesc calendar",
        "listPerson person personGrp listOrg org listPlace place listEvent event",
    ],
)
def test_what_records_and_their_editors_need_is_there(names: str) -> None:
    assert [name for name in names.split() if name not in ELEMENTS] == []


@pytest.mark.parametrize(
    ("element", "attributes"),
    [
        ("teiHeader", "xml:lang"),
        ("text", "xml:id xml:lang"),
        ("sp", "who xml:id n xml:lang corresp"),
        ("u", "who xml:id n xml:lang"),
        ("note", "place type n resp target"),
        ("ref", "target type"),
        ("pb", "n rend cert resp break facs"),
        ("date", "when notBefore notAfter from to calendar cert ana"),
        ("supplied", "reason resp rend cert"),
        ("persName", "ref key type"),
        ("milestone", "unit n"),
    ],
)
def test_an_element_has_the_attributes_that_its_use_asks_for(
    element: str, attributes: str
) -> None:
    has = {each.name for each in COMPILED.schema.attributes_of(ELEMENTS[element])}
    assert {*attributes.split()} <= has


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


def test_attributes_are_interleaved() -> None:
    """Or libxml2 needs minutes for an element that carries twenty of them."""
    grammar = etree.fromstring(COMPILED.rng)
    for attribute in grammar.iter("{*}attribute"):
        assert next(attribute.iterancestors("{*}interleave"), None) is not None


def test_elements_that_differ_in_name_alone_share_a_type() -> None:
    """Or libxml2 builds an automaton for each of them, a millisecond a time."""
    blank = etree.XMLParser(remove_blank_text=True)
    types = [
        (kind.get("mixed"), *map(etree.tostring, kind))
        for kind in etree.fromstring(COMPILED.xsd, blank).iter("{*}complexType")
    ]
    assert len({*types}) == len(types) < len(ELEMENTS)


def test_only_sequences_and_elements_are_repeated() -> None:
    """Or libxml2 counts the repetitions, and validates a third slower."""
    xsd = etree.fromstring(COMPILED.xsd)
    repeated = {str(each.tag) for each in xsd.iterfind(".//*[@maxOccurs]")}
    assert {etree.QName(tag).localname for tag in repeated} == {"sequence", "element"}


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


def test_every_schema_travels_inside_the_wheel() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    here = [f"schemas/{path.name}" for path in SCHEMAS.iterdir()]
    assert included == {path: f"encoder/{path}" for path in here}


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
