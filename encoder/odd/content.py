"""Content models: <content> of an ODD to a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.odd.constructs import TEI, local_name, refusal
from encoder.odd.schema import (
    Alternate,
    ClassKey,
    DataKey,
    ElementKey,
    Empty,
    MacroKey,
    Occurs,
    Sequence,
    TextContent,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from encoder.odd.schema import Content, Part


def content(spec: _Element) -> Content:
    """Return what the element or macro of `spec` holds."""
    model = spec.find(f"{TEI}content")
    if model is None or len(model) != 1:
        raise refusal(spec, "a specification without one content model")
    (only,) = model
    name, key = local_name(only), only.get("key", "")
    if name == "empty":
        return Empty()
    if name == "macroRef":
        return MacroKey(key)
    if name == "dataRef" and key:
        return DataKey(key)
    if name == "textNode":
        return TextContent()
    return _mixed(only) if only.find(f"{TEI}textNode") is not None else _part(only)


def _mixed(alternate: _Element) -> Alternate:
    """Return words with elements among them.

    XSD 1.0 lets words stand either anywhere among the elements or nowhere, so
    that <textNode> fits one place only: a choice that may be repeated at will,
    all of whose other parts are single elements.
    """
    parts = tuple(_among_words(each) for each in alternate)
    if local_name(alternate) != "alternate" or occurs(alternate) is not Occurs.ANY:
        raise refusal(
            alternate, "<textNode> outside an alternate that may be repeated at will"
        )
    return Alternate(parts, Occurs.ANY)


def _among_words(each: _Element) -> Part:
    """Return one part of a mixed content model."""
    if local_name(each) == "textNode":
        return TextContent()
    part = _part(each)
    if isinstance(part, (ElementKey, ClassKey)) and part.occurs is Occurs.ONCE:
        return part
    raise refusal(each, f"<{local_name(each)}> beside <textNode>")


def _part(each: _Element) -> Part:
    """Return one part of a content model of elements alone."""
    match local_name(each):
        case "elementRef":
            return ElementKey(each.get("key", ""), occurs(each))
        case "classRef":
            return ClassKey(each.get("key", ""), occurs(each))
        case "sequence":
            return Sequence(tuple(map(_part, each)), occurs(each))
        case "alternate":
            return Alternate(tuple(map(_part, each)), occurs(each))
        case name:
            raise refusal(each, f"<{name}> at this place")


def occurs(each: _Element) -> Occurs:
    """Return how often the part that `each` describes may stand there."""
    written = (each.get("minOccurs", "1"), each.get("maxOccurs", "1"))
    try:
        return Occurs(written)
    except ValueError:
        said = f'minOccurs="{written[0]}" maxOccurs="{written[1]}"'
        raise refusal(each, said) from None
