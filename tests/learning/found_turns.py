"""The turns that TEI has, in the form in which they are held against the truth."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from learning.making import MadePage

_TEI = "{http://www.tei-c.org/ns/1.0}"
# What stands in a speech and is not said.
_UNSAID = frozenset(f"{_TEI}{name}" for name in "speaker note stage fw desc".split())
_BLOCKS = frozenset(f"{_TEI}{name}" for name in "p l ab item head lb pb label".split())
_WORD = re.compile(r"[㐀-鿿぀-ヿ가-힯]|\w+")
_BRACKETED = re.compile(r"\s*[\[(\uff08][^\[\]()\uff08\uff09]*[\])\uff09]\s*")
# The number of a turn or a question before its label is no part of the name.
_NUMBER = re.compile(r"^(?:q |no\. )?\[?\d{1,3}[.\])]*\s+(?=\D)")
_STAMP = re.compile(r"[\[(]?\d{1,4}(?:[:T-]\d\d)+(?:[.,]\d+)?[\])]?")


class Turn(NamedTuple):
    """A label and what is said, made alike: letters small, no marks."""

    label: str
    words: tuple[str, ...]


def label(printed: str) -> str:
    """Return a label without its mark, number, stamp and what is in brackets."""
    plain = unicodedata.normalize("NFC", printed).replace("*", "").replace("#", "")
    plain = _STAMP.sub(" ", plain.strip("_ "))
    bare = _BRACKETED.sub(" ", plain)
    plain = bare if bare.strip(" :.") else plain.strip("[]()\uff08\uff09: ")
    plain = " ".join(plain.split()).casefold()
    return _NUMBER.sub("", plain).strip(" :.,;–—-：>«»<|【】○•=")


def words(said: str) -> tuple[str, ...]:
    """Return the words of a speech; a hyphen inside a word parts nothing."""
    plain = unicodedata.normalize("NFC", said).replace("\N{SOFT HYPHEN}", "")
    plain = re.sub(r"(?<=\w)[-¬]\s*(?=\w)", "", _BRACKETED.sub(" ", plain))
    return tuple(_WORD.findall(plain.replace("_", " ").casefold()))


def true_turns(page: MadePage) -> list[Turn]:
    """Return the turns that a made page has."""
    return [
        Turn(label(page.label(turn)), words(page.speech(turn))) for turn in page.turns
    ]


def turns_of(tei: bytes) -> list[Turn]:
    """Return the turns of TEI: each `sp`, its speaker, and what is said in it."""
    root = etree.fromstring(tei)
    found = []
    for speech in root.iter(f"{_TEI}sp"):
        speaker = speech.find(f"{_TEI}speaker")
        named = "" if speaker is None else "".join(_pieces(speaker))
        found.append(Turn(label(named), words("".join(_pieces(speech)))))
    return found


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield what is said in an element, blanks at the edges of its blocks."""
    if element.text:
        yield element.text
    for child in element:
        name = str(child.tag)
        if name in _BLOCKS and child.get("break") != "no":
            yield "\n"
        if name not in _UNSAID and isinstance(child.tag, str):
            yield from _pieces(child)
        if name in _BLOCKS and child.get("break") != "no":
            yield "\n"
        if child.tail:
            yield child.tail


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether nine words of ten are the same."""
    first, second = Counter(one), Counter(other)
    union = sum((first | second).values())
    return union == 0 or sum((first & second).values()) / union >= 0.9


def matched(true: list[Turn], found: list[Turn]) -> int:
    """Return how many turns are found, in order, with label and words."""
    before = [0] * (len(found) + 1)
    for turn in true:
        row = [0]
        for n, other in enumerate(found):
            same = turn.label == other.label and alike(turn.words, other.words)
            row.append(before[n] + 1 if same else max(before[n + 1], row[n]))
        before = row
    return before[-1]


def in_other_mouths(true: list[Turn], found: list[Turn]) -> int:
    """Return how many turns begin, with three words or more, in another's speech."""
    own: dict[str, list[str]] = {}
    for turn in found:
        own.setdefault(turn.label, []).append(f" {' '.join(turn.words)} ")
    count = 0
    for turn in true:
        start = f" {' '.join(turn.words[:6])} "
        if len(turn.words) < 3 or any(
            start in said for said in own.get(turn.label, ())
        ):
            continue
        others = (
            said
            for named, all_said in own.items()
            if named != turn.label
            for said in all_said
        )
        count += any(start in said for said in others)
    return count
