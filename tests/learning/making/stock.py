"""The words of a language, as its file has them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"
_GREEK_ACCENT = re.compile(r"(?<=[\u0391-\u03a9])\u0301")
# Scripts that are written without blanks between words.
UNSPACED = frozenset({"zh", "ja"})


def capitals(words: str) -> str:
    """Return words in capitals, Greek ones without their accents."""
    upper = unicodedata.normalize("NFD", words.upper())
    return unicodedata.normalize("NFC", _GREEK_ACCENT.sub("", upper))


@dataclass(frozen=True)
class Topic:
    """What is talked of: main clauses without their stop, and questions."""

    clauses: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Stock:
    """The words of one language: topics, and all other lists by their names."""

    language: str
    topics: tuple[Topic, ...]
    lists: dict[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.lists[name]

    @property
    def spaced(self) -> bool:
        """Return whether blanks stand between words."""
        return self.language not in UNSPACED

    def field(self, name: str) -> tuple[str, ...]:
        """Return the ways to name a field of the head ("Present", "Participants")."""
        starts = f"{name}:"
        named = [each for each in self["field"] if each.startswith(starts)]
        return tuple(named[0].removeprefix(starts).strip().split("/")) if named else ()


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a file, in the order of their codes."""
    return tuple(sorted(path.stem for path in WORDS.glob("*.txt")))


@cache
def stock(language: str) -> Stock:
    """Return the words of a language from its file."""
    lists: dict[str, list[str]] = {}
    topics: list[list[str]] = []
    into: list[str] = []
    for written in (WORDS / f"{language}.txt").read_text("utf-8").splitlines():
        if not written.strip() or written.startswith("#"):
            continue
        if written.startswith("[") and written.endswith("]"):
            name = written[1:-1]
            into = []
            if name == "topic":
                topics.append(into)
            else:
                lists.setdefault(name, into)
        else:
            into.extend(_entries(written, field=lists.get("field") is into))
    return Stock(
        language,
        tuple(map(_topic, topics)),
        {name: tuple(entries) for name, entries in lists.items()},
    )


def _entries(written: str, *, field: bool) -> list[str]:
    if field:
        name, _, words = written.partition(":")
        return [f"{name}:{words.strip().replace('|', '/')}"]
    return [each for each in written.split("|") if each]


def _topic(entries: list[str]) -> Topic:
    clauses = tuple(each for each in entries if not each.startswith("? "))
    return Topic(clauses, tuple(each[2:] for each in entries if each.startswith("? ")))
