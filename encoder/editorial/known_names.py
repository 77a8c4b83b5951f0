"""The names of an authority, and where they stand in a text.

A name is a row of words: what parts them (a space, a line end, the points and brackets
of "T.[V.] Soong") does not count, their letters do. Names are found whole, the longest
first. They are looked up by their first word that is not in small letters, so that a
search costs what the capitals of the text cost, however many names there are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from encoder.editorial.mentions import leaves_open
from encoder.editorial.names_words import HONORIFICS, PARTICLES
from encoder.model.authority import Authority, Entity, EntityKind
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Scripts that put no space between words: each of their characters is a word here.
_EAST = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
# What goes with the letter before it: accents that stand apart, vowel signs.
_SIGNS = frozenset(
    letter
    for letter in map(chr, range(0x300, 0x1200))
    if unicodedata.category(letter) in {"Mn", "Mc"}
)
_LETTER = rf"(?:(?![{_EAST}])[^\W_]|[{''.join(sorted(_SIGNS))}])"
_WORD = re.compile(rf"[{_EAST}]|{_LETTER}+(?:-{_LETTER}+)*")
_IS_EAST = re.compile(f"[{_EAST}]").match
_BETWEEN = re.compile(r"[\s.\[\]'’]{0,4}").match
_BEFORE = re.compile(r"[\s.\[\]'’]{0,4}\Z").search
_LOOKED_BACK = 48
# A first and a last name.
_WHOLE = 2
# What surely parts words.
_APART = " \n.,;:?!()'’\"“”"
# What stands between a first and a last name, and never between two names.
_IN_NAMES = (PARTICLES - {"and", "e", "of", "the", "y"}) | {"den", "ter", "ibn", "abu"}
# What parts words; a hyphen does not, and two are a dash.
_MARKS = str.maketrans(
    dict.fromkeys("""!"#$%&'()*+,./:;<=>?@[]^_`{|}~“”‘’«»—–…""", " ")
)


class _Form(NamedTuple):
    """The words of a name around its key, if it has more, and the entries with it."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    bearers: tuple[Entity, ...]
    is_key: bool
    rest: str


class Found(NamedTuple):
    """A name in a text, and the entries that bear it: mostly one.

    `single` is whether it is one word.
    """

    span: Span
    bearers: tuple[Entity, ...]
    single: bool


class Known(NamedTuple):
    """The names of an authority, by key and whole; its entries, by role and by id."""

    by_key: Mapping[str, Sequence[_Form]]
    keys: frozenset[str]
    eastern: frozenset[str]
    whole: Mapping[tuple[str, ...], tuple[Entity, ...]]
    holders: Mapping[tuple[str, ...], Sequence[Entity]]
    ids: Mapping[str, Entity]

    def named(self, form: str) -> tuple[Entity, ...]:
        """Return the entries of which `form` is a whole name, case folded."""
        return self.whole.get(folded(form), ())


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name.

    >>> words_of("T.V. Soong"), words_of("Chiang [Kai-shek]"), words_of("周恩来")
    (('T', 'V', 'Soong'), ('Chiang', 'Kai-shek'), ('周', '恩', '来'))
    """
    return tuple(_WORD.findall(name))


def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name by which two spellings are the same.

    >>> folded("T. V. SOONG") == folded("T.V. Soong")
    True
    """
    composed = unicodedata.normalize("NFC", name)
    return tuple(word.casefold() for word in words_of(composed))


@lru_cache(maxsize=8)
def known(authority: Authority) -> Known:
    """Return the names of `authority`, made ready to be looked for.

    An accent may be a letter's own or stand behind it. A name of one letter is a
    label's and not looked for in a text, where it is mostly a word.
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
    by_key: dict[str, list[_Form]] = {}
    for form in sorted(bearers, key=len, reverse=True):
        place = next((n for n, word in enumerate(form) if not word[0].islower()), 0)
        before, after = form[:place], form[place + 1 :]
        rest = "" if before else "".join(f" {word}" for word in after)
        is_key = len(form) == 1
        made = _Form(before, after, tuple(bearers[form]), is_key, rest)
        by_key.setdefault(form[place], []).append(made)
    return Known(
        by_key,
        frozenset(by_key),
        frozenset(filter(_IS_EAST, by_key)),
        {form: tuple(each) for form, each in whole.items()},
        _holders(authority),
        {entity.id: entity for entity in authority.entities},
    )


def _spelled(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name, with accents in their letters and behind them."""
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
    """Return the words of a role, case folded and without its article.

    >>> role_of("The Secretary of State:") == role_of("Secretary of State")
    True
    """
    each = folded(words)
    return each[1:] if each[:1] == ("the",) else each


def find(text: str, within: Span, names: Known) -> Iterator[Found]:
    """Yield each name in `text[within]`, in order; none overlaps another.

    A name of one word ("Hale", "van Hale") that stands beside another name is mostly a
    part of it: "Peter Hale" is not the only Hale one knows, and "Hale Street" is no
    person. Such are left alone, unless the word beside it is a name that was found
    itself.
    """
    found = _candidates(text, within, names)
    for place, (span, bearers, single) in enumerate(found):
        start, end = span
        person = bearers[0].kind is EntityKind.PERSON
        completes = single and _completes(text, start, person=person)
        if completes and not (place and _joins(text, found[place - 1], found[place])):
            continue
        if (single or person) and _is_before_a_capital(text, end):
            following = found[place + 1 : place + 2]
            if person or not following or not _joins(text, found[place], *following):
                continue
        yield found[place]


def is_one_word(name: str) -> bool:
    """Return whether a name has one word, but for what stands before last names."""
    words = words_of(name.replace("'", "").replace("’", ""))
    return sum(not word[0].islower() for word in words) < _WHOLE


def _joins(text: str, one: Found, other: Found) -> bool:
    """Return whether nothing but white space stands between two names."""
    return text[one.span.end : other.span.start].isspace()


def _is_before_a_capital(text: str, end: int) -> bool:
    """Return whether the next word of the line begins as names do."""
    after = text[end : end + 2]
    return after[:1] == " " and after[1:].isalpha() and not after[1:].islower()


def _candidates(text: str, within: Span, names: Known) -> list[Found]:
    """Return each whole name, the longest first, in the order of the text."""
    found: list[Found] = []
    free = within.start
    by_key = names.by_key
    for start, key in sorted(_hits(text, within, names)):
        if start < free:
            continue
        for form in by_key[key]:
            if form.is_key:
                free = start + len(key)
                found.append(Found(Span(start, free), form.bearers, single=True))
                break
            span = _around(text, Span(start, start + len(key)), form)
            if span and span.start >= free and span.end <= within.end:
                single = is_one_word(text[slice(*span)])
                found.append(Found(span, form.bearers, single=single))
                free = span.end
                break
    return found


def _hits(text: str, within: Span, names: Known) -> Iterator[tuple[int, str]]:
    """Yield each place where a key stands as a whole word, and the key."""
    part = text[within.start : within.end]
    keys = names.keys.intersection(part.replace("--", " ").translate(_MARKS).split())
    if names.eastern and not part.isascii():
        keys |= names.eastern.intersection(part)
    for key in keys:
        start = text.find(key, *within)
        while start >= 0:
            end = start + len(key)
            if (
                text[start - 1 : start] in _APART and text[end : end + 1] in _APART
            ) or not (_is_tail(text, start) or _is_head(text, start, end)):
                yield start, key
            start = text.find(key, end, within.end)


def _around(text: str, key: Span, form: _Form) -> Span | None:
    """Return where the whole name stands whose key is there; None if it is not."""
    start, end = key
    if form.rest and text.startswith(form.rest, end):
        # As most names are printed: one blank between the words, and no bracket.
        last = end + len(form.rest)
        if not _is_head(text, last - 1, last):
            return Span(start, last)
    for word in form.after:
        gap = _BETWEEN(text, end)
        end = gap.end() if gap else end
        if not text.startswith(word, end):
            return None
        end += len(word)
        if _is_head(text, end - len(word), end):
            return None
    for word in reversed(form.before):
        gap = _BEFORE(text, max(0, start - _LOOKED_BACK), start)
        start = (gap.start() if gap else start) - len(word)
        if start < 0 or not text.startswith(word, start):
            return None
        if _is_in_word(text[start - 1 : start]):
            return None
    return _with_brackets(text, start, end)


def _with_brackets(text: str, start: int, end: int) -> Span:
    """Return a name with the bracket that it opens or closes, if that is beside it."""
    opened = text.count("[", start, end) - text.count("]", start, end)
    if opened > 0 and text.startswith("]", end):
        end += 1
    if opened < 0 and text.startswith("[", start - 1):
        start -= 1
    return Span(start, end)


def _is_tail(text: str, start: int) -> bool:
    """Return whether a word of the text has begun before `start`."""
    before = text[start - 1 : start]
    if before == "-":
        return text[start - 2 : start - 1].isalnum()
    return _is_in_word(before) and not _IS_EAST(before) and not _IS_EAST(text, start)


def _is_head(text: str, start: int, end: int) -> bool:
    """Return whether the word of the text at `start` goes on behind `end`."""
    after = text[end : end + 1]
    if after == "-":
        return text[end + 1 : end + 2].isalnum()
    return _is_in_word(after) and not _IS_EAST(after) and not _IS_EAST(text, start)


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or letter in _SIGNS


def _completes(text: str, start: int, *, person: bool) -> bool:
    """Return whether the word before a name of one word makes it another name."""
    if text[start - 1 : start] == " ":
        # The common case, at little cost.
        word = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
        if word.islower() and not (person and word in _IN_NAMES):
            return False
    words = text[max(0, start - _LOOKED_BACK) : start]
    before = words.split()
    while person and len(before) > 1 and before[-1] in _IN_NAMES:
        before.pop()
    if not before or not words[-1].isspace() or words.count("\n", -3) > 1:
        return False
    word = before[-1]
    if word[0].islower():
        return False
    if not person and word.strip(".").casefold() in HONORIFICS:
        return True
    return not leaves_open(word)
