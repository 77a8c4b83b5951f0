"""What each kind of layout that is left out of the TEI must look like.

The words are spelled here once more, apart from the layouts that leave them out: a
layout that took words of a record for furniture would not find them in this list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model.dropped import Drop
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model.record import Record

_LABEL = Pattern(
    r"""
    (?: abstract | archive | associated[ _-]places
      | associated[ _-]people (?: [ ]&[ ]organizations )?
      | author (?: s | \(s\) )? | box | by | citation | classification | collection
      | contents | credits | date (?: [ _-]of[ _-]interview )? | doc\. | document
      | donors? | folder | interview[ _-]date | keywords? | language | licen[cs]e
      | location | n[or]\. | № | number | original[ _-](?: archive | language )
      | original[ _-]uploaded[ _-]date | participants | people | places? | re
      | record[ _-]id | repository | rights | source | subjects?
      | subjects[ _-]discussed | summary | title | topics? | type | url | venue
    )?
    (?: [ \t]{0,8} [:=] )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FURNITURE = Pattern(
    r"""
    digital[ ]archive (?: [ ]international[ ]history[ ]declassified )?
    | digitalarchive\.wilsoncenter\.org | international[ ]history[ ]declassified
    | skip[ ]to[ ]content | search[ ]in | get[ ]citation
    | •[ ](?: citation | share[ ]document )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LAYOUT: Mapping[Drop, re.Pattern[str] | Pattern] = {
    Drop.FIELD_LABEL: _LABEL,
    Drop.FURNITURE: _FURNITURE,
    Drop.PART_HEADING: re.compile("Document Information", re.IGNORECASE),
    Drop.NUMBER_STOP: re.compile("[.)]"),
    Drop.ANGLE_BRACKET: re.compile("[<>]"),
    Drop.BULLET: re.compile("[-–—•*]"),
    Drop.MARKUP_SIGN: re.compile(r"\*{1,3}|_{1,2}|#{1,6}|>|:"),
    Drop.FENCE: re.compile(r"---|\+\+\+|\.\.\."),
    Drop.QUOTE_MARK: re.compile(r"\"{1,3}|'{1,3}|[\[\],]|[|>][+-]?"),
    Drop.COMMENT: re.compile("#[^\n]*"),
}
_MAY_BE_DECLARED = {Drop.FIELD_LABEL, Drop.FURNITURE, Drop.PART_HEADING}


def is_left_out(record: Record, kind: Drop, words: str) -> bool:
    """Return whether `words` may be left out as layout of this kind.

    They look like their kind; or the user has declared a layout that leaves them out.
    """
    declared = words.casefold().rstrip(" \t:")
    if kind in _MAY_BE_DECLARED and (not declared or declared in record.labels):
        return True
    pattern = LAYOUT.get(kind)
    return bool(words and pattern and pattern.fullmatch(words))
