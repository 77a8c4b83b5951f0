"""Lines that say of themselves that they are a heading: "ACT II", "M I N U T E S"."""

from __future__ import annotations

import re

from encoder.text.pattern import Pattern

_ORDINAL = r"""
    (?: one | two | three | four | five | first | second | third | fourth | fifth
      | sixth | last | premi | deuxi | troisi | quatri | cinqui | sixi | derni | erst
      | zweit | zweyt | dritt | viert | fünft | sechst | siebent | siebt | acht
      | neunt | zehnt | elft | zwölft | letzt | prim | segund | terz | terc | quart
      | cuart | quint
      | ultim | перв | втор | трет | четв | пят | шест | седьм | восьм | девят | десят
      | последн )
    \w{0,6}
"""
_PLAY_PARTS = frozenset(
    """
    act acte akt atto acto aufzug jornada акт действие scene scène szene scena escena
    auftritt tableau bild явление сцена картина
    """.split()
)
_BOOK_PARTS = frozenset(
    """
    chapter chapitre kapitel глава session sitzung séance заседание part teil partie
    часть
    """.split()
)
_ADDED = frozenset({"enclosure", "attachment", "annex", "appendix"})
_FRAME = frozenset({"prolog", "prologue", "epilog", "epilogue", "пролог", "эпилог"})
# What such a line begins with, or ends with: most lines are soon seen to be none.
_FIRST = _PLAY_PARTS | _BOOK_PARTS | _ADDED | _FRAME
_LAST = _PLAY_PARTS | {"session"}


def _any_of(words: frozenset[str]) -> str:
    return f"(?: {' | '.join(sorted(words))} )"


_NUMBER = r"(?: \d{1,3} | [ivxlc]{1,7} )"
_NAMES_ITSELF = Pattern(
    rf"""
    {_any_of(_PLAY_PARTS)} [ ] (?: the[ ] )? (?: {_NUMBER} | {_ORDINAL} )
        (?: [.,:;–—-] .{{0,240}} )?
  | (?: (?: the | der | die | das | le | la ) [ ] )?
        (?: {_ORDINAL} | \d{{1,3}}[.] ) [ ] {_any_of(_PLAY_PARTS)} [.]?
  | {_any_of(_BOOK_PARTS)} [ ] (?: {_NUMBER} | {_ORDINAL} )
  | (?: {_ORDINAL} | morning | afternoon | evening ) [ ] session
  | \[? {_any_of(_ADDED)} (?: [ ] [\w-]{{1,4}} )? \]?
  | {_any_of(_FRAME)} [.]?
  | (?: \w[ ] ){{3,30}} \w
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAY = Pattern(rf"\b{_any_of(_PLAY_PARTS)}\b", re.VERBOSE | re.IGNORECASE)
MARKUP = re.compile(r"#{1,6} {1,3}(?=\w)")
BOLD = "**"
MOST_LETTERS = 90


def names_itself(words: str) -> bool:
    """Return whether a line says that it is a heading.

    >>> names_itself("ACT II"), names_itself("Der zweyte Auftritt.")
    (True, True)
    >>> names_itself("Scene 2. A street."), names_itself("M I N U T E S")
    (True, True)
    >>> names_itself("What a scene."), names_itself("Act now, and act well.")
    (False, False)
    """
    if len(words) > MOST_LETTERS * 3 or "\n" in words:
        return False
    if MARKUP.match(words):
        return True
    bare = words[len(BOLD) : -len(BOLD)] if is_bold(words) else words
    if bare[0].islower() or not _could_name_itself(bare):
        return False
    return _NAMES_ITSELF.fullmatch(bare) is not None


def _could_name_itself(bare: str) -> bool:
    first, last = bare.partition(" ")[0], bare.rpartition(" ")[2]
    return (
        first.strip("[].").casefold() in _FIRST
        or last.rstrip(".").casefold() in _LAST
        or bare[1:6:2] == "   "
    )


def is_bold(words: str) -> bool:
    """Return whether `words` stand between the signs that a markup has for bold."""
    return words.startswith(BOLD) and words.endswith(BOLD) and words.strip("*") != ""


def is_of_a_play(words: str) -> bool:
    """Return whether a heading is that of an act or a scene."""
    return _PLAY.search(words) is not None
