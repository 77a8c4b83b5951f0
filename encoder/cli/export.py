"""`tei-encoder export`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder.cli.view import reporting
from encoder.errors import EncoderError
from encoder.exporters import targets_named
from encoder.reports import as_text
from encoder.reports.totals import Totals
from encoder.rules import RULES
from encoder.runs.export import Export
from encoder.runs.inputs import inputs
from encoder.runs.run import configurations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.cli.view import View
    from encoder.runs.result import Result

_PRINT = "print"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--to",
    "wanted",
    multiple=True,
    required=True,
    metavar="TARGET",
    help="What to make, or all; may be given several times. `tei-encoder targets` "
    "lists them.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DIR",
    help="The folder to write into; each package has the name of its target.",
)
@click.option(
    "--config",
    metavar="FILE",
    help="The configuration.  [default: the nearest tei-encoder.toml above each file]",
)
@click.option(
    "--profile",
    type=click.Choice((_PRINT, "spoken")),
    default=_PRINT,
    show_default=True,
    help="Which TEI the target tei makes; spoken is Parla-CLARIN's.",
)
@click.option(
    "--parquet",
    is_flag=True,
    help="Let the target tables have Parquet files too; needs the extra parquet.",
)
@click.option("--zip", "zipped", is_flag=True, help="Write each package as a zip.")
@reporting("text", "json")
@click.pass_context
def command(  # noqa: PLR0913 (one parameter for each option)
    ctx: click.Context,
    /,
    *,
    files: tuple[str, ...],
    wanted: tuple[str, ...],
    output: str,
    config: str | None,
    zipped: bool,
    profile: str,
    parquet: bool,
    view: View,
) -> None:
    """Pack TEI files as repositories take them.

    A FILE is a file or a folder (every *.xml file below it). What a target needs and
    a header lacks is a finding, and the package of that target is not written.
    """
    found = inputs(files, ".xml")
    settled = zip(
        found,
        configurations(found, config, os.environ, RULES, decided=False),
        strict=True,
    )
    folder = Path(output)
    if not output or (folder.exists() and not folder.is_dir()):
        message = f'cannot write into "{output}": it is not a folder'
        raise EncoderError(message)
    targets = targets_named(wanted)
    forms = tuple(_forms(targets, profile, parquet=parquet))
    export = Export(tuple(settled), targets, folder, zipped=zipped, forms=forms)
    ctx.exit(_report(view, export))


def _forms(targets: tuple[str, ...], profile: str, *, parquet: bool) -> Iterator[str]:
    """Yield the forms that were asked for; each is of one target, which has to be."""
    asked = (
        ("--profile", "tei", profile, profile != _PRINT),
        ("--parquet", "tables", "parquet", parquet),
    )
    for option, target, form, given in asked:
        if given and target not in targets:
            message = f"{option} is for the target {target}; add --to {target}"
            raise EncoderError(message)
        if given:
            yield form


def _report(view: View, export: Export) -> int:
    sums = Totals()
    results = _done(view, export)
    if view.as_json:
        from encoder.reports import as_json  # noqa: PLC0415 (when it was asked for)

        view.show_document(as_json.exported(results, sums, export.packed))
    else:
        view.show_text(
            sums.count(results),
            lambda: as_text.exported(sums, view.shown, export.packed),
        )
    return sums.status


def _done(view: View, export: Export) -> Iterator[Result]:
    """Yield what was found in the files, and when all is said, write the packages."""
    yield from view._replace(files=export.files).watch(export.check())
    for _ in view._replace(files=export.steps).watch(export.pack()):
        pass
