"""Whole files or none: a file is written under another name and then renamed.

The other name is `.NAME.TOKEN.tei-encoder-tmp`, in the same folder. Whoever
writes such a file holds a lock on it, which the system lets go of when the
process ends, however it ends; so a file that nobody has locked was left by a
run that was killed, and `sweep` takes it away; what such a run had put aside to make
room for its successor, it puts back. Where there are no such locks
(Windows) nothing is swept.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import contextmanager, suppress
from stat import S_IMODE
from typing import TYPE_CHECKING

from encoder.errors import EncoderError
from encoder.text.pattern import Pattern

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_TEMPORARY_FOLDER = Pattern(r"\.(?P<name>.*)\.[0-9a-f]{8}\.tei-encoder-tmp", re.DOTALL)
_ASIDE = "aside"
_SUFFIX = ".tei-encoder-tmp"
# With the token and the suffix this stays under 255 bytes, four to a character.
_LONGEST_NAME = 50


class WritingError(EncoderError):
    """The machine would not take a file; what was there before is unharmed."""


def write(target: Path, content: bytes) -> None:
    """Make `target` hold `content`, at once and for good, or raise WritingError.

    A file that holds it already is not touched. The folder is made if need be.
    """
    try:
        if not _holds(target, content):
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
    except OSError as error:
        message = f'cannot write "{target.as_posix()}": {error.strerror}'
        raise WritingError(message) from error


def sweep(folders: Iterable[Path]) -> None:
    """Delete what runs that were killed have left in `folders`."""
    for folder in set(folders):
        with suppress(OSError):
            for path in folder.glob(f".*{_SUFFIX}"):
                _delete_if_abandoned(path)


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _replace(target: Path, content: bytes) -> None:
    with _temporary(target) as (path, descriptor):
        with open(descriptor, "wb", closefd=False) as file:
            file.write(content)
        with suppress(OSError):
            os.fchmod(descriptor, S_IMODE(target.lstat().st_mode))
        os.fsync(descriptor)
        path.replace(target)
    settle(target.parent)


def locked_folder(target: Path) -> tuple[Path, int]:
    """Make a folder beside `target` that no `sweep` takes while this process lives.

    Return it with the descriptor that holds the lock, which the caller closes.
    """
    while True:
        path = _beside(target)
        path.mkdir()
        if sys.platform == "win32":
            return path, os.open(os.devnull, os.O_RDONLY)
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return path, descriptor
        # Another run has swept it between these two calls.
        os.close(descriptor)


@contextmanager
def _temporary(target: Path) -> Iterator[tuple[Path, int]]:
    """Open a locked file beside `target`; it is gone afterwards unless renamed."""
    path, descriptor = _locked(target)
    try:
        yield path, descriptor
    finally:
        os.close(descriptor)
        path.unlink(missing_ok=True)


def _locked(target: Path) -> tuple[Path, int]:
    while True:
        path = _beside(target)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        if sys.platform != "win32":
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return path, descriptor
        # Another run has swept it between these two calls.
        os.close(descriptor)


def _beside(target: Path) -> Path:
    token = os.urandom(4).hex()
    return target.with_name(f".{target.name[:_LONGEST_NAME]}.{token}{_SUFFIX}")


def _delete_if_abandoned(path: Path) -> None:
    if sys.platform == "win32":
        return
    with suppress(OSError):
        # A link of that name is not ours.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.is_dir():
                if not (found := _TEMPORARY_FOLDER.fullmatch(path.name)):
                    return
                _put_back(path / _ASIDE, path.with_name(found["name"]))
                shutil.rmtree(path)
            else:
                path.unlink()
        finally:
            os.close(descriptor)


def exchange(made: Path, place: Path, folder: Path) -> None:
    """Put `made` where `place` is, and that aside, into a `locked_folder`.

    No system call exchanges two folders everywhere: if the process is killed between
    the two that do, `place` is absent until `sweep` puts it back.
    """
    aside = folder / _ASIDE
    place.rename(aside)
    try:
        made.rename(place)
    except BaseException:
        _put_back(aside, place)
        raise
    settle(place.parent)


def _put_back(aside: Path, place: Path) -> None:
    if aside.is_dir() and not os.path.lexists(place):
        aside.rename(place)


def settle(folder: Path) -> None:
    """Make a rename in `folder` survive a loss of power, where that can be asked."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
