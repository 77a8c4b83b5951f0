"""Packages that repositories take: one file for each target."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from encoder.exporters.exporter import Exporter

TARGETS: Final = (
    "tei",
    "text",
    "html",
    "bagit",
    "dspace",
    "datacite",
    "citation",
    "dc",
    "invenio",
    "omeka",
    "islandora",
    "bulkrax",
    "tables",
    "ro-crate",
)
"""The table of contents. Each is the name of its module, without the dash, which is
loaded when it is asked for."""


def exporter_to(name: str) -> Exporter:
    """Return the exporter to one of `TARGETS`."""
    found: Exporter = import_module(
        f"encoder.exporters.{name.replace('-', '')}"
    ).EXPORTER
    return found
