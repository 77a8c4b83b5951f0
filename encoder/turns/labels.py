"""The words of a label: what could be a name, and what the name is.

Nothing here knows a speaker. A label is a few words that begin like names do, perhaps
with an office between them, and perhaps a direction after them. Field names of an
archive's page, and the heads of acts and chapters, are not labels however they look.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from encoder.language.pack import every
from encoder.names.label import HONORIFICS, NOBODY
from encoder.text.pattern import Pattern

# Words that stand before a colon on every archive's page and name no speaker.
FIELD_NAMES = every("field-name-word")
# What can stand before such a word: "General subjects:".
_BEFORE_FIELDS = every("before-field-name")
# What heads a part of a play, a law or a book, and is followed by its number.
_PARTS = (
    every("act")
    | every("scene")
    | every("book-part")
    | every("session")
    | every("appended-part")
    | every("part-with-number")
)
_ABBREVIATIONS = every("abbreviation")
# Small words that a name or an office can hold without beginning like one.
_SMALL = every("small-word-in-name")
# What can stand before a word in lower case: "The mate:", "Une voix:".
_ARTICLES = every("article-of-voice")
_JOINING = every("joining-word")
_FIRST_OF_NONE = FIELD_NAMES | _PARTS | _JOINING
_SALUTATIONS = every("salutation-as-label")
_BRACKETED = Pattern(r"[\[(（][^\[\]()（）]*[\])）]", re.NOFLAG)
_UNPRINTED = Pattern("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]", re.NOFLAG)
_STAMP = re.compile(r"[ \t]+[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?\Z")
_ENDS = " \t\n\u00a0\u3000:：.–—-*_#<>«»【】"
# Questions are numbered through, and who asks them is one: "Question No. 3".
_NUMBER_OF_QUESTION = re.compile(r"(?<=question) no\.? \d{1,3}\Z")
_MOST_WORDS = 12
_LONGEST = 100
_TITLES = HONORIFICS - every("title-particle")
# How many letters a particle before a name has: "d'Aubigny", "al-Rashid", "vanHagen".
_LONGEST_PARTICLE = 6
_INITIALS = 3
_PAIR = 2


class Parsed(NamedTuple):
    """What a label says: the name, case folded, whether that is all, and how it is set.

    `capitals` is None where the name is initials, which say nothing of it. A `weak` one
    looks like no name, and is one only if it comes back like the others.
    """

    key: str
    whole: bool
    capitals: bool | None
    weak: bool = False


def parse(label: str) -> Parsed | None:
    """Return the name in a printed label, or None where it could not be one.

    >>> parse("[T.V] Soong:"), parse("MR. HALE (smiling):").key
    (Parsed(key='soong', whole=True, capitals=False, weak=False), 'mr. hale')
    >>> parse("Mr. d'Aubigny:").key, parse("Mr. quayside:")
    ("mr. d'aubigny", None)
    >>> parse("HALE, rising:").whole, parse("Minister for the harbour Reed:").key
    (False, 'minister for the harbour reed')
    >>> parse("Reason simple:"), parse("7 July 1945, 11:"), parse("Main Points:")
    (None, None, None)
    """
    if _UNPRINTED.search(label):
        return None
    words = _outside_brackets(label)
    if not words or _begins_none(words):
        return None
    if label.strip(_ENDS) in _SALUTATIONS:
        return None
    name, whole = _name(words)
    weak = not name and _could_be_office(words)
    name = words if weak else name
    if not name or len(name) > _MOST_WORDS or name[-1].casefold() in _PARTS:
        return None
    key = _NUMBER_OF_QUESTION.sub("", " ".join(name).rstrip(",").casefold())
    if len(key) > _LONGEST or (label[-1] == "." and is_abbreviation(name[-1])):
        return None
    return Parsed(key, whole, None if weak else _capitals(name), weak)


def _begins_none(words: list[str]) -> bool:
    """Return whether words begin as the name of a field does, or a heading."""
    first, last = words[0].strip(".,").casefold(), words[-1].casefold()
    return first in _FIRST_OF_NONE or (first in _BEFORE_FIELDS and last in FIELD_NAMES)


def titled(key: str) -> bool:
    """Return whether a word in a label is the title or the office of a person.

    >>> titled("mr. hale"), titled("the president"), titled("hale")
    (True, True, False)
    """
    return any(word.strip(".,").casefold() in _TITLES for word in key.split())


def _outside_brackets(label: str) -> list[str]:
    """Return the words outside the brackets of a label; inside, if none are."""
    bare = _STAMP.sub("", label.strip(_ENDS))
    outside = (
        _BRACKETED.sub(" ", bare).strip(_ENDS)
        if "[" in bare or "(" in bare or "（" in bare
        else bare
    )
    return (outside or bare.strip("[]()<> ")).split()


def _name(words: list[str]) -> tuple[list[str], bool]:
    """Return the words of the name, and whether they are all that there is.

    An office can hold words that begin like no name ("Minister for the harbour Reed"),
    when it begins with a title and ends like a name; so can what is said of a voice
    that has none ("Voice from the gallery").
    """
    length = next(
        (n for n, word in enumerate(words) if not _goes_on(word, n)), len(words)
    )
    comma = next(
        (n + 1 for n, word in enumerate(words[:length]) if word[-1] == ","), length
    )
    name = words[:comma]
    while name and name[-1] in _SMALL:
        name.pop()
    if not name or not name[0][0].isalpha() or name[0] in _SMALL:
        return [], False
    if len(name) == len(words):
        return name, True
    if name[-1][-1] == "," or " ".join(name).isupper():
        return name, False
    office = titled(words[0]) and _could_name(words[-1])
    first, second = (*words, "")[:2]
    article = first.casefold() in _ARTICLES
    noun = (second if article else first).casefold()
    voice = len(noun) > 1 and noun in NOBODY
    pair = article and len(words) == _PAIR
    return (words, True) if office or voice or pair else ([], False)


def _could_be_office(words: list[str]) -> bool:
    """Return whether words with small ones among them could be an office and a name.

    "Commissioner for fisheries and ports Anne Hale" could, whatever the language.
    """
    return (
        len(words) > _PAIR
        and words[0][0].isupper()
        and words[0].casefold() not in _ARTICLES
        and all(word[0].isalpha() for word in words)
        and all(map(_could_name, words[-_PAIR:]))
    )


def _goes_on(word: str, place: int) -> bool:
    return _could_name(word) or (
        place > 0 and word.isdecimal() and len(word) < _INITIALS
    )


def _could_name(word: str) -> bool:
    if word[0].isalpha():
        return not word[0].islower() or word in _SMALL or _has_particle(word)
    return word[0] in "’'&\"“"


def _has_particle(word: str) -> bool:
    """Return whether a word in small letters has a capital after its first few."""
    return any(map(str.isupper, word[1 : _LONGEST_PARTICLE + 2]))


def _capitals(name: list[str]) -> bool | None:
    """Return whether a name is set in capitals; initials do not say.

    A place behind it need not be: "Mr. HALE of Westport".
    """
    if any(len(word) > _INITIALS and word.isupper() for word in name):
        return True
    if len(name) == _PAIR and name[0].isupper() and titled(name[0]):
        # "MR. Reed" among those who are "MR. HALE".
        return None
    letters = [letter for letter in name[-1] if letter.isalpha()]
    if len(letters) <= _INITIALS and name[-1].isupper():
        return None
    return 2 * sum(map(str.isupper, letters)) > len(letters)


def is_abbreviation(word: str) -> bool:
    """Return whether a full stop after `word` ends no label: "Mr.", "Cde."."""
    word = word.strip(".(")
    if len(word) == 1 and word.isupper():
        # "P." is whoever asks, and "p." is a page.
        return False
    short = len(word) <= _INITIALS + 1 and not word.isupper() and titled(word)
    return short or word.casefold() in _ABBREVIATIONS
