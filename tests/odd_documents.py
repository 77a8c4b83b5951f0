"""Random documents that a schema describes, each from a seed, always the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Final

from lxml import etree

from encoder.odd.schema import (
    Alternate,
    Attribute,
    Builtin,
    ClassKey,
    Content,
    DataKey,
    Datatype,
    ElementKey,
    Empty,
    MacroKey,
    Schema,
    Sequence,
    TextContent,
    Union,
    Values,
)

XML: Final = "{http://www.w3.org/XML/1998/namespace}"
ENDLESS: Final = 1_000
"""Deeper than any document: what an element seems to need before it is known."""

WORDS: Final = ("Good", "morning.", "&", "a < b", "7 July", "№ 5", "«да»", "蔣", "\n  ")

VALUES: Final = {
    "string": ("", "two words", "№ 5 & 6", "/TEI/text"),
    "token": ("abc", "(Q[0-9]+)"),
    "NMTOKEN": ("editorial", "1945-a", "данные"),
    "Name": ("tei-encoder", "_x:y"),
    "NCName": ("codepoint", "sp"),
    "anyURI": ("#somebody", "https://example.org/a?b=c&d=e", "wd:Q1"),
    "language": ("en", "ru", "zh-Hant", "x-unknown"),
    "decimal": ("1", "-2.50", "0"),
    "nonNegativeInteger": ("0", "17"),
    "date": ("1945-07-07", "2000-02-29"),
    "gYear": ("1945",),
    "gYearMonth": ("1945-07",),
    "gMonth": ("--07",),
    "gDay": ("---31",),
    "gMonthDay": ("--02-29",),
    "time": ("23:00:00", "11:45:00Z"),
    "dateTime": ("1945-07-07T23:00:00", "1945-07-07T23:00:00+03:00"),
}

PATTERNS: Final = {
    r".+": (".", ", p. "),
    r"\S+": VALUES["anyURI"],
    r"[^\p{C}\p{Z}]+": ("brackets", "[Page", "//", "№", "蔣"),
    r"[a-z][a-z0-9+.\-]*": ("wd", "x-1.0+b"),
    r"[0-9]+[a-z]*[0-9]*(\.[0-9]+[a-z]*[0-9]*){0,3}": ("1", "0.1.0", "1.0rc1"),
}
"""Values for each pattern of the ODD; a new pattern wants new values here."""


@dataclass
class Documents:
    """A source of documents: each call of `document` draws the next one.

    A document asked for `with_element` has an element of that name somewhere, with
    every attribute that it may carry.

    `depth` bounds how deep elements nest. Each element of the upper levels has room
    for some `size` elements in it before it takes the shortest way to its end, so
    that the last parts of a document are as rich as the first.
    """

    schema: Schema
    random: Random
    depth: int = 14
    size: int = 10
    upper: int = 4
    _ids: int = field(default=0, init=False)
    _left: int = field(default=0, init=False)
    _route: list[str] = field(default_factory=list, init=False)

    def document(self, with_element: str = "") -> bytes:
        """Return a document that the schema describes."""
        self._ids, self._left = 0, self.size
        self._route = self._way_to(with_element or self.schema.start)
        root = self._element(self.schema.start, self.depth)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    def _element(self, name: str, depth: int) -> etree._Element:
        left = self._left - 1
        upper = depth > self.depth - self.upper
        self._left = self.random.randrange(self.size) if upper else left
        wanted = self._route == [name]
        if self._route[:1] == [name]:
            self._route.pop(0)
        space = self.schema.namespace
        made = etree.Element(f"{{{space}}}{name}", nsmap={None: space})
        element = self.schema.elements[name]
        for attribute in self.schema.attributes_of(element):
            if attribute.required or wanted or self.random.random() < 0.12:
                made.set(attribute.name.replace("xml:", XML), self._value(attribute))
        self._fill(made, element.content, depth - 1)
        if upper:
            self._left = left
        return made

    def _fill(self, parent: etree._Element, content: Content, depth: int) -> None:
        """Add what `content` asks for to `parent`."""
        match content:
            case Empty():
                pass
            case TextContent():
                self._say(parent)
            case DataKey():
                parent.text = self._datum(content)
            case MacroKey(key):
                self._fill(parent, self.schema.macros[key], depth)
            case _:
                for _ in range(self._times(content, depth)):
                    self._once(parent, content, depth)

    def _once(self, parent: etree._Element, content: Content, depth: int) -> None:
        match content:
            case ElementKey(key):
                parent.append(self._element(key, depth))
            case ClassKey(key):
                names = [ElementKey(name) for name in self.schema.members(key)]
                self._fill(parent, self._choice(tuple(names), depth), depth)
            case Sequence(parts):
                for part in parts:
                    self._fill(parent, part, depth)
            case Alternate(parts):
                self._fill(parent, self._choice(parts, depth), depth)

    def _times(self, content: Content, depth: int) -> int:
        """Return how often to repeat a part: the fewest times when there is no room."""
        if not isinstance(content, (ElementKey, ClassKey, Sequence, Alternate)):
            return 1
        if self._leads_on(content):
            return 1
        least = content.occurs.least
        if self._left <= 0 or self._needs_once(content) > depth:
            return least
        most = 4 if content.occurs.repeats else 1
        return self.random.randint(least, most)

    def _choice(self, parts: tuple[Content, ...], depth: int) -> Content:
        """Return one part at random, or one of the shallowest when there is no room."""
        if onward := [part for part in parts if self._leads_on(part)]:
            return self.random.choice(onward)
        room = [part for part in parts if self._needs(part) <= depth]
        if self._left > 0 and room:
            return self.random.choice(room)
        least = min(map(self._needs, parts))
        return self.random.choice([p for p in parts if self._needs(p) == least])

    def _leads_on(self, content: Content) -> bool:
        """Return whether a part may hold the next element of the way to be taken."""
        return bool(self._route) and self._route[0] in self._names(content)

    def _names(self, content: Content) -> set[str]:
        """Return the names of the elements that a content model mentions."""
        match content:
            case ElementKey(key):
                return {key}
            case ClassKey(key):
                return set(self.schema.members(key))
            case Sequence(parts) | Alternate(parts):
                return set().union(*map(self._names, parts))
            case _:
                return set()

    def _way_to(self, name: str) -> list[str]:
        """Return the names of elements from the first one down to `name`."""
        ways = [[self.schema.start]]
        for way in ways:
            if way[-1] == name:
                return way
            content = self.schema.content_of(self.schema.elements[way[-1]])
            beyond = self._names(content) - {each[-1] for each in ways}
            ways += [[*way, child] for child in sorted(beyond)]
        message = f"no document has {name!r}"
        raise AssertionError(message)

    def _say(self, parent: etree._Element) -> None:
        """Add words after what is already in `parent`."""
        words = self.random.choice(WORDS)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words

    def _value(self, attribute: Attribute) -> str:
        count = self.random.randint(1, 3) if attribute.many else 1
        return " ".join(self._datum(attribute.datatype) for _ in range(count))

    def _datum(self, datatype: Datatype) -> str:
        match datatype:
            case DataKey(key):
                return self._datum(self.schema.datatypes[key])
            case Values(values):
                return self.random.choice(values)
            case Union(members):
                return self._datum(self.random.choice(members))
            case Builtin("ID"):
                self._ids += 1
                return f"id-{self._ids}"
            case Builtin(name, pattern):
                return self.random.choice(
                    PATTERNS[pattern] if pattern else VALUES[name]
                )

    def _needs(self, content: Content) -> int:
        """Return how many levels of elements a content model cannot do without."""
        if isinstance(content, (ElementKey, ClassKey, Sequence, Alternate)):
            return self._needs_once(content) if content.occurs.least else 0
        return 0

    def _needs_once(self, content: Content) -> int:
        match content:
            case ElementKey(key):
                return self._least.get(key, ENDLESS)
            case ClassKey(key):
                return min(
                    self._least.get(k, ENDLESS) for k in self.schema.members(key)
                )
            case Sequence(parts):
                return max(map(self._needs, parts))
            case Alternate(parts):
                return min(map(self._needs, parts))
            case _:
                return 0

    @cached_property
    def _least(self) -> dict[str, int]:
        """How many levels each element takes at least, itself included."""
        least: dict[str, int] = {}
        self._least = least
        changed = True
        while changed:
            changed = False
            for name, element in self.schema.elements.items():
                need = 1 + self._needs(self.schema.content_of(element))
                if need < least.get(name, ENDLESS):
                    least[name] = need
                    changed = True
        return least
