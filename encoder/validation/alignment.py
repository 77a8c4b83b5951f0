"""Two texts held beside each other, word by word: what is missing, added or moved.

Most words of a text and of what was made from it are the same and in the same order. A
run of words that stands once in each is an anchor; the anchors that are in order are
kept, and only what lies between two of them is compared word by word. The work grows
with the length of the texts and not with its square: between anchors that are far
apart, where nothing is alike, nothing is compared.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Characters that nobody sees are no ends of words.
_UNSEEN: Final = "\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200d\u2060"
_WORD: Final = re.compile(rf"\w+(?:['\u2019{_UNSEEN}]+\w+)*")
_LEFT_OUT: Final = re.compile(f"[{_UNSEEN}]")
_RUNS: Final = (4, 1)
"""How many words in a row make an anchor, and how many where there is none."""
_COMPARED: Final = 400
"""How many words, at most, are compared with each other one by one."""


class Word(NamedTuple):
    """A word as it is compared, and where it begins and ends."""

    key: str
    start: int
    end: int


class Change(NamedTuple):
    """Words of the one text, by number, in whose place stand words of the other.

    Either run may be empty.
    """

    start: int
    end: int
    other_start: int
    other_end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text, without what stands between them.

    >>> [word.key for word in words_of("HALE: Don’t, sir.")]
    ['hale', "don't", 'sir']
    """
    return [
        Word(_key(found[0]), found.start(), found.end())
        for found in _WORD.finditer(text)
    ]


def _key(word: str) -> str:
    """Return a word without what two ways of writing it may differ in."""
    folded = _LEFT_OUT.sub("", word).casefold()
    if folded.isascii():
        return folded
    return normalize("NFC", folded.replace("\u2019", "'"))


def changes(one: Sequence[str], other: Sequence[str]) -> Iterator[Change]:
    """Yield where two texts differ, in order.

    >>> list(changes("a b c d e x f".split(), "a b c d e f".split()))
    [Change(start=5, end=6, other_start=5, other_end=5)]
    """
    return _within(one, other, Change(0, len(one), 0, len(other)), _RUNS)


def _within(
    one: Sequence[str], other: Sequence[str], piece: Change, runs: Sequence[int]
) -> Iterator[Change]:
    """Yield where two pieces differ, by anchors of so many words, then of fewer."""
    here, there = piece.start, piece.other_start
    ends = (piece.end, piece.other_end)
    for at, beside in (*_anchors(one, other, piece, runs[0]), ends):
        gap = _narrowed(one, other, Change(here, at, there, beside))
        if gap.start == gap.end and gap.other_start == gap.other_end:
            pass
        elif gap.start == gap.end or gap.other_start == gap.other_end:
            yield gap
        elif gap.end - gap.start + gap.other_end - gap.other_start <= _COMPARED:
            yield from _word_by_word(one, other, gap)
        elif runs[1:]:
            yield from _within(one, other, gap, runs[1:])
        else:
            yield gap
        here, there = at, beside


def _narrowed(one: Sequence[str], other: Sequence[str], gap: Change) -> Change:
    """Return a gap without the words at its ends that are the same."""
    start, end, there, there_end = gap
    while start < end and there < there_end and one[start] == other[there]:
        start, there = start + 1, there + 1
    while start < end and there < there_end and one[end - 1] == other[there_end - 1]:
        end, there_end = end - 1, there_end - 1
    return Change(start, end, there, there_end)


def _word_by_word(
    one: Sequence[str], other: Sequence[str], gap: Change
) -> Iterator[Change]:
    """Yield where two short pieces differ."""
    here, there = one[gap.start : gap.end], other[gap.other_start : gap.other_end]
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield Change(
                gap.start + start,
                gap.start + end,
                gap.other_start + other_start,
                gap.other_start + other_end,
            )


def _anchors(
    one: Sequence[str], other: Sequence[str], piece: Change, run: int
) -> Sequence[tuple[int, int]]:
    """Return places that are the same in both pieces, in order in both."""
    here = _once(one, piece.start, piece.end, run)
    there = _once(other, piece.other_start, piece.other_end, run)
    return _longest(
        [(at, there[words]) for words, at in here.items() if words in there]
    )


def _once(words: Sequence[str], start: int, end: int, run: int) -> dict[str, int]:
    """Return where the runs of words begin that stand once in a piece, in order."""
    first: dict[str, int] = {}
    again: set[str] = set()
    for at in range(start, end - run + 1):
        said = " ".join(words[at : at + run])
        if said in first:
            again.add(said)
        else:
            first[said] = at
    return {said: at for said, at in first.items() if said not in again}


def _longest(pairs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the most pairs that are in order in both texts (patience sorting).

    >>> _longest([(0, 5), (1, 0), (2, 1), (3, 2)])
    [(1, 0), (2, 1), (3, 2)]
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, beside) in enumerate(pairs):
        pile = bisect_left(ends, beside)
        before.append(last[pile - 1] if pile else -1)
        ends[pile : pile + 1] = [beside]
        last[pile : pile + 1] = [number]
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]
