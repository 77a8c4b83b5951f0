"""Parse the answers of decisions: dates, and the choices for paragraphs."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from encoder.model.when import When

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model.decision import Decision
    from encoder.model.when import Cert

NOTHING = "-"
"""The answer for nothing to mark: no date, no name."""
Choices: TypeAlias = "Mapping[int, Decision]"
"""The decision on each paragraph, by the offset where it begins."""
NO_CHOICES: Choices = {}
JOIN, PART, SPEECH, NOTE, STAGE = "join", "part", "speech", "note", "stage"
"""The answers on a paragraph: joined to the one above, or apart; below a turn, the
speaker's words, an editorial note, or a stage direction."""
_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
# Extended Date/Time Format (ISO 8601-2): an interval, and one of a set.
_INTERVAL = re.compile(rf"(?P<start>{_DATE}|\.\.)/(?P<end>{_DATE}|\.\.)")
_ONE_OF = re.compile(rf"\[(?P<start>{_DATE})?\.\.(?P<end>{_DATE})?\]")


def parse_answer(written: str, words: str, cert: Cert | None) -> When | None:
    """Return the date in an answer, ISO 8601 or EDTF; None if it is malformed.

    `words` are those that it dates.

    >>> parse_answer("1945-07-07", "last Saturday", None).attributes
    {'when': '1945-07-07'}
    >>> parse_answer("1945-07/1945-08", "all summer", None).attributes
    {'from': '1945-07', 'to': '1945-08'}
    >>> parse_answer("[1945-07-01..1945-07-10]", "early July", "medium").attributes
    {'notBefore': '1945-07-01', 'notAfter': '1945-07-10', 'cert': 'medium'}
    >>> parse_answer("1945-02-30", "then", None), parse_answer("July", "then", None)
    (None, None)
    """
    if re.fullmatch(_DATE, written):
        return When(words, written, cert=cert) if is_date(written) else None
    bounds = _INTERVAL.fullmatch(written)
    one_of = _ONE_OF.fullmatch(written)
    if not (found := bounds or one_of):
        return None
    start, end = (
        None if each == ".." else each for each in found.group("start", "end")
    )
    if not any((start, end)) or not all(is_date(each) for each in (start, end) if each):
        return None
    if start and end and end < start[: len(end)]:
        return None
    if one_of:
        return When(words, not_before=start, not_after=end, cert=cert)
    return When(words, start=start, end=end, cert=cert)


def is_date(written: str) -> bool:
    """Return whether `written` is an existing day, month or year in ISO 8601.

    >>> is_date("1944-02-29"), is_date("1945-02-29"), is_date("1945-13"), is_date("45")
    (True, False, False, False)
    """
    if not re.fullmatch(_DATE, written):
        return False
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
