"""One job after another: read, convert, write, and say what became of it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from encoder.decisions.folder import find_decisions
from encoder.errors import EncoderError, RefusedError
from encoder.layouts import AUTO
from encoder.pipeline import Outcome, convert
from encoder.runs.batches import do
from encoder.runs.lookup import default, find
from encoder.runs.result import Result
from encoder.runs.task import BATCH, failed, lost
from encoder.runs.writing import WritingError, sweep, write

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from encoder.configuration import Configuration, Options
    from encoder.model.form import PageForm
    from encoder.runs.inputs import Input, Stream
    from encoder.runs.targets import Job

LAYOUT_SUFFIX = ".toml"


def configured(
    jobs: Sequence[Job],
    chosen: str | None,
    environ: Mapping[str, str],
    codes: Collection[str],
    *,
    decided: bool = True,
) -> tuple[tuple[Job, Configuration], ...]:
    """Return each job with its configuration, as `configurations` has it.

    With it come the decisions on the record, where there is a folder of them, unless
    not `decided`. Raises ConfigurationError for a row that nobody can apply.
    """

    @functools.cache
    def decides(folder: Path) -> bool:
        return decided and find_decisions(folder) is not None

    files = [job.input for job in jobs]
    settled = configurations(files, chosen, environ, codes, decided=decided)
    return tuple(
        (
            job,
            _decided(job.input, configuration)
            if decides(_folder(job.input))
            else configuration,
        )
        for job, configuration in zip(jobs, settled, strict=True)
    )


def _decided(file: Input, configuration: Configuration) -> Configuration:
    """Return a configuration with what is decided of one record."""
    from encoder.decisions.tables import decisions_of  # noqa: PLC0415 (few have any)

    if file.path is None:
        return configuration
    by = configuration.encoder.name if configuration.encoder else None
    return configuration._replace(decisions=decisions_of(file.path, by))


def configurations(
    files: Sequence[Input],
    chosen: str | None,
    environ: Mapping[str, str],
    codes: Collection[str],
    *,
    decided: bool = True,
) -> tuple[Configuration, ...]:
    """Return the configuration of each file.

    That is the file `chosen`, or else the nearest one above the source, or else the
    default; with the authority files of the nearest folder of decisions, unless not
    `decided`. Raises ConfigurationError for a file that cannot be used.
    """

    @functools.cache
    def load(path: Path | None) -> Configuration:
        if path is None:
            return default(environ)
        from encoder.runs import settings  # noqa: PLC0415 (most runs have no file)

        return settings.load(path, environ, codes)

    @functools.cache
    def near(folder: Path) -> Configuration:
        return load(Path(chosen) if chosen is not None else find(folder))

    @functools.cache
    def knowing(folder: Path) -> Configuration:
        configuration, decisions = near(folder), find_decisions(folder)
        if decisions is None:
            return configuration
        from encoder.runs.authorities import informed  # noqa: PLC0415 (few have any)

        return informed(configuration, decisions)

    own = knowing if decided else near
    return tuple(own(_folder(file)) for file in files)


def declared(layout: str) -> PageForm | None:
    """Return the layout in the file `layout`, or None where that is a layout's name.

    Raises ConfigurationError for a file that cannot be used.
    """
    if not layout.lower().endswith(LAYOUT_SUFFIX):
        return None
    from encoder.runs import layouts  # noqa: PLC0415 (most runs have no such file)

    return layouts.load_form(Path(layout))


def run(
    configured: Sequence[tuple[Job, Configuration]],
    options: Options,
    stream: Stream,
    workers: int = 1,
) -> Iterator[Result]:
    """Do the jobs and yield what became of each, in their order.

    With more than one of `workers`, which are processes, no job may be of the standard
    streams. Raises WritingError if the machine will not take a file; whatever was
    yielded before is on the disk.
    """
    folders = {job.target.parent for job, _ in configured if job.target}
    sweep(folders)
    try:
        yield from do(configured, Conversion(options), stream, workers)
    finally:
        if workers > 1:
            # A worker that was ended, by us or by the system, could not clear up.
            sweep(folders)


class Conversion(NamedTuple):
    """The work of converting records, each to its own file."""

    options: Options
    batch: int = BATCH

    def results(
        self, tasks: Sequence[tuple[Job, Configuration]], stream: Stream
    ) -> Iterator[Result]:
        """Do some jobs and yield what became of each, in their order.

        Raises WritingError as `run` does.
        """
        for job, configuration in tasks:
            yield finish(job, configuration, self.options, stream)

    def lost(self, task: tuple[Job, Configuration], how: str) -> Result:
        """Return the result that refuses a record whose worker was lost."""
        job, configuration = task
        findings = configuration.judged((lost(job.input.name, "converted", how),))
        return Result(job.input.name, refused=True, findings=findings)


def finish(
    job: Job, configuration: Configuration, options: Options, stream: Stream
) -> Result:
    """Do one job, and return what became of it; raises WritingError as `run` does."""
    outcome = _outcome(job.input, configuration, options, stream)
    if outcome.tei is not None:
        _deliver(job, outcome.tei, stream)
    return Result(
        name=job.input.name,
        output=None if outcome.tei is None else job.output,
        refused=outcome.tei is None,
        findings=outcome.findings,
        dropped=outcome.dropped,
    )


def _folder(file: Input) -> Path:
    return Path() if file.path is None else file.path.parent


def _outcome(
    file: Input, configuration: Configuration, options: Options, stream: Stream
) -> Outcome:
    try:
        content = file.read(stream)
        # A layout that was asked for says itself where the description is.
        beside = file.beside(stream) if options.layout == AUTO else None
        return convert(content, file.name, configuration, options, beside)
    except RefusedError as refusal:
        finding = refusal.finding
    except EncoderError:
        raise
    except Exception as error:  # noqa: BLE001 (one record does not stop the others)
        finding = failed(file.name, error)
    findings = configuration.judged((finding,))
    return Outcome(name=file.name, tei=None, findings=findings, dropped={})


def _deliver(job: Job, tei: bytes, stream: Stream) -> None:
    if job.target is not None:
        write(job.target, tei)
        return
    try:
        stdout = stream("stdout")
        stdout.write(tei)
        stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"cannot write to standard output: {error.strerror}"
        raise WritingError(message) from error
