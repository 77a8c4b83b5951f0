"""What targets would ask for, as a check of somebody's TEI: `validate --for TARGET`."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.errors import RefusedError
from encoder.exporters import exporter_to
from encoder.exporters.reading import read
from encoder.exporters.requirements import lacking
from encoder.exporters.rules import MISSING_FACT
from encoder.tei.names import TEI
from encoder.validation.check import Hit, Layer, OfHeader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.configuration import Configuration
    from encoder.exporters.exporter import Exporter
    from encoder.validation.header import Header

_ROOT: Final = f"{{{TEI}}}TEI"


def check_for(targets: Iterable[str], edition: Configuration) -> OfHeader:
    """Return the check of a header for all that some targets require.

    What `edition` says of all its records need not stand in the header. A finding is
    the one that `export` would have, so that nothing is new on the day of the deposit.
    """
    exporters = tuple(map(exporter_to, targets))
    return OfHeader(
        MISSING_FACT, Layer.DESCRIPTION, partial(_lacking, exporters, edition)
    )


def _lacking(
    exporters: Sequence[Exporter], edition: Configuration, header: Header
) -> Iterator[Hit]:
    parent = header.element.getparent()
    if parent is None or parent.tag != _ROOT:
        # That of a corpus describes no record.
        return
    alone = etree.Element(_ROOT)
    alone.append(deepcopy(header.element))
    try:
        deposit = read(etree.tostring(alone, encoding="UTF-8"), "", edition)
    except RefusedError:
        # It calls for an entity, which is a finding of its own.
        return
    described = header.first("fileDesc")
    at = header.element if described is None else described
    for _, message in lacking(deposit, exporters):
        yield Hit(at, message)
