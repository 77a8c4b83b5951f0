"""A batch job: the protocol between the loop and its workers."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from encoder.model.source import Place
from encoder.runs.rules import ENCODER_FAILED, WORKER_LOST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.finding import Finding
    from encoder.runs.inputs import Stream
    from encoder.runs.result import Result

Task_contra = TypeVar("Task_contra", contravariant=True)

BATCH: Final = 50
"""Tasks in a worker's batch; far fewer, and handing over costs more than doing."""


class Work(Protocol[Task_contra]):
    """A batch job. It is sent to every worker once."""

    @property
    def batch(self) -> int:
        """How many tasks are given out together, at most."""

    def results(self, tasks: Sequence[Task_contra], stream: Stream) -> Iterator[Result]:
        """Do some tasks and yield what became of each, in their order.

        Raises EncoderError for what ends the whole run.
        """

    def lost(self, task: Task_contra, how: str) -> Result:
        """Return what is said of a task whose worker was lost; `how` says how."""


def failed(name: str, error: Exception) -> Finding:
    """Return the finding that our own code could not go on with the file `name`.

    It says what went wrong, and where, without a path in it.
    """
    frames = extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    message = f"{type(error).__name__}: {error}{where}"
    return ENCODER_FAILED.at(Place(name, 1, 1), message)


def lost(name: str, doing: str, how: str) -> Finding:
    """Return the finding that the worker is lost that was `doing` the file `name`."""
    message = f"the process that {doing} it was lost, with {how}"
    return WORKER_LOST.at(Place(name, 1, 1), message)
