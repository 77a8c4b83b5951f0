"""Words of no language: a stock whose every word is changed for syllables.

What is changed keeps its length, its capitals, its script and its marks, so that a page
of nonsense has the shape of a page of the language that it was made from.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from learning.making.stock import Stock, Topic

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_SYLLABLES = Path(__file__).parent / "syllables.txt"
_BASE = {"latin": "en", "greek": "el", "cyrillic": "ru"}
_WORD = re.compile(r"[^\W\d_]+|\{\w+\}")
# Lists whose entries are signs, or single letters that mean themselves.
_KEPT = frozenset({"quote", "day", "page"})


@cache
def sounds() -> dict[str, tuple[list[str], list[str]]]:
    """Return for each script what begins a syllable, and its vowels."""
    found = {}
    for written in _SYLLABLES.read_text("utf-8").splitlines():
        if not written.startswith("#"):
            script, _, signs = written.partition(":")
            begins, _, vowels = signs.partition("|")
            found[script] = (begins.split(), vowels.split())
    return found


def base(script: str) -> str:
    """Return the language whose shapes the nonsense of a script has."""
    return _BASE[script]


def disguised(stock: Stock, script: str, rng: Random) -> Stock:
    """Return a stock with every word changed, the same word always alike."""
    lexicon: dict[str, str] = {}

    def word(found: re.Match[str]) -> str:
        known = found[0]
        if known.startswith("{"):
            return known
        small = known.casefold()
        if small not in lexicon:
            lexicon[small] = _invented(len(small), script, rng)
        return _in_case(known, lexicon[small])

    def changed(words: str) -> str:
        return _WORD.sub(word, words)

    topics = tuple(
        Topic(tuple(map(changed, each.clauses)), tuple(map(changed, each.questions)))
        for each in stock.topics
    )
    lists = {
        name: entries
        if name in _KEPT
        else tuple(_entry(name, each, changed) for each in entries)
        for name, entries in stock.lists.items()
    }
    return Stock(f"nonsense-{script}", topics, lists)


def _entry(name: str, entry: str, changed: Callable[[str], str]) -> str:
    if name != "field":
        return changed(entry)
    known, _, words = entry.partition(":")
    return f"{known}:{changed(words)}"


def _invented(length: int, script: str, rng: Random) -> str:
    begins, vowels = sounds()[script]
    made = rng.choice(vowels) if rng.random() < 0.2 or length == 1 else ""
    while len(made) < length:
        made += rng.choice(begins) + rng.choice(vowels)
        if rng.random() < 0.3:
            made += rng.choice(begins)[0]
    return made[: max(length, 1)]


def _in_case(known: str, made: str) -> str:
    if len(known) > 1 and known.isupper():
        return made.upper()
    return made[:1].upper() + made[1:] if known[:1].isupper() else made
