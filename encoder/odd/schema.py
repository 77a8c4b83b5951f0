"""A schema as a value: what an ODD says, without its XML."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Occurs(Enum):
    """How often a part of a content model stands where it may."""

    ONCE = ("1", "1")
    OPTIONAL = ("0", "1")
    ANY = ("0", "unbounded")
    SOME = ("1", "unbounded")

    @property
    def least(self) -> int:
        """The fewest times it must stand there."""
        return int(self.value[0])

    @property
    def repeats(self) -> bool:
        """Whether it may stand there more than once."""
        return self in {Occurs.ANY, Occurs.SOME}


@dataclass(frozen=True, slots=True)
class Builtin:
    """A datatype of W3C XML Schema, and the pattern its values must match besides."""

    name: str
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """A closed list of values."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """Any one of several datatypes."""

    members: tuple[Builtin, ...]


@dataclass(frozen=True, slots=True)
class DataKey:
    """A datatype of the ODD, by its name."""

    key: str


Datatype: TypeAlias = Builtin | Values | Union | DataKey


@dataclass(frozen=True, slots=True)
class TextContent:
    """Words."""


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing: neither words nor elements."""


@dataclass(frozen=True, slots=True)
class ElementKey:
    """An element, by its name."""

    key: str
    occurs: Occurs = Occurs.ONCE


@dataclass(frozen=True, slots=True)
class ClassKey:
    """Any one element of a model class, by the name of the class."""

    key: str
    occurs: Occurs = Occurs.ONCE


@dataclass(frozen=True, slots=True)
class MacroKey:
    """A content model that several elements share, by its name."""

    key: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts that follow each other."""

    parts: tuple[Part, ...]
    occurs: Occurs = Occurs.ONCE


@dataclass(frozen=True, slots=True)
class Alternate:
    """Parts of which one is chosen."""

    parts: tuple[Part, ...]
    occurs: Occurs = Occurs.ONCE


Part: TypeAlias = TextContent | ElementKey | ClassKey | Sequence | Alternate
Content: TypeAlias = Part | Empty | MacroKey | DataKey


class Attribute(NamedTuple):
    """One attribute; `many` says that its value is a list of values."""

    name: str
    datatype: Datatype
    description: str
    required: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element: how this project uses it, what it holds, what is said of it.

    `classes` are its attribute classes; `attributes` are those of its own.
    """

    name: str
    description: str
    content: Content
    classes: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A whole customisation, every part under its name, in the order of the ODD.

    `models` gives the members of each model class, elements and classes;
    `attributes` gives the attributes of each attribute class.
    """

    name: str
    namespace: str
    start: str
    datatypes: Mapping[str, Datatype]
    attributes: Mapping[str, tuple[Attribute, ...]]
    models: Mapping[str, tuple[ElementKey | ClassKey, ...]]
    macros: Mapping[str, Content]
    elements: Mapping[str, Element]

    def members(self, key: str) -> Iterator[str]:
        """Yield the name of each element in a model class, its own classes included."""
        for member in self.models[key]:
            if isinstance(member, ClassKey):
                yield from self.members(member.key)
            else:
                yield member.key

    def attributes_of(self, element: Element) -> Iterator[Attribute]:
        """Yield every attribute that an element may carry."""
        for key in element.classes:
            yield from self.attributes[key]
        yield from element.attributes

    def content_of(self, element: Element) -> Content:
        """Return what an element holds, with a shared content model spelled out."""
        content = element.content
        return self.macros[content.key] if isinstance(content, MacroKey) else content
