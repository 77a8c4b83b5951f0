"""The one way a document becomes bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from encoder.tei.document import Document

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def serialise(document: Document) -> bytes:
    """Return the document in UTF-8, with a declaration and a line end at its end."""
    return f"{DECLARATION}{document.markup}\n".encode()
