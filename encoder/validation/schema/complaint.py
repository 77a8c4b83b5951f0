"""What a validator says, as a value that all validators share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.validation.rules_schema import MISPLACED_ELEMENT, NOT_VALID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from encoder.finding import Rule


class Complaint(NamedTuple):
    """What a validator says: of which rule it is, and of which element.

    A missing part is a complaint of the element that lacks it, or, with the rule of
    misplaced elements, of the one that stands in its place. `expected` names what
    may be there, `required` what must be, and `said` is the validator's own message.
    """

    rule: Rule
    element: _Element
    attribute: str = ""
    expected: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    said: str = ""


def rule_of(said: str, kinds: Mapping[str, Rule]) -> Rule:
    """Return the rule of a message: that of the first pattern that is found in it.

    Python keeps a mapping in the order in which it is written.
    """
    for pattern, rule in kinds.items():
        if re.search(pattern, said):
            return rule
    return NOT_VALID


def within(element: _Element) -> Complaint:
    """Return the complaint that an element holds another, where none may stand."""
    child = next(element.iterchildren("*"), element)
    return Complaint(MISPLACED_ELEMENT, child)
