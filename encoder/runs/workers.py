"""Many files at once: processes that each take a batch of tasks after another.

A worker reads, works and writes by itself, and says what became of each file; the
results are yielded in the order of the tasks, so that a run has the same bytes and the
same report however many there are. No batch is given out that is far ahead of what has
been yielded, so that what waits its turn does not grow with the number of files.

Workers are started afresh (`spawn`) and not forked: it is the one way that is safe on
every system and beside threads. It costs each of them 0.2 s, the time of some twenty
conversions; `forkserver` 0.17 s, where there is one, and `fork` next to nothing.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

from encoder.errors import EncoderError
from encoder.runs.inputs import no_stream
from encoder.runs.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from encoder.runs.task import Work

_Task = TypeVar("_Task")

_AHEAD = 4
"""How many batches for each worker may be done before their turn to be yielded."""


def run_with(
    workers: int, tasks: Sequence[_Task], work: Work[_Task]
) -> Iterator[Result]:
    """Do the tasks in as many processes and yield what became of each, in their order.

    Only the task whose worker is lost is lost with it, and the others go on. After
    Ctrl-C whatever else is done is yielded, and then KeyboardInterrupt raised. Raises
    EncoderError as the work does, and where no worker can be started.
    """
    crew = _Crew(workers, tasks, work)
    try:
        yield from crew.results()
    except KeyboardInterrupt:
        crew.dismiss()
        yield from crew.late()
        raise
    finally:
        crew.dismiss()


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the way to it, and the tasks it was given and has not done, by number.

    `ready` is whether the process has said that it has started.
    """

    process: SpawnProcess
    line: Connection
    tasks: deque[int] = field(default_factory=deque)
    ready: bool = False


class _Crew(Generic[_Task]):
    """The workers of one run, and what they have done that is not yet yielded."""

    def __init__(self, size: int, tasks: Sequence[_Task], work: Work[_Task]) -> None:
        self._size = size
        self._tasks = tasks
        self._work = work
        self._workers: list[_Worker] = []
        self._done: dict[int, Result | EncoderError] = {}
        self._next = 0
        # With few tasks, and somebody who wants many workers, all have some.
        batch = max(1, min(work.batch, -(-len(tasks) // size)))
        numbers = range(len(tasks))
        self._batches = deque(
            deque(numbers[start : start + batch]) for start in numbers[::batch]
        )
        self._window = size * _AHEAD * batch

    def results(self) -> Iterator[Result]:
        """Yield what became of each task, in order."""
        while self._next < len(self._tasks):
            self._employ()
            lines = {worker.line: worker for worker in self._workers if worker.tasks}
            for line in wait(lines):
                with _unbroken():
                    self._hear(next(each for key, each in lines.items() if key is line))
            while self._next in self._done:
                done = self._done.pop(self._next)
                if isinstance(done, EncoderError):
                    raise done
                self._next += 1
                yield done

    def dismiss(self) -> None:
        """End every worker; whoever is writing leaves the old file or the new one."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def late(self) -> Iterator[Result]:
        """Yield what else was done, once all are dismissed: in order, with gaps."""
        for worker in self._workers:
            # What was being said when the worker ended is cut short.
            with suppress(EOFError, OSError):
                while True:
                    self._take(worker, worker.line.recv())
        for number in sorted(self._done):
            if isinstance(done := self._done.pop(number), Result):
                yield done

    def _employ(self) -> None:
        """Give each worker that has nothing to do a batch, as far ahead as may be."""
        idle = [worker for worker in self._workers if not worker.tasks]
        while self._batches and self._batches[0][0] < self._next + self._window:
            if not idle and len(self._workers) == self._size:
                return
            worker = idle.pop() if idle else self._start()
            try:
                worker.line.send([self._tasks[each] for each in self._batches[0]])
            except OSError:
                # It was lost while it had nothing to do, and no task is to blame.
                self._bury(worker)
                continue
            worker.tasks.extend(self._batches.popleft())

    def _start(self) -> _Worker:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        # It is a daemon so that it cannot outlive this process.
        process = context.Process(target=_work, args=(theirs, self._work), daemon=True)
        # Who types Ctrl-C means the run, and the run ends its workers. What is ignored
        # here is ignored there too, from the first moment.
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.start()
        finally:
            signal.signal(signal.SIGINT, handler)
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _hear(self, worker: _Worker) -> None:
        """Take what a worker says, or find that it is no more."""
        try:
            said = worker.line.recv()
        except (EOFError, OSError):
            self._lose(worker)
        else:
            self._take(worker, said)

    def _take(self, worker: _Worker, said: Result | EncoderError | None) -> None:
        if said is None:
            worker.ready = True
        else:
            self._done[worker.tasks.popleft()] = said

    def _lose(self, worker: _Worker) -> None:
        """Give up the task that a worker was lost at; the rest of its batch waits."""
        self._bury(worker)
        number = worker.tasks.popleft()
        self._done[number] = self._lost(number, worker.process.exitcode or 0)
        if worker.tasks:
            self._batches.appendleft(worker.tasks)

    def _bury(self, worker: _Worker) -> None:
        """Strike off a worker that is no more; EncoderError if it never was one."""
        worker.process.join()
        self._workers.remove(worker)
        worker.line.close()
        if not worker.ready:
            message = "no worker can be started; --workers 1 does without"
            raise EncoderError(message)

    def _lost(self, number: int, code: int) -> Result:
        how = f"signal {-code}" if code < 0 else f"status {code}"
        return self._work.lost(self._tasks[number], how)


@contextmanager
def _unbroken() -> Iterator[None]:
    """Put Ctrl-C off until the block is done: half of what was said is no use."""
    caught: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: caught.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if caught:
        raise KeyboardInterrupt


def _work(line: Connection, work: Work[_Task]) -> None:
    """Do batch after batch, until nobody is left to give one."""
    # Where a process does not inherit what is ignored, as on Windows.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A record makes no cycles, and looking for them takes a tenth of the time.
    gc.set_threshold(100_000)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        line.send(None)
        while True:
            tasks = line.recv()
            try:
                for result in work.results(tasks, no_stream):
                    line.send(result)
            except EncoderError as error:
                # It ends the run, and nobody asks for the rest of the batch.
                line.send(error)
