"""What few rules ask of a whole file, gathered beside what points where."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.tei.names import TEI, XML_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from encoder.validation.gathered import Gathered
    from encoder.validation.position import At

_DATE: Final = f"{{{TEI}}}date"
# What stands in these is another text than the one that the header describes.
_OTHERS: Final = tuple(f"{{{TEI}}}{name}" for name in ("floatingText", "quote", "q"))
_IDNO: Final = f"{{{TEI}}}idno"
_MEASURE: Final = f"{{{TEI}}}measure"


class Link(NamedTuple):
    """An element that says which element comes next, or came before."""

    id: str
    next: str
    prev: str
    at: At


class Measure(NamedTuple):
    """A `measure` in `extent`: how many of what the file is said to have."""

    unit: str
    quantity: str
    at: At


class Number(NamedTuple):
    """An `idno` of a person: of what type, its words, and the person's identifier."""

    type: str
    words: str
    person: str
    at: At


class PersonRole(NamedTuple):
    """A person who is given a role, with the identifier of that person."""

    role: str
    person: str
    at: At


class Day(NamedTuple):
    """A date in `creation` or `dateline`, as its @when says it."""

    when: str
    at: At


class Details:
    """What was gathered from a whole file: small, however large the file is."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.measures: list[Measure] = []
        self.numbers: list[Number] = []
        self.roles: list[PersonRole] = []
        self.created: list[Day] = []
        self.datelines: list[Day] = []

    def take(
        self, gathered: Gathered, places: Callable[[list[_Element]], Sequence[At]]
    ) -> None:
        """Add what stands in some elements; `places` says what is kept of each."""
        for person in gathered.elements["person"]:
            name, (at,) = person.get(XML_ID, ""), places([person])
            if role := person.get("role"):
                self.roles.append(PersonRole(role, name, at))
            for idno in person.iterchildren(_IDNO):
                words = (idno.text or "").strip()
                self.numbers.append(Number(idno.get("type", ""), words, name, at))
        for extent in gathered.elements["extent"]:
            for measure in extent.iterchildren(_MEASURE):
                said = measure.get("unit", ""), measure.get("quantity", "")
                self.measures.append(Measure(*said, *places([measure])))
        self._take_days(gathered, places)
        linked = chain(gathered.having("next"), gathered.having("prev"))
        for element in dict.fromkeys(element for _, element in linked):
            name, after = element.get(XML_ID, ""), element.get("next", "")
            before, (at,) = element.get("prev", ""), places([element])
            self.links.append(Link(name, after, before, at))

    def _take_days(
        self, gathered: Gathered, places: Callable[[list[_Element]], Sequence[At]]
    ) -> None:
        for creation in gathered.elements["creation"]:
            for date in creation.iterchildren(_DATE):
                self.created.append(Day(date.get("when", ""), *places([date])))
        for line in gathered.elements["dateline"]:
            said = next((each for each in line.iter(_DATE) if each.get("when")), None)
            if said is not None and next(line.iterancestors(*_OTHERS), None) is None:
                self.datelines.append(Day(said.get("when", ""), *places([said])))
