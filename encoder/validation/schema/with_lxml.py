"""Validation by libxml2, through lxml: quick, and right about names and lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.validation.rules_schema import (
    BAD_ATTRIBUTE,
    BAD_VALUE,
    MISPLACED_ELEMENT,
    MISSING_ELEMENT,
    OUTSIDE_TEI,
    STRAY_TEXT,
)
from encoder.validation.schema.compiled import compiled
from encoder.validation.schema.complaint import Complaint, rule_of, within

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element, _LogEntry

_EXPECTED: Final = re.compile(r"Expected is (?:one of )?\( (?P<names>.*?) \)")
_ATTRIBUTE: Final = re.compile(r"attribute '(?P<name>[^']+)'")


_KINDS: Final = {
    r"^SCHEMAV_CVC_ELT_1 ": OUTSIDE_TEI,
    r"Missing child element": MISSING_ELEMENT,
    r"^SCHEMAV_ELEMENT_CONTENT": MISPLACED_ELEMENT,
    r"Character content": STRAY_TEXT,
    r"^SCHEMAV_CVC_COMPLEX_TYPE\S+ .* attribute '": BAD_ATTRIBUTE,
    r"^SCHEMAV_CVC_\S+_VALID": BAD_VALUE,
}


def complaints(root: _Element, schema: Path) -> list[Complaint]:
    """Return what libxml2 says against the document of `root`."""
    checker = compiled(schema)
    checker.validate(root)
    return [_complaint(entry, _element(entry, root)) for entry in checker.error_log]


def _element(entry: _LogEntry, root: _Element) -> _Element:
    """Return the element that an entry of the log is about."""
    try:
        found = root.getroottree().xpath(entry.path or "")
    except etree.XPathError:
        # The path holds a prefix that only the document could resolve.
        found = [each for each in root.iter("*") if each.sourceline == entry.line]
    first = found[0] if isinstance(found, list) and found else root
    return first if isinstance(first, etree._Element) else root  # noqa: SLF001 -- lxml names its class so


def _complaint(entry: _LogEntry, element: _Element) -> Complaint:
    """Return an entry of the log as a complaint."""
    said = entry.message
    if "Element content is not allowed" in said:
        return within(element)
    rule = rule_of(f"{entry.type_name} {said}", _KINDS)
    found = _ATTRIBUTE.search(said)
    attribute = found["name"] if found else ""
    expected = _expected(said)
    return Complaint(rule, element, attribute, expected, expected, said)


def _expected(said: str) -> tuple[str, ...]:
    """Return the names that a message says were expected, without namespaces."""
    found = _EXPECTED.search(said)
    names = found["names"].split(", ") if found else []
    return tuple(name.rpartition("}")[2] for name in names)
