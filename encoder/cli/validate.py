"""`tei-encoder validate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder.checks.schema import Engine
from encoder.cli.view import binary_stream, reporting
from encoder.reports import as_text
from encoder.reports.totals import Totals
from encoder.runs.inputs import inputs
from encoder.runs.validation import Validator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.cli.view import View
    from encoder.runs.result import Result


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in Engine]),
    default=Engine.LXML.value,
    show_default=True,
    help="What does the checking: lxml is quick, xmlschema explains, jing reads "
    "RELAX NG and needs a Java.",
)
@click.option(
    "--schema",
    metavar="FILE",
    help="An XSD, or RELAX NG for jing.  [default: the project's own]",
)
@reporting
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    files: tuple[str, ...],
    engine: str,
    schema: str | None,
    view: View,
) -> None:
    """Hold TEI files against a schema.

    A FILE is a file, a folder (every *.xml file below it) or - for standard input.
    """
    found = inputs(files, ".xml")
    validator = Validator(Engine(engine), None if schema is None else Path(schema))
    view = view._replace(files=len(found))
    ctx.exit(_report(view, validator.results(found, binary_stream), validator))


def _report(view: View, results: Iterable[Result], validator: Validator) -> int:
    sums = Totals()
    engine, schema = validator.engine.value, validator.schema_name
    watched = view.watch(results)
    if view.as_json:
        from encoder.reports import as_json  # noqa: PLC0415 (when it was asked for)

        view.show_json(as_json.checked(watched, sums, engine, schema))
    else:
        by = f"{engine} against {schema}"
        counted = sums.count(watched)
        view.show_text(counted, lambda: as_text.checked(sums, view.shown, by))
    return sums.status
