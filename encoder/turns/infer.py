"""Which style, with which labels, explains a record; or none: it is not a dialogue.

The question is asked of the whole record. A label counts because it comes back and
alternates with others, or because the title names it; how it looks only decides
whether it may be asked about. Once a record is a dialogue, a label that occurs once is
admitted when it is like the ones that come back.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from encoder.turns.colon import COLON
from encoder.turns.rules import (
    LABEL_PASSED_OVER,
    NOT_A_DIALOGUE,
    SINGLE_LABEL,
    STYLE_CHOSEN,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Source, Span
    from encoder.turns.style import Candidate

STYLES = (COLON,)

# A dialogue of labels that come back has at least two of them, and they change
# places at least twice: A, B, A. Less is a list, or a letter with a heading.
_FEWEST_LABELS = 2
_FEWEST_CHANGES = 2
# A label that occurs once is no longer than this; a sentence before a colon is.
_MOST_WORDS_ONCE = 4


class Voices(NamedTuple):
    """The labels of a dialogue in the order of the source; none if it is not one."""

    labels: tuple[Candidate, ...]
    findings: tuple[Finding, ...]


def infer(source: Source, body: Span, declared: Collection[str] = ()) -> Voices:
    """Return the labels that explain `body` best, and what was unsure.

    `declared` are the words of the page's title, case folded: a label whose every
    word is among them needs not come back.
    """
    best = max(
        ((style, style.candidates(source, body)) for style in STYLES),
        key=lambda found: len(found[1]),
    )
    style, candidates = best
    sure = _sure(candidates, declared)
    if not _is_dialogue([one for one in candidates if one.key in sure], declared):
        message = "no speakers found; read as paragraphs"
        return Voices((), (NOT_A_DIALOGUE.at(source.place(body), message),))
    admitted = tuple(each for each in candidates if _admitted(each, sure))
    message = (
        f"read as a dialogue in the style {style.name!r}: {len(admitted)} turns,"
        f" {len({each.key for each in admitted})} labels"
    )
    chosen = STYLE_CHOSEN.at(source.place(admitted[0].label), message)
    return Voices(admitted, (chosen, *_doubts(source, candidates, sure)))


def _sure(candidates: Sequence[Candidate], declared: Collection[str]) -> set[str]:
    """Return the keys that come back, or that the title names."""
    counted = Counter(candidate.key for candidate in candidates)
    named = {key for key in counted if declared and _is_declared(key, declared)}
    return named | {key for key, count in counted.items() if count > 1}


def _is_declared(key: str, declared: Collection[str]) -> bool:
    return all(word in declared for word in key.split())


def _is_dialogue(turns: Sequence[Candidate], declared: Collection[str]) -> bool:
    keys = {turn.key for turn in turns}
    if len(keys) < _FEWEST_LABELS:
        return False
    changes = sum(one.key != other.key for one, other in itertools.pairwise(turns))
    named = bool(declared) and all(_is_declared(key, declared) for key in keys)
    return changes >= _FEWEST_CHANGES or named


def _admitted(candidate: Candidate, sure: Collection[str]) -> bool:
    return candidate.key in sure or len(candidate.key.split()) <= _MOST_WORDS_ONCE


def _doubts(
    source: Source, candidates: Sequence[Candidate], sure: Collection[str]
) -> Iterator[Finding]:
    for candidate in candidates:
        if candidate.key in sure:
            continue
        place, words = source.place(candidate.label), source.words(candidate.label)
        if _admitted(candidate, sure):
            yield SINGLE_LABEL.at(place, f"{words!r} occurs once; read as a turn")
        else:
            yield LABEL_PASSED_OVER.at(place, f"{words!r} occurs once; not a turn")
