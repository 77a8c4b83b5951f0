"""Recognise the last line of a record, which says that or when it ended.

END 1:41 P.M.

The meeting rose at 4.10 p.m.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.model.blocks import Paragraph

if TYPE_CHECKING:
    from encoder.model.blocks import Inner
    from encoder.model.source import Source

_TRAILER = Formula(
    r"""
    [\[(]? {end-of-text}
    (?: [ \t\u00a0]{1,60} [\d:]{3,5} [ ] [\w. ]{2,10} )? [.]? [\])]?
    # Whoever closes a meeting says that it is closed; a record, that it was.
  | [\[(]? (?: {whereupon} ,? [ ] [^\n()]{0,60} )?
      (?: the [ ] )? {sitting} [ ] (?: {was-or-then} [ ] )? {adjourned}
      (?: [ ,] [^\n()]{1,80} )? [.] [\])]?
  | \(? {end-of-sitting} \)?
  | \d{1,2} : \d{2} [ ] [ap][.]?m[.]? (?: [ ] [A-Z]{2,4} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def trails(source: Source, block: Inner) -> bool:
    """Return whether a paragraph is the trailer of a record."""
    words = source.words(block.span) if isinstance(block, Paragraph) else ""
    return _TRAILER.fullmatch(words) is not None
