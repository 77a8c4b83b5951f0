"""One fault at each place of a sound document: three engines say the same of it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from lxml import etree
from odd_validators import needs_jing

from encoder.tei.names import TEI, XML_ID
from encoder.validation.parsing import parse
from encoder.validation.schema.engines import Engine, check_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from encoder.finding import Finding

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("schema agreement")]

SOUND: Final = Path(__file__).parents[1] / "faults" / "sound.xml"


def made(name: str) -> etree._Element:
    return etree.Element(f"{{{TEI}}}{name}")


def rename(element: etree._Element) -> None:
    element.tag = f"{{{TEI}}}nothing"


def take_out_of_tei(element: etree._Element) -> None:
    element.tag = etree.QName(element).localname


def delete(element: etree._Element) -> None:
    blank = element.getparent()
    assert blank is not None
    blank.remove(element)


def repeat(element: etree._Element) -> None:
    again = deepcopy(element)
    for each in again.iter("*"):
        each.attrib.pop(XML_ID, None)
    element.addnext(again)


def say(element: etree._Element) -> None:
    element.text = f"{element.text or ''}words"


def add_attribute(element: etree._Element) -> None:
    element.set("colour", "red")


def wrap(element: etree._Element) -> None:
    outer, parent = made("nothing"), element.getparent()
    assert parent is not None
    parent.replace(element, outer)
    outer.append(element)


def put_before(name: str) -> Callable[[etree._Element], None]:
    return lambda element: element.addprevious(made(name))


def put_instead(name: str) -> Callable[[etree._Element], None]:
    def put(element: etree._Element) -> None:
        parent = element.getparent()
        assert parent is not None
        parent.replace(element, made(name))

    return put


FAULTS: Final = {
    "renamed": rename,
    "outside TEI": take_out_of_tei,
    "deleted": delete,
    "twice": repeat,
    "stray": say,
    "attribute": add_attribute,
    "wrapped": wrap,
    "p before": put_before("p"),
    "sourceDesc before": put_before("sourceDesc"),
    "p instead": put_instead("p"),
    "cell instead": put_instead("cell"),
}
"""What is done to one element; at some places it is no fault."""


def spoilt() -> Iterator[tuple[str, bytes]]:
    """Yield each document with its name: the fault, and the element that has it."""
    sound = SOUND.read_bytes()
    for kind, spoil in FAULTS.items():
        for number in range(1, len(list(parse(sound).iter("*")))):
            element = list(parse(sound).iter("*"))[number]
            name = f"{kind}: {number:02} {etree.QName(element).localname}"
            root = element.getroottree()
            spoil(element)
            yield name, etree.tostring(root, encoding="UTF-8")


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return dict(spoilt())


@pytest.fixture(scope="module")
def found(documents: dict[str, bytes]) -> Mapping[str, list[Finding]]:
    """What our own engine finds, lxml with xmlschema to explain, by document."""
    return by_file(documents, Engine.LXML)


def by_file(
    documents: Mapping[str, bytes], engine: Engine
) -> Mapping[str, list[Finding]]:
    findings: dict[str, list[Finding]] = {name: [] for name in documents}
    for finding in check_files(documents, engine):
        findings[finding.place.file].append(finding)
    return findings


def test_one_fault_is_one_finding(found: Mapping[str, list[Finding]]) -> None:
    assert [name for name in found if len(found[name]) > 1] == []
    assert sum(map(len, found.values())) > 150


@pytest.mark.parametrize(
    "engine", [Engine.XMLSCHEMA, pytest.param(Engine.JING, marks=needs_jing)]
)
def test_another_engine_finds_the_same_at_the_same_line(
    engine: Engine, documents: dict[str, bytes], found: Mapping[str, list[Finding]]
) -> None:
    others = by_file(documents, engine)
    for name in documents:
        expected = [(each.rule.code, each.place.line) for each in found[name]]
        assert [(f.rule.code, f.place.line) for f in others[name]] == expected, name
