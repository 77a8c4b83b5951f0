"""Where the TEI of each input goes, settled before anything is written."""

from __future__ import annotations

import functools
import os
import unicodedata
from os.path import isdir, islink, join, realpath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from encoder.runs.inputs import STANDARD_STREAM, Input, RequestError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SOURCE_SUFFIX = ".txt"
_TEI_SUFFIX = ".xml"


class Job(NamedTuple):
    """One input, and the file its TEI goes to; None is standard output."""

    input: Input
    target: Path | None

    @property
    def output(self) -> str:
        """The target as the user would type it."""
        return STANDARD_STREAM if self.target is None else self.target.as_posix()


class _Placed(NamedTuple):
    """A job, and where its source, its target and the target's folder really are."""

    job: Job
    source: str
    target: str
    folder: str


def jobs(inputs: Sequence[Input], output: str | None) -> tuple[Job, ...]:
    """Return one job for each input.

    Without `output` the TEI goes beside its source; otherwise into that folder,
    keeping the folders below the one that was named; "-" is standard output,
    which is also where the TEI of standard input goes. Raises RequestError if
    two would write one file, a source would be overwritten, a target cannot be a
    file or lies outside the folder, or standard output would get several.
    """
    if output == STANDARD_STREAM or any(file.path is None for file in inputs):
        return _to_standard_output(inputs, output)
    if output is None:
        planned = _placed(_job(file, file.path.parent) for file in inputs if file.path)
    else:
        planned = _placed(
            _job(file, Path(output) / file.below.parent) for file in inputs
        )
        _check_folder(output, planned)
    _check_targets(planned)
    return _without_collisions(planned)


def _to_standard_output(inputs: Sequence[Input], output: str | None) -> tuple[Job, ...]:
    if len(inputs) > 1:
        message = f"standard output takes one record, and these are {len(inputs)}"
        raise RequestError(message)
    if output not in {None, STANDARD_STREAM}:
        message = "standard input has no name to be written under; leave out -o"
        raise RequestError(message)
    return (Job(inputs[0], None),)


def _job(file: Input, folder: Path) -> Job:
    """Return the job whose target is in `folder`, `.txt` giving way to `.xml`.

    Any other ending may be part of the name ("memo 1945.07"), and stays.
    """
    path = file.below
    stem = path.stem if path.suffix.lower() == _SOURCE_SUFFIX else path.name
    return Job(file, folder / f"{stem}{_TEI_SUFFIX}")


def _placed(planned: Iterable[Job]) -> list[_Placed]:
    """Return where all really is; each folder is looked up once, and not each file."""
    real = functools.cache(realpath)

    def place(job: Job) -> _Placed:
        folder, name = os.path.split(job.input.path or "")
        # A Path for each of ten thousand files would take most of the time.
        source = join(real(folder), name)  # noqa: PTH118 (it makes no Path)
        if islink(source):  # noqa: PTH114 (as above)
            source = realpath(source)
        folder, name = os.path.split(job.target or "")
        target = join(real(folder), name)  # noqa: PTH118 (as above)
        return _Placed(job, source, target, real(folder))

    return [place(job) for job in planned]


def _check_folder(output: str, planned: Iterable[_Placed]) -> None:
    """Raise RequestError unless all is written below the folder `output`."""
    if not output or (os.path.lexists(output) and not Path(output).is_dir()):
        message = f'cannot write into "{output}": it is not a folder'
        raise RequestError(message)
    inside, checked = realpath(output), set()
    for each in planned:
        if each.folder in checked:
            continue
        checked.add(each.folder)
        if os.path.commonpath((inside, each.folder)) != inside:
            message = f'a link leads from "{each.job.output}" to outside "{output}"'
            raise RequestError(message)


def _check_targets(planned: Sequence[_Placed]) -> None:
    """Raise RequestError if a source would be overwritten, or a folder replaced."""
    sources = {each.source for each in planned}
    for each in planned:
        if each.target in sources:
            message = f'"{each.job.output}" is a source, and would be overwritten'
            raise RequestError(message)
        if isdir(each.target):  # noqa: PTH112 (as in _placed)
            message = (
                f'cannot write "{each.job.output}": there is a folder of that name'
            )
            raise RequestError(message)


def _without_collisions(planned: Iterable[_Placed]) -> tuple[Job, ...]:
    """Return the jobs, each file once, or raise RequestError if two share a target."""
    by_target: dict[str, _Placed] = {}
    for each in planned:
        first = by_target.setdefault(_folded(each.target), each)
        if first.source != each.source:
            message = (
                f'"{first.job.input.name}" and "{each.job.input.name}" would both be '
                f'written to "{each.job.output}"; rename one, or convert them apart'
            )
            raise RequestError(message)
    return tuple(each.job for each in by_target.values())


def _folded(path: str) -> str:
    """Return one spelling for names that some file systems hold to be the same."""
    decomposed = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFC", decomposed)
