"""What a program asks for: what the commands do, as functions of values."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from encoder import pipeline
from encoder.checks.schema import Engine
from encoder.checks.selection import select
from encoder.checks.validate import Given, Request
from encoder.checks.validate import validate as checked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.configuration import Configuration, Options
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
    if isinstance(tei, Path):
        given = Given(tei.as_posix(), tei.read_bytes(), tei)
    elif isinstance(tei, bytes):
        given = Given("<bytes>", tei)
    else:
        given = Given("<text>", tei.encode("utf-8", "surrogatepass"))
    asked = None if schema is None and engine is Engine.LXML else engine
    request = Request(select(only, skip), asked, schema)
    return checked([given], request)[0].findings


def load_configuration(file: Path) -> Configuration:
    """Return what a `tei-encoder.toml` says, or raise `EncoderError`."""
    from encoder.rules import RULES  # noqa: PLC0415 (few programs have a configuration)
    from encoder.runs import settings  # noqa: PLC0415

    return settings.load(file, os.environ, RULES)
