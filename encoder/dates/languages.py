"""The date words of each language, and the languages that have a word."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from encoder.dates.calendars import ERAS, FIRST_DAY, ROMANS
from encoder.dates.patterns import any_of
from encoder.dates.tables import FIRST_DAYS, KINDS, ONLY_THE_FIRST, SUFFIXES
from encoder.language.pack import spellings
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NUMBERED = {"early": 0, "mid": 1, "late": 2}
_NAMES = ("months", "weekdays")
_STEPS = (*_NAMES, "seasons")
TAGS = tuple(SUFFIXES)
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


class Language:
    """The words of one language, and its habits."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.first_day = FIRST_DAYS.get(tag, FIRST_DAY)
        self.suffix = Pattern(SUFFIXES[tag])
        self.only_the_first = tag in ONLY_THE_FIRST
        self.is_month_first = tag == "en"

    def may_be_ordinal(self, number: int, suffix: str) -> bool:
        """Return whether a number can have that suffix, which is its own.

        >>> language("en").may_be_ordinal(22, "nd")
        True
        >>> language("fr").may_be_ordinal(2, "er")
        False
        """
        if self.tag == "en":
            return suffix.lower() == _ENDINGS.get(number, "th")
        return number == 1 or not self.only_the_first

    @cached_property
    def words(self) -> Mapping[str, tuple[str, int]]:
        """What each word or phrase is: the letter of its kind, and its number."""
        return {
            form: (KINDS[kind], number)
            for kind, number, word in _entries(self.tag)
            for form in _forms(word, is_name=self.tag == "en" and kind in _NAMES)
        }

    @cached_property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """By its first letter, what is more than letters with a full stop behind.

        A longer one stands before its own beginning.
        """
        found: dict[str, tuple[str, ...]] = {}
        for word in sorted(self.words, key=len, reverse=True):
            if not word.rstrip(".").isalpha():
                found[word[0]] = (*found.get(word[0], ()), word)
        return found

    @cached_property
    def months(self) -> Pattern:
        """Every spelling of a month, as it stands in running words."""
        names = (word for word, meant in self.words.items() if meant[0] == "M")
        return Pattern(rf"(?:{any_of(names)})(?!\w)")


# "1970's", "1.º" and "7-го" have letters, and Roman months and eras are words of any
# language.
_LETTERS_OF_FIGURES = {
    "s": {"en"},
    "го": {"ru"},
    "е": {"ru"},
    "º": {"es", "pt"},
    **{roman.lower(): {*TAGS} for roman in ROMANS},
    **{name.lower(): {"en"} for name in ERAS},
}
_WORD = re.compile(r"[^\W\d_]+")


@cache
def language(tag: str) -> Language | None:
    """Return the language of a BCP 47 tag, if its dates are known.

    >>> language("fr-CA").words["juillet"]
    ('M', 7)
    """
    primary = tag.partition("-")[0]
    return Language(primary) if primary in TAGS else None


@cache
def vocabulary() -> Mapping[str, frozenset[str]]:
    """Return the languages that have each word, in small letters, of their tables."""
    having: dict[str, set[str]] = {}
    for tag in TAGS:
        for _, _, phrase in _entries(tag):
            for word in _WORD.findall(phrase.lower()):
                having.setdefault(word, set()).add(tag)
    for word, tags in _LETTERS_OF_FIGURES.items():
        having.setdefault(word, set()).update(tags)
    return {word: frozenset(tags) for word, tags in having.items()}


@cache
def names() -> frozenset[str]:
    """Return the months and weekdays of all languages, in small letters."""
    found = {
        word.rstrip(".").lower()
        for tag in TAGS
        for kind, _, word in _entries(tag)
        if kind in _NAMES
    }
    return frozenset({*found, "of"})


def _entries(tag: str) -> Iterator[tuple[str, int, str]]:
    """Yield category, number and spelling of each word of a date in one language."""
    for kind in KINDS:
        first = 1 if kind == "months" else _NUMBERED.get(kind, 0)
        step = kind in _STEPS
        for place, spelled in enumerate(spellings(tag, kind)):
            for spelling in spelled:
                yield kind, first + place * step, spelling


def _forms(word: str, *, is_name: bool) -> Iterator[str]:
    """Yield a word as given, with a first capital, and in capitals."""
    yield word
    if not is_name:
        yield word[0].upper() + word[1:]
    yield word.upper()
