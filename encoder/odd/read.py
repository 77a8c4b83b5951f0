"""An ODD to a schema: bytes of XML in, a value out, or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from encoder.odd.constructs import (
    PROSE,
    TEI,
    UnknownConstructError,
    description,
    local_name,
    refusal,
    refuse_unknown,
)
from encoder.odd.content import content
from encoder.odd.datatypes import attributes, datatype_of
from encoder.odd.schema import ClassKey, Element, ElementKey, MacroKey, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from encoder.odd.schema import Content

__all__ = ["UnknownConstructError", "read"]

Specs: TypeAlias = "dict[str, _Element]"

REFERENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "elementRef": ("elementSpec",),
    "classRef": ("model",),
    "memberOf": ("model", "atts"),
    "macroRef": ("macroSpec",),
    "dataRef": ("dataSpec",),
}
"""What each reference may lead to: a specification, or a class of one type."""


def read(odd: bytes) -> Schema:
    """Return the schema that an ODD describes.

    >>> read(b"<p xmlns='http://www.tei-c.org/ns/1.0'/>")
    Traceback (most recent call last):
    encoder.odd.constructs.UnknownConstructError: line 1 of the ODD: a file without \
<schemaSpec> cannot be compiled; the constructs that can are listed in \
encoder/odd/constructs.py
    """
    root = etree.fromstring(odd, _parser())
    spec = root.find(f".//{TEI}schemaSpec")
    if spec is None:
        raise refusal(root, "a file without <schemaSpec>")
    specs = list(_specifications(spec, root))
    for each in (spec, *specs):
        refuse_unknown(each)
    kinds = _by_kind(specs)
    _refuse_dangling(specs, kinds)
    _refuse_attributes(specs, kinds.get("atts", {}))
    return _schema(spec, kinds)


def _parser() -> etree.XMLParser:
    """Return a parser that fetches nothing and expands nothing."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def _specifications(group: _Element, root: _Element) -> Iterator[_Element]:
    """Yield each specification of the schema, in the order the ODD brings them in."""
    for child in group.iterchildren("*"):
        name = local_name(child)
        if name == "specGrpRef":
            yield from _specifications(_target(child, root), root)
        elif name.endswith("Spec"):
            yield child
        elif name == "specGrp":
            yield from _specifications(child, root)
        elif name not in PROSE:
            raise refusal(child, f"<{name}>")


def _target(reference: _Element, root: _Element) -> _Element:
    """Return the group that `reference` points to."""
    target = reference.get("target", "")
    for group in root.iter(f"{TEI}specGrp"):
        if f"#{group.get('{http://www.w3.org/XML/1998/namespace}id')}" == target:
            return group
    raise refusal(reference, f"a specGrpRef to {target!r}")


def _by_kind(specs: list[_Element]) -> Mapping[str, Specs]:
    """Return the specifications by name, those of one kind together.

    There are two kinds of class, and no two specifications of one kind have one name.
    """
    kinds: dict[str, Specs] = {}
    for spec in specs:
        kind, name = local_name(spec), spec.get("ident", "")
        if kind == "classSpec":
            kind = spec.get("type", "")
            if kind not in REFERENCES["memberOf"]:
                raise refusal(spec, f'type="{kind}" of {name!r}')
        if name in kinds.setdefault(kind, {}):
            raise refusal(spec, f"a second <{local_name(spec)}> of {name!r}")
        kinds[kind][name] = spec
    return kinds


def _refuse_dangling(specs: list[_Element], kinds: Mapping[str, Specs]) -> None:
    """Raise for the first reference to something that the ODD does not specify."""
    for spec in specs:
        for reference in spec.iter(*(f"{TEI}{name}" for name in REFERENCES)):
            name, key = local_name(reference), reference.get("key")
            known = (kinds.get(kind, {}) for kind in REFERENCES[name])
            if key and not any(key in specified for specified in known):
                raise refusal(reference, f"<{name}> to {key!r}")


def _refuse_attributes(specs: list[_Element], classes: Specs) -> None:
    """Raise for a class of attributes in another, or an attribute that comes twice."""
    for spec in specs:
        keys = [key for key in _classes(spec) if key in classes]
        if keys and local_name(spec) != "elementSpec":
            raise refusal(spec, f"<{local_name(spec)}> in the class {keys[0]!r}")
        names: set[str] = set()
        for each in (*(classes[key] for key in keys), spec):
            for definition in each.iterfind(f"{TEI}attList/{TEI}attDef"):
                name = definition.get("ident", "")
                if name in names:
                    raise refusal(spec, f"{spec.get('ident')!r} with two of @{name}")
                names.add(name)


def _schema(spec: _Element, kinds: Mapping[str, Specs]) -> Schema:
    """Return the value that the specifications make together."""
    elements = kinds.get("elementSpec", {})
    models = kinds.get("model", {})
    return Schema(
        name=spec.get("ident", ""),
        namespace=spec.get("ns", TEI.strip("{}")),
        start=_start(spec, elements),
        datatypes={k: datatype_of(v) for k, v in kinds.get("dataSpec", {}).items()},
        attributes={k: attributes(v) for k, v in kinds.get("atts", {}).items()},
        models={key: _members(models, elements, models[key]) for key in models},
        macros={k: _macro(v) for k, v in kinds.get("macroSpec", {}).items()},
        elements={k: _element(v, models) for k, v in elements.items()},
    )


def _start(spec: _Element, elements: Mapping[str, _Element]) -> str:
    """Return the name of the one element that a document begins with."""
    start = spec.get("start", "TEI")
    if start not in elements:
        raise refusal(spec, f'start="{start}"')
    return start


def _classes(spec: _Element) -> tuple[str, ...]:
    """Return the names of the classes that `spec` is a member of."""
    found = spec.iterfind(f"{TEI}classes/{TEI}memberOf")
    return tuple(member.get("key", "") for member in found)


def _members(
    models: Specs, elements: Specs, spec: _Element
) -> tuple[ElementKey | ClassKey, ...]:
    """Return what belongs to a model class: its classes first, then its elements."""
    key = spec.get("ident", "")
    members: tuple[ElementKey | ClassKey, ...] = (
        *(ClassKey(name) for name in models if key in _classes(models[name])),
        *(ElementKey(name) for name in elements if key in _classes(elements[name])),
    )
    if not members:
        raise refusal(spec, f"{key!r}, a class without members,")
    return members


def _macro(spec: _Element) -> Content:
    """Return the content model that a macro stands for."""
    model = content(spec)
    if isinstance(model, MacroKey):
        raise refusal(spec, "a macro of a macro")
    return model


def _element(spec: _Element, models: Specs) -> Element:
    """Return one element of the schema."""
    return Element(
        name=spec.get("ident", ""),
        description=description(spec),
        content=content(spec),
        classes=tuple(key for key in _classes(spec) if key not in models),
        attributes=attributes(spec),
    )
