"""Pages with no dialogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making import matter

if TYPE_CHECKING:
    from learning.making.run import Paragraph
    from learning.making.turns import Making


def body(make: Making) -> list[Paragraph]:
    """Return the paragraphs of a page that nobody speaks on."""
    return matter.told(make, make.rng.randint(3, 9))
