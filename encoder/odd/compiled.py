"""An ODD, compiled: the files that are made from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from encoder.errors import EncoderError
from encoder.odd.constructs import UnknownConstructError
from encoder.odd.read import read
from encoder.odd.rng import rng
from encoder.odd.xsd import XML_FILE, xml_xsd, xsd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.odd.schema import Schema


class Compiled(NamedTuple):
    """One schema in every form. `xsd` imports `xml_xsd` from the file beside it."""

    schema: Schema
    xsd: bytes
    xml_xsd: bytes
    rng: bytes

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every file by its name, as it lies in `schemas/`."""
        return {
            f"{self.schema.name}.xsd": self.xsd,
            f"{self.schema.name}.rng": self.rng,
            XML_FILE: self.xml_xsd,
        }


def compile_file(odd: Path) -> Compiled:
    """Return the schemas that the ODD in a file describes.

    Raises EncoderError, which names the file and the line, for what is no ODD, or has a
    construct that is not known.
    """
    try:
        return compile_odd(odd)
    except UnknownConstructError as error:
        said = str(error).partition(" of the ODD: ")[2]
        message = f"{odd.as_posix()}:{error.line}: {said}"
    except etree.XMLSyntaxError as error:
        message = f"{odd.as_posix()}:{error.position[0]}: not XML: {error.msg}"
    except OSError as error:
        message = f"{odd.as_posix()}: cannot be read: {error.strerror}"
    raise EncoderError(message)


def compile_odd(odd: Path | bytes) -> Compiled:
    """Return the schemas that an ODD describes; the same ODD gives the same bytes."""
    schema = read(odd.read_bytes() if isinstance(odd, Path) else odd)
    return Compiled(schema, xsd(schema), xml_xsd(schema), rng(schema))
