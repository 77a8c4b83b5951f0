"""The words of findings about the schema: one function for each kind of fault."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.validation.rules_schema import (
    BAD_ATTRIBUTE,
    BAD_VALUE,
    DUPLICATE_ID,
    MISPLACED_ELEMENT,
    MISSING_ELEMENT,
    OUTSIDE_TEI,
    STRAY_TEXT,
    UNKNOWN_ELEMENT,
)
from encoder.validation.schema.places import path, stray_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.finding import Rule
    from encoder.validation.schema.complaint import Complaint

XML: Final = "{http://www.w3.org/XML/1998/namespace}"
XML_ID: Final = f"{XML}id"

LISTED: Final = 7
"""How many expected elements a message names; more would say nothing."""


class Fault(NamedTuple):
    """A finding before it has the name of its file."""

    line: int
    rule: Rule
    message: str


def faults_of(complaint: Complaint, known: frozenset[str]) -> Iterator[Fault]:
    """Yield what one complaint amounts to.

    `known` are the names of all elements of the schema, where they can be told.
    """
    rule, element = complaint.rule, complaint.element
    if rule is STRAY_TEXT:
        yield from stray_text(element)
    elif rule is MISPLACED_ELEMENT:
        yield misplaced(complaint)
    elif rule is MISSING_ELEMENT:
        lacks = f"it lacks {_list(complaint.expected)}"
        yield _fault(rule, element, f"{_name(element)} is not complete: {lacks}")
    elif rule in {UNKNOWN_ELEMENT, OUTSIDE_TEI}:
        yield stranger(element, known)
    elif rule is BAD_VALUE:
        yield bad_value(element, complaint.attribute)
    elif rule is BAD_ATTRIBUTE:
        yield bad_attribute(element, complaint.attribute)
    else:
        yield _fault(rule, element, complaint.said)


def stray_text(element: _Element) -> Iterator[Fault]:
    """Yield a fault for each text among the children of an element."""
    for line, words in stray_texts(element):
        message = f"stray text '{words}' in {_name(element)}"
        yield _fault(STRAY_TEXT, element, message)._replace(line=line)


def misplaced(complaint: Complaint) -> Fault:
    """Return the fault of an element that stands where it may not.

    When one part is required that its parent has nowhere, that part is missing;
    otherwise the element is misplaced.
    """
    element, expected, required = (
        complaint.element,
        complaint.expected,
        complaint.required,
    )
    parent = element.getparent()
    holder = element if parent is None else parent
    present = {_local(child) for child in holder.iterchildren("*")}
    if len(required) == 1 and required[0] not in present:
        message = f"{_name(holder)} lacks '{required[0]}' before {_name(element)}"
        return _fault(MISSING_ELEMENT, element, message)
    message = f"{_name(element)} may not stand here in {_name(holder)}"
    if 0 < len(expected) <= LISTED:
        message += f", where {_list(expected)} is expected"
    return _fault(MISPLACED_ELEMENT, element, message)


def stranger(element: _Element, known: frozenset[str]) -> Fault:
    """Return the fault of an element that the schema does not have, or not as root."""
    space, local = _parts(str(element.tag))
    if element.tag in known:
        message = f"a record begins with 'TEI' and not with '{local}'"
        return _fault(OUTSIDE_TEI, element, message)
    namesakes = [
        name for known_space, name in map(_parts, known) if known_space == space
    ]
    if namesakes or not known:
        message = (
            f"element '{local}' is not part of the schema{_hint(local, namesakes)}"
        )
        return _fault(UNKNOWN_ELEMENT, element, message)
    where = f"in the namespace '{space}'" if space else "in no namespace"
    return _fault(OUTSIDE_TEI, element, f"element '{local}' is {where}")


def _hint(name: str, names: list[str]) -> str:
    """Return a question about the name most like another one, if there is one."""
    near = get_close_matches(name, sorted(names), n=1, cutoff=0.7)
    return f"; did you mean '{near[0]}'?" if near else ""


def duplicate_id(element: _Element, first: _Element) -> Fault:
    """Return the fault of an element that has the identifier of an earlier one."""
    message = (
        f"xml:id='{element.get(XML_ID)}' is that of line {first.sourceline} already"
    )
    return _fault(DUPLICATE_ID, element, message)


def bad_value(element: _Element, attribute: str) -> Fault:
    """Return the fault of a value: of an attribute, or of what an element holds."""
    if attribute:
        value = f"{_attribute(attribute)}='{element.get(attribute)}'"
        message = f"{value} is not a value that {_name(element)} takes"
    else:
        message = (
            f"'{element.text or ''}' is not a value that {_name(element)} may hold"
        )
    return _fault(BAD_VALUE, element, message)


def bad_attribute(element: _Element, attribute: str) -> Fault:
    """Return the fault of an attribute that should not be there, or should."""
    says = "may not have" if attribute in element.attrib else "lacks"
    message = f"{_name(element)} {says} @{_attribute(attribute)}"
    return _fault(BAD_ATTRIBUTE, element, message)


def _fault(rule: Rule, element: _Element, message: str) -> Fault:
    """Return a fault at an element, its message with the way to it."""
    return Fault(element.sourceline or 1, rule, f"{message} (at {path(element)})")


def _attribute(name: str) -> str:
    """Return the name of an attribute as people write it."""
    return name.replace(XML, "xml:")


def _parts(name: str) -> tuple[str, str]:
    """Return the namespace and the local part of a name."""
    space, _, local = name.rpartition("}")
    return space.removeprefix("{"), local


def _local(element: _Element) -> str:
    return _parts(str(element.tag))[1]


def _name(element: _Element) -> str:
    return f"'{_local(element)}'"


def _list(names: tuple[str, ...]) -> str:
    """Return names as a phrase: 'a', 'b' or 'c'."""
    if not 0 < len(names) <= LISTED:
        return "a part that it must have"
    *most, last = (f"'{name}'" for name in names)
    return f"{', '.join(most)} or {last}" if most else last
