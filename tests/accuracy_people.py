"""Whose labels are, against who a corpus says it is: resolved, left open, or wrong.

The corpus has identifiers of its own, so that what can be wrong is that two labels of
one person here are two people's there, or that one label is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from accuracy_turns import letters
from lxml import etree

from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from accuracy_measure import Measured

# A set whose identifiers are the labels, and tell nothing that these do not.
_BY_LABEL = "A_wilson"
_SLIP = 0.1
_SPEECH, _SPEAKER = f"{{{TEI}}}sp", f"{{{TEI}}}speaker"


class Labels(NamedTuple):
    """How many labels of records are somebody's, how many are open, which are wrong."""

    resolved: int
    left_open: int
    wrong: tuple[str, ...]


def labels(many: Sequence[Measured]) -> Labels:
    """Return what became of the labels of which the corpus says whose they are."""
    resolved = left_open = 0
    wrong: list[str] = []
    for each in many:
        gold = _stated(each)
        if each.case.set == _BY_LABEL or not gold or not each.tei:
            continue
        bearers: dict[str, dict[str, set[str]]] = {}
        for label, who in _found(each.tei).items():
            if label not in gold:
                continue
            if who is None:
                left_open += 1
            else:
                resolved += 1
                bearers.setdefault(who, {})[label] = gold[label]
        for who, mine in bearers.items():
            if len(set.union(*mine.values())) > 1:
                wrong.append(f"{each.case.id} {who} {', '.join(mine)}")
    return Labels(resolved, left_open, tuple(wrong))


def _stated(each: Measured) -> Mapping[str, set[str]]:
    """Return whom the corpus has for each label, in more than one turn of ten."""
    counted: dict[str, Counter[str]] = {}
    for label, who in each.case.whose:
        counted.setdefault(letters(label), Counter())[who] += 1
    return {
        label: {who for who in whose if whose[who] > whose.total() * _SLIP}
        for label, whose in counted.items()
    }


def _found(tei: bytes) -> Mapping[str, str | None]:
    """Return whom a TEI file has for each label; None for nobody."""
    root = etree.fromstring(tei, etree.XMLParser(huge_tree=True))
    return dict(_pairs(root))


def _pairs(root: etree._Element) -> Iterator[tuple[str, str | None]]:
    for speech in root.iter(_SPEECH):
        speaker = speech.find(_SPEAKER)
        if speaker is not None:
            yield letters("".join(map(str, speaker.itertext()))), speech.get("who")
