"""`tei-encoder validate`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder.cli.view import binary_stream, reporting, workers_option
from encoder.errors import EncoderError, RefusedError
from encoder.exporters import targets_named
from encoder.finding import Severity
from encoder.reports import as_text
from encoder.reports.forms import FORMS, document, kept, parsed
from encoder.reports.totals import Totals
from encoder.rules import RULES
from encoder.runs.batches import usual
from encoder.runs.inputs import inputs
from encoder.runs.run import configurations
from encoder.runs.validation import Validation, validations
from encoder.text.decode import decode
from encoder.validation.other_files import Elsewhere
from encoder.validation.schema.engines import Engine, usable
from encoder.validation.selection import select
from encoder.validation.validate import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.cli.view import View
    from encoder.model.source import Source
    from encoder.runs.result import Result

NEVER = "never"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="A layer, or a rule, to check and no other; may be repeated, or a,b.",
)
@click.option(
    "--skip", multiple=True, metavar="NAME", help="A layer, or a rule, not to check."
)
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in Engine]),
    help="What holds files against the schema: lxml is quick, xmlschema explains, jing "
    "reads RELAX NG and needs a Java.  [default: lxml for XSD, else jing]",
)
@click.option(
    "--thorough",
    is_flag=True,
    help="Let every engine validate that is here, and say where they disagree.",
)
@click.option(
    "--schema",
    metavar="FILE",
    help="An XSD or RELAX NG.  [default: what the file names, if that lies beside "
    "it, or the project's own]",
)
@click.option(
    "--source", metavar="FILE", help="The plain text that the TEI was made from."
)
@click.option(
    "--for",
    "wanted_for",
    multiple=True,
    metavar="TARGET",
    help="A target of `tei-encoder export`, or all: say what it would ask for.",
)
@click.option(
    "--shared",
    multiple=True,
    metavar="FILE",
    help="TEI whose identifiers all files may point to, such as a list of persons.",
)
@click.option(
    "--config",
    metavar="FILE",
    help="The configuration.  [default: the nearest tei-encoder.toml above each file]",
)
@click.option(
    "--fail-level",
    type=click.Choice([*(each.value for each in Severity), NEVER]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORM=FILE",
    help=f"A report to write besides, as {', '.join(FORMS)}; may be repeated.",
)
@workers_option
@reporting("text", *FORMS)
@click.pass_context
def command(  # noqa: PLR0913 (one parameter for each option)
    ctx: click.Context,
    /,
    *,
    files: tuple[str, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    engine: str | None,
    thorough: bool,
    schema: str | None,
    source: str | None,
    wanted_for: tuple[str, ...],
    shared: tuple[str, ...],
    config: str | None,
    fail_level: str,
    reports: tuple[str, ...],
    workers: int | None,
    view: View,
) -> None:
    """Check TEI files, whoever made them.

    A FILE is a file, a folder (every *.xml file below it) or - for standard input.
    """
    wanted, targets = parsed(reports), targets_named(wanted_for)
    found = inputs(files, ".xml")
    paths = [file.path for file in found if file.path]
    request = Request(
        select(_split(only), _split(skip)),
        None if engine is None else Engine(engine),
        None if schema is None else Path(schema),
        Elsewhere(paths, [_there(each) for each in shared]),
        thorough=thorough,
    )
    _check_engines(request)
    settled = configurations(found, config, os.environ, RULES, decided=False)
    view = view._replace(files=len(found))
    pairs = tuple(zip(found, settled, strict=True))
    many = workers or usual(len(found)) if len(paths) == len(found) else 1
    work = Validation(request, _source(source), targets)
    results = validations(pairs, work, binary_stream, many)
    sums = Totals()
    _show(view, kept(results, wanted), sums)
    ctx.exit(sums.status_at(None if fail_level == NEVER else Severity(fail_level)))


def _check_engines(request: Request) -> None:
    """Refuse a request for engines, or for a schema, that cannot be met."""
    if request.thorough and request.engine:
        message = "--thorough means every engine; leave out --engine"
        raise click.UsageError(message)
    if request.schema:
        for validator in request.validators(request.schema):
            usable(*validator)


def _show(view: View, results: Iterable[Result], sums: Totals) -> None:
    watched = view.watch(results)
    try:
        if view.form == "text":
            counted = sums.count(watched)
            view.show_text(counted, lambda: _closing(view, sums))
        else:
            view.show_document(document(view.form, watched, sums))
    except KeyboardInterrupt:
        raise KeyboardInterrupt(as_text.unchecked(sums, view.files)) from None


def _closing(view: View, sums: Totals) -> str:
    closing = as_text.checked(sums, view.shown)
    return f"{closing}\n{as_text.layers(sums.made)}" if view.verbose else closing


def _split(names: Iterable[str]) -> list[str]:
    """Return the names in options that may hold several, with commas."""
    return [name for each in names for name in each.split(",") if name]


def _there(name: str) -> Path:
    if not (path := Path(name)).is_file():
        message = f'there is no file "{name}"'
        raise EncoderError(message)
    return path


def _source(name: str | None) -> Source | None:
    """Return the plain text that was named, or refuse what is none."""
    if name is None:
        return None
    try:
        return decode(_there(name).read_bytes(), name)
    except RefusedError as refusal:
        raise EncoderError(str(refusal)) from refusal
