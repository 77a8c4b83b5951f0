"""Many TEI files held against a schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from encoder.checks.schema import Engine, check_files
from encoder.errors import RefusedError
from encoder.finding import Severity
from encoder.runs.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from encoder.finding import Finding
    from encoder.runs.inputs import Input, Stream

# Starting jing costs a second, however many files it is given; the others start
# at once, and need not hold more than one file in memory.
_JING_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Validator:
    """An engine, and the schema it holds files against; None is our own."""

    engine: Engine
    schema: Path | None = None

    @property
    def schema_name(self) -> str:
        """What the schema is called, as the user would type it."""
        if self.schema is not None:
            return self.schema.as_posix()
        return "record.rng" if self.engine is Engine.JING else "record.xsd"

    def results(self, files: Sequence[Input], stream: Stream) -> Iterator[Result]:
        """Yield what became of each file: refused, if a finding is an error.

        Raises EncoderError if the engine cannot be used, or not with this schema.
        """
        size = _JING_AT_ONCE if self.engine is Engine.JING else 1
        for start in range(0, len(files), size):
            some = files[start : start + size]
            findings = self._findings(some, stream)
            yield from (_result(file, findings[file.name]) for file in some)

    def _findings(
        self, files: Sequence[Input], stream: Stream
    ) -> dict[str, list[Finding]]:
        findings: dict[str, list[Finding]] = {file.name: [] for file in files}
        contents = {}
        for file in files:
            try:
                contents[file.name] = file.read(stream)
            except RefusedError as refusal:
                findings[file.name].append(refusal.finding)
        for finding in check_files(contents, self.engine, self.schema):
            findings[finding.place.file].append(finding)
        return findings


def _result(file: Input, findings: Sequence[Finding]) -> Result:
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return Result(name=file.name, refused=refused, findings=tuple(findings))
