"""Unseen words: a family of records as it would be if nobody had seen its words.

A family is what comes from one source. Its own words are those that stand in the labels
of no other. They are replaced, all over its pages and its gold, by words of the same
shape that exist nowhere. What the encoder knows of how people speak and print must do:
a score that falls was reached by naming the words of one source in the code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from accuracy_records import Case, corpus
from accuracy_turns import Turn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+")
# Each letter becomes the next of its row, so that a word can still be spoken.
_ROWS = ("aeiouy", "bcdfghjklmnpqrstvwxz", "аеиоуы", "бвгджзклмнпрстфхцчш")
_NEXT = {
    ord(letter): row[(place + 1) % len(row)]
    for lower in _ROWS
    for row in (lower, lower.upper())
    for place, letter in enumerate(row)
}


def families() -> Mapping[str, list[str]]:
    """Return the ids of the records of each family."""
    found: dict[str, list[str]] = defaultdict(list)
    for case in corpus():
        found[family(case.id)].append(case.id)
    return found


def family(record: str) -> str:
    """Return what comes before a record's own part of its id.

    >>> family("drama_de_hippel"), family("scotus_1955.112"), family("wlayout_00_web")
    ('drama_de', 'scotus', 'wlayout')
    """
    first, *others = record.split("_")
    language = others[:1] if others and re.fullmatch("[a-z]{2}", others[0]) else []
    return "_".join((first, *language))


def unseen() -> Iterator[Case]:
    """Yield the records of the corpus, with words that nobody has seen."""
    owned = own_words()
    for case in corpus():
        yield renamed(case, owned[family(case.id)])


def own_words() -> Mapping[str, set[str]]:
    """Return the words of labels, case folded, that only one family has."""
    where: dict[str, set[str]] = defaultdict(set)
    for case in corpus():
        for turn in case.turns:
            for word in _WORD.findall(turn.speaker):
                # A small word ("of", "von") is the language's, and no name.
                if not word.islower():
                    where[word.casefold()].add(family(case.id))
    owned: dict[str, set[str]] = defaultdict(set)
    for word, those in where.items():
        if len(those) == 1:
            owned[min(those)].add(word)
    return owned


def renamed(case: Case, words: Collection[str]) -> Case:
    """Return a record with other words for `words`, on its page and in its turns.

    >>> turns = (Turn("Herr Hale", "Ja, Reed."),)
    >>> case = Case(id="a", set="", kind="", text="Herr HALE: Ja, Reed.", turns=turns)
    >>> renamed(case, {"hale", "herr"}).text
    'Jiss JEMI: Ja, Reed.'
    """

    def other(match: re.Match[str]) -> str:
        word = match[0]
        return word.translate(_NEXT) if word.casefold() in words else word

    def renew(text: str) -> str:
        return _WORD.sub(other, text)

    return replace(
        case,
        text=renew(case.text),
        turns=tuple(Turn(*map(renew, turn)) for turn in case.turns),
        metadata={
            name: renew(stated) if isinstance(stated, str) else stated
            for name, stated in case.metadata.items()
        },
    )
