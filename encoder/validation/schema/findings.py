"""What validators say, in the words of our own rules.

Three validators describe one fault in three ways, and each goes on to complain of
what follows from it. Here they come to agree: one finding for one fault, at the
element where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.model.source import Place
from encoder.validation.rules_schema import (
    BAD_VALUE,
    DUPLICATE_ID,
    MISPLACED_ELEMENT,
    MISSING_ELEMENT,
    OUTSIDE_TEI,
    STRAY_TEXT,
    UNKNOWN_ELEMENT,
)
from encoder.validation.schema.messages import (
    XML_ID,
    Fault,
    duplicate_id,
    faults_of,
    stranger,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.finding import Finding
    from encoder.validation.schema.complaint import Complaint

UNEXPECTED: Final = frozenset({MISPLACED_ELEMENT, UNKNOWN_ELEMENT, OUTSIDE_TEI})
STRUCTURE: Final = UNEXPECTED | {MISSING_ELEMENT}


def explain(
    root: _Element, name: str, complaints: Iterable[Complaint], known: frozenset[str]
) -> tuple[Finding, ...]:
    """Return the findings that complaints amount to, sorted by place.

    `known` are the names of all elements of the schema, and empty where they
    cannot be told.
    """
    strangers = list(_strangers(root, known)) if known else []
    faults = [stranger(element, known) for element in strangers]
    doubles = dict(_duplicates(root))
    faults += [duplicate_id(second, first) for second, first in doubles.items()]
    for complaint in _without_echoes(complaints, strangers):
        if not _is_said(complaint, doubles):
            faults += faults_of(complaint, known)
    return _findings(faults, name)


def _findings(faults: Iterable[Fault], name: str) -> tuple[Finding, ...]:
    """Return faults as findings in the file `name`, each once, sorted by place."""
    found = {
        fault.rule.at(Place(name, fault.line, 1), fault.message) for fault in faults
    }
    return tuple(sorted(found, key=lambda finding: finding.order))


def _strangers(element: _Element, known: frozenset[str]) -> Iterator[_Element]:
    """Yield the outermost elements that the schema does not have."""
    if element.tag not in known:
        yield element
    else:
        for child in element.iterchildren("*"):
            yield from _strangers(child, known)


def _duplicates(root: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Yield each element whose identifier an earlier one has, and the earlier one."""
    first: dict[str, _Element] = {}
    for element in root.iter("*"):
        value = element.get(XML_ID)
        if value in first:
            yield element, first[value]
        elif value is not None:
            first[value] = element


def _is_said(complaint: Complaint, doubles: dict[_Element, _Element]) -> bool:
    """Return whether a complaint repeats what is found without a validator."""
    if complaint.rule is DUPLICATE_ID:
        return True
    if complaint.rule is not BAD_VALUE:
        return False
    if complaint.attribute == XML_ID:
        return complaint.element in doubles
    return not complaint.attribute and len(complaint.element) > 0


def _without_echoes(
    complaints: Iterable[Complaint], strangers: list[_Element]
) -> Iterator[Complaint]:
    """Yield complaints but those that repeat one before, or follow from a stranger.

    A validator that has lost its place in an element's content says no more about
    that content that could be relied on, nor about what is inside a stranger or
    inside an element that it did not expect.
    """
    seen: set[tuple[object, ...]] = {
        ("structure", each.getparent()) for each in strangers
    }
    first: dict[tuple[object, ...], Complaint] = {}
    for complaint in complaints:
        if (key := _key(complaint)) not in seen:
            first.setdefault(key, complaint)
    kept = first.values()
    passed = {each.element for each in kept if each.rule in UNEXPECTED}
    passed |= {*strangers}
    for complaint in kept:
        inside = {*complaint.element.iterancestors()}
        if complaint.rule not in UNEXPECTED:
            inside.add(complaint.element)
        if passed.isdisjoint(inside):
            yield complaint


def _key(complaint: Complaint) -> tuple[object, ...]:
    """Return what two complaints of one fault have in common."""
    element = complaint.element
    if complaint.rule in STRUCTURE:
        lacks = complaint.rule is MISSING_ELEMENT
        return ("structure", element if lacks else element.getparent())
    if complaint.rule is STRAY_TEXT:
        return (STRAY_TEXT, element)
    return (complaint.rule, element, complaint.attribute)
