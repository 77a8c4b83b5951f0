"""The table of contents: every check that is a function under a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.validation import (
    addresses,
    characters,
    dates,
    dates_agree,
    description,
    fidelity,
    identifiers,
    letters,
    people,
    pointers,
    turns,
    wording,
)

if TYPE_CHECKING:
    from encoder.validation.check import Check

CHECKS: Final[tuple[Check, ...]] = (
    *pointers.CHECKS,
    *addresses.CHECKS,
    *people.CHECKS,
    *turns.CHECKS,
    *dates.CHECKS,
    *dates_agree.CHECKS,
    *description.CHECKS,
    *wording.CHECKS,
    *identifiers.CHECKS,
    *characters.CHECKS,
    *letters.CHECKS,
    *fidelity.CHECKS,
)

RULES: Final = tuple(check.rule for check in CHECKS)
