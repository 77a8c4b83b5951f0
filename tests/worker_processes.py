"""Commands that run in processes of their own, to be watched from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

PROJECT = Path(__file__).parents[1]

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="there is no /proc here to look into"
)


def started(*arguments: str, path: str = "") -> subprocess.Popen[str]:
    """Return a Python that was given `arguments`, with a process group of its own.

    `path` is a folder whose modules go before all others.
    """
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, (path, str(PROJECT)))),
        },
    )


def reader_of(group: int, file: Path) -> int:
    """Return the process of the group that has the file open, as soon as one has."""
    for _ in range(1000):
        for process in Path("/proc").iterdir():
            # Others come and go meanwhile.
            with suppress(ValueError, ProcessLookupError, FileNotFoundError):
                number = int(process.name)
                if os.getpgid(number) == group and _has_open(process, file):
                    return number
        sleep(0.01)
    message = f"nobody has {file} open"
    raise LookupError(message)


def _has_open(process: Path, file: Path) -> bool:
    return file.resolve() in [link.resolve() for link in (process / "fd").iterdir()]
