"""The empty elements that stand instead of printed signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.omissions import reason
from encoder.tei.markup import Markup, element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.record import Record

_PAGE = re.compile(r"\d{1,5}|\b[ivxlc]{1,7}\b")
_TIME = re.compile(r"[\d:.,]+")


class _Row(NamedTuple):
    """A sign of pages that can stand several times in a row, and how it is shown."""

    sign: str
    rend: str


_ROWS = {"\f": _Row("\f", "form-feed"), "/": _Row("//", "//")}


def page_breaks(sign: str, *, in_word: bool = False) -> Sequence[Markup]:
    """Return the start of a page, its number, and how the source prints it.

    Of form feeds in a row, or of slashes, each starts a page.

    >>> page_breaks("[Page 12]"), page_breaks("12", in_word=True)
    (('<pb n="12" rend="[Page 12]"/>',), ('<pb n="12" break="no"/>',))
    """
    broken = {"break": "no" if in_word else None}
    row = _ROWS.get(sign[0])
    if row:
        shown = {"rend": row.rend}
        first, later = element("pb", shown | broken), element("pb", shown)
        return (first, *[later] * (sign.count(row.sign) - 1))
    found = _PAGE.search(sign)
    number = found[0] if found else None
    printed = None if sign == number else sign
    return (element("pb", {"n": number, "rend": printed, **broken}),)


def line_begin(sign: str) -> Markup:
    r"""Return the start of a line, with the number that the source prints.

    >>> line_begin("12   "), line_begin("\n")
    ('<lb n="12"/>', '<lb/>')
    """
    return element("lb", {"n": sign.strip() or None})


def milestone(unit: str, sign: str) -> Markup:
    """Return a point that the source counts, and how it prints it.

    >>> milestone("timestamp", "[00:01:02]")
    '<milestone unit="timestamp" n="00:01:02" rend="[00:01:02]"/>'
    >>> milestone("paragraph", "12.")
    '<milestone unit="paragraph" n="12."/>'
    """
    found = _TIME.search(sign) if unit == "timestamp" else None
    number = found[0] if found else sign
    return element(
        "milestone",
        {"unit": unit, "n": number, "rend": None if number == sign else sign},
    )


def gap(sign: str) -> Markup:
    """Return a place where words are left out, with the sign that is printed there.

    >>> gap("[…]")
    '<gap reason="omitted" rend="[…]"/>'
    """
    return element("gap", {"reason": reason(sign), "rend": sign})


def note_id(record: Record, number: str) -> str:
    """Return the `xml:id` of a note at the end; a person's id is never taken."""
    name = f"note-{number}"
    taken = any(person.id == name for person in record.people)
    return f"{name}-end" if taken else name
