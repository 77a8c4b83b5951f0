"""Why a date is not simply what its words say: what `@ana` of a date points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.marks import Dated, Timed
from encoder.tei.markup import NOTHING, Markup, element, nested, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model.record import Record
    from encoder.model.when import When

REASONS: Mapping[str, str] = {
    "early": "The words name the first third of a month (ten days) or of a year.",
    "mid": "The words name the middle third of a month (ten days) or of a year.",
    "late": "The words name the last third of a month or of a year.",
    "season": "The words name a season, as long as it is by any reckoning.",
    "decade": "The words name a decade.",
    "circa": "The words say that the date is approximate; how far, nobody says.",
    "between": "The words say that it was on one of two days or in between.",
    "before": "The words say that it was before, or no later than.",
    "after": "The words say that it was after, or no earlier than.",
    "night": "The words name the night between two days.",
    "probably": "The words say that the date is probable.",
    "bracketed": "The date stands in square brackets: an editor has supplied it.",
    "year of the meeting": "The words name no year; it is that of the meeting.",
}
"""The reasons that the date grammar gives, and what each means in the header."""


def date_attributes(when: When) -> dict[str, str | None]:
    """Return the attributes of a `date`, with the reason where it has one.

    >>> from encoder.dates import parse_when
    >>> date_attributes(parse_when("before 1945"))
    {'notAfter': '1945', 'ana': '#date-before'}
    """
    reason = {"ana": f"#{_id(when.reason)}"} if when.reason else {}
    return {**when.attributes, **reason}


def date_reasons(record: Record) -> Markup:
    """Return the taxonomy of the reasons that dates of the record have.

    Those that no date has are left out.
    """
    given = {
        mark.when.reason
        for inside in record.marks.values()
        for mark in inside
        if isinstance(mark, Dated)
    }
    categories = [
        nested(
            "category", [element("catDesc", None, words(said))], {"xml:id": _id(reason)}
        )
        for reason, said in REASONS.items()
        if reason in given
    ]
    if not categories:
        return NOTHING
    desc = element("desc", None, words("Why a date is not simply what its words say."))
    return nested("taxonomy", [desc, *categories], {"xml:id": "date-reasons"})


def standard_values(record: Record) -> str:
    """Return by which standard dates and times are written, true of this record."""
    zoned = any(
        isinstance(mark, Timed) and mark.hours.start.tzinfo is not None
        for inside in record.marks.values()
        for mark in inside
    )
    zone = "in UTC where the source says so" if zoned else "without a time zone"
    return f"Dates and times are those of ISO 8601, {zone}."


def _id(reason: str) -> str:
    return f"date-{reason.replace(' ', '-')}"
