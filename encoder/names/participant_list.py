"""Read lists of participants: "State—Mr. Peter B. Hale, Chairman".

A line yields a person only on clear evidence: an honorific, an initial, or a role after
a comma. "United Kingdom", "The President" and a line that merges two columns yield
none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import Formula, every
from encoder.names.label import (
    HONORIFICS,
    is_name,
    is_womans,
    parse_label,
    short_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_ROLE = 160
_MOST_WORDS = 4
_FEWEST_WORDS = 2
_BODIES = every("affiliation") | every("institution")
_PARTICLES = every("name-particle") | every("name-conjunction")
_SUFFIX = Formula(r", (?:{name-suffix}|I{2,3})(?=,|$)", re.NOFLAG)
_ROLE = re.compile(r",\s+|\s+\(|\s+(?=of\s)")
_INITIAL = re.compile(r"\b[A-Z]\.")
# Two columns in one line: initials or titles after a role or a name.
_RUN_ON = Formula(
    r"[a-z]{2,} (?:[A-Z]\. ){1,2}[A-Z][a-z]|\b{run-on-honorific}\. ", re.NOFLAG
)
_HOST = Formula(r"(.{3,60}?)['’]s {talk} with\b", re.NOFLAG)
_PARTIES = Formula(r"\b{party-preposition}\b(.{1,300})", re.IGNORECASE | re.DOTALL)
_BETWEEN = Formula(r",|;|&|\b{party-conjunction}\b", re.NOFLAG)


class Listed(NamedTuple):
    """A listed person: the words as printed, the titles, the name and the role.

    `is_sure` is False without an honorific, an initial, or a role after a full name.
    """

    printed: str
    titles: str
    name: str
    role: str = ""
    is_sure: bool = True

    @property
    def key(self) -> str:
        """The initials that the list gives in brackets, or "": "Ruth Tarn (RT)"."""
        letters = initials(self.name)
        return letters if self.role.replace(".", "") == letters else ""

    @property
    def short(self) -> str:
        """The part of the name that is mostly used alone, case folded."""
        return short_name(self.name)

    def could_be(self, titles: str) -> bool:
        """Return whether a label with `titles` can belong to this person.

        False if exactly one side has a woman's title: "Ambassador Hale", "Mrs. Hale".
        """
        return (
            not titles or not self.titles or is_womans(titles) is is_womans(self.titles)
        )


def listed(lines: Iterable[str]) -> tuple[Listed, ...]:
    """Return each person in the lines of a list once, by name."""
    found = {each.name: each for line in lines if (each := person(line))}
    return tuple(found.values())


def person(line: str) -> Listed | None:
    """Return the person in a line of a list; None without clear evidence.

    >>> person("State—Mr. Peter B. Hale, Chairman")
    ... # doctest: +NORMALIZE_WHITESPACE
    Listed(printed='Mr. Peter B. Hale', titles='mr', name='Peter B. Hale',
           role='Chairman', is_sure=True)
    >>> person("The President"), person("United Kingdom"), person("S/P Hale")
    (None, None, None)
    """
    words = _SUFFIX.sub("", " ".join(line.split())).rstrip(".;")
    parts = _ROLE.split(words, maxsplit=1)
    printed = parts[0].rpartition("—")[2].strip()
    role = words[len(parts[0]) :].strip(" ,;")
    label = parse_label(printed)
    if not _is_person(label.name) or not _are_titles(label.titles):
        return None
    if len(role) > _LONGEST_ROLE or _RUN_ON.search(role):
        return None
    sure = (
        bool(label.titles)
        or bool(_INITIAL.search(label.name))
        or (bool(role) and " " in label.name)
    )
    if role.startswith("(") and role.endswith(")"):
        role = role[1:-1]
    return Listed(printed, label.titles, label.name, role, sure)


def _is_person(name: str) -> bool:
    """Return whether every word has the form of a personal name, and none of a body."""
    if not is_name(name):
        return False
    each = name.split()
    shouted = [word for word in each if len(word) > _FEWEST_WORDS and word.isupper()]
    return (
        len(each) <= _MOST_WORDS
        and each[0][0].isupper()
        and all(word[0].isupper() or word in _PARTICLES for word in each)
        and not any("/" in word for word in each)
        and (len(shouted) in {0, len(each)} or len(each) == _FEWEST_WORDS)
        and _BODIES.isdisjoint(word.casefold().strip(".") for word in each)
    )


def _are_titles(titles: str) -> bool:
    """Return whether all words are titles: not "secretary hale secretary"."""
    each = titles.split()
    return all(_is_title(each, place) for place in range(len(each)))


def _is_title(each: list[str], place: int) -> bool:
    known = each[place] in HONORIFICS or each[place] in _BODIES
    return known or place == 0 or each[place - 1] in every("office-preposition")


def names_in_title(title: str) -> tuple[str, ...]:
    """Return the parties that a title names: "between …", "with …".

    >>> names_in_title("Record of a Meeting Between T. V. Soong and Stalin")
    ('T. V. Soong', 'Stalin')
    >>> names_in_title("Conversation between Mr. Hale, Anne Reed and others")
    ('Hale', 'Anne Reed')
    >>> names_in_title("Professor P. T. Reed's interview with Anne Hale:")
    ('P. T. Reed', 'Anne Hale')
    >>> names_in_title("Report on the Harbour")
    ()
    """
    parties = _PARTIES.search(title)
    if not parties:
        return ()
    parts = _BETWEEN.split(parties[1])
    if host := _HOST.match(title):
        parts.insert(0, host[1])
    found = (parse_label(part).name for part in parts)
    return tuple(name for name in found if is_name(name) and _printed(name))


def initials(name: str) -> str:
    """Return the first letters of the words of a name.

    >>> initials("P. T. Reed")
    'PTR'
    """
    return "".join(word[0] for word in name.split())


def _printed(name: str) -> bool:
    """Return whether every word begins with a capital."""
    return all(word[0].isupper() for word in name.split())
