"""Checks held against one document: the tree that is in memory, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.validation.header import Header
from encoder.validation.index import Index
from encoder.validation.passage import Passage
from encoder.validation.places import Places
from encoder.validation.plan import HEADER
from encoder.validation.position import ElementRef, Spot

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.finding import Finding, Rule
    from encoder.model.source import Source
    from encoder.validation.check import Hit, OfHeader
    from encoder.validation.gathered import Gathered
    from encoder.validation.index import Around
    from encoder.validation.places import Lines
    from encoder.validation.plan import Plan


class TeiFile(NamedTuple):
    """A file that is in memory: what findings call it, its text, and its root.

    `source` is the plain text from which it was made, where that is known, `around`
    what answers for identifiers in other files, and `more` are checks of its header
    besides those of the plan.
    """

    name: str
    text: str
    root: _Element
    source: Source | None = None
    around: Around | None = None
    more: tuple[OfHeader, ...] = ()


class Seen(NamedTuple):
    """A hit, and the rule it is a hit of."""

    rule: Rule
    hit: Hit


def examine(file: TeiFile, plan: Plan, made: Counter[str]) -> tuple[Finding, ...]:
    """Return what the checks of a plan find in a file, sorted by place.

    How many things were shown to the checks of each layer is added to `made`.
    """
    gathered = plan.gathered(file.root)
    seen = [*of_elements(gathered, plan, made)]
    for header in file.root.iter(HEADER):
        seen += of_header(header, (*plan.of_headers, *file.more), made)
    seen += of_text(Passage(file.text), plan, made)
    if plan.indexed:
        index = Index(file.around)
        index.take(gathered)
        seen += of_file(index, plan, made)
    if file.source is not None:
        seen += of_source(file.root, file.source, plan, made)
    return findings(seen, file.name, file.text.split("\n")) if seen else ()


def of_elements(gathered: Gathered, plan: Plan, made: Counter[str]) -> Iterator[Seen]:
    """Yield what is seen in elements, each check being shown those it asks for."""
    for ask in plan.asks:
        if shown := ask.shown(gathered):
            for check in ask.checks:
                made[check.layer] += len(shown)
                for hit in check.run(shown):
                    yield Seen(check.rule, hit)


def of_header(
    element: _Element, checks: Iterable[OfHeader], made: Counter[str]
) -> Iterator[Seen]:
    """Yield what is seen in one header."""
    header = Header(element)
    for check in checks:
        made[check.layer] += 1
        for hit in check.run(header):
            yield Seen(check.rule, hit)


def of_text(passage: Passage, plan: Plan, made: Counter[str]) -> Iterator[Seen]:
    """Yield what is seen in the characters of a passage."""
    for check in plan.of_texts:
        made[check.layer] += 1
        for hit in check.run(passage):
            yield Seen(check.rule, hit)


def of_file(index: Index, plan: Plan, made: Counter[str]) -> Iterator[Seen]:
    """Yield what is seen in the index of a file."""
    for check in plan.of_files:
        made[check.layer] += 1
        for hit in check.run(index):
            yield Seen(check.rule, hit)


def of_source(
    root: _Element, source: Source, plan: Plan, made: Counter[str]
) -> Iterator[Seen]:
    """Yield what is seen in a file beside its source."""
    for check in plan.of_sources:
        made[check.layer] += 1
        for hit in check.run(root, source):
            yield Seen(check.rule, hit)


def line_of(hit: Hit) -> int:
    """Return the line of a hit that has no element any more."""
    at = hit.at
    return (
        at
        if isinstance(at, int)
        else at.line
        if isinstance(at, ElementRef | Spot)
        else 1
    )


def findings(seen: Iterable[Seen], name: str, lines: Lines) -> tuple[Finding, ...]:
    """Return what was seen as findings, each once, sorted by place."""
    places = Places(name, lines)
    found = {
        each.rule.at(places.of(each.hit), each.hit.message)._replace(
            behind=each.hit.behind
        )
        for each in seen
    }
    return tuple(sorted(found, key=lambda finding: finding.order))
