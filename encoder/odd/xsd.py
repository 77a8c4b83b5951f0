"""A schema to XSD 1.0.

Each model class and shared content model is a named group, each attribute class
an attribute group, each datatype one named simple type, and elements that differ
in name alone share one complex type. There are no substitution groups: libxml2
calls valid ones ambiguous.

Some habits are for libxml2 alone. It builds an automaton for each complex type and
compares each pair of its transitions, so that a type less is a millisecond less, and
choices are written flat (`encoder.odd.flat`). And it counts how often a choice was
repeated, but not how often a sequence was: what may be repeated is therefore a
sequence of one choice, which validates a third faster.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.odd.flat import flat
from encoder.odd.schema import (
    Alternate,
    Attribute,
    Builtin,
    ClassKey,
    Content,
    DataKey,
    Datatype,
    Element,
    ElementKey,
    Empty,
    MacroKey,
    Occurs,
    Schema,
    Sequence,
    TextContent,
    Union,
    Values,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.odd.schema import Part

XS: Final = "http://www.w3.org/2001/XMLSchema"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XML_FILE: Final = "xml.xsd"
"""The file beside the XSD that declares `xml:id` and `xml:lang`: an XSD 1.0 document
declares names of one namespace only, and imports the others."""


def xsd(schema: Schema) -> bytes:
    """Return the schema as XSD 1.0; it imports the file that `xml_xsd` returns."""
    schema = flat(schema)
    root = _root(schema.namespace, {"xs": XS, None: schema.namespace})
    _add(root, "import", namespace=XML, schemaLocation=XML_FILE)
    for key, datatype in schema.datatypes.items():
        _simple_type(root, datatype, key)
    for key in dict.fromkeys(_listed(schema)):
        _list_type(root, key)
    for key, attributes in schema.attributes.items():
        _attributes(_add(root, "attributeGroup", name=key), attributes)
    for key, members in schema.models.items():
        _particle(Alternate(members), _add(root, "group", name=key))
    for key, content in schema.macros.items():
        if isinstance(content, (Sequence, Alternate)):
            _particle(
                replace(content, occurs=Occurs.ONCE), _add(root, "group", name=key)
            )
    alike = _alike(schema)
    for elements in alike:
        if len(elements) > 1:
            _complex_type(root, elements[0], schema, _type_name(elements))
    types = {each.name: _type_name(elements) for elements in alike for each in elements}
    for element in schema.elements.values():
        _element(root, element, schema, types[element.name])
    return _bytes(root)


def xml_xsd(schema: Schema) -> bytes:
    """Return the XSD of the attributes whose names begin with `xml:`."""
    root = _root(XML, {"xs": XS})
    for attribute in _every_attribute(schema):
        if attribute.name.startswith("xml:"):
            name = attribute.name.removeprefix("xml:")
            datatype = attribute.datatype
            if isinstance(datatype, DataKey):
                datatype = schema.datatypes[datatype.key]
            _simple_type(_add(root, "attribute", name=name), datatype)
    return _bytes(root)


def _every_attribute(schema: Schema) -> Iterator[Attribute]:
    """Yield each attribute of the schema once, where it is defined."""
    for attributes in schema.attributes.values():
        yield from attributes
    for element in schema.elements.values():
        yield from element.attributes


def _listed(schema: Schema) -> Iterator[str]:
    """Yield the name of each datatype of which some attribute holds a list."""
    for attribute in _every_attribute(schema):
        if attribute.many and isinstance(attribute.datatype, DataKey):
            yield attribute.datatype.key


def _root(namespace: str, prefixes: dict[str | None, str]) -> _Element:
    """Return an empty schema document."""
    root = etree.Element(f"{{{XS}}}schema", nsmap=prefixes)
    root.set("targetNamespace", namespace)
    root.set("elementFormDefault", "qualified")
    return root


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    """Return a new element of XSD at the end of `parent`."""
    return etree.SubElement(parent, f"{{{XS}}}{name}", attributes)


def _bytes(root: _Element) -> bytes:
    """Return a schema document as bytes, always the same for the same schema."""
    return etree.tostring(
        root, encoding="UTF-8", xml_declaration=True, pretty_print=True
    )


def _simple_type(parent: _Element, datatype: Datatype, name: str = "") -> None:
    """Add a simple type, with its name where it is shared."""
    kind = _add(parent, "simpleType", **({"name": name} if name else {}))
    match datatype:
        case Values(values):
            base = _add(kind, "restriction", base="xs:token")
            for value in values:
                _add(base, "enumeration", value=value)
        case Union(members):
            names = " ".join(f"xs:{member.name}" for member in members)
            _add(kind, "union", memberTypes=names)
        case Builtin(builtin, pattern):
            base = _add(kind, "restriction", base=f"xs:{builtin}")
            if pattern:
                _add(base, "pattern", value=pattern)
        case DataKey(key):
            _add(kind, "restriction", base=key)


def _list_type(root: _Element, key: str) -> None:
    """Add the type of a list of one or more values of the datatype `key`."""
    kind = _add(root, "simpleType", name=f"{key}.list")
    restriction = _add(kind, "restriction")
    _add(_add(restriction, "simpleType"), "list", itemType=key)
    _add(restriction, "minLength", value="1")


def _attributes(parent: _Element, attributes: Iterable[Attribute]) -> None:
    """Add the uses of `attributes` to a type or an attribute group."""
    for attribute in attributes:
        use = {"use": "required"} if attribute.required else {}
        if attribute.name.startswith("xml:"):
            _add(parent, "attribute", ref=attribute.name, **use)
            continue
        added = _add(parent, "attribute", name=attribute.name, **use)
        if isinstance(attribute.datatype, DataKey):
            key = attribute.datatype.key
            added.set("type", f"{key}.list" if attribute.many else key)
        else:
            _simple_type(added, attribute.datatype)


def _alike(schema: Schema) -> list[list[Element]]:
    """Return the elements, those together that differ in name and description alone."""
    alike: dict[object, list[Element]] = {}
    for element in schema.elements.values():
        kind = (element.content, element.classes, element.attributes)
        alike.setdefault(kind, []).append(element)
    return list(alike.values())


def _type_name(elements: list[Element]) -> str:
    """Return the name of the type that elements share; there is none for one alone."""
    return f"{elements[0].name}.type" if len(elements) > 1 else ""


def _element(root: _Element, element: Element, schema: Schema, kind: str) -> None:
    """Add the declaration of one element, with what this project says of it."""
    declared = _add(root, "element", name=element.name)
    note = _add(_add(declared, "annotation"), "documentation")
    note.text = element.description
    if kind:
        declared.set("type", kind)
    else:
        _complex_type(declared, element, schema)


def _complex_type(
    parent: _Element, element: Element, schema: Schema, name: str = ""
) -> None:
    """Add the type of an element, with its name where it is shared."""
    kind = _add(parent, "complexType", **({"name": name} if name else {}))
    content = schema.content_of(element)
    holder = kind
    if isinstance(content, (DataKey, TextContent)):
        base = content.key if isinstance(content, DataKey) else "xs:string"
        holder = _add(_add(kind, "simpleContent"), "extension", base=base)
    else:
        if isinstance(content, Alternate) and TextContent() in content.parts:
            kind.set("mixed", "true")
        _model(kind, element.content, content)
    for key in element.classes:
        _add(holder, "attributeGroup", ref=key)
    _attributes(holder, element.attributes)


def _model(kind: _Element, written: Content, content: Content) -> None:
    """Add the content model of an element: the shared one by its name."""
    if isinstance(written, MacroKey) and isinstance(content, (Sequence, Alternate)):
        _group(kind, written.key, content.occurs)
    elif isinstance(content, (ElementKey, ClassKey)):
        _particle(Sequence((content,)), kind)
    elif not isinstance(content, Empty):
        _particle(content, kind)


def _occurs(particle: _Element, occurs: Occurs) -> _Element:
    """Say how often a particle may stand, where that is not once; return it."""
    least, most = occurs.value
    if least != "1":
        particle.set("minOccurs", least)
    if most != "1":
        particle.set("maxOccurs", most)
    return particle


def _particle(content: Content, parent: _Element) -> None:
    """Add one part of a content model; words need none, being said by `mixed`."""
    match content:
        case ElementKey(key, occurs):
            _occurs(_add(parent, "element", ref=key), occurs)
        case ClassKey(key, occurs):
            _group(parent, key, occurs)
        case Sequence(parts, occurs):
            _parts(_occurs(_add(parent, "sequence"), occurs), parts)
        case Alternate(parts, occurs) if occurs.repeats:
            repeated = _occurs(_add(parent, "sequence"), occurs)
            _parts(_add(repeated, "choice"), parts)
        case Alternate(parts, occurs):
            _parts(_occurs(_add(parent, "choice"), occurs), parts)
        case _:
            pass


def _group(parent: _Element, key: str, occurs: Occurs) -> None:
    """Add a reference to a named group."""
    if occurs.repeats:
        repeated = _occurs(_add(parent, "sequence"), occurs)
        _add(repeated, "group", ref=key)
    else:
        _occurs(_add(parent, "group", ref=key), occurs)


def _parts(parent: _Element, parts: tuple[Part, ...]) -> None:
    """Add the parts of a sequence or a choice to it."""
    for part in parts:
        _particle(part, parent)
