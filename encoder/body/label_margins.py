"""Read what is printed beside a label: line numbers, time stamps, markup signs.

[00:01:02] **MRS. HALE:** Good morning.
12. MR. REED (00:01:10): Is it?
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.model.blocks import Leaf
from encoder.model.kinds import LeafKind
from encoder.model.source import Span
from encoder.text.characters import WHITE
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from encoder.model.source import Source

_PIECE = Pattern(
    r"""
    (?P<time> [\[(]? (?: \d{1,4} [-/.] \d{1,2} [-/.] \d{1,4} ,? [ ] )?
        \d{1,2} : \d{2} (?: : \d{2} )? (?: [.,] \d{1,3} | [ ] [ap]m )? [\])]?
      | \d\d (?: [ ] \d\d ){2,3} )
  | (?P<number> \(? \d{1,4} [.)] )
  | (?P<line> \d{1,4} )
  | (?P<sign> \*{1,3} | _{1,2} | \#{1,6} | > | : )
    """
)
_KINDS = {
    "time": LeafKind.TIME_STAMP,
    "number": LeafKind.PARAGRAPH_NUMBER,
    "line": LeafKind.LINE_NUMBER,
}


class Side(NamedTuple):
    """The leaves on one side of a label, and the markup signs there."""

    leaves: tuple[Leaf, ...] = ()
    signs: tuple[Span, ...] = ()


NOTHING = Side()


def side(source: Source, span: Span) -> Side | None:
    """Return the contents of `span` beside a label; None if any part is unknown."""
    words = source.words(span)
    if not words or not words.strip(WHITE):
        return NOTHING
    if _PIECE.sub("", words).strip(WHITE):
        return None
    leaves, signs = [], []
    for found in _PIECE.finditer(source.text, *span):
        kind = found.lastgroup or ""
        if kind == "sign":
            signs.append(Span(*found.span()))
        else:
            leaves.append(Leaf(_KINDS[kind], Span(*found.span())))
    return Side(tuple(leaves), tuple(signs))
