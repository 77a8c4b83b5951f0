"""What points where in one file: what is gathered while it is read, for `on_file`."""

from __future__ import annotations

import re
import sys
from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar, cast

from encoder.tei.names import TEI, XML_ID
from encoder.validation.details import Details
from encoder.validation.ids import Ids, grouped, local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from encoder.validation.gathered import Gathered
    from encoder.validation.position import At

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

ELEMENTS: Final = (*TURNS, *PEOPLE, "prefixDef", "extent", "creation", "dateline")
"""What an index has to be given."""

_SPEAKER: Final = f"{{{TEI}}}speaker"
_PERS_NAME: Final = f"{{{TEI}}}persName"
_HERE: Final = re.compile(r"#[\w.-]+")
_SCHEME: Final = re.compile(
    r"(?P<prefix>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL
)


_Key = TypeVar("_Key")

Places: TypeAlias = "list[_Element] | array[int]"


class Pointer(NamedTuple):
    """One address in an attribute, and all the places that say it alike."""

    attribute: str
    value: str
    places: Sequence[At]
    names: Sequence[str] = ()
    """The name of the element at each place, where the elements have been let go."""
    whole: str = ""
    """The whole attribute, of which `value` may be one of several addresses."""

    def on(self, *names: str) -> Iterator[At]:
        """Yield the places that are elements of one of these names."""
        for number, at in enumerate(self.places):
            name = self.names[number] if self.names else local(cast("_Element", at))
            if name in names:
                yield at


class IndexedPerson(NamedTuple):
    """A `person` or `personGrp`: its identifier, or "", and its names as written."""

    id: str
    names: tuple[str, ...]
    at: At


class IndexedTurn(NamedTuple):
    """What turns have in common that have the same `who` and the same label.

    `who` is the attribute as it stands, and None where there is none; `label` is the
    text of `speaker`, or "".
    """

    who: str | None
    label: str
    places: Sequence[At]


class Prefix(NamedTuple):
    """A `prefixDef`: what an address that begins with "ident:" stands for."""

    ident: str
    pattern: str
    replacement: str


Around: TypeAlias = "Callable[[str, str], str | None]"
"""What is known of other files: `Elsewhere.kind`, as one file sees it."""


class Index:
    """What was gathered from a whole file, however large.

    Everything has the place where it was seen, to be handed on in a `Hit`. What is said
    alike in many places is kept once, with its places. In a file that is streamed,
    lines are kept in place of elements.
    """

    def __init__(self, around: Around | None = None, *, streamed: bool = False) -> None:
        self._around = around
        self._streamed = streamed
        self.ids = Ids()
        self.prefixes: list[Prefix] = []
        self.people: list[IndexedPerson] = []
        self.details = Details()
        self._said: dict[str, dict[str, Places]] = {}
        self._names: dict[tuple[str, str], list[str]] = {}
        self._turns: dict[tuple[str | None, str], Places] = {}
        self._untaken: list[_Element] = []

    @property
    def pointers(self) -> Iterable[Pointer]:
        """Every address in every attribute of `POINTERS`, one by one.

        An attribute that holds none is one address, which is empty.
        """
        # In a large file there may be many, and a tree is asked for them again and
        # again.
        return self._pointers(*self._said) if self._streamed else self._all_pointers

    @cached_property
    def _all_pointers(self) -> tuple[Pointer, ...]:
        return tuple(self._pointers(*self._said))

    def pointers_in(self, *attributes: str) -> Iterable[Pointer]:
        """Return the addresses in some attributes."""
        said = [attribute for attribute in attributes if attribute in self._said]
        return self._pointers(*said) if said else ()

    @cached_property
    def outside(self) -> tuple[Pointer, ...]:
        """The addresses that are more, or less, than one identifier in this file."""
        return tuple(each for each in self.pointers if not _HERE.fullmatch(each.whole))

    def _pointers(self, *attributes: str) -> Iterator[Pointer]:
        for attribute in attributes:
            for value, places in self._said[attribute].items():
                names = self._names.get((attribute, value), ())
                for address in value.split() or ("",):
                    yield Pointer(attribute, address, places, names, value)

    @cached_property
    def turns(self) -> tuple[IndexedTurn, ...]:
        """Every turn (`sp`, `u`), those that are alike together."""
        # To read the labels takes as long as all else that is gathered, and is left
        # until somebody asks.
        untaken, self._untaken = self._untaken, []
        self._take_turns(untaken)
        return tuple(
            IndexedTurn(who, label, places)
            for (who, label), places in self._turns.items()
        )

    def kind(self, address: str) -> str | None:
        """Return the name of the element that an address leads to.

        None says that it leads nowhere, and "" that nobody can tell without a file that
        was not named or a network. What a `prefixDef` says of addresses is followed.
        """
        file, hash_sign, name = address.partition("#")
        if not hash_sign or ":" in file:
            return self._defined(address)
        if not file and name in self.ids:
            return self.ids.kind(name)
        if self._around:
            return self._around(file, name)
        return "" if file else None

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
        for attribute, pairs in gathered.attributes.items():
            if attribute in POINTERS:
                self._take_pointers(attribute, pairs)
        self.ids.take(gathered.having(XML_ID), streamed=self._streamed)
        for name in PEOPLE:
            self.people += map(self._person, gathered.elements[name])
        for name in TURNS:
            if self._streamed:
                self._take_turns(gathered.elements[name])
            else:
                self._untaken += gathered.elements[name]
        self.prefixes += map(_prefix, gathered.elements["prefixDef"])
        self.details.take(gathered, self._places)

    def _take_pointers(
        self, attribute: str, pairs: Iterable[tuple[str, _Element]]
    ) -> None:
        said = self._said.setdefault(attribute, {})
        for value, elements in grouped(pairs).items():
            _extend(said, value, self._places(elements))
            if self._streamed:
                names = self._names.setdefault((attribute, value), [])
                names += (sys.intern(local(element)) for element in elements)

    def _places(self, elements: list[_Element]) -> Places:
        """Return what is kept of elements: in a large file, their lines."""
        if self._streamed:
            return array("L", [element.sourceline or 1 for element in elements])
        return elements

    def _take_turns(self, elements: list[_Element]) -> None:
        turns: dict[tuple[str | None, str], list[_Element]] = {}
        for element in elements:
            key = (element.get("who"), label(element))
            if key in turns:
                turns[key].append(element)
            else:
                turns[key] = [element]
        for key, some in turns.items():
            _extend(self._turns, key, self._places(some))

    def _person(self, element: _Element) -> IndexedPerson:
        names = map(words, element.iterchildren(_PERS_NAME))
        return IndexedPerson(
            element.get(XML_ID, ""), tuple(names), self._places([element])[0]
        )


def _extend(places: dict[_Key, Places], key: _Key, more: Places) -> None:
    """Add places to those that a key has already."""
    if key in places:
        # Both are of one kind, which is the kind of the whole index.
        cast("list[_Element]", places[key]).extend(cast("list[_Element]", more))
    else:
        places[key] = more


def label(turn: _Element) -> str:
    """Return the text of the `speaker` of a turn, as it stands, or ""."""
    # It nearly always comes first, and looking there is much quicker than asking.
    try:
        if (first := turn[0]).tag == _SPEAKER:
            return words(first)
    except IndexError:
        return ""
    speaker = next(turn.iterchildren(_SPEAKER), None)
    return "" if speaker is None else words(speaker)


def words(element: _Element) -> str:
    """Return the text of an element and of all in it, as it stands."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def _prefix(element: _Element) -> Prefix:
    attributes = ("ident", "matchPattern", "replacementPattern")
    return Prefix(*(element.get(each, "") for each in attributes))


def _replaced(replacement: str, found: re.Match[str]) -> str:
    """Return a `replacementPattern` with its $1, $2 … filled in."""
    return re.sub(r"\$(\d)", lambda number: found[int(number[1])] or "", replacement)
