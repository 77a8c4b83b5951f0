"""Schemas made ready for use, and the quick answer: valid or not.

It stands apart from what explains a document that is not valid, because every record
that is converted asks for the answer and hardly one for an explanation.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.errors import EncoderError
from encoder.validation.schema.files import RECORD_XSD, read_xml, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

ROOT: Final = "{http://www.tei-c.org/ns/1.0}TEI"
"""What a record begins with. An XSD would let it begin with any element."""


@cache
def compiled(schema: Path) -> etree.XMLSchema | etree.RelaxNG:
    """Return a schema ready for use, compiled once in the life of a process."""
    root = read_xml(schema)
    try:
        return (
            etree.RelaxNG(root.getroottree())
            if schema.suffix == ".rng"
            else etree.XMLSchema(root.getroottree())
        )
    except (etree.XMLSchemaParseError, etree.RelaxNGParseError) as error:
        message = f"the schema {schema} cannot be compiled: {error}"
        raise EncoderError(message) from error


def valid(root: _Element) -> bool:
    """Return whether a document is a valid record: the quick answer, by lxml."""
    return root.tag == ROOT and compiled(shipped(RECORD_XSD)).validate(root)
