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
)
"""The table of contents: each is the name of its module, loaded when asked for."""


def exporter_to(name: str) -> Exporter:
    """Return the exporter to one of `TARGETS`."""
    found: Exporter = import_module(f"encoder.exporters.{name}").EXPORTER
    return found
