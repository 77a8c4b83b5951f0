"""XML, JSON and YAML as the bytes of files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.tei.markup import whole
from encoder.tei.serialise import DECLARATION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.tei.markup import Markup

# YAML 1.2 §5.1: characters that a document has only as escapes, and line ends of old.
_NOT_YAML: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def xml_document(root: Markup) -> bytes:
    """Return a document of that root; it has been parsed, so that it is well formed."""
    document = f"{DECLARATION}{whole(root)}\n".encode()
    etree.fromstring(document)
    return document


def json_document(value: Mapping[str, object] | Sequence[object]) -> bytes:
    """Return JSON (RFC 8259), keys in the order that they were given."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def scalar(text: str) -> str:
    """Return a YAML scalar: a JSON string is one, but for a few characters."""
    return _NOT_YAML.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
