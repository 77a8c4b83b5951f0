"""Validation by xmlschema: slow, and good at saying what was expected.

It is imported only where it is needed: the import costs more than a whole record.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from encoder.errors import EncoderError
from encoder.validation.rules_schema import (
    BAD_ATTRIBUTE,
    BAD_VALUE,
    MISPLACED_ELEMENT,
    MISSING_ELEMENT,
    OUTSIDE_TEI,
    STRAY_TEXT,
)
from encoder.validation.schema.complaint import Complaint, rule_of, within

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from lxml.etree import _Element
    from xmlschema import XMLSchema, XMLSchemaValidationError

_ATTRIBUTE: Final = re.compile(
    r"""
    ^attribute [ ] (?P<value> [^\s=]+ ) =
    | ^'(?P<use> [^']+ )' [ ] attribute [ ] not [ ] allowed
    | ^missing [ ] required [ ] attribute [ ] '(?P<need> [^']+ )'
    """,
    re.VERBOSE,
)
_QUOTED: Final = re.compile(r"'(?P<name>[^']+)'")
_EXPECTED: Final = re.compile(r"Tag \(?(?P<names>'.*?)\)? expected")


_KINDS: Final = {
    r"is not complete": MISSING_ELEMENT,
    r"is not an element of the schema": OUTSIDE_TEI,
    r"^character data": STRAY_TEXT,
    r"^attribute \S+=|^value |^invalid value": BAD_VALUE,
    r"attribute": BAD_ATTRIBUTE,
}


@cache
def compiled(schema: Path) -> XMLSchema:
    """Return a schema ready for use, got ready once in the life of a process."""
    from encoder.validation.schema.cache import cached  # noqa: PLC0415 (as seldom needed)

    return cached(schema, _compiled)


def _compiled(schema: Path) -> XMLSchema:
    import xmlschema  # noqa: PLC0415 -- 0.4 s of start-up for what is seldom needed

    try:
        return xmlschema.XMLSchema(schema, allow="local")
    except xmlschema.XMLSchemaException as error:
        message = f"the schema {schema} cannot be compiled: {error}"
        raise EncoderError(message) from error


def complaints(root: _Element, schema: Path) -> list[Complaint]:
    """Return what xmlschema says against the document of `root`."""
    # It takes lxml's elements and gives them back, but declares those of Python.
    document = cast("Element", root)
    errors = compiled(schema).iter_errors(document)
    return [_complaint(error, root) for error in errors]


def _complaint(error: XMLSchemaValidationError, root: _Element) -> Complaint:
    """Return an error as a complaint."""
    element = cast("_Element", root if error.elem is None else error.elem)
    said = error.reason or error.message
    if "can't have child elements" in said:
        return within(element)
    child = getattr(error, "invalid_child", None)
    rule = rule_of(said, _KINDS) if child is None else MISPLACED_ELEMENT
    found = _ATTRIBUTE.search(said)
    attribute = (found["value"] or found["use"] or found["need"]) if found else ""
    at = element if child is None else child
    expected = _expected(said)
    required = expected if _belongs(at, error) else ()
    return Complaint(rule, at, attribute, expected, required, said)


def _belongs(child: _Element, error: XMLSchemaValidationError) -> bool:
    """Return whether an unexpected child has a place in its parent's content at all."""
    content: Any = error.validator
    if not hasattr(content, "iter_elements"):
        return False
    return child.tag in {each.name for each in content.iter_elements()}


def _expected(said: str) -> tuple[str, ...]:
    """Return the names that a message says were expected, without namespaces."""
    found = _EXPECTED.search(said)
    names = _QUOTED.findall(found["names"]) if found else []
    return tuple(name.rpartition("}")[2] for name in names)
