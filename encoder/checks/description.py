"""What a repository will ask for, and a header does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.checks.check import Hit, Layer, on_header
from encoder.finding import Severity
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.checks.check import Check

_AVAILABILITY: Final = (
    f"{{{TEI}}}fileDesc/{{{TEI}}}publicationStmt/{{{TEI}}}availability"
)


@on_header("T501", Layer.DESCRIPTION, Severity.WARNING)
def no_terms_of_use(header: _Element) -> Iterator[Hit]:
    """The header does not say what readers may do with the file.

    Nobody may copy, quote at length or process it. Zenodo, DSpace and CLARIN ask for a
    licence.

    Say it, if you may:

        <publicationStmt>
          <publisher>Harbour History Project</publisher>
        </publicationStmt>

        <publicationStmt>
          <publisher>Harbour History Project</publisher>
          <availability>
            <licence target="https://example.org/terms">As you like</licence>
          </availability>
        </publicationStmt>
    """
    if header.find(_AVAILABILITY) is None:
        yield Hit(header, "nothing is said of the terms of use; add availability")


CHECKS: Final[tuple[Check, ...]] = (no_terms_of_use,)
