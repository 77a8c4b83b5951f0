"""Packages that repositories take: one file for each target."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from encoder.configuration import suggestion
from encoder.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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
    "dataverse",
    "omeka",
    "islandora",
    "bulkrax",
    "xar",
    "tables",
    "ro-crate",
    "ocfl",
)
"""The table of contents. Each is the name of its module, without the dash, which is
loaded when it is asked for."""


ALL: Final = "all"
"""What is typed for all of `TARGETS`."""


def targets_named(names: Collection[str]) -> tuple[str, ...]:
    """Return the targets that were asked for by name, in our order and each once.

    Raises EncoderError for a name that no target has.
    """
    for name in names:
        if name not in (known := (*TARGETS, ALL)):
            message = f'there is no target "{name}"; {suggestion(name, known)}'
            raise EncoderError(message)
    return tuple(name for name in TARGETS if name in names or ALL in names)


class MissingExtraError(EncoderError):
    """A form of a target was asked for that needs a package which is not here."""

    def __init__(self, form: str, package: str) -> None:
        super().__init__(
            f"{form} needs {package}; install it with pip install 'tei-encoder[{form}]'"
        )


def exporter_to(name: str, forms: Iterable[str] = ()) -> Exporter:
    """Return the exporter to one of `TARGETS`, in the first of `forms` that it has.

    Raises MissingExtraError if that form needs what is not installed.
    """
    found: Exporter = import_module(
        f"encoder.exporters.{name.replace('-', '')}"
    ).EXPORTER
    for form in forms:
        if known := found.forms.get(form):
            if known.package and find_spec(known.package) is None:
                raise MissingExtraError(form, known.package)
            return found._replace(pack=known.pack)
    return found
