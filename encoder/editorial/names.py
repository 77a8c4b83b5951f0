"""What a name is made of: honorifics, forenames, the part that is used alone.

The lists hold words of language, never of a record. A word that is missing from them
costs an abstention; a word too many could cost a wrong person.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from encoder.model.pattern import Pattern

_FEMININE = frozenset(
    "frau lady madam madame miss mlle mme mrs ms señora signora".split()
)
HONORIFICS = _FEMININE | frozenset(
    """
    adm admiral amb ambassador attaché attorney brig capt captain chairman chancellor
    col colonel commander comrade congressman congresswoman counselor counsellor
    deputy director dr father gen general governor gov herr hon judge justice king lord
    lt m maj major marshal minister monsieur mr president premier prime prince princess
    prof professor queen rabbi rep representative rev secretary sen senator señor sgt
    sheikh signor sir sr under vice the of for
    abg abgeordnete abgeordneter bundeskanzler bundesminister bundesministerin cde
    congressmen cllr dame dipl dip don doña dott dottor dra drs fr genossin genosse graf
    ing kanzler lic licenciado m mag minister-president ministerin ministerpräsident
    ministre monsignore onorevole pater pfarrer praesident presidenta presidente
    président présidente präsident präsidentin reverend secretario senador sénateur
    sig señorita sra staatssekretär staatssekretärin tov vorsitzende vorsitzender
    vice-president
    г-жа г-н господин граф доктор князь м-р министр председатель президент товарищ тов
    """.split()
)
# Voices that are no one person, or that a role alone names.
NOBODY = frozenset(
    """
    a all another answer anyone applicant attendant audience both chair chorus citizen
    clerk coach counsel court crowd delegate delegates everybody examiner female first
    fourth guard host interpreter interviewee interviewer investigator journalist
    laughter male man many member members messenger moderator narrator officer operator
    others panelist participant participants person petitioner prosecutor q question
    reporter respondent second several singers soldier some someone speaker third
    translator unidentified unknown various voice voices witness woman
    chor stimme stimmen publikum zwischenruf zwischenrufe voix tous chœur public
    voces voz todos vozes voci tutti голос голоса все хор зал вопрос ответ głos głosy
    """.split()
)
# What stands before a name at the start of a sentence and is no part of it.
OPENERS = frozenset(
    """
    After Also Although And As At Because Before Both But By Did Does Either Even For
    From Had Has He How However I If In Is It Let Maybe Moreover Neither No Nor Not Now
    Of On Once Only Or Perhaps Since So That The Then There They Therefore This Though
    Thus To Today Tomorrow Was We What When Whether While Who Why Will With Would Yes
    Yesterday You
    """.split()
)
_PARTIES = re.compile(r"\b(?:between|with)\b(.{1,300})", re.IGNORECASE | re.DOTALL)
_SQUARE = re.compile(r"\[([^\[\]]*)\]")
_ROUND = re.compile(r"\([^()]*\)")
_END = " \t\n:："
_INITIALS = 3
_JOINED = frozenset({"and", "&", "/"})
# What an identifier can hold: digits, and of the letters those that the fourth edition
# of XML 1.0 (appendix B) knew, since validators still go by its tables.
_NOT_IN_ID = Pattern(
    "[^0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148"
    "\u014a-\u017e\u0386\u0388-\u038a\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c"
    "\u040e-\u044f\u0451-\u045c\u045e-\u0481\u0561-\u0586\u05d0-\u05ea"
    "\u0621-\u063a\u0641-\u064a\u1e00-\u1e9b\u1ea0-\u1ef9\u3041-\u3094"
    "\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3]+",
    re.NOFLAG,
)


class Label(NamedTuple):
    """What a label says: the words before a name, and the name as printed.

    `titles` is case folded and without points; `name` is empty where the label is
    nothing but titles.
    """

    printed: str
    titles: str
    name: str

    @property
    def short(self) -> str:
        """The last word of the name, case folded: what is mostly used alone."""
        return short_name(self.name)


def parse_label(printed: str) -> Label:
    """Return what a label says, brackets opened, asides and end mark left out.

    >>> parse_label("[T.V] Soong:")
    Label(printed='[T.V] Soong', titles='', name='T.V Soong')
    >>> parse_label("Vice President HALE (smiling):").titles
    'vice president'
    """
    words = _SQUARE.sub(_opened, _ROUND.sub(" ", printed)).strip(_END).split()
    bare = [_bare(word) for word in words]
    titles = next(
        (place for place, word in enumerate(bare) if word not in HONORIFICS), len(words)
    )
    name = " ".join(words[titles:])
    return Label(printed.rstrip(_END), " ".join(bare[:titles]), name)


def _opened(bracket: re.Match[str]) -> str:
    """Return the words in square brackets, but for an aside: "Hale [rising]"."""
    return " " if bracket[1][:1].islower() else bracket[1]


def short_name(name: str) -> str:
    """Return the last word of a name, case folded: what is mostly used alone.

    >>> short_name("T. V. Soong")
    'soong'
    """
    return name.rpartition(" ")[2].casefold()


def is_name(name: str) -> bool:
    """Return whether what a label says after its titles names one person.

    Initials do not: whose they are, only a legend or a person can say. Nor does a
    role, a number of people, or two names.

    >>> is_name("T.V Soong"), is_name("Q"), is_name("")
    (True, False, False)
    >>> is_name("All"), is_name("Hale and Reed"), is_name("First Voice")
    (False, False, False)
    """
    words = name.split()
    if not words or "," in name or not _JOINED.isdisjoint(words):
        return False
    if not NOBODY.isdisjoint(map(_bare, words)):
        return False
    last = words[-1]
    if last[0].islower() or not last[0].isalpha():
        return False
    return not (len(words) == 1 and last.isascii() and len(last) <= _INITIALS)


def is_feminine(word: str) -> bool:
    """Return whether an honorific is a woman's.

    >>> is_feminine("Mrs."), is_feminine("Dr.")
    (True, False)
    """
    return _bare(word) in _FEMININE


def names_in_title(title: str) -> tuple[str, ...]:
    """Return the names of those between whom a title says that it was.

    >>> names_in_title("Record of a Meeting Between T. V. Soong and Stalin")
    ('T. V. Soong', 'Stalin')
    >>> names_in_title("Conversation between Mr. Hale, Anne Reed and others")
    ('Hale', 'Anne Reed')
    >>> names_in_title("Report on the Harbour")
    ()
    """
    parties = _PARTIES.search(title)
    if not parties:
        return ()
    parts = re.split(r",|;|\band\b|&|\bwith\b", parties[1])
    found = (parse_label(part).name for part in parts)
    return tuple(name for name in found if is_name(name) and _printed(name))


def is_one(name: str, other: str) -> bool:
    """Return whether two names can be one person's: no initial says otherwise.

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
    """Return the key by which the fullest form of a name is the greatest."""
    letters = sum(map(str.isalpha, name))
    return letters, len(name.split()), not name.isupper()


def slug(name: str, taken: set[str]) -> str:
    """Return an `xml:id` made of a name, and unlike those already taken.

    >>> slug("T. V. Soong", set()), slug("Soong", {"soong"}), slug("2nd", set())
    ('t-v-soong', 'soong-2', 'person-2nd')
    """
    plain = unicodedata.normalize("NFC", name.casefold())
    plain = _NOT_IN_ID.sub("-", plain).strip("-") or "person"
    if plain[0].isdigit():
        plain = f"person-{plain}"
    number, chosen = 1, plain
    while chosen in taken:
        number += 1
        chosen = f"{plain}-{number}"
    return chosen


def _bare(word: str) -> str:
    return word.strip(".’'").casefold()


def _forenames(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name.rpartition(" ")[0].casefold())


def _printed(name: str) -> bool:
    """Return whether every word of a name begins as names do in print."""
    return all(word[0].isupper() for word in name.split())
