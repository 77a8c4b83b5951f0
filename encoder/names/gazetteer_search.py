"""Search a text for the names of a gazetteer: whole names, longest match first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import every
from encoder.model.authority import Entity, EntityKind
from encoder.model.source import Span
from encoder.names.gazetteer import is_east, is_one_word, is_sign
from encoder.names.label import HONORIFICS, leaves_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.names.gazetteer import GazetteerForm, Known

_BETWEEN = re.compile(r"[\s.\[\]'’]{0,4}").match
_BEFORE = re.compile(r"[\s.\[\]'’]{0,4}\Z").search
_LOOKED_BACK = 48
# What surely parts words.
_APART = " \n.,;:?!()'’\"“”"
# What stands between a first and a last name, and never between two names.
_IN_NAMES = every("name-particle") | every("surname-particle")
# What parts words; a hyphen does not, and two are a dash.
_MARKS = str.maketrans(
    dict.fromkeys("""!"#$%&'()*+,./:;<=>?@[]^_`{|}~“”‘’«»—–…""", " ")
)


class NameMatch(NamedTuple):
    """A match: its span, the entries that have the name, and whether it is one word."""

    span: Span
    bearers: tuple[Entity, ...]
    single: bool


def find(text: str, within: Span, names: Known) -> Iterator[NameMatch]:
    """Yield each name in `text[within]`, in order, without overlaps.

    A name of one word ("Hale", "van Hale") next to another capitalised word is mostly
    part of a longer name: "Peter Hale" can be another Hale, and "Hale Street" is not a
    person. It is skipped, unless the word beside it is a match of its own.
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


def _joins(text: str, one: NameMatch, other: NameMatch) -> bool:
    """Return whether only white space separates two matches."""
    return text[one.span.end : other.span.start].isspace()


def _is_before_a_capital(text: str, end: int) -> bool:
    """Return whether the next word of the line does not begin in lower case."""
    after = text[end : end + 2]
    return after[:1] == " " and after[1:].isalpha() and not after[1:].islower()


def _candidates(text: str, within: Span, names: Known) -> list[NameMatch]:
    """Return the longest whole name at each place, in the order of the text."""
    found: list[NameMatch] = []
    free = within.start
    by_key = names.by_key
    for start, key in sorted(_hits(text, within, names)):
        if start < free:
            continue
        for form in by_key[key]:
            if form.is_key:
                free = start + len(key)
                found.append(NameMatch(Span(start, free), form.bearers, single=True))
                break
            span = _around(text, Span(start, start + len(key)), form)
            if span and span.start >= free and span.end <= within.end:
                single = is_one_word(text[slice(*span)])
                found.append(NameMatch(span, form.bearers, single=single))
                free = span.end
                break
    return found


def _hits(text: str, within: Span, names: Known) -> Iterator[tuple[int, str]]:
    """Yield the start of each whole word that is a key, and the key."""
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


def _around(text: str, key: Span, form: GazetteerForm) -> Span | None:
    """Return the span of a form around its key; None if its other words are missing."""
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
    """Return the span with an adjacent square bracket that balances one inside it."""
    opened = text.count("[", start, end) - text.count("]", start, end)
    if opened > 0 and text.startswith("]", end):
        end += 1
    if opened < 0 and text.startswith("[", start - 1):
        start -= 1
    return Span(start, end)


def _is_tail(text: str, start: int) -> bool:
    """Return whether `start` is inside a word of the text."""
    before = text[start - 1 : start]
    if before == "-":
        return text[start - 2 : start - 1].isalnum()
    return _is_in_word(before) and not is_east(before) and not is_east(text, start)


def _is_head(text: str, start: int, end: int) -> bool:
    """Return whether the word that begins at `start` continues after `end`."""
    after = text[end : end + 1]
    if after == "-":
        return text[end + 1 : end + 2].isalnum()
    return _is_in_word(after) and not is_east(after) and not is_east(text, start)


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or (letter != "" and is_sign(letter))


def _completes(text: str, start: int, *, person: bool) -> bool:
    """Return whether the word before a one-word name makes it part of another name."""
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
