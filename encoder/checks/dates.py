"""Whether dates and times can be, and agree with each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.checks.check import Hit, Layer, on_elements
from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.checks.check import Check

_DATE: Final = re.compile(r"\d{4}(?!\d|:)")
_PAIRS: Final = (("from", "to"), ("notBefore", "notAfter"))


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
            size = min(len(start), len(end))
            # ISO 8601 dates of one precision are in order when their letters are. Hours
            # are not, because a meeting may last until after midnight.
            dated = _DATE.match(start) and _DATE.match(end)
            if dated and end[:size] < start[:size]:
                yield Hit(element, f"{end} is before {start}", last)


CHECKS: Final[tuple[Check, ...]] = (ends_before_it_begins,)
