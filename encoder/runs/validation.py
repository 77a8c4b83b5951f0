"""Many TEI files checked, one after the other, or by jing some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.checks.schema import Engine
from encoder.checks.stream import LARGE, validate_large
from encoder.checks.validate import Given, validate
from encoder.errors import RefusedError
from encoder.finding import Severity
from encoder.runs.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from encoder.checks.validate import Checked, Request
    from encoder.configuration import Configuration
    from encoder.model.source import Source
    from encoder.runs.inputs import Input, Stream

# Starting jing costs a second, however many files it is given; the others start
# at once, and need not hold more than one file in memory.
_JING_AT_ONCE = 200


def validations(
    files: Sequence[tuple[Input, Configuration]],
    request: Request,
    stream: Stream,
    source: Source | None = None,
) -> Iterator[Result]:
    """Yield what became of each file: refused, if a finding is an error.

    `source` is the plain text from which they were made, if it was given. Raises
    EncoderError if the engine cannot be used, or not with this schema.
    """
    by_jing = request.validator(request.schema).engine is Engine.JING
    size = _JING_AT_ONCE if by_jing else 1
    for start in range(0, len(files), size):
        yield from _some(files[start : start + size], request, stream, source)


def _some(
    files: Sequence[tuple[Input, Configuration]],
    request: Request,
    stream: Stream,
    source: Source | None,
) -> Iterator[Result]:
    results: dict[str, Result] = {}
    given = []
    for file, _ in files:
        try:
            if file.path and source is None and _is_large(file.path, request):
                done = validate_large(file.name, file.path, request)
                results[file.name] = _result(done)
                continue
            given.append(Given(file.name, file.read(stream), file.path, source))
        except RefusedError as refusal:
            results[file.name] = Result(file.name, findings=(refusal.finding,))
    for done in validate(given, request):
        results[done.name] = _result(done)
    for file, configuration in files:
        result = results[file.name]
        findings = configuration.judged(result.findings)
        refused = any(each.severity is Severity.ERROR for each in findings)
        yield result._replace(refused=refused, findings=findings)


def _is_large(path: Path, request: Request) -> bool:
    """Return whether a file is to be streamed: it is large, and lxml validates it."""
    if request.validator(request.schema).engine is not Engine.LXML:
        return False
    try:
        return path.is_file() and path.stat().st_size > LARGE
    except OSError:
        return False


def _result(done: Checked) -> Result:
    return Result(
        done.name,
        findings=done.findings,
        made=done.made,
        lines=done.lines,
        by=done.by,
    )
