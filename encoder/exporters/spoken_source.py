"""Where the original lies, as a `bibl`: for those who know no `msDesc`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.passages import local, one_line
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# Members of msIdentifier, and what they are in a bibl; others stay what they are.
_NAMED: Final = {
    "repository": "orgName",
    "institution": "orgName",
    "collection": "name",
    "msName": "title",
}
_KEPT: Final = frozenset(
    "idno settlement region country placeName title author editor textLang".split()
)
# What holds facts and is none.
_AROUND: Final = frozenset(
    "msDesc msIdentifier altIdentifier msContents msItem".split()
)


def bibliographic(described: _Element) -> None:
    """Make a description of a manuscript a bibl, in its place."""
    facts = [*_facts(described)]
    layout, end = described.text, described[-1].tail if len(described) else None
    for child in [*described]:
        described.remove(child)
    described.tag = f"{{{TEI}}}bibl"
    described.set("type", "original")
    for fact in facts:
        fact.tail = layout
        described.append(fact)
    if facts:
        facts[-1].tail = end


def _facts(element: _Element) -> Iterator[_Element]:
    """Yield each fact of a description as an element that a bibl has."""
    for child in [*element]:
        name = local(child)
        if name in _AROUND:
            yield from _facts(child)
        elif name in _KEPT:
            yield child
        elif words := one_line(child):
            made = child.makeelement(f"{{{TEI}}}{_NAMED.get(name, 'note')}")
            made.set("type", name)
            made.text = words
            yield made
