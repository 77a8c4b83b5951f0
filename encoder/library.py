"""What a program asks for: what the commands do, as functions of values."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from encoder import pipeline
from encoder.configuration import suggestion
from encoder.errors import EncoderError
from encoder.validation.schema.engines import Engine
from encoder.validation.selection import select
from encoder.validation.validate import Given, Request
from encoder.validation.validate import validate as checked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.configuration import Configuration, Options
    from encoder.exporters.exported import Exported
    from encoder.finding import Finding
    from encoder.pipeline import Outcome


def convert(
    record: str | bytes | Path,
    edition: Configuration = pipeline.UNSAID,
    options: Options = pipeline.DEFAULTS,
) -> Outcome:
    r"""Return the TEI of one record, or the finding that refuses it.

    A `str` is the text of the record and never its path; `bytes` are its file's, and
    a `Path` is that of the file. No `tei-encoder.toml` is looked for: what the edition
    says of itself is `edition`, and `load_configuration` reads one.

    >>> convert("Hale and Reed\n\nHALE: Good morning.\n").findings[0].place.file
    '<text>'
    """
    if isinstance(record, Path):
        return pipeline.convert(
            record.read_bytes(), record.as_posix(), edition, options
        )
    if isinstance(record, bytes):
        return pipeline.convert(record, "<bytes>", edition, options)
    # A surrogate is no character: as bytes it is refused, with a finding.
    data = record.encode("utf-8", "surrogatepass")
    return pipeline.convert(data, "<text>", edition, options._replace(encoding=None))


def validate(
    tei: str | bytes | Path,
    engine: Engine = Engine.LXML,
    schema: Path | None = None,
    *,
    only: Iterable[str] = (),
    skip: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return what is found in one TEI file, in every layer unless some are chosen.

    `only` and `skip` are names of layers and rules, as the command line has them, and a
    schema is that which the file names beside itself, or our own, unless one is named.

    >>> validate("<TEI/>")[0].rule.name
    'outside-tei'
    """
    given = _given(tei)
    asked = None if schema is None and engine is Engine.LXML else engine
    request = Request(select(only, skip), asked, schema)
    return checked([given], request)[0].findings


def export(
    records: str | bytes | Path | Iterable[str | bytes | Path],
    target: str,
    edition: Configuration = pipeline.UNSAID,
    *,
    forms: Iterable[str] = (),
) -> Exported:
    """Return the package that a target makes of TEI files, whole and in memory.

    A record is a text, bytes or a path, as for `convert`; several are packed together.
    `forms` are "spoken" and "parquet". Where a fact is missing or a file is no record,
    there are findings and no files. Raises EncoderError if there is no such target or
    form, or a form needs what is not installed.

    >>> export("<TEI/>", "text").findings[0].rule.name
    'not-a-record'
    """
    from encoder.exporters import TARGETS, exporter_to  # noqa: PLC0415 (few export)
    from encoder.exporters.exported import exported  # noqa: PLC0415

    if target not in TARGETS:
        message = f'there is no target "{target}"; {suggestion(target, TARGETS)}'
        raise EncoderError(message)
    asked, known = tuple(forms), exporter_to(target).forms
    for form in asked:
        if form not in known:
            cure = suggestion(form, known) if known else "it has only one"
            message = f'{target} has no form "{form}"; {cure}'
            raise EncoderError(message)
    several = [records] if isinstance(records, str | bytes | Path) else [*records]
    named = ((given.name, given.data) for given in map(_given, several))
    return exported(named, target, edition, asked)


def _given(tei: str | bytes | Path) -> Given:
    if isinstance(tei, Path):
        return Given(tei.as_posix(), tei.read_bytes(), tei)
    if isinstance(tei, bytes):
        return Given("<bytes>", tei)
    return Given("<text>", tei.encode("utf-8", "surrogatepass"))


def load_configuration(file: Path) -> Configuration:
    """Return what a `tei-encoder.toml` says, or raise `EncoderError`."""
    from encoder.rules import RULES  # noqa: PLC0415 (few programs have a configuration)
    from encoder.runs import settings  # noqa: PLC0415

    return settings.load(file, os.environ, RULES)
