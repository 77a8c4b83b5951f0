"""Run tasks in batches, in this process or in several workers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from encoder.runs.task import BATCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.runs.inputs import Stream
    from encoder.runs.result import Result
    from encoder.runs.task import Work

_Task = TypeVar("_Task")


def do(
    tasks: Sequence[_Task],
    work: Work[_Task],
    stream: Stream,
    workers: int = 1,
) -> Iterator[Result]:
    """Do the tasks and yield what became of each, in their order.

    With more than one of `workers`, which are processes, no task may be of the standard
    streams. Raises EncoderError as the work does.
    """
    if workers > 1:
        from encoder.runs.workers import run_with  # noqa: PLC0415 (most runs are small)

        yield from run_with(workers, tasks, work)
        return
    for start in range(0, len(tasks), work.batch):
        yield from work.results(tasks[start : start + work.batch], stream)


def usual(tasks: int) -> int:
    """Return how many workers a run of so many tasks has unless somebody says."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, min(cores, tasks // BATCH))
