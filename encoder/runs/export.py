"""Many TEI files into packages: what is missing first, and then each package whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.errors import EncoderError, RefusedError
from encoder.exporters import exporter_to
from encoder.exporters.reading import read
from encoder.exporters.requirements import check_identity, missing
from encoder.runs.inputs import RequestError, no_stream
from encoder.runs.packages import Package
from encoder.runs.result import Result
from encoder.runs.writing import sweep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from encoder.configuration import Configuration
    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Exporter
    from encoder.finding import Finding
    from encoder.runs.inputs import Input


class ChangedError(EncoderError):
    """A file is no longer what it was when the export began."""


class Packed(NamedTuple):
    """What became of one target; `output` is None where its package is not written."""

    target: str
    output: str | None


class Export:
    """One request: the files with their configurations, and the targets.

    The records are read twice, so that one at a time is in memory: `check` says
    what is missing, and `pack` writes the package of every target that lacks nothing.
    """

    def __init__(
        self,
        files: Sequence[tuple[Input, Configuration]],
        targets: Sequence[str],
        folder: Path,
        *,
        zipped: bool,
        forms: Sequence[str] = (),
    ) -> None:
        """Take a request, or raise RequestError for one of standard input."""
        if any(file.path is None for file, _ in files):
            message = "standard input cannot be exported; name a file or a folder"
            raise RequestError(message)
        # A file that was named twice, alone and with its folder, is one record.
        self._files = tuple({file.name: (file, its) for file, its in files}.values())
        self._folder, self._zipped = folder, zipped
        self._exporters = tuple(exporter_to(name, forms) for name in targets)
        self._lacking: set[str] = set()
        self.packed: list[Packed] = []

    @property
    def files(self) -> int:
        """How many files `check` yields a result for."""
        return len(self._files)

    @property
    def steps(self) -> int:
        """How many names `pack` yields, once `check` has ended."""
        ready = sum(each.name not in self._lacking for each in self._exporters)
        return ready * len(self._files)

    def check(self) -> Iterator[Result]:
        """Yield what was found in each file.

        A file that cannot be read, or has the identifier of another, is refused, and
        then there is no package; a fact that is missing costs only the package of the
        target that needs it, whatever severity it was given.
        """
        first: dict[str, str] = {}
        for file, edition in self._files:
            try:
                deposit = _read(file, edition)
                check_identity(deposit, first)
            except RefusedError as refusal:
                findings: tuple[Finding, ...] = (refusal.finding,)
                self._lacking.update(each.name for each in self._exporters)
                refused = True
            else:
                lacking = [*missing(deposit, self._exporters)]
                self._lacking.update(name for name, _ in lacking)
                findings = tuple(finding for _, finding in lacking)
                refused = False
            yield Result(file.name, refused=refused, findings=edition.judged(findings))

    def pack(self) -> Iterator[str]:
        """Write the packages; yield the name of each file as its record is packed.

        Raises WritingError if the machine will not take a package or its place is
        taken, and ChangedError if a file is another than `check` saw. Packages
        that were written before are whole, and the one at work is absent.
        """
        sweep([self._folder])
        for each in self._exporters:
            if each.name in self._lacking:
                self.packed.append(Packed(each.name, None))
            else:
                yield from self._write(each)

    def _write(self, exporter: Exporter) -> Iterator[str]:
        suffix = exporter.suffix or (".zip" if self._zipped else "")
        growth = exporter.growth
        mark = growth.mark if growth and not suffix else None
        with Package(self._folder / exporter.name, suffix, mark) as package:
            done: list[str] = []
            deposits = self._deposits(done)
            pieces = (
                growth.pack(deposits, package.earlier)
                if growth and package.grows
                else exporter.pack(deposits)
            )
            for path, content in pieces:
                package.add(path, content)
                yield from done
                done.clear()
            package.close()
            yield from done
        self.packed.append(Packed(exporter.name, package.output))

    def _deposits(self, done: list[str]) -> Iterator[Deposit]:
        """Yield the records, and put the name of each into `done` after its turn."""
        for file, edition in self._files:
            try:
                deposit = _read(file, edition)
            except RefusedError as refusal:
                message = f"{refusal}; it has changed since the export began"
                raise ChangedError(message) from refusal
            yield deposit
            done.append(file.name)


def _read(file: Input, edition: Configuration) -> Deposit:
    return read(file.read(no_stream), file.name, edition)
