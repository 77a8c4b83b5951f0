"""The schema that a file itself names: `xml-model`, or `xsi:schemaLocation`."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from encoder.model.source import Place
from encoder.validation.other_files import real
from encoder.validation.rules_files import (
    REMOTE_SCHEMA,
    SCHEMA_NOT_FOUND,
    SCHEMA_UNUSED,
)
from encoder.validation.schema.with_jing import is_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.finding import Finding

_XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
_HREF: Final = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# https://www.w3.org/TR/xml-model/ §3: the language is told by the name, or by these.
_ENDINGS: Final = {".xsd", ".rng", ".rnc"}
_OTHERS: Final = {".sch", ".dtd", ".nvdl", ".isosch"}


class NamedSchema(NamedTuple):
    """The schema to use, if the file names one that can be used, and what is to say."""

    schema: Path | None
    findings: tuple[Finding, ...] = ()


def named(root: _Element, name: str, path: Path | None) -> NamedSchema:
    """Return the schema that the document of `root` names.

    `path` is where the document lies. Only a schema in its folder, or below that or the
    working folder, is opened: a file may not make us read another one elsewhere.
    """
    findings: list[Finding] = []
    for line, address in _addresses(root):
        place = Place(name, line, 1)
        parts = urlsplit(address)
        if parts.scheme not in {"", "file"} or parts.netloc:
            message = f"the schema {address} is on a network and is not fetched"
            findings.append(REMOTE_SCHEMA.at(place, message))
            continue
        ending = PurePosixPath(parts.path).suffix.lower()
        if ending in _OTHERS:
            message = f"nothing here validates by {address}"
            findings.append(SCHEMA_UNUSED.at(place, message))
            continue
        if ending not in _ENDINGS:
            continue
        schema = _found(unquote(parts.path), path)
        if schema is None:
            message = f"there is no schema {address} in the folder of the file or below"
            findings.append(SCHEMA_NOT_FOUND.at(place, message))
        elif ending != ".xsd" and not is_here():
            message = f"{address} needs jing and a Java"
            findings.append(SCHEMA_UNUSED.at(place, message))
        else:
            return NamedSchema(schema, tuple(findings))
    return NamedSchema(None, tuple(findings))


def _addresses(root: _Element) -> Iterator[tuple[int, str]]:
    """Yield the line and the address of each schema that a document names."""
    for node in root.itersiblings(preceding=True):
        if getattr(node, "target", "") == "xml-model":
            found = _HREF.search(node.text or "")
            if found:
                yield node.sourceline or 1, found[1] or found[2] or ""
    line = root.sourceline or 1
    pairs = root.get(f"{_XSI}schemaLocation", "").split()
    yield from ((line, address) for address in pairs[1::2])
    if alone := root.get(f"{_XSI}noNamespaceSchemaLocation"):
        yield line, alone


def _found(address: str, path: Path | None) -> Path | None:
    """Return the file at an address, if it is one that may be opened."""
    folder = real(path.parent if path else Path())
    schema = real(folder / address)
    allowed = {folder, Path.cwd()}
    inside = any(schema.is_relative_to(each) for each in allowed)
    return schema if inside and schema.is_file() else None
