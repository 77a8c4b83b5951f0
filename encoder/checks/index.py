"""What points where in one file: what is gathered while it is read, for `on_file`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from encoder.tei.names import TEI, XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from encoder.checks.check import At
    from encoder.checks.gather import Gathered

# TEI P5, datatype teidata.pointer: the attributes that hold nothing else.
POINTERS: Final = frozenset(
    """
    active ana calendar change copyOf corresp datingMethod datingPoint decls edRef end
    exclude facs given hand inst lemmaRef mutual new next nymRef passive period perf
    prev ref rendition resp sameAs scheme scribeRef select since source spanTo start
    synch target toWhom where who wit
    """.split()
)
TURNS: Final = ("sp", "u")
PEOPLE: Final = ("person", "personGrp")

ATTRIBUTES: Final = (*POINTERS, XML_ID)
ELEMENTS: Final = (*TURNS, *PEOPLE, "prefixDef")
"""What an index has to be given."""

_SPEAKER: Final = f"{{{TEI}}}speaker"
_PERS_NAME: Final = f"{{{TEI}}}persName"
_SCHEME: Final = re.compile(
    r"(?P<prefix>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL
)


class Pointer(NamedTuple):
    """One address in an attribute, and all the places that say it alike."""

    attribute: str
    value: str
    places: Sequence[At]
    names: Sequence[str] = ()
    """The name of the element at each place, where the elements have been let go."""

    def on(self, *names: str) -> Iterator[At]:
        """Yield the places that are elements of one of these names."""
        for number, at in enumerate(self.places):
            name = self.names[number] if self.names else local(cast("_Element", at))
            if name in names:
                yield at


class Person(NamedTuple):
    """A `person` or `personGrp`: its identifier, or "", and its names as written."""

    id: str
    names: tuple[str, ...]
    at: At


class Turn(NamedTuple):
    """What turns have in common that have the same `who` and the same label.

    `who` is the attribute as it stands, and None where there is none; `label` is the
    text of `speaker`, or "".
    """

    who: str | None
    label: str
    places: list[At]


class Prefix(NamedTuple):
    """A `prefixDef`: what an address that begins with "ident:" stands for."""

    ident: str
    pattern: str
    replacement: str


class Index:
    """What was gathered from a whole file, however large.

    Everything has the place where it was seen, to be handed on in a `Hit`. What is said
    alike in many places is kept once, with its places. In a file that is streamed,
    lines are kept in place of elements.
    """

    def __init__(self, *, streamed: bool = False) -> None:
        self._streamed = streamed
        self.ids: dict[str, list[At]] = {}
        """Each `xml:id` and its places: more than one where it stands twice."""
        self.prefixes: list[Prefix] = []
        self.people: list[Person] = []
        self.elsewhere: Mapping[str, Mapping[str, str]] = {}
        """Other files that were named, by their path as this file would write it: their
        identifiers, and the names of the elements that have them."""
        self._kinds: dict[str, str] = {}
        self._said: dict[tuple[str, str], list[At]] = {}
        self._names: dict[tuple[str, str], list[str]] = {}
        self._turns: dict[tuple[str | None, str], list[At]] = {}

    @property
    def pointers(self) -> Iterator[Pointer]:
        """Every address in every attribute of `POINTERS`, one by one."""
        for (attribute, value), places in self._said.items():
            names = self._names.get((attribute, value), ())
            for address in value.split():
                yield Pointer(attribute, address, places, names)

    @property
    def turns(self) -> Iterator[Turn]:
        """Every turn (`sp`, `u`), those that are alike together."""
        for (who, label), places in self._turns.items():
            yield Turn(who, label, places)

    def kind(self, address: str) -> str | None:
        """Return the name of the element that an address leads to.

        None says that it leads nowhere, and "" that nobody can tell without a file that
        was not named or a network. What a `prefixDef` says of addresses is followed.
        """
        file, hash_sign, name = address.partition("#")
        if not file and hash_sign:
            return self._kind(name)
        if file in self.elsewhere and hash_sign:
            return self.elsewhere[file].get(name)
        return self._defined(address)

    def _kind(self, name: str) -> str | None:
        if name not in self.ids:
            return None
        return self._kinds.get(name) or local(cast("_Element", self.ids[name][0]))

    def _defined(self, address: str) -> str | None:
        """Return `kind` of an address with a prefix, "" where no `prefixDef` has it."""
        found = _SCHEME.fullmatch(address)
        mine = [
            each for each in self.prefixes if found and each.ident == found["prefix"]
        ]
        if not mine or not found:
            return ""
        for each in mine:
            try:
                if whole := re.fullmatch(each.pattern, found["rest"]):
                    return self.kind(_replaced(each.replacement, whole))
            except (re.error, IndexError):
                return ""
        return None

    def take(self, gathered: Gathered) -> None:
        """Add what stands in some elements, all of them complete."""
        for attribute in POINTERS:
            for value, elements in gathered.attributes[attribute].items():
                said = self._said.setdefault((attribute, value), [])
                said += self._places(elements)
                if self._streamed:
                    names = self._names.setdefault((attribute, value), [])
                    names += map(local, elements)
        for value, elements in gathered.attributes[XML_ID].items():
            if value in self.ids:
                self.ids[value] += self._places(elements)
            else:
                self.ids[value] = self._places(elements)
                if self._streamed:
                    self._kinds[value] = local(elements[0])
        for name in PEOPLE:
            self.people += map(self._person, gathered.elements[name])
        for name in TURNS:
            self._take_turns(gathered.elements[name])
        self.prefixes += map(_prefix, gathered.elements["prefixDef"])

    def _places(self, elements: list[_Element]) -> list[At]:
        """Return what is kept of elements: in a large file, their lines."""
        if self._streamed:
            return [element.sourceline or 1 for element in elements]
        return [*elements]

    def _take_turns(self, elements: list[_Element]) -> None:
        turns = self._turns
        for element in elements:
            key = (element.get("who"), label(element))
            if key in turns:
                turns[key] += self._places([element])
            else:
                turns[key] = self._places([element])

    def _person(self, element: _Element) -> Person:
        names = map(words, element.iterchildren(_PERS_NAME))
        return Person(element.get(XML_ID, ""), tuple(names), *self._places([element]))


def label(turn: _Element) -> str:
    """Return the text of the `speaker` of a turn, as it stands, or ""."""
    # It nearly always comes first, and looking there is much quicker than asking.
    if len(turn) and (first := turn[0]).tag == _SPEAKER:
        return words(first)
    speaker = next(turn.iterchildren(_SPEAKER), None)
    return "" if speaker is None else words(speaker)


def words(element: _Element) -> str:
    """Return the text of an element and of all in it, as it stands."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def local(element: _Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _prefix(element: _Element) -> Prefix:
    attributes = ("ident", "matchPattern", "replacementPattern")
    return Prefix(*(element.get(each, "") for each in attributes))


def _replaced(replacement: str, found: re.Match[str]) -> str:
    """Return a `replacementPattern` with its $1, $2 … filled in."""
    return re.sub(r"\$(\d)", lambda number: found[int(number[1])] or "", replacement)
