"""The words of a label: what could be a name, and what the name is.

Nothing here knows a speaker. A label is a few words that begin like names do; field
names of an archive's page and of a memorandum are not labels however they look.
"""

from __future__ import annotations

import re

# Words that stand before a colon on every archive's page and name no speaker.
FIELD_NAMES = frozenset(
    """
    abstract action address agenda attachment author cc citation classification
    collection confidential contents copy copies credits date distribution donors
    drafted enclosure file from http https language location memorandum note notes
    original participants persons place present rights re reference ref source
    subject subjects summary time title to topic translation translator type
    """.split()
)
# Small words that a name or a role can hold without beginning like one.
_SMALL = frozenset(
    """
    a al an and bin da de del della der des di do dos du e el et i ibn la le of
    och og the und van ve von vom y zu zum
    """.split()
)
# No name begins with these, capital or not; "A:" and "De Gaulle:" are labels.
_NEVER_FIRST = frozenset("and et of och und".split())
_BRACKETED = re.compile(r"[\[(][^\[\]()]*[\])]")
_WORD = re.compile(r"[^\s\[\]()]+")
_MOST_WORDS = 8


def key(label: str) -> str:
    """Return the name in `label` as printed outside its brackets, case folded.

    >>> key("[T.V] Soong:"), key("MR. HALE (smiling):"), key("[Joseph Hale]:")
    ('soong', 'mr. hale', 'joseph hale')
    """
    bare = label.rstrip(" \t:")
    outside = " ".join(_BRACKETED.sub(" ", bare).split())
    return (outside or " ".join(bare.strip("[]()").split())).casefold()


def is_label(words: str) -> bool:
    """Return whether `words`, without an end mark, could be a label.

    >>> is_label("[T.V] Soong"), is_label("The President"), is_label("Reason simple")
    (True, True, False)
    >>> is_label("7 July 1945, 11"), is_label("https"), is_label("Citation")
    (False, False, False)
    >>> is_label("REED (turning round)"), is_label("A"), is_label("And Reed")
    (True, True, False)
    """
    found = _WORD.findall(_BRACKETED.sub(" ", words)) or _WORD.findall(words)
    if not 0 < len(found) <= _MOST_WORDS or found[0].casefold() in FIELD_NAMES:
        return False
    return all(map(_could_name, found)) and found[0].casefold() not in _NEVER_FIRST


def _could_name(word: str) -> bool:
    return word[0].isupper() or word.casefold() in _SMALL or word[0] in "’'&"
