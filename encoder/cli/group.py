"""The commands, each loaded when it is called for, and how each way to fail ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from encoder import __version__
from encoder.errors import EncoderError

if TYPE_CHECKING:
    from typing import TextIO

SUMMARIES = {
    "convert": "Turn plain-text records into TEI.",
    "review": "Write what records leave open into tables, to be decided.",
    "people": "List whoever speaks in records, to be identified.",
    "validate": "Check TEI files, whoever made them.",
    "schema": "Make schemas from an ODD.",
    "rules": "List all that can be found in a source or a TEI file.",
    "export": "Pack TEI files as repositories take them.",
    "targets": "List what can be packed, and what each target requires.",
    "explain": "Say what a finding means and what to do about it.",
}
# What a shell reports for a command that SIGINT or SIGPIPE ended: 128 and the signal.
_SIGINT, _SIGPIPE = 130, 141


class Failure(click.ClickException):
    """The request or the machine is at fault."""

    exit_code = 2


class Commands(click.Group):
    """A group whose help and version need none of its commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in the order they are used."""
        return list(SUMMARIES)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command of that name, loaded now, or None."""
        if cmd_name not in SUMMARIES:
            return None
        module = import_module(f"encoder.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the summaries."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what stops it becomes one sentence and an exit status."""
        try:
            return super().invoke(ctx)
        except EncoderError as error:
            raise Failure(_printable(str(error))) from error
        except KeyboardInterrupt as interrupt:
            click.echo(str(interrupt) or "Interrupted.", err=True)
            ctx.exit(_SIGINT)
        except BrokenPipeError:
            _let_go_of(sys.stdout, sys.stderr)
            ctx.exit(_SIGPIPE)
        except OSError as error:
            _let_go_of(sys.stdout)
            raise Failure(_printable(str(error))) from error


@click.command(
    cls=Commands,
    epilog="Exit status: 0 all is well; 1 a finding is an error or a record was "
    "refused; 2 the request or the machine is at fault.",
)
@click.version_option(__version__, message="tei-encoder %(version)s")
def group() -> None:
    """Turn plain-text archive records of conversation into TEI P5."""


def run() -> None:
    """Run what was typed; output that the terminal cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    group(prog_name="tei-encoder")


def _printable(text: str) -> str:
    from encoder.reports.as_text import printable  # noqa: PLC0415 (only to complain)

    return printable(text)


def _let_go_of(*streams: TextIO) -> None:
    """Point `streams` at nothing, so that Python's last flush does not fail too."""
    for stream in streams:
        with suppress(OSError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
