"""The words of languages, by category: what a line of `words/*.words` says.

    # language/words/de.words
    act: akt aufzug
    months: Januar|Jänner|Jan. Februar|Feb.

A line gives words of one category, and further lines of the same category add to it. A
blank parts words, `|` parts the spellings of one word, `_` is a blank inside a phrase.
In a phrase `*` are any letters, `…` any words on the line, and `{category}` any word of
that category in the same language. A line that begins with `#` is a note. A file has
the name of its language (BCP 47), and `mul.words` what belongs to none. A word stands
once in a category of a language.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORDS: Final = Path(__file__).with_name("words")
# Two letters at least, so that it is no quantifier of a regular expression.
_OPEN: Final = {"*": r"\w*", "…": r"[^\n]{2,80}"}
_PARTS: Final = re.compile(r"(\{[a-z][a-z-]+\}|[*…])")
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

    >>> "akt" in every("act"), "szene" in every("scene")
    (True, True)
    """
    written = " ".join(_lines()[category].values()).replace("|", " ")
    return frozenset(word.replace("_", " ") for word in written.split())


@cache
def alternatives(category: str) -> str:
    """Return a regular expression for any word of a category, the longest first.

    It is written for `re.VERBOSE`, in one group that captures nothing.
    """
    by_language = [alternatives_of(each, category) for each in languages(category)]
    nested = any("{" in word for word in every(category))
    return f"(?:{'|'.join(by_language)})" if nested else _either(every(category))


@cache
def alternatives_of(language: str, category: str) -> str:
    """Return a regular expression as `alternatives` does, for one language alone."""
    return _either(chain.from_iterable(spellings(language, category)), language)


def _either(words: Iterable[str], language: str = "") -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_pattern(word, language) for word in longest_first)})"


def _pattern(word: str, language: str) -> str:
    r"""Return a word or phrase as a regular expression.

    >>> print(_pattern("birth*", "en"), _pattern("no …", "en"))
    birth\w* no\ [^\n]{2,80}
    """
    return "".join(
        alternatives_of(language, part[1:-1])
        if part[:1] == "{"
        else _OPEN.get(part) or re.escape(part)
        for part in _PARTS.split(word)
    )


class Formula(Pattern):
    """A pattern in which `{category}` stands for any word of that category.

    >>> Formula("{act} [ ] [0-9]+").fullmatch("akt 2") is not None
    True
    """

    def _text(self) -> str:
        return _PLACE.sub(lambda place: alternatives(place[1]), super()._text())
