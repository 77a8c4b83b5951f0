"""An ODD, compiled: the files that are made from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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


def compile_odd(odd: Path | bytes) -> Compiled:
    """Return the schemas that an ODD describes; the same ODD gives the same bytes."""
    schema = read(odd.read_bytes() if isinstance(odd, Path) else odd)
    return Compiled(schema, xsd(schema), xml_xsd(schema), rng(schema))
