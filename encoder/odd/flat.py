"""A schema whose choices name elements, not classes of classes.

libxml2 compiles each reference to a group anew and compares the transitions of a type
in pairs, so that a choice of choices costs it five times what the same elements cost
when they are written side by side. What the schema accepts stays the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from encoder.odd.schema import Alternate, ClassKey, ElementKey, Occurs, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.odd.schema import Content, Part, Schema


def flat(schema: Schema) -> Schema:
    """Return a schema that accepts the same, every choice in it written flat."""
    return replace(
        schema,
        models={
            key: tuple(ElementKey(name) for name in dict.fromkeys(schema.members(key)))
            for key in schema.models
        },
        macros={key: _content(each, schema) for key, each in schema.macros.items()},
        elements={
            key: replace(element, content=_content(element.content, schema))
            for key, element in schema.elements.items()
        },
    )


def _content(content: Content, schema: Schema) -> Content:
    if isinstance(content, (Sequence, Alternate)):
        return _part(content, schema)
    return content


def _part(part: Part, schema: Schema) -> Part:
    """Return a part of a content model with every choice in it written flat."""
    match part:
        case Sequence(parts, occurs):
            return Sequence(tuple(_part(each, schema) for each in parts), occurs)
        case Alternate(parts, occurs):
            return Alternate(tuple(dict.fromkeys(_chosen(parts, schema))), occurs)
        case _:
            return part


def _chosen(parts: Iterable[Part], schema: Schema) -> Iterator[Part]:
    """Yield what a choice chooses from: the members of what stands in it once."""
    for part in parts:
        match part:
            case ClassKey(key, Occurs.ONCE):
                yield from (ElementKey(name) for name in schema.members(key))
            case Alternate(inner, Occurs.ONCE):
                yield from _chosen(inner, schema)
            case _:
                yield _part(part, schema)
