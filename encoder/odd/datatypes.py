"""Attributes and their datatypes: <attDef> and <dataSpec> of an ODD to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.odd.constructs import TEI, description, local_name, refusal
from encoder.odd.content import occurs
from encoder.odd.schema import Attribute, Builtin, DataKey, Occurs, Union, Values

if TYPE_CHECKING:
    from lxml.etree import _Element

    from encoder.odd.schema import Datatype


def attributes(spec: _Element) -> tuple[Attribute, ...]:
    """Return the attributes that `spec` defines itself."""
    return tuple(map(_attribute, spec.iterfind(f"{TEI}attList/{TEI}attDef")))


def _attribute(definition: _Element) -> Attribute:
    """Return one attribute, its closed list of values before its datatype."""
    values = definition.find(f"{TEI}valList")
    kind = definition.find(f"{TEI}datatype")
    written = values if values is not None or kind is None else kind.find("*")
    if written is None:
        raise refusal(definition, "an attribute without a datatype")
    datatype = _data(written)
    many = kind is not None and _repeats(kind)
    if many and not isinstance(datatype, DataKey):
        raise refusal(definition, "a list of values of a datatype without a name")
    return Attribute(
        name=definition.get("ident", ""),
        datatype=datatype,
        description=description(definition),
        required=definition.get("usage") == "req",
        many=many,
    )


def _repeats(kind: _Element) -> bool:
    """Return whether an attribute holds a list, which is never an empty one."""
    often = occurs(kind)
    if often in {Occurs.ONCE, Occurs.SOME}:
        return often is Occurs.SOME
    raise refusal(kind, "a list of values that may be empty")


def datatype_of(spec: _Element) -> Datatype:
    """Return the datatype that a <dataSpec> describes."""
    model = spec.find(f"{TEI}content")
    if model is None or len(model) != 1:
        raise refusal(spec, "a datatype without one content")
    return _data(model[0])


def _data(kind: _Element) -> Datatype:
    """Return a datatype: a name, a list of values, or a choice of names."""
    match local_name(kind):
        case "dataRef" if key := kind.get("key"):
            return DataKey(key)
        case "dataRef":
            return _builtin(kind)
        case "valList" if kind.get("type") == "closed":
            return Values(tuple(item.get("ident", "") for item in kind))
        case "alternate":
            return Union(tuple(map(_member, kind)))
        case name:
            raise refusal(kind, f"<{name}> as a datatype")


def _member(kind: _Element) -> Builtin:
    """Return one datatype of a choice."""
    member = _builtin(kind)
    if member.pattern:
        raise refusal(kind, "@restriction of one <dataRef> among several")
    return member


def _builtin(kind: _Element) -> Builtin:
    """Return a datatype that W3C XML Schema defines."""
    if local_name(kind) != "dataRef" or "name" not in kind.attrib:
        raise refusal(kind, f"<{local_name(kind)}> without a name")
    return Builtin(kind.get("name", ""), kind.get("restriction", ""))
