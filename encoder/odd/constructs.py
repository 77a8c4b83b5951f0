"""The constructs of TEI's ODD that the compiler knows (TEI P5, chapter 22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

TEI: Final = "{http://www.tei-c.org/ns/1.0}"

OCCURRENCES: Final = frozenset({"minOccurs", "maxOccurs"})
SPECIFICATION: Final = frozenset({"ident", "module"})

CONSTRUCTS: Final[Mapping[str, frozenset[str]]] = {
    "schemaSpec": frozenset({"ident", "start", "ns"}),
    "specGrp": frozenset({"{http://www.w3.org/XML/1998/namespace}id"}),
    "specGrpRef": frozenset({"target"}),
    "elementSpec": SPECIFICATION,
    "classSpec": SPECIFICATION | {"type"},
    "macroSpec": SPECIFICATION,
    "dataSpec": SPECIFICATION,
    "classes": frozenset(),
    "memberOf": frozenset({"key"}),
    "content": frozenset(),
    "sequence": OCCURRENCES,
    "alternate": OCCURRENCES,
    "elementRef": OCCURRENCES | {"key"},
    "classRef": OCCURRENCES | {"key"},
    "macroRef": frozenset({"key"}),
    "dataRef": frozenset({"key", "name", "restriction"}),
    "textNode": frozenset(),
    "empty": frozenset(),
    "attList": frozenset(),
    "attDef": frozenset({"ident", "usage"}),
    "datatype": OCCURRENCES,
    "valList": frozenset({"type"}),
    "valItem": frozenset({"ident"}),
}
"""Each construct with the attributes it may carry."""

PROSE: Final = frozenset({"desc", "gloss", "remarks", "exemplum", "head", "p"})
"""What is written for people and is not compiled."""


class UnknownConstructError(EncoderError):
    """The ODD says something that the compiler cannot put into a schema."""

    def __init__(self, construct: str, element: _Element) -> None:
        super().__init__(
            f"line {element.sourceline} of the ODD: {construct} cannot be compiled; "
            "the constructs that can are listed in encoder/odd/constructs.py"
        )
        self.construct = construct
        self.line = element.sourceline


def refusal(element: _Element, construct: str) -> UnknownConstructError:
    """Return what to raise when a construct, named so, stands at `element`."""
    return UnknownConstructError(construct, element)


def local_name(element: _Element) -> str:
    """Return the name of a TEI element; of any other, its name with its namespace."""
    return str(element.tag).removeprefix(TEI)


def refuse_unknown(element: _Element) -> None:
    """Raise for the first construct that the compiler does not know."""
    name = local_name(element)
    if name not in CONSTRUCTS:
        raise refusal(element, f"<{name}>")
    for attribute in element.attrib:
        if attribute not in CONSTRUCTS[name]:
            raise refusal(element, f"@{attribute} of <{name}>")
    for child in element.iterchildren("*"):
        if local_name(child) not in PROSE:
            refuse_unknown(child)
