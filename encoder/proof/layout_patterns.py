"""What each kind of layout that is left out of the TEI must look like.

The words are spelled here once more, apart from the layouts that leave them out: a
layout that took words of a record for furniture would not find them in this list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.model.dropped import Drop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.model.record import Record
    from encoder.text.pattern import Pattern


class _OfKeys(Formula):
    """A formula in which a hyphen or a low line can stand for a blank, as in keys."""

    def _text(self) -> str:
        return super()._text().replace(r"\ ", "[ _-]")


_LABEL = _OfKeys(r"{proof-label}? (?: [ \t]{0,8} [:=] )?", re.VERBOSE | re.IGNORECASE)
_FURNITURE = Formula("{proof-furniture}", re.IGNORECASE)
LAYOUT: Mapping[Drop, re.Pattern[str] | Pattern] = {
    Drop.FIELD_LABEL: _LABEL,
    Drop.FURNITURE: _FURNITURE,
    Drop.PART_HEADING: Formula("{proof-part-heading}", re.IGNORECASE),
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
