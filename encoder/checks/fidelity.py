"""Whether the TEI still says what the plain text said from which it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.checks.check import Hit, Layer, on_source
from encoder.finding import Severity
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.checks.check import Check
    from encoder.model.source import Source


@on_source("T701", Layer.FIDELITY, Severity.WARNING)
def another_source(root: _Element, source: Source) -> Iterator[Hit]:
    """The file names another source than the one it is compared with.

    `idno[@type='sha256']` holds the digest of the text that was encoded, and the text
    that was given has another: it was edited since, or it is another record. What the
    comparison finds may then be nobody's fault.

    Give the text that was encoded, or encode the text again:

        tei-encoder validate memo.xml --source memo-corrected.txt

        tei-encoder validate memo.xml --source memo.txt
    """
    for idno in root.iter(f"{{{TEI}}}idno"):
        if idno.get("type") == "sha256" and (idno.text or "").strip() != source.digest:
            message = f"the text {source.name} has the digest {source.digest[:12]}…"
            yield Hit(idno, message)


CHECKS: Final[tuple[Check, ...]] = (another_source,)
