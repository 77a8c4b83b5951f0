"""The forms of a report that are made for programs, and several of them at once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.configuration import suggestion
from encoder.errors import EncoderError
from encoder.reports.totals import Totals
from encoder.runs.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from encoder.runs.result import Result

FORMS: Final = ("json", "sarif", "junit", "github")


class Wanted(NamedTuple):
    """A report to write into a file, in one of the forms."""

    form: str
    file: Path


def parsed(written: Iterable[str]) -> tuple[Wanted, ...]:
    """Return what "FORM=FILE" asks for, or refuse it."""
    return tuple(map(_parsed, written))


def _parsed(written: str) -> Wanted:
    form, sign, file = written.partition("=")
    if not sign or not file:
        message = f'--report takes FORM=FILE, as sarif=report.sarif, not "{written}"'
        raise EncoderError(message)
    if form not in FORMS:
        message = f'there is no form of report "{form}"; {suggestion(form, FORMS)}'
        raise EncoderError(message)
    return Wanted(form, Path(file))


def document(form: str, results: Iterable[Result], sums: Totals) -> Iterator[str]:
    """Yield a report in one of the forms, piece by piece; `sums` counts meanwhile."""
    # Each is imported when it is asked for: most runs want none of them.
    pieces: Iterator[str] = import_module(f"encoder.reports.as_{form}").checked(
        results, sums
    )
    return pieces


def kept(results: Iterable[Result], wanted: Sequence[Wanted]) -> Iterator[Result]:
    """Yield the results, and write the reports that are wanted when all have come.

    Each is written whole or not at all; raises WritingError where it cannot be.
    """
    if not wanted:
        yield from results
        return
    held = []
    for result in results:
        held.append(result)
        yield result
    for form, file in wanted:
        text = "".join(document(form, held, Totals()))
        # A name that is no text has odd bytes, which the reports escape.
        write(file, text.encode("utf-8", "backslashreplace"))
