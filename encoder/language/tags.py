"""Names and codes of languages as archives print them, and their BCP 47 tags.

The codes and the English names are those of the IANA Language Subtag Registry, as
`subtags.txt` has them; what languages call themselves is in `autonyms.txt`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

from encoder.language.pack import every

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDETERMINED: Final = "und"
"""BCP 47 §4.1: the tag of a language that is not known."""
SUBTAGS: Final = Path(__file__).with_name("subtags.txt")
AUTONYMS: Final = Path(__file__).with_name("autonyms.txt")

_TAG = re.compile(
    r"(?P<code>[a-z]{2,3}|[A-Z]{2,3})(?P<rest>(?:-[A-Za-z0-9]{2,8}){0,3})"
)
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def autonyms() -> dict[str, list[str]]:
    """Return what each language calls itself, by its tag."""
    lines = AUTONYMS.read_text("utf-8").splitlines()
    parted = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {
        tag: [name.replace("_", " ") for name in re.split(r"[ |]", names)]
        for tag, _, names in parted
    }


class _Languages(NamedTuple):
    """The subtag of each code and of each name, in small letters.

    `sought` are the names of the languages that have an autonym: in running words no
    others are looked for, since "Afar", "Ewe" and "Nauru" mean other things there.
    """

    codes: Mapping[str, str]
    names: Mapping[str, str]
    sought: Mapping[str, str]


@cache
def _languages() -> _Languages:
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for line in SUBTAGS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            written, _, english = line.partition(": ")
            subtag, *others = written.split()
            codes.update(dict.fromkeys((subtag, *others), subtag))
            for name in english.split("; "):
                names.setdefault(_folded(name), subtag)
    own = autonyms()
    for subtag, called in own.items():
        for name in called:
            names.setdefault(_folded(name), subtag)
    sought = {name: subtag for name, subtag in names.items() if subtag in own}
    return _Languages(codes, names, sought)


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def tag(name: str) -> str:
    """Return the BCP 47 tag of a language, "und" if `name` is not a known one.

    `name` is English or the language's own, a code of ISO 639, or a tag: its first part
    becomes the shortest code (RFC 5646 §2.2.1), and its other parts stay as they are.

    >>> tag("Russian"), tag("Deutsch"), tag("yi"), tag("deu"), tag("zh-Hant")
    ('ru', 'de', 'yi', 'de', 'zh-Hant')
    >>> tag("Westportish")
    'und'
    """
    name = name.strip()
    known = _languages()
    if (found := _TAG.fullmatch(name)) and found["code"].lower() in known.codes:
        return known.codes[found["code"].lower()] + found["rest"]
    return known.names.get(_folded(name), UNDETERMINED)


def language_of(contents: str) -> str | None:
    """Return the tag of the one language that a description of contents names.

    None if it names no language, or more than one.

    >>> language_of("Transcript - English"), language_of("Scan of Original")
    ('en', None)
    """
    words = _NAME.findall(normalize("NFC", contents))
    if not words:
        return None
    sought = _languages().sought
    named = (sought.get(word.casefold()) for word in words)
    found = {one for one in named if one}
    return found.pop() if len(found) == 1 else None


def is_translation(contents: str) -> bool:
    """Return whether a description of contents calls the text a translation."""
    folded = contents.casefold()
    return any(word in folded for word in every("translation"))
