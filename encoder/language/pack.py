"""The words of languages, by category: what a line of `words/*.words` says.

    # language/words/de.words
    act: Akt Aufzug
    months: Januar|Jänner|Jan. Februar|Feb.

A line gives words of one category, and further lines of the same category add to it. A
blank parts words, `|` parts the spellings of one word, `_` is a blank inside a phrase,
and a line that begins with `#` is a note. A file has the name of its language (BCP 47),
and `mul.words` what belongs to none. A word stands once in a category of a language.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final = Path(__file__).with_name("words")
# Two letters at least, so that it is no quantifier of a regular expression.
_PLACE: Final = re.compile(r"\{([a-z][a-z-]+)\}")


@cache
def _lines() -> Mapping[str, Mapping[str, str]]:
    """Return what stands behind each category, by language in the order of files."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(WORDS.glob("*.words")):
        for line in path.read_text("utf-8").splitlines():
            if line[:1] not in {"#", ""}:
                category, _, words = line.partition(":")
                by_language = found.setdefault(category, {})
                before = by_language.get(path.stem, "")
                by_language[path.stem] = f"{before} {words}"
    return found


def categories() -> list[str]:
    """Return the name of each category that some language has words for."""
    return sorted(_lines())


def languages(category: str) -> list[str]:
    """Return the languages that have words of a category."""
    return [*_lines()[category]]


def spellings(language: str, category: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a language in their order, each with all its spellings.

    A language that has none has an empty tuple.
    """
    written = _lines().get(category, {}).get(language, "")
    return tuple(
        tuple(word.replace("_", " ") for word in spelled.split("|"))
        for spelled in written.split()
    )


@cache
def every(category: str) -> frozenset[str]:
    """Return the words of a category in all languages, each spelling one.

    Raises KeyError for a category that no file has.

    >>> "Akt" in every("act"), "Szene" in every("scene")
    (True, True)
    """
    written = " ".join(_lines()[category].values()).replace("|", " ")
    return frozenset(word.replace("_", " ") for word in written.split())


def alternatives(category: str) -> str:
    """Return a regular expression for any word of a category, the longest first.

    It is written for `re.VERBOSE`, in one group that captures nothing.
    """
    words = sorted(every(category), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in words)})"


class Formula(Pattern):
    """A pattern in which `{category}` stands for any word of that category.

    >>> Formula("{act} [ ] [0-9]+").fullmatch("Akt 2") is not None
    True
    """

    def _text(self) -> str:
        return _PLACE.sub(lambda place: alternatives(place[1]), super()._text())
