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

NEEDED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("schemaSpec", "elementSpec", "classSpec"), "ident"),
    **dict.fromkeys(("macroSpec", "dataSpec", "attDef", "valItem"), "ident"),
    **dict.fromkeys(("elementRef", "classRef", "macroRef", "memberOf"), "key"),
    "specGrpRef": "target",
}
"""The attribute that a construct says nothing without."""

HOLDERS: Final = frozenset({"sequence", "alternate", "valList"})
"""The constructs that mean nothing when there is nothing in them."""

USAGES: Final = frozenset({"opt", "rec", "mwa", "req"})
"""What an attribute's usage may be; all but the last leave it to the encoder."""

BUILTINS: Final = frozenset(
    """
    string normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS
    boolean decimal integer nonPositiveInteger negativeInteger nonNegativeInteger
    positiveInteger long int short byte unsignedLong unsignedInt unsignedShort
    unsignedByte float double duration dateTime time date gYearMonth gYear gMonthDay
    gDay gMonth hexBinary base64Binary anyURI QName
    """.split()
)
"""The datatypes of W3C XML Schema that a RELAX NG validator knows as well."""

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
    _refuse_incomplete(element, name)
    for child in element.iterchildren("*"):
        if local_name(child) not in PROSE:
            refuse_unknown(child)


def _refuse_incomplete(element: _Element, name: str) -> None:
    """Raise for a construct that is known, and does not say what it has to."""
    if name in NEEDED and not element.get(NEEDED[name]):
        raise refusal(element, f"<{name}> without @{NEEDED[name]}")
    if name in HOLDERS and not len(element):
        raise refusal(element, f"an empty <{name}>")
    if name == "attDef" and element.get("usage", "opt") not in USAGES:
        raise refusal(element, f'usage="{element.get("usage")}"')
    if name == "dataRef":
        _refuse_data(element)


def _refuse_data(reference: _Element) -> None:
    """Raise for a reference to a datatype that is none, or to two at once."""
    key, builtin = reference.get("key"), reference.get("name")
    if (key is None) == (builtin is None):
        raise refusal(reference, "<dataRef> without one of @key and @name")
    if builtin is not None and builtin not in BUILTINS:
        raise refusal(reference, f"<dataRef> to {builtin!r}")
    if builtin is None and "restriction" in reference.attrib:
        raise refusal(reference, "@restriction of a <dataRef> with @key")


def description(spec: _Element) -> str:
    """Return what an ODD says of an element or an attribute, on one line."""
    said = spec.find(f"{TEI}desc")
    return "" if said is None else " ".join("".join(said.itertext()).split())
