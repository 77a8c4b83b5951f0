"""Labels that the text of a record uses as words, and not as names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import every

if TYPE_CHECKING:
    from collections.abc import Collection

_ARTICLES = every("article-before-noun")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST_ARTICLE = 8
_MANY = 40


def used_as_words(text: str, keys: Collection[str]) -> frozenset[str]:
    """Return the keys that `text` uses as words.

    A word in lower case is one, and so is a single word with an article before it, in
    languages that write their nouns with a capital.
    """
    # One look at the text for all the words, where they are many.
    used = _used(text) if len(keys) > _MANY else None
    return frozenset(key for key in keys if _is_common(key, text, used))


class _Used(NamedTuple):
    """The words of a text: those in it, and those with an article before them."""

    words: frozenset[str]
    articled: frozenset[str]


def _is_common(key: str, text: str, used: _Used | None) -> bool:
    words = key.split()
    return all(_in_lower_case(word, text, used) for word in words) or (
        len(words) == 1 and _after_article(key, text, used)
    )


def _used(text: str) -> _Used:
    pieces = text.split(" ")
    articled = (
        _LETTERS.match(word)
        for article, word in pairwise(pieces)
        if len(article) <= _LONGEST_ARTICLE and article.casefold() in _ARTICLES
    )
    return _Used(
        frozenset(_WORD.findall(text)),
        frozenset(found[0] for found in articled if found),
    )


def _in_lower_case(word: str, text: str, used: _Used | None) -> bool:
    if not word.islower():
        return False
    if used and _WORD.fullmatch(word):
        return word in used.words
    # The word comes first, so that the search is for its letters.
    whole = re.escape(word)
    return word in text and bool(re.search(rf"{whole}(?<!\w{whole})(?!\w)", text))


def _after_article(word: str, text: str, used: _Used | None) -> bool:
    if used and word.isalnum():
        return word.capitalize() in used.articled
    parts = text.split(f" {word.capitalize()}")
    return any(
        not after[:1].isalnum() and _last_word(before) in _ARTICLES
        for before, after in pairwise(parts)
    )


def _last_word(text: str) -> str:
    return text[-8:].rpartition(" ")[2].casefold()
