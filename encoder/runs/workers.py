"""Many records at once: processes that each take a batch of jobs after another.

A worker reads, converts and writes by itself, and says what became of each record; the
results are yielded in the order of the jobs, so that a run has the same bytes and the
same report however many there are. No batch is given out that is far ahead of what has
been yielded, so that what waits its turn does not grow with the number of records.

Workers are started afresh (`spawn`) and not forked: it is the one way that is safe on
every system and beside threads. It costs each of them 0.2 s, the time of some twenty
records; `forkserver` 0.17 s, where there is one, and `fork` next to nothing.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from encoder.errors import EncoderError
from encoder.model.source import Place
from encoder.runs.result import Result
from encoder.runs.rules import WORKER_LOST
from encoder.runs.run import BATCH, finish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from typing import NoReturn

    from encoder.configuration import Configuration, Options
    from encoder.runs.jobs import Job

_AHEAD = 4
"""How many batches for each worker may be done before their turn to be yielded."""


def run_with(
    workers: int, configured: Sequence[tuple[Job, Configuration]], options: Options
) -> Iterator[Result]:
    """Do the jobs in as many processes and yield what became of each, in their order.

    A record whose worker is lost is refused (R902), and the others go on. After Ctrl-C
    whatever else is done is yielded, and then KeyboardInterrupt raised. Raises
    WritingError as `run` does, and EncoderError where no worker can be started.
    """
    crew = _Crew(workers, configured, options)
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
    """A process, the way to it, and the jobs it was given and has not done, by number.

    `ready` is whether the process has said that it has started.
    """

    process: SpawnProcess
    line: Connection
    jobs: deque[int] = field(default_factory=deque)
    ready: bool = False


class _Crew:
    """The workers of one run, and what they have done that is not yet yielded."""

    def __init__(
        self,
        size: int,
        configured: Sequence[tuple[Job, Configuration]],
        options: Options,
    ) -> None:
        self._size = size
        self._configured = configured
        self._options = options
        self._workers: list[_Worker] = []
        self._done: dict[int, Result | EncoderError] = {}
        self._next = 0
        # With few records, and somebody who wants many workers, all have some.
        batch = max(1, min(BATCH, -(-len(configured) // size)))
        numbers = range(len(configured))
        self._batches = deque(
            deque(numbers[start : start + batch]) for start in numbers[::batch]
        )
        self._window = size * _AHEAD * batch

    def results(self) -> Iterator[Result]:
        """Yield what became of each job, in order."""
        while self._next < len(self._configured):
            self._employ()
            lines = {worker.line: worker for worker in self._workers if worker.jobs}
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
        idle = [worker for worker in self._workers if not worker.jobs]
        while self._batches and self._batches[0][0] < self._next + self._window:
            if not idle and len(self._workers) == self._size:
                return
            worker = idle.pop() if idle else self._start()
            try:
                worker.line.send([self._configured[job] for job in self._batches[0]])
            except OSError:
                # It was lost while it had nothing to do, and no record is to blame.
                self._bury(worker)
                continue
            worker.jobs.extend(self._batches.popleft())

    def _start(self) -> _Worker:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        # It is a daemon so that it cannot outlive this process.
        process = context.Process(
            target=_work, args=(theirs, self._options), daemon=True
        )
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
            self._done[worker.jobs.popleft()] = said

    def _lose(self, worker: _Worker) -> None:
        """Refuse the record that a worker was lost at; the rest of its batch waits."""
        self._bury(worker)
        number = worker.jobs.popleft()
        self._done[number] = self._lost(number, worker.process.exitcode or 0)
        if worker.jobs:
            self._batches.appendleft(worker.jobs)

    def _bury(self, worker: _Worker) -> None:
        """Strike off a worker that is no more; EncoderError if it never was one."""
        worker.process.join()
        self._workers.remove(worker)
        worker.line.close()
        if not worker.ready:
            message = "no worker can be started; --workers 1 does without"
            raise EncoderError(message)

    def _lost(self, number: int, code: int) -> Result:
        job, configuration = self._configured[number]
        how = f"signal {-code}" if code < 0 else f"status {code}"
        message = f"the process that converted it was lost, with {how}"
        finding = WORKER_LOST.at(Place(job.input.name, 1, 1), message)
        findings = configuration.judged((finding,))
        return Result(name=job.input.name, refused=True, findings=findings)


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


def _work(line: Connection, options: Options) -> None:
    """Do batch after batch, until nobody is left to give one."""
    # Where a process does not inherit what is ignored, as on Windows.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A record makes no cycles, and looking for them takes a tenth of the time.
    gc.set_threshold(100_000)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        line.send(None)
        while True:
            for job, configuration in line.recv():
                line.send(_said(job, configuration, options))


def _said(
    job: Job, configuration: Configuration, options: Options
) -> Result | EncoderError:
    try:
        return finish(job, configuration, options, _no_stream)
    except EncoderError as error:
        return error


def _no_stream(name: str) -> NoReturn:
    message = f"a worker has no {name}"
    raise EncoderError(message)
