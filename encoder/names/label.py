"""Parse the label of a speaker: honorifics, forenames, the part that is used alone.

The vocabulary of honorifics, roles and groups comes from the language packs.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from encoder.language.pack import every

_FEMININE: Final = every("feminine-honorific")
_OFFICES: Final = _FEMININE.union(every("honorific")) - every("honorific-or-name")
HONORIFICS: Final = _OFFICES.union(every("honorific-or-name"), every("title-particle"))
"""Words before a name: titles and offices, case folded."""
NOBODY: Final = every("role-word") | every("crowd")
"""Words for a group, a role or an unnamed voice, case folded."""
INDEFINITE: Final = every("indefinite")
"""First words of a label that names no particular person, case folded."""
_GIVEN = re.compile(r"[A-Z][a-z\u0027’]+-[a-z\u0027’]+")
_TITLES = HONORIFICS | every("office-qualifier")
_JOINS_OFFICE = every("office-preposition")
_INITIAL = re.compile(r"[A-Z]\.").fullmatch
_NO_NAMES = NOBODY | every("affiliation")
_SQUARE = re.compile(r"\[([^\[\]]*)\]")
_ROUND = re.compile(r"\([^()]*\)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]A-ZÀ-ÞА-Я][^\[\]]*\]")
_END = " \t\n:：–—-*_"
_ABBREVIATED = every("abbreviated-with-point")
_OPENERS = every("sentence-opener")
# What a member of a congress is told from another by: "Senator CROFT of Alder".
_PLACE = re.compile(r"(?<=[A-ZÀ-Þ]{3}) of [A-Z][a-z][\w '’-]*$")
_INITIALS = 3
_VOWELS = frozenset("aeiouy")
_JOINED = frozenset({"and", "&", "/"})


class Label(NamedTuple):
    """The parts of a label: as printed, the titles before the name, and the name.

    `titles` is case folded, without points; `name` is empty if there are only titles.
    """

    printed: str
    titles: str
    name: str

    @property
    def short(self) -> str:
        """The part of the name that is mostly used alone, case folded."""
        return short_name(self.name)

    @property
    def is_persons(self) -> bool:
        """Whether the label names one person; "The Harbourmaster" is a role.

        An article may precede a title and a name, "The Reverend Hale", but not a name
        alone.
        """
        return is_name(self.name) and self.titles != "the"

    @property
    def initialled(self) -> str:
        """The name, with a title of one letter before it, which can be an initial.

        "M. Hale" is Monsieur Hale, or Martha.
        """
        initial = self.titles.rpartition(" ")[2]
        return f"{initial} {self.name}" if len(initial) == 1 else self.name


def parse_label(printed: str) -> Label:
    """Parse a label: square brackets removed, asides and the end mark dropped.

    >>> parse_label("[T.V] Soong:")
    Label(printed='[T.V] Soong', titles='', name='T.V Soong')
    >>> parse_label("Vice President HALE (smiling):").titles
    'vice president'
    >>> parse_label("Senator CROFT of Alder.").name, parse_label("HALE [rising].").name
    ('CROFT', 'HALE')
    """
    plain = _ROUND.sub(" ", _without_manner(printed))
    first = _SQUARE.match(plain)
    behind = plain[first.end() :].split(maxsplit=1) if first else ()
    if first and behind and _bare(behind[0]) in _OFFICES:
        # A forename that was put in before the title: "[Anne] Mrs. Hale".
        plain = plain[first.end() :]
    plain = _SQUARE.sub(_opened, plain)
    words = [word for word in plain.split() if any(map(str.isalnum, word))]
    bare = [_bare(word) for word in words]
    titles = _titles(bare)
    name = _PLACE.sub("", _unstopped(" ".join(words[titles:])))
    return Label(printed.rstrip(_END), " ".join(bare[:titles]), name)


def _titles(bare: list[str]) -> int:
    """Return the number of title words before the name, given folded words.

    "USIA Director" and "Secretary of Defense" are titles of two and three words. All
    words are counted if no name follows.
    """
    found = next(
        (place for place, word in enumerate(bare) if word not in _TITLES), len(bare)
    )
    if found and bare[found - 1] in _JOINS_OFFICE:
        found = min(found + 1, len(bare))
    offices = (
        place for place in range(found, len(bare) - 1) if bare[place] in _OFFICES
    )
    return max((place + 1 for place in offices), default=found)


def called(printed: str) -> str:
    """Return the name or role in a label, without directions and asides.

    >>> called("Hale [aside]"), called("Mr. Hale (smiling):"), called("HALE, rising.")
    ('Hale', 'Mr. Hale', 'HALE')
    >>> called("[T.V] Soong"), called("(All)"), called("Mr. Hale.")
    ('[T.V] Soong', '(All)', 'Mr. Hale')
    """
    printed = _without_manner(printed)
    return _unstopped(" ".join(_ASIDE.sub(" ", printed).split())) or printed


def _without_manner(printed: str) -> str:
    """Return a label without its end mark and a lower-case phrase after a comma."""
    name, _, manner = printed.strip(_END).partition(", ")
    return name if manner[:1].islower() else printed.strip(_END)


def _unstopped(name: str) -> str:
    """Return a name without the full stop of its label; "Jr." keeps its point."""
    last = name.rpartition(" ")[2]
    stopped = last.endswith(".") and last[:-1].isalpha() and len(last) > _INITIALS
    return name[:-1] if stopped and last[:-1].casefold() not in _ABBREVIATED else name


def _opened(bracket: re.Match[str]) -> str:
    """Return the words in square brackets; a blank for an aside: "Hale [rising]"."""
    return " " if bracket[1][:1].islower() else bracket[1]


def short_name(name: str) -> str:
    """Return the part of a name that is mostly used alone, case folded.

    >>> short_name("T. V. Soong"), short_name("Li Kuang-hua")
    ('soong', 'li')
    """
    return used_alone(name).casefold()


def used_alone(name: str) -> str:
    """Return the part of a name that is mostly used alone, as printed.

    That is the last word; the first, if the last is a transcribed East Asian forename:
    two parts, the second in lower case.

    >>> used_alone("Anne Hale"), used_alone("Li Kuang-hua"), used_alone("Kuang-hua")
    ('Hale', 'Li', 'Kuang-hua')
    """
    first, *others = name.split(" ")
    last = others[-1] if others else first
    return first if len(others) == 1 and _GIVEN.fullmatch(last) else last


def is_name(name: str) -> bool:
    """Return whether the words after the titles of a label name one person.

    False for initials, which need a legend or a human reader, and for a role, a group
    or two names.

    >>> is_name("T.V Soong"), is_name("Q"), is_name("")
    (True, False, False)
    >>> is_name("All"), is_name("Hale and Reed"), is_name("First Voice")
    (False, False, False)
    >>> is_name("Cox"), is_name("COX"), is_name("He President"), is_name("Anne A. Hale")
    (True, False, False, True)
    """
    words = name.split()
    if not words or "," in name or not _JOINED.isdisjoint(words):
        return False
    if is_indefinite(name):
        return False
    if not _NO_NAMES.isdisjoint(_bare(word) for word in words if not _INITIAL(word)):
        return False
    last = words[-1]
    if last[0].islower() or not last[0].isalpha():
        return False
    if _bare(last) in _OFFICES:
        return False
    return not (len(words) == 1 and len(last) <= _INITIALS and _are_initials(last))


def is_indefinite(name: str) -> bool:
    """Return whether a label begins with an indefinite article or pronoun.

    >>> is_indefinite("UN DOCTEUR"), is_indefinite("L’UN D’EUX"), is_indefinite("A. B")
    (True, True, False)
    """
    first, *_ = re.split(r"[ -]", name.replace("’", "'"), maxsplit=1)
    return first.casefold() in INDEFINITE and len(first) < len(name)


def _are_initials(word: str) -> bool:
    """Return whether a short word can be initials: not "Cox", not "Ли"."""
    spoken = word[1:].islower() and not _VOWELS.isdisjoint(word.casefold())
    return word.isascii() and not spoken


def is_feminine(word: str) -> bool:
    """Return whether an honorific is used of women only.

    >>> is_feminine("Mrs."), is_feminine("Dr.")
    (True, False)
    """
    return _bare(word) in _FEMININE


def is_womans(titles: str) -> bool:
    """Return whether any word of `titles` is used of women only."""
    return any(map(is_feminine, titles.split()))


def is_one(name: str, other: str) -> bool:
    """Return whether two names are compatible: same short name, no other forename.

    >>> is_one("T.V Soong", "T. V. Soong"), is_one("Soong", "T. V. Soong")
    (True, True)
    >>> is_one("Anne Hale", "Peter Hale"), is_one("A. Hale", "Anne Hale")
    (False, True)
    """
    if short_name(name) != short_name(other):
        return False
    mine, others = _forenames(name), _forenames(other)
    return all(
        one == another or (1 in {len(one), len(another)} and one[0] == another[0])
        for one, another in zip(mine, others, strict=False)
    )


def fullness(name: str) -> tuple[int, int, bool]:
    """Return a sort key: the fullest form of a name has the greatest."""
    letters = sum(map(str.isalpha, name))
    return letters, len(name.split()), not name.isupper()


def _bare(word: str) -> str:
    return word.strip(".’'").casefold()


def _forenames(name: str) -> list[str]:
    others = name.casefold().split()
    others.remove(short_name(name))
    return re.findall(r"[^\W\d_]+", " ".join(others))


def leaves_open(word: str) -> bool:
    """Return whether the word before a name fits every bearer of that name.

    True for an honorific that is not a woman's, since nothing here says which bearers
    are women, and for a word that is not part of a name. A capitalised word counts as
    part of a name unless it can open a sentence; so does an initial.
    """
    word = word.lstrip("\"'“‘«([—")
    if word.strip(".").casefold() in HONORIFICS:
        return not is_feminine(word)
    return (
        not word[:1].isupper()
        or word in _OPENERS
        or (word[-1] in '.?!:;,)]…"”’' and len(word.strip(".")) > 1)
    )
