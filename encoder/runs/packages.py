"""Whole packages or none: a folder, or a zip, made under another name and renamed.

The files are gathered in a folder `.NAME.TOKEN.tei-encoder-tmp` beside the place. It is
locked while the process lives, so that `writing.sweep` knows what a killed run left.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Self

from encoder.runs.writing import WritingError, exchange, locked_folder, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

# The first moment that a zip can name; a package has no other time.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644 << 16
_BLOCK: Final = 1 << 16


class Package:
    """A package on its way to `place`: a folder, or a zip that ends in `suffix`.

    Use it as a context: it is there, whole, after `close`, and nothing is left of it
    if the context ends before. A package with the same bytes may be there already;
    anything else that is there stops the run, since it may be somebody's, but for a
    folder with a file at `mark`: to that is added.
    """

    def __init__(self, place: Path, suffix: str = "", mark: str | None = None) -> None:
        self._place = place.with_name(f"{place.name}{suffix}")
        self._zipped = bool(suffix)
        self.grows = bool(mark) and _is_marked(place, mark or "")
        self._folder = place
        self._descriptor: int | None = None

    @property
    def output(self) -> str:
        """Where the package is, as the user would type it."""
        return self._place.as_posix()

    def __enter__(self) -> Self:
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            self._folder, self._descriptor = locked_folder(self._place)
        except OSError as error:
            raise self._error(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        if self._descriptor is not None:
            os.close(self._descriptor)

    def earlier(self, path: str) -> bytes | None:
        """Return the file at `path` of the package that is there, or WritingError."""
        try:
            return (self._place / _inside(path)).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self._error(error) from error

    def add(self, path: str, content: bytes) -> None:
        """Write `content` at the end of the file at `path`, or raise WritingError."""
        target = self._folder / "files" / _inside(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("ab") as file:
                file.write(content)
        except OSError as error:
            raise self._error(error) from error

    def close(self) -> None:
        """Put the package in its place, or raise WritingError."""
        made = self._folder / "files"
        try:
            made.mkdir(exist_ok=True)
            if self._zipped:
                made = _zip(made, self._folder / "zip")
            if self.grows:
                self._grow(made)
                return
            if os.path.lexists(self._place):
                self._check_same(made)
                return
            for file in _files(made):
                _sync(file)
            made.rename(self._place)
            settle(self._place.parent)
        except OSError as error:
            raise self._error(error) from error

    def _grow(self, made: Path) -> None:
        """Put what is there, with what was made, into its place."""
        if not any(_files(made)):
            return
        for file in _files(made):
            _sync(file)
        for file in _files(self._place):
            target = made / file.relative_to(self._place)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _link(file, target)
        exchange(made, self._place, self._folder)

    def _check_same(self, made: Path) -> None:
        if not _same(made, self._place):
            message = (
                f'"{self.output}" is there already, and is not what would be written; '
                "delete it, or name another folder with -o"
            )
            raise WritingError(message)

    def _error(self, error: OSError) -> WritingError:
        return WritingError(f'cannot write "{self.output}": {error.strerror}')


def _is_marked(folder: Path, mark: str) -> bool:
    # What a link leads to is somewhere else, and stays what it is.
    return not folder.is_symlink() and (folder / mark).is_file()


def _link(file: Path, target: Path) -> None:
    """Let `target` be `file` too, or a copy of it where there is no such thing."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copy2(file, target)


def _inside(path: str) -> PurePosixPath:
    """Return `path`; an exporter that leaves its folder is a mistake of ours."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or ":" in path:
        message = f"a package has no path {path!r}"
        raise ValueError(message)
    return parts


def _files(made: Path) -> Iterator[Path]:
    """Yield the files at or below `made`, in the order of their names."""
    if made.is_file():
        yield made
        return
    for child in sorted(made.iterdir(), key=lambda each: each.name):
        yield from _files(child)


def _zip(folder: Path, target: Path) -> Path:
    """Return the file `target`, which holds the files below `folder`, each once."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # noqa: PLC0415 (few want one)

    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for file in _files(folder):
            info = ZipInfo(file.relative_to(folder).as_posix(), _NO_TIME)
            info.compress_type, info.external_attr = ZIP_DEFLATED, _PLAIN_FILE
            info.create_system = 3
            info.file_size = file.stat().st_size
            with file.open("rb") as source, archive.open(info, "w") as into:
                shutil.copyfileobj(source, into, _BLOCK)
    return target


def _same(made: Path, there: Path) -> bool:
    """Return whether two files or folders hold the same, byte for byte."""
    if made.is_file() or there.is_file():
        both = made.is_file() and there.is_file()
        return both and filecmp.cmp(made, there, shallow=False)
    ours = [file.relative_to(made) for file in _files(made)]
    theirs = [file.relative_to(there) for file in _files(there)]
    pairs = ((made / path, there / path) for path in ours)
    return ours == theirs and all(filecmp.cmp(*each, shallow=False) for each in pairs)


def _sync(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
