"""What the user sees of a run: -q, -v, --format, colour and progress."""

from __future__ import annotations

import functools
import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from encoder.errors import EncoderError
from encoder.finding import Severity
from encoder.reports import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO, Literal, TextIO

    from encoder.runs.result import Result

_Item = TypeVar("_Item")
_CLEAR = "\r\x1b[2K"


class View(NamedTuple):
    """How much is said, in which form, on which stream, and of how many files."""

    quiet: bool
    verbose: bool
    form: str = "text"
    on_stderr: bool = False
    files: int = 1

    @property
    def as_json(self) -> bool:
        """Whether the report is a JSON document."""
        return self.form == "json"

    @property
    def shown(self) -> tuple[Severity, ...]:
        """The severities whose findings are printed."""
        if self.quiet:
            return (Severity.ERROR,)
        if self.verbose:
            return tuple(Severity)
        return (Severity.ERROR, Severity.WARNING)

    def show_text(
        self,
        results: Iterable[Result],
        closing: Callable[[], str],
        record: Callable[[Result], str] | None = None,
    ) -> None:
        """Print the findings of each result as it comes, and unless -q the closing.

        With -v there is a line for each `record`, below its findings.
        """
        hint: tuple[str, ...] = ()
        colour = _has_colour(self._stream)
        for result in results:
            for line in as_text.findings(result, self.shown, colour=colour):
                self._say(line)
                hint = (as_text.HINT,)
            if self.verbose and record:
                self._say(record(result))
        if not self.quiet:
            for line in (closing(), *hint):
                self._say(line)

    def _say(self, line: str) -> None:
        """Print a line, in the place of the bar where there is one."""
        if self.watched and _is_terminal(self._stream):
            click.echo(_CLEAR, file=sys.stderr, nl=False)
        click.echo(line, file=self._stream, color=_has_colour(self._stream))

    def show_document(self, document: Iterable[str]) -> None:
        """Print a document piece by piece, as UTF-8 whatever the terminal speaks.

        A file name that is not UTF-8 keeps its odd bytes as escapes.
        """
        stream = binary_stream("stderr" if self.on_stderr else "stdout")
        for piece in document:
            stream.write(piece.encode("utf-8", "backslashreplace"))
        stream.flush()

    def watch(self, done: Iterable[_Item]) -> Iterator[_Item]:
        """Yield what is `done`, with a bar meanwhile if a terminal watches."""
        if not self.watched:
            yield from done
            return
        with click.progressbar(done, length=self.files, file=sys.stderr) as bar:
            yield from bar

    @property
    def watched(self) -> bool:
        """Whether there is a bar."""
        return not self.quiet and self.files > 1 and _is_terminal(sys.stderr)

    @property
    def _stream(self) -> TextIO:
        return sys.stderr if self.on_stderr else sys.stdout


workers_option = click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes share the work.  "
    "[default: one for a few files, one for each processor for many]",
)
"""What gives a command the option that says how many processes it may use."""


def reporting(
    *forms: str,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what gives a command -q, -v and --format, and passes them as `view`."""
    return lambda command: _reporting(command, forms)


def _reporting(
    command: Callable[..., None], forms: Sequence[str]
) -> Callable[..., None]:
    @click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
    @click.option("-v", "--verbose", is_flag=True, help="Show notes too.")
    @click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default="text",
        show_default=True,
        help="The form of the report.",
    )
    @functools.wraps(command)
    def with_view(*, quiet: bool, verbose: bool, form: str, **others: object) -> None:
        if quiet and verbose:
            message = "-q and -v contradict each other"
            raise click.UsageError(message)
        view = View(quiet=quiet, verbose=verbose, form=form)
        command(view=view, **others)

    return with_view


def binary_stream(name: Literal["stdin", "stdout", "stderr"]) -> BinaryIO:
    """Return a standard stream as bytes, or raise EncoderError if it is closed."""
    stream: TextIO | None = getattr(sys, name)
    if stream is None:
        message = f"{name} is closed"
        raise EncoderError(message)
    return stream.buffer


def _has_colour(stream: TextIO) -> bool:
    # https://no-color.org: set, to anything but nothing.
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and _is_terminal(stream)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
