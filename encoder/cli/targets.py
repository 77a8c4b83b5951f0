"""`tei-encoder targets`."""

from __future__ import annotations

import click

from encoder.exporters import TARGETS, exporter_to


@click.command()
def command() -> None:
    """List what `tei-encoder export` makes.

    Each target with what it makes, what the header or the configuration must
    state, and who takes it.
    """
    for target in map(exporter_to, TARGETS):
        needs = ", ".join(need.fact for need in target.needs) or "nothing"
        click.echo(f"{target.name}\n  makes     {target.makes}")
        click.echo(f"  requires  {needs}\n  taken by  {target.taken_by}")
