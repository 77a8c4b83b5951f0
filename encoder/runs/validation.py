"""Many TEI files checked, one after the other, or by jing some at a time."""

from __future__ import annotations

import os
from contextlib import suppress
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from encoder.errors import EncoderError, RefusedError
from encoder.finding import Severity
from encoder.model.source import Place
from encoder.runs.batches import do
from encoder.runs.inputs import unreadable
from encoder.runs.result import Result
from encoder.runs.task import BATCH, failed, lost
from encoder.validation.rules_files import BEYOND_BOUNDS
from encoder.validation.schema.engines import Engine
from encoder.validation.stream import LARGE, WHOLE, changed, stamp, validate_large
from encoder.validation.validate import Given, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.configuration import Configuration
    from encoder.finding import Finding
    from encoder.model.source import Source
    from encoder.runs.inputs import Input, Stream
    from encoder.validation.check import OfHeader
    from encoder.validation.validate import Checked, Request

# Starting jing costs a second, however many files it is given; the others start
# at once, and need not hold more than one file in memory.
_JING_AT_ONCE = 200


def validations(
    files: Sequence[tuple[Input, Configuration]],
    work: Validation,
    stream: Stream,
    workers: int = 1,
) -> Iterator[Result]:
    """Yield what became of each file: refused, if a finding is an error.

    With more than one of `workers`, which are processes, no file may be standard input.
    Raises EncoderError if the engine cannot be used, or not with this schema.
    """
    yield from do(files, work, stream, workers)


class Validation(NamedTuple):
    """The work of checking files, each for itself.

    `source` is the plain text from which they were made, if it was given, and `targets`
    are those of `export` whose needs they are to meet.
    """

    request: Request
    source: Source | None = None
    targets: tuple[str, ...] = ()

    @property
    def batch(self) -> int:
        """How many files are given out together, at most."""
        return _JING_AT_ONCE if self._by_jing else BATCH

    @property
    def _by_jing(self) -> bool:
        return Engine.JING in self._engines

    @property
    def _engines(self) -> Sequence[Engine]:
        """The engines for what names no schema of its own."""
        validators = self.request.validators(self.request.schema)
        return [each.engine for each in validators]

    def results(
        self, tasks: Sequence[tuple[Input, Configuration]], stream: Stream
    ) -> Iterator[Result]:
        """Check some files and yield what became of each, in their order.

        Raises EncoderError as `validations` does.
        """
        together = self._together(tasks, stream) if self._by_jing else {}
        for file, configuration in tasks:
            result = together.get(file.name)
            result = result or self._alone(file, configuration, stream)
            yield _judged(result, configuration)

    def lost(self, task: tuple[Input, Configuration], how: str) -> Result:
        """Return the result of a file whose worker was lost."""
        file, configuration = task
        findings = (lost(file.name, "checked", how),)
        return _judged(Result(file.name, findings=findings), configuration)

    def _together(
        self, tasks: Sequence[tuple[Input, Configuration]], stream: Stream
    ) -> dict[str, Result]:
        """Return what was found in files that jing reads in one run, by their names.

        A file that cannot be read is not among them. Nor is any if our own code could
        not go on with one of them, and nobody can tell which.
        """
        given = []
        for file, configuration in tasks:
            with suppress(RefusedError, OSError):
                if file.path and not self._is_streamed(state := _state(file)):
                    given.append(self._given(file, state, configuration, stream))
        try:
            return {each.name: _result(each) for each in validate(given, self.request)}
        except EncoderError:
            raise
        except Exception:  # noqa: BLE001 (each is then checked alone)
            return {}

    def _given(
        self,
        file: Input,
        state: os.stat_result | None,
        configuration: Configuration,
        stream: Stream,
    ) -> Given:
        """Return a file to check; raises RefusedError for one that cannot be read.

        That is also one that is too large to be held as a whole, or that is written to
        meanwhile. `state` is that before it was read.
        """
        if state and state.st_size > WHOLE:
            raise RefusedError(_too_large(file.name))
        # Of a pipe nobody knows the length.
        data = file.read(stream, -1 if state else WHOLE + 1)
        if len(data) > WHOLE:
            raise RefusedError(_too_large(file.name))
        if state and (after := _state(file)) and stamp(after) != stamp(state):
            raise RefusedError(changed(file.name))
        more = self._more(configuration)
        return Given(file.name, data, file.path, self.source, more)

    def _more(self, configuration: Configuration) -> tuple[OfHeader, ...]:
        """Return what the targets ask of a header, if there are any."""
        if not self.targets:
            return ()
        from encoder.exporters.requirement_check import check_for  # noqa: PLC0415 (few runs ask)

        return (check_for(self.targets, configuration),)

    def _alone(
        self, file: Input, configuration: Configuration, stream: Stream
    ) -> Result:
        """Return what was found in one file."""
        try:
            state = _state(file)
            if file.path and self._is_streamed(state):
                more = self._more(configuration)
                done = validate_large(file.name, file.path, self.request, more)
                return _result(done)
            given = self._given(file, state, configuration, stream)
            return _result(validate([given], self.request)[0])
        except RefusedError as refusal:
            finding = refusal.finding
        except EncoderError:
            raise
        except OSError as error:
            finding = unreadable(file.name, error)
        except Exception as error:  # noqa: BLE001 (one file does not stop the others)
            finding = failed(file.name, error)
        return Result(file.name, refused=True, findings=(finding,))

    def _is_streamed(self, state: os.stat_result | None) -> bool:
        """Return whether a file is to be streamed, which not every engine can do.

        To be held against its source it has to be there as a whole.
        """
        streams = self._engines in ([Engine.LXML], [Engine.JING])
        if not streams or self.source is not None:
            return False
        return state is not None and state.st_size > LARGE


def _state(file: Input) -> os.stat_result | None:
    """Return the state of a file, or None where that is a pipe or nobody can tell."""
    try:
        state = os.stat(file.path or "")  # noqa: PTH116 (standard input has no path)
    except OSError:
        return None
    return state if S_ISREG(state.st_mode) else None


def _too_large(name: str) -> Finding:
    """Return the finding for a file of which a part cannot be checked alone."""
    message = f"more than {WHOLE >> 20} megabytes, which cannot be held as a whole"
    return BEYOND_BOUNDS.at(Place(name, 1, 1), message)


def _judged(result: Result, configuration: Configuration) -> Result:
    """Return a result with the severities of an edition.

    It is refused if a finding is an error then, and if it could not be checked.
    """
    findings = configuration.judged(result.findings)
    refused = any(each.severity is Severity.ERROR for each in findings)
    return result._replace(refused=refused or result.refused, findings=findings)


def _result(done: Checked) -> Result:
    return Result(
        done.name,
        findings=done.findings,
        made=done.made,
        lines=done.lines,
        by=done.by,
    )
