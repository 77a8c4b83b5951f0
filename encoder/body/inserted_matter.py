"""Find where a turn ends because matter is inserted into the record.

    Mr. CROFT. Your statement will be placed in the record.

    [The prepared statement of Captain Lowe follows:]

    The lights were built between 1880 and 1904.

What is printed below such a line, who examines a witness next, and a numbered question
that is put in the third person, are nobody's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.model.blocks import Leaf, Paragraph
from encoder.model.kinds import LeafKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.blocks import Inner
    from encoder.model.source import Source

_INSERTED = Formula(
    r"""
    [\[(] (?: [Tt]he | A ) [ ] [^\n\[\]():]{0,80}
    \b {inserted-paper} \b [^\n\[\]():]{0,80} [ ] {follows} [:.] [\])]
    """
)
_EXAMINES = Formula(
    r"""
    (?: (?: {kind-of-examination} [ -] ){0,2} EXAMINATION \s )?
    BY [ ] {title-of-examiner} \.? [ ] [A-Z'’ .-]{2,40} :?
    """
)
_ASKED = Formula(
    r"""
    \d{1,3} \. [ ] {title-of-asker} \.? [ ] [^\n:.?!]{2,40} [ ]
    {asked} [ ] [^\n?!“”"]{1,600}
    """
)


def goes_on(source: Source, blocks: Sequence[Inner]) -> int:
    """Return the index of the first block below a label that is inserted matter.

    That is behind the last of them where it does not; the first is the speaker's.
    """
    ends = (
        place
        for place, block in enumerate(blocks)
        if place and _is_of_the_record(source, block)
    )
    return next(ends, len(blocks))


def with_examiners(source: Source, blocks: Sequence[Inner]) -> Sequence[Inner]:
    """Mark lines that name the examiner of a witness as headings."""
    return [
        Leaf(LeafKind.HEADING, block.span)
        if place and isinstance(block, Paragraph) and _examines(source, block)
        else block
        for place, block in enumerate(blocks)
    ]


def _examines(source: Source, block: Paragraph) -> bool:
    return _EXAMINES.fullmatch(source.words(block.span)) is not None


def _is_of_the_record(source: Source, block: Inner) -> bool:
    if isinstance(block, Leaf):
        return _EXAMINES.fullmatch(source.words(block.span)) is not None
    span = getattr(block, "span", None)
    if span is None:
        return False
    words = source.words(span)
    return any(each.fullmatch(words) for each in (_INSERTED, _ASKED))
