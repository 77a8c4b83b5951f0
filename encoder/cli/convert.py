"""`tei-encoder convert`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from encoder.cli.view import binary_stream, reporting, workers_option
from encoder.configuration import Options
from encoder.reports import as_text
from encoder.reports.totals import Totals
from encoder.rules import RULES
from encoder.runs.batches import usual
from encoder.runs.inputs import inputs
from encoder.runs.run import configured, declared, run
from encoder.runs.targets import jobs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.cli.view import View
    from encoder.runs.result import Result


def _known_encoding(
    ctx: click.Context,
    parameter: click.Parameter,
    name: str | None,
) -> str | None:
    """Return `name` if Python can decode text with it."""
    try:
        "a".encode(name or "utf-8")
    except (LookupError, UnicodeError) as error:
        message = f"there is no text encoding {name!r}"
        raise click.BadParameter(message, ctx, parameter) from error
    return name


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    help="The folder to write into, or - for standard output.  "
    "[default: beside each source]",
)
@click.option(
    "--profile", default="print", show_default=True, help="The way of using TEI."
)
@click.option(
    "--layout",
    default="auto",
    show_default=True,
    help="How the sources are laid out: a name, or a file that says it (*.toml).",
)
@click.option(
    "--turns",
    default="auto",
    show_default=True,
    help="How speakers are marked; none where nobody speaks.",
)
@click.option(
    "--config",
    metavar="FILE",
    help="The configuration.  "
    "[default: the nearest tei-encoder.toml above each source]",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=_known_encoding,
    help="The encoding of the sources.  [default: by byte order mark, else UTF-8]",
)
@click.option(
    "--no-decisions",
    "undecided",
    is_flag=True,
    help="Leave out what the nearest folder decisions/ says of the sources.",
)
@workers_option
@reporting("text", "json")
@click.pass_context
def command(  # noqa: PLR0913 (one parameter for each option)
    ctx: click.Context,
    /,
    *,
    sources: tuple[str, ...],
    output: str | None,
    profile: str,
    layout: str,
    turns: str,
    config: str | None,
    encoding: str | None,
    undecided: bool,
    workers: int | None,
    view: View,
) -> None:
    """Turn plain-text records into TEI.

    A SOURCE is a file, a folder (every *.txt file below it) or - for standard
    input, whose TEI goes to standard output. What was found goes to standard
    output, or to standard error when the TEI is on standard output.
    """
    planned = jobs(inputs(sources, ".txt"), output)
    settled = configured(planned, config, os.environ, RULES, decided=not undecided)
    piped = any(job.target is None for job in planned)
    view = view._replace(on_stderr=piped, files=len(planned))
    options = Options(
        profile=profile,
        layout=layout,
        form=declared(layout),
        turns=turns,
        encoding=encoding,
    )
    many = 1 if piped else workers or usual(len(planned))
    ctx.exit(_report(view, run(settled, options, binary_stream, many)))


def _report(view: View, results: Iterable[Result]) -> int:
    sums = Totals()
    watched = view.watch(results)
    try:
        if view.as_json:
            from encoder.reports import as_json  # noqa: PLC0415 (when it was asked for)

            view.show_document(as_json.converted(watched, sums))
        else:
            view.show_text(
                sums.count(watched),
                lambda: as_text.converted(sums, view.shown),
                as_text.record,
            )
    except KeyboardInterrupt:
        raise KeyboardInterrupt(as_text.interrupted(sums, view.files)) from None
    return sums.status
