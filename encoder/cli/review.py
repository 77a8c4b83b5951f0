"""`tei-encoder review`."""

from __future__ import annotations

import os

import click

from encoder.configuration import Options
from encoder.reports import as_text
from encoder.rules import RULES
from encoder.runs.inputs import inputs
from encoder.runs.review import review, written_root
from encoder.runs.run import configurations


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--config", metavar="FILE", help="The configuration.")
@click.option(
    "--layout", default="auto", show_default=True, help="How the sources are laid out."
)
@click.option(
    "--turns", default="auto", show_default=True, help="How speakers are marked."
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    sources: tuple[str, ...],
    config: str | None,
    layout: str,
    turns: str,
) -> None:
    """Write the open questions of records into decisions/, to be filled in.

    Each table has a row for each question, and an empty column for the answer;
    `convert` applies the answers. Running it again keeps every answer.
    """
    files = inputs(sources, ".txt")
    settled = configurations(files, config, os.environ, RULES)
    made = review(
        [*zip(files, settled, strict=True)],
        Options(layout=layout, turns=turns),
        written_root(sources),
    )
    for table in made.tables:
        click.echo(f"{table.path}: {table.open} open, {table.answered} answered")
    for finding in made.refused:
        click.echo(as_text.printable(str(finding)), err=True)
    ctx.exit(1 if made.refused else 0)
