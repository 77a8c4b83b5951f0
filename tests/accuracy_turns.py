"""The turns of a TEI file, and whether they are those of the gold, word for word.

This is stricter than a score, and needs nothing but the standard library's own XML:
as many turns, the same labels, the same letters in the same order. What editors put
around words (white space, markup, an end mark, a remark in brackets) is no difference.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\uff08[^\uff08\uff09]*\uff09")
# What stands inside a speech and is not said, or not by its speaker.
_UNSAID = frozenset(f"{{{TEI}}}{name}" for name in ("speaker", "note", "stage", "fw"))
_SUPPLIED = f"{{{TEI}}}supplied"


class Turn(NamedTuple):
    """What the source printed for a speaker, without its end mark, and the words."""

    speaker: str
    text: str


def turns_of(tei: bytes) -> tuple[Turn, ...]:
    """Return the turns of a TEI file, in order."""
    root = etree.fromstring(tei, etree.XMLParser(huge_tree=True))
    return tuple(_turn(speech) for speech in root.iter(f"{{{TEI}}}sp"))


def are_same(gold: Sequence[Turn], found: Sequence[Turn]) -> bool:
    """Return whether two sequences of turns have the same labels and words.

    >>> gold = [Turn("[Ann] Reed", "Is it? (Laughter.)"), Turn("HALE", "It is.")]
    >>> are_same(gold, [Turn("[Ann] Reed:", "Is it?"), Turn("Hale", "It  is.")])
    True
    >>> are_same(gold, gold[:1])
    False
    """
    return [*map(_plain, gold)] == [*map(_plain, found)]


def _plain(turn: Turn) -> tuple[str, str]:
    label = letters(_BRACKETS.sub(" ", turn.speaker))
    return label or letters(turn.speaker), letters(_BRACKETS.sub(" ", turn.text))


def letters(words: str) -> str:
    """Return only the letters and digits of `words`, case folded."""
    composed = unicodedata.normalize("NFC", words).casefold()
    return "".join(each for each in composed if each.isalnum())


def _turn(speech: _Element) -> Turn:
    label = speech.find(f"{{{TEI}}}speaker")
    printed = "" if label is None else "".join(_printed(label, frozenset()))
    return Turn(printed, "".join(_printed(speech, _UNSAID)))


def _printed(element: _Element, skipped: frozenset[str]) -> Iterator[str]:
    """Yield the words of `element` but for those of what is skipped."""
    yield element.text or ""
    for child in element:
        if child.tag == _SUPPLIED:
            yield f"[{''.join(_printed(child, skipped))}]"
        elif isinstance(child.tag, str) and child.tag not in skipped:
            yield from _printed(child, skipped)
        yield f" {child.tail or ''}" if child.tag in skipped else child.tail or ""
