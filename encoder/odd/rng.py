"""A schema to RELAX NG.

There is one `define` for each element, and in it every class, shared content
model and datatype is written out: libxml2 compiles a grammar of classes for
half a minute, and this one in a tenth of a second. The attributes of an element
are interleaved, which says no more than that each may be there: of optional ones
in a row libxml2 follows every combination, and twenty of them take it minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.odd.schema import (
    Alternate,
    Builtin,
    ClassKey,
    DataKey,
    ElementKey,
    Empty,
    MacroKey,
    Occurs,
    Sequence,
    TextContent,
    Union,
    Values,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from encoder.odd.schema import Attribute, Content, Datatype, Element, Schema

RNG: Final = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS: Final = "http://relaxng.org/ns/compatibility/annotations/1.0"
DATATYPES: Final = "http://www.w3.org/2001/XMLSchema-datatypes"

PATTERNS: Final[Mapping[Occurs, str]] = {
    Occurs.OPTIONAL: "optional",
    Occurs.ANY: "zeroOrMore",
    Occurs.SOME: "oneOrMore",
}


def rng(schema: Schema) -> bytes:
    """Return the schema as RELAX NG, in its XML syntax."""
    root = etree.Element(f"{{{RNG}}}grammar", nsmap={None: RNG, "a": ANNOTATIONS})
    root.set("ns", schema.namespace)
    root.set("datatypeLibrary", DATATYPES)
    _add(_add(root, "start"), "ref", name=schema.start)
    for element in schema.elements.values():
        _element(_add(root, "define", name=element.name), element, schema)
    return etree.tostring(
        root, encoding="UTF-8", xml_declaration=True, pretty_print=True
    )


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    """Return a new element of RELAX NG at the end of `parent`."""
    return etree.SubElement(parent, f"{{{RNG}}}{name}", attributes)


def _element(define: _Element, element: Element, schema: Schema) -> None:
    """Add the pattern of one element, with what this project says of it."""
    pattern = _add(define, "element", name=element.name)
    note = etree.SubElement(pattern, f"{{{ANNOTATIONS}}}documentation")
    note.text = element.description
    if attributes := list(schema.attributes_of(element)):
        holder = _add(pattern, "interleave")
        for attribute in attributes:
            _attribute(holder, attribute, schema)
    _content(pattern, element.content, schema)


def _attribute(parent: _Element, attribute: Attribute, schema: Schema) -> None:
    """Add the pattern of one attribute."""
    holder = parent if attribute.required else _add(parent, "optional")
    pattern = _add(holder, "attribute", name=attribute.name)
    if attribute.many:
        pattern = _add(_add(pattern, "list"), "oneOrMore")
    _datatype(pattern, attribute.datatype, schema)


def _datatype(parent: _Element, datatype: Datatype, schema: Schema) -> None:
    """Add the pattern of a value."""
    match datatype:
        case DataKey(key):
            _datatype(parent, schema.datatypes[key], schema)
        case Builtin(name, pattern):
            data = _add(parent, "data", type=name)
            if pattern:
                _add(data, "param", name="pattern").text = pattern
        case Union(members):
            choice = _add(parent, "choice")
            for member in members:
                _datatype(choice, member, schema)
        case Values(values):
            choice = _add(parent, "choice")
            for value in values:
                _add(choice, "value", type="token").text = value


def _content(parent: _Element, content: Content, schema: Schema) -> None:
    """Add the pattern of a content model, or of a part of one."""
    match content:
        case TextContent():
            _add(parent, "text")
        case Empty():
            _add(parent, "empty")
        case DataKey():
            _datatype(parent, content, schema)
        case MacroKey(key):
            _content(parent, schema.macros[key], schema)
        case ElementKey(key, occurs):
            _add(_repeated(parent, occurs), "ref", name=key)
        case ClassKey(key, occurs):
            choice = _add(_repeated(parent, occurs), "choice")
            for name in schema.members(key):
                _add(choice, "ref", name=name)
        case Sequence(parts, occurs):
            _parts(_add(_repeated(parent, occurs), "group"), parts, schema)
        case Alternate(parts, occurs):
            _parts(_add(_repeated(parent, occurs), "choice"), parts, schema)


def _parts(parent: _Element, parts: tuple[Content, ...], schema: Schema) -> None:
    """Add the pattern of each part."""
    for part in parts:
        _content(parent, part, schema)


def _repeated(parent: _Element, occurs: Occurs) -> _Element:
    """Return where to add a pattern, so that it may stand as often as `occurs` says."""
    return _add(parent, PATTERNS[occurs]) if occurs in PATTERNS else parent
