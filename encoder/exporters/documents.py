"""XML and JSON documents as the bytes of files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import etree

from encoder.tei.markup import whole
from encoder.tei.serialise import DECLARATION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.tei.markup import Markup


def xml_document(root: Markup) -> bytes:
    """Return a document of that root; it has been parsed, so that it is well formed."""
    document = f"{DECLARATION}{whole(root)}\n".encode()
    etree.fromstring(document)
    return document


def json_document(value: Mapping[str, object] | Sequence[object]) -> bytes:
    """Return JSON (RFC 8259), keys in the order that they were given."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
