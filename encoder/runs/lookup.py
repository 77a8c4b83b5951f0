"""Which configuration holds where: the nearest, or the default."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from encoder.configuration import Configuration, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "tei-encoder.toml"


def find(start: Path) -> Path | None:
    """Return the nearest `tei-encoder.toml` in `start` or a folder above it."""
    for folder in (start := start.resolve(), *start.parents):
        # Path.is_file raises in a folder that we may not look into.
        if os.path.isfile(folder / FILE_NAME):  # noqa: PTH113
            return folder / FILE_NAME
    return None


def default(environ: Mapping[str, str]) -> Configuration:
    """Return what holds without a file; SOURCE_DATE_EPOCH gives the date, if set.

    Raises ConfigurationError for a SOURCE_DATE_EPOCH that is no number of seconds.
    """
    return Configuration(encoding_date=_epoch(environ))


def _epoch(environ: Mapping[str, str]) -> date | None:
    # https://reproducible-builds.org/specs/source-date-epoch/
    if not (written := environ.get("SOURCE_DATE_EPOCH")):
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f'SOURCE_DATE_EPOCH is "{written}", no number of seconds; mend it'
        raise ConfigurationError(message) from None
