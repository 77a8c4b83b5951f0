"""A gazetteer: the names of an authority, indexed for search in running text.

A name is a sequence of words. The separators (a space, a line end, the points and
brackets of "T.[V.] Soong") are ignored; the letters are not. The key of a name is its
first word that does not begin in lower case, so that the cost of a search depends on
the capitalised words of the text, not on the number of names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from encoder.model.authority import Authority, Entity

# Scripts that put no space between words: each of their characters is a word here.
_EASTERN = (
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
)
# A first and a last name.
_WHOLE = 2
_LAST_OF_LATIN = "\u02ff"


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word.

    It is compiled on demand: it is long, and few runs have an authority.
    """
    east = "".join(f"{first}-{last}" for first, last in _EASTERN)
    signs = "".join(sign for sign in map(chr, range(0x300, 0x1200)) if is_sign(sign))
    letter = rf"(?:(?![{east}])[^\W_]|[{signs}])"
    return re.compile(rf"[{east}]|{letter}+(?:-{letter}+)*")


def is_east(text: str, start: int = 0) -> bool:
    """Return whether the character at `start` is of a script without word spaces.

    A regular expression for these ranges would take as long to compile as a quarter of
    the interpreter's start.
    """
    letter = text[start : start + 1]
    return letter >= _EASTERN[0][0] and any(
        first <= letter <= last for first, last in _EASTERN
    )


def is_sign(letter: str) -> bool:
    """Return whether a character is a combining mark (Unicode Mn or Mc)."""
    return letter > _LAST_OF_LATIN and unicodedata.category(letter) in {"Mn", "Mc"}


class GazetteerForm(NamedTuple):
    """A form of a name: the words before and after its key, and its entries.

    `is_key` is whether the key is the whole name. `rest` is what follows the key in the
    usual spelling, with one blank before each word; empty if words precede the key.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    bearers: tuple[Entity, ...]
    is_key: bool
    rest: str


class Known(NamedTuple):
    """The index of an authority: forms by key and whole, entries by role and id.

    `eastern` are the keys in scripts without word spaces.
    """

    by_key: Mapping[str, Sequence[GazetteerForm]]
    keys: frozenset[str]
    eastern: frozenset[str]
    whole: Mapping[tuple[str, ...], tuple[Entity, ...]]
    holders: Mapping[tuple[str, ...], Sequence[Entity]]
    ids: Mapping[str, Entity]

    def named(self, form: str) -> tuple[Entity, ...]:
        """Return the entries that have `form` as a whole name; case is ignored."""
        return self.whole.get(folded(form), ())


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name.

    >>> words_of("T.V. Soong"), words_of("Chiang [Kai-shek]"), words_of("周恩来")
    (('T', 'V', 'Soong'), ('Chiang', 'Kai-shek'), ('周', '恩', '来'))
    """
    return tuple(_word().findall(name))


def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name, NFC and case folded, for comparison.

    >>> folded("T. V. SOONG") == folded("T.V. Soong")
    True
    """
    composed = unicodedata.normalize("NFC", name)
    return tuple(word.casefold() for word in words_of(composed))


@lru_cache(maxsize=8)
def known(authority: Authority) -> Known:
    """Return the index of the names of `authority`.

    Names are indexed as written, in NFC and in NFD. A name of one letter is found by
    `Known.named` only, since in a text it is mostly a word.
    """
    bearers: dict[tuple[str, ...], list[Entity]] = {}
    whole: dict[tuple[str, ...], list[Entity]] = {}
    for entity in authority.entities:
        names = (entity.name, *entity.variants)
        for form in dict.fromkeys(chain.from_iterable(map(_spelled, names))):
            if len("".join(form)) > 1:
                bearers.setdefault(form, []).append(entity)
        for form in dict.fromkeys(map(folded, names)):
            whole.setdefault(form, []).append(entity)
    by_key: dict[str, list[GazetteerForm]] = {}
    for form in sorted(bearers, key=len, reverse=True):
        place = next((n for n, word in enumerate(form) if not word[0].islower()), 0)
        before, after = form[:place], form[place + 1 :]
        rest = "" if before else "".join(f" {word}" for word in after)
        is_key = len(form) == 1
        made = GazetteerForm(before, after, tuple(bearers[form]), is_key, rest)
        by_key.setdefault(form[place], []).append(made)
    return Known(
        by_key,
        frozenset(by_key),
        frozenset(filter(is_east, by_key)),
        {form: tuple(each) for form, each in whole.items()},
        _holders(authority),
        {entity.id: entity for entity in authority.entities},
    )


def _spelled(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name as written, in NFC and in NFD."""
    yield words_of(name)
    if not name.isascii():
        yield words_of(unicodedata.normalize("NFC", name))
        yield words_of(unicodedata.normalize("NFD", name))


def _holders(authority: Authority) -> dict[tuple[str, ...], list[Entity]]:
    holders: dict[tuple[str, ...], list[Entity]] = {}
    for entity in authority.entities:
        for role in dict.fromkeys(role_of(office.role) for office in entity.offices):
            holders.setdefault(role, []).append(entity)
    return holders


def role_of(words: str) -> tuple[str, ...]:
    """Return the words of a role, case folded, without a leading article.

    >>> role_of("The Secretary of State:") == role_of("Secretary of State")
    True
    """
    each = folded(words)
    return each[1:] if each[:1] == ("the",) else each


def is_one_word(name: str) -> bool:
    """Return whether a name has at most one word that does not begin in lower case."""
    words = words_of(name.replace("'", "").replace("’", ""))
    return sum(not word[0].islower() for word in words) < _WHOLE
