"""`tei-encoder people`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from encoder.configuration import Options
from encoder.reports import as_text
from encoder.rules import RULES
from encoder.runs.inputs import inputs
from encoder.runs.people import as_file, personography, rows_before
from encoder.runs.run import configurations
from encoder.runs.writing import write


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="people.csv",
    show_default=True,
    help="The list: a table (*.csv) or TEI (*.xml).",
)
@click.option("--config", metavar="FILE", help="The configuration.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    sources: tuple[str, ...],
    output: str,
    config: str | None,
) -> None:
    """List every label of the records, the most frequent unidentified first.

    Fill in id and preferred name, name the file under `authority` in
    tei-encoder.toml, and `convert` knows who they are. Running it again
    refreshes the counts and keeps what was filled in.
    """
    path = Path(output)
    before = rows_before(path)
    files = inputs(sources, ".txt")
    settled = configurations(files, config, os.environ, RULES)
    found = personography(zip(files, settled, strict=True), Options(), before)
    write(path, as_file(found, path))
    unknown = sum(entry.is_open for entry in found.entries)
    click.echo(
        f"{path.as_posix()}: {unknown} unidentified,"
        f" {len(found.entries) - unknown} identified, from {len(files)} records"
    )
    for finding in found.refused:
        click.echo(as_text.printable(str(finding)), err=True)
    ctx.exit(1 if found.refused else 0)
