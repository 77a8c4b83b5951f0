"""Characters that are there by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.checks.check import Hit, Layer, on_text
from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.checks.check import Check
    from encoder.checks.passage import Passage

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


@on_text("T601", Layer.CHARACTERS, Severity.WARNING)
def replacement_character(text: Passage) -> Iterator[Hit]:
    """U+FFFD stands where a character could not be decoded.

    What stood there is lost from the file, though not from the source.

    Read the source again in its own encoding, or type the character:

        <p>the caf\N{REPLACEMENT CHARACTER} on the quay</p>

        <p>the café on the quay</p>
    """
    if _REPLACEMENT not in text.rare:
        return
    at = text.text.find(_REPLACEMENT)
    while at >= 0:
        yield Hit(text.spot(at), "U+FFFD stands for a character that is lost")
        at = text.text.find(_REPLACEMENT, at + 1)


CHECKS: Final[tuple[Check, ...]] = (replacement_character,)
