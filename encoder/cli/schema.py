"""`tei-encoder schema`."""

from __future__ import annotations

from pathlib import Path

import click

from encoder.odd.compiled import compile_file
from encoder.runs.writing import write


@click.group()
def command() -> None:
    """Make schemas."""


@command.command("compile")
@click.argument("odd", metavar="FILE.odd")
@click.option(
    "-o", "--output", metavar="DIR", required=True, help="The folder to write into."
)
def compile_(odd: str, output: str) -> None:
    """Compile a Pure ODD to XSD and RELAX NG, without Java and XSLT.

    It takes the constructs that the project's own ODD is written in, and refuses
    another by its name and line.
    """
    for name, content in compile_file(Path(odd)).files.items():
        target = Path(output) / name
        write(target, content)
        click.echo(target.as_posix())
