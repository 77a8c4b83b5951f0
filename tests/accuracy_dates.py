"""Dates: those of headers against a corpus, and the table of the date grammar.

Each is read, refused or wrong. A date that is not read can be put in by hand; a wrong
one is believed. So they are counted apart, and there may be none of the wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dates_table import HOURS, READ, REFUSED, REFUSED_HOURS, RUNNING
from lxml import etree

from encoder.dates import agree, find_days, parse_hours, parse_when
from encoder.model.when import When
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from accuracy_measure import Measured

# The corpus has a day, a month or a year, and some have an hour behind it.
_STATED = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:T|$)")
# Where a header says when the record is from.
_PLACES = ("creation", "setting")


class Dates(NamedTuple):
    """How many dates of headers were read, how many refused, and which are wrong."""

    read: int
    refused: int
    wrong: tuple[str, ...]


def grammar() -> Dates:
    """Return what the grammar does with its own table.

    To read what is to be refused is wrong, and so is anything marked in running words
    that is not to be.
    """
    read = refused = 0
    wrong: list[str] = []
    for written, expected, found in _table():
        if found != expected:
            # What is refused and need not be is counted, and no error.
            refused += found is None
            wrong += [written] if found is not None else []
        elif found is None:
            refused += 1
        else:
            read += 1
    return Dates(read, refused, tuple(wrong))


def missed() -> int:
    """Return how many strings of the table are refused that are to be read."""
    return sum(
        found is None and expected is not None for _, expected, found in _table()
    )


def _table() -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each string, what it is to mean, and what it means to the grammar."""
    for written in (*READ, *REFUSED):
        when = parse_when(written)
        yield written, READ.get(written), _said(when.attributes) if when else None
    for written in (*HOURS, *REFUSED_HOURS):
        hours = parse_hours(written)
        times = " ".join(hours.attributes.values()) if hours else None
        yield written, HOURS.get(written), times
    for each in RUNNING:
        meeting = When(each.meeting, each.meeting)
        days = [
            f"{each.text[start:end]} | {_said(when.attributes)}"
            for start, end, when in find_days(each.text, meeting, each.tag)
        ]
        yield each.text, each.found or None, "; ".join(days) or None


def _said(attributes: Mapping[str, str]) -> str:
    return " ".join(f"{name}={value}" for name, value in attributes.items())


def dates(many: Sequence[Measured]) -> Dates:
    """Return what became of the dates that pages state, by what the corpus says."""
    read = refused = 0
    wrong: list[str] = []
    for each in many:
        gold = _stated(each)
        if gold is None or not each.tei:
            continue
        found = _found(each.tei)
        if not found:
            refused += 1
        elif all(agree(one, gold) for one in found):
            read += 1
        else:
            wrong.append(each.case.id)
    return Dates(read, refused, tuple(wrong))


def _stated(each: Measured) -> When | None:
    """Return the date in the corpus, if its year is on the page.

    Another date is what the corpus knows, and not what could be read.
    """
    said = str(each.case.metadata.get("date") or "")
    iso = _STATED.match(said)
    gold = When(iso[1], iso[1]) if iso else parse_when(said)
    is_there = gold and gold.earliest and str(gold.earliest.year) in each.case.text
    return gold if is_there else None


def _found(tei: bytes) -> list[When]:
    """Return the dates in a header that have a meaning."""
    root = etree.fromstring(tei, etree.XMLParser(huge_tree=True))
    elements = [
        date
        for place in _PLACES
        for parent in root.iter(f"{{{TEI}}}{place}")
        for date in parent.iter(f"{{{TEI}}}date")
    ]
    whens = [
        When(
            "",
            date.get("when"),
            start=date.get("from"),
            end=date.get("to"),
            not_before=date.get("notBefore"),
            not_after=date.get("notAfter"),
        )
        for date in elements
    ]
    return [when for when in whens if when.attributes]
