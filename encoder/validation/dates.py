"""Whether dates and times can be, and agree with each other."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.tei.names import TEI
from encoder.validation.check import Hit, Layer, on_elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.validation.check import Check

_PAIRS: Final = (("from", "to"), ("notBefore", "notAfter"))
# TEI P5, att.datable.w3c: what its Schematron rules do not let stand together.
_EXCLUDED: Final = (
    ("when", "notBefore"),
    ("when", "notAfter"),
    ("when", "from"),
    ("when", "to"),
    ("from", "notBefore"),
    ("to", "notAfter"),
)
_YEAR: Final = re.compile("[0-9]{4}(?![0-9])")
_HOUR: Final = re.compile(r"\d\d:")
_EARLY, _LATE = "08", "16"
_FIRST_CENTURY: Final = re.compile(r"00\d\d(?:-[\d-]*)?")
_BEGINNINGS: Final = ("when", "from", "notBefore")
_BIRTH, _DATE = f"{{{TEI}}}birth", f"{{{TEI}}}date"


@on_elements("T401", Layer.DATES, Severity.ERROR, "@from", "@notBefore")
def ends_before_it_begins(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The end of a period is before its beginning.

    No day lies in such a period, so that no search by date finds the record.

    Exchange the two, or correct the one that is wrong:

        <date from="1951-03-09" to="1951-03-02">

        <date from="1951-03-02" to="1951-03-09">
    """
    for element in elements:
        for first, last in _PAIRS:
            start, end = element.get(first, ""), element.get(last, "")
            # The same attributes say from which page to which, or which arc.
            if _YEAR.match(start) and _YEAR.match(end) and _before(end, start):
                yield Hit(element, f"{end} is before {start}", last)


@on_elements("T402", Layer.DATES, Severity.WARNING, "@from", "@notBefore")
def hours_run_backwards(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A time ends before it begins, and no night lies between.

    Nobody can say how long it was. Often half of a day is meant and was not written:
    2 to 4 in the afternoon.

    Correct one of the two; from an evening to a morning is no fault:

        <time from="11:00:00" to="01:30:00">11 to 1.30 p.m.</time>

        <time from="11:00:00" to="13:30:00">11 to 1.30 p.m.</time>
    """
    for element in elements:
        for first, last in _PAIRS:
            start, end = element.get(first, ""), element.get(last, "")
            if not (_HOUR.match(start) and _HOUR.match(end)):
                continue
            night = start >= _LATE and end <= _EARLY
            if _before(end, start) and not night:
                yield Hit(element, f"{end} is before {start}", last)


@on_elements("T403", Layer.DATES, Severity.ERROR, "@when", "@from", "@to")
def date_and_bounds(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A date says when it was, and also within what bounds it was.

    @when is a day that is known and @notBefore one that is not; @from is the beginning
    of something that lasted. TEI does not let them stand together, and
    programs read the one or the other.

    Keep what the words say:

        <date when="1951-03" notBefore="1951-03-02">after 2 March 1951</date>

        <date notBefore="1951-03-02">after 2 March 1951</date>
    """
    for element in elements:
        if len(said := element.keys()) > 1:
            for one, other in _EXCLUDED:
                if one in said and other in said:
                    message = f"@{one} and @{other} exclude each other"
                    yield Hit(element, message, other)


@on_elements("T404", Layer.DATES, Severity.NOTE, "@when", "@from", "@notBefore")
def year_of_two_figures(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A date lies in the first century.

    That is right for Seneca. Elsewhere "51" was filled up with noughts, and the record
    is sorted two thousand years too early.

    Write the year in full:

        <date when="0051-03-02">2 March 51</date>

        <date when="1951-03-02">2 March 51</date>
    """
    for element in elements:
        for attribute in _BEGINNINGS:
            said = element.get(attribute)
            if said and said.startswith("00") and _FIRST_CENTURY.fullmatch(said):
                yield Hit(element, f"{said} is in the first century", attribute)


@on_elements("T405", Layer.DATES, Severity.ERROR, "death")
def death_before_birth(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A person died before being born.

    Ages and timelines come out negative, and the person is matched with another of
    the name.

    Exchange the two, or correct the one that is wrong:

        <birth when="1961-05-04"/><death when="1916-02-01"/>

        <birth when="1916-02-01"/><death when="1961-05-04"/>
    """
    for element in elements:
        parent = element.getparent()
        birth = None if parent is None else parent.find(_BIRTH)
        if birth is not None:
            died, born = _last(element), _first(birth)
            if died and born and _before(died, born):
                yield Hit(element, f"death {died} is before birth {born}")


@on_elements("T406", Layer.DATES, Severity.WARNING, "@dur", "@dur-iso")
def negative_duration(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A duration is less than nothing.

    XML Schema lets it pass, and no event has it. Programs that add up how long people
    spoke come out short.

    Leave out the minus:

        <pause dur="-PT3S"/>

        <pause dur="PT3S"/>
    """
    for element in elements:
        for attribute in ("dur", "dur-iso"):
            if (said := element.get(attribute, "")).startswith("-"):
                yield Hit(element, f"@{attribute} is negative: {said}", attribute)


@on_elements("T407", Layer.DATES, Severity.WARNING, "@when-custom")
def date_of_no_calendar(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A date is written by the rules of some calendar, and nothing says which.

    @when-custom holds what no standard reads. Without @datingMethod nobody can tell
    which day is meant.

    Point to the `calendar` in the header:

        <date when-custom="1740-01-01">1 January 1740</date>

        <date when-custom="1740-01-01" datingMethod="#julian">1 January 1740</date>
    """
    for element in elements:
        around = (element, *element.iterancestors())
        if not any(each.get("datingMethod") or each.get("calendar") for each in around):
            said = element.get("when-custom", "")
            message = f"nothing says by which calendar this is read: {said}"
            yield Hit(element, message, "when-custom")


@on_elements("T408", Layer.DATES, Severity.WARNING, "revisionDesc")
def changes_out_of_order(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The changes of a file run neither forwards nor backwards.

    Readers and programs take the first change, or the last, for the newest, and are
    wrong either way. Often a year was mistyped.

    Sort them, the newest first, as TEI advises:

        <change when="2024-03"/> <change when="2025-06"/> <change when="2022-01"/>

        <change when="2025-06"/> <change when="2024-03"/> <change when="2022-01"/>
    """
    for element in elements:
        dated = [
            (said, change)
            for change in element.iterchildren(f"{{{TEI}}}change")
            if (said := change.get("when") or change.get("notBefore") or "")
        ]
        steps = [(one, two) for one, two in itertools.pairwise(dated)]
        back = [two for one, two in steps if _before(two[0], one[0])]
        on = [two for one, two in steps if _before(one[0], two[0])]
        if back and on:
            said, change = min(back, on, key=len)[0]
            yield Hit(change, f"this change is out of order: {said}")


@on_elements("T412", Layer.DATES, Severity.WARNING, "date")
def empty_date(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A date has neither words nor a value.

    It was left over from a template, or its words were lost. Repositories refuse an
    empty date or show today's.

    Fill it, or leave it out:

        <creation><date/></creation>

        <creation><date when="1951-03-02">2 March 1951</date></creation>
    """
    for element in elements:
        if not element.text and not len(element) and not element.attrib:
            yield Hit(element, "this date says nothing")


def _before(one: str, other: str) -> bool:
    """Return whether one ISO date or time is before another, whatever is not said.

    >>> _before("1951-02", "1951-03-09"), _before("1951", "1951-03-09")
    (True, False)
    """
    size = min(len(one), len(other))
    # ISO 8601 dates of one precision are in order when their letters are.
    return bool(size) and not other.startswith("-") and one[:size] < other[:size]


def _last(element: _Element) -> str:
    return _said(element, ("when", "notAfter", "to"))


def _first(element: _Element) -> str:
    return _said(element, ("when", "notBefore", "from"))


def _said(element: _Element, attributes: tuple[str, ...]) -> str:
    """Return the first of some attributes that an event, or its date, has."""
    inner = element.find(_DATE)
    places = (element,) if inner is None else (element, inner)
    found = (place.get(each, "") for place in places for each in attributes)
    return next(filter(None, found), "")


CHECKS: Final[tuple[Check, ...]] = (
    ends_before_it_begins,
    hours_run_backwards,
    date_and_bounds,
    year_of_two_figures,
    death_before_birth,
    negative_duration,
    date_of_no_calendar,
    changes_out_of_order,
    empty_date,
)
