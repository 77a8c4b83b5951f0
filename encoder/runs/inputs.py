"""From what was typed on the command line to the files that it means."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from encoder.errors import EncoderError, RefusedError
from encoder.model.source import Place
from encoder.runs.lookup import FILE_NAME
from encoder.runs.rules import UNREADABLE_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO, Literal, NoReturn, TypeAlias

    from encoder.finding import Finding

    Stream: TypeAlias = Callable[[Literal["stdin", "stdout"]], BinaryIO]

STANDARD_STREAM = "-"
_TEXT = ".txt"
_DESCRIPTION = ".toml"


class RequestError(EncoderError):
    """What was asked for cannot be done; nothing has been written."""


class Input(NamedTuple):
    """One file to read, or standard input, whose `path` is None.

    `name` is what findings call it: the path as it was typed. From `start` on that is
    its path under the folder that was named, or its bare name if it was itself named.
    There may be very many of these, so there is little in one.
    """

    name: str
    start: int | None

    @property
    def path(self) -> Path | None:
        """Where the file is."""
        return None if self.start is None else Path(self.name)

    @property
    def below(self) -> PurePath:
        """The path of the file in the folder that was named."""
        return PurePath() if self.start is None else PurePath(self.name[self.start :])

    def read(self, stream: Stream, most: int = -1) -> bytes:
        """Return the bytes, but not more than `most`, unless that is below nought.

        Raises RefusedError with finding R901.
        """
        path = self.path
        try:
            if path is None:
                return stream("stdin").read(most)
            with path.open("rb") as file:
                return file.read(most)
        except OSError as error:
            raise RefusedError(unreadable(self.name, error)) from error

    def beside(self, stream: Stream) -> tuple[bytes, str] | None:
        """Return bytes and name of the description beside the text, if there is one.

        That is the file of the same name that ends in `.toml`. Raises RefusedError
        (R901) where it cannot be read.
        """
        text = self.path
        if text is None or text.suffix.lower() != _TEXT:
            return None
        path = text.with_suffix(_DESCRIPTION)
        if not path.is_file() or path.name == FILE_NAME:
            return None
        name = PurePath(self.name).with_suffix(_DESCRIPTION).as_posix()
        return Input(name, self.start).read(stream), name


def no_stream(name: str) -> NoReturn:
    """Stand for the standard streams where all is files: raise RequestError."""
    message = f"there is no {name} here"
    raise RequestError(message)


def unreadable(name: str, error: OSError) -> Finding:
    """Return the finding that the file `name` cannot be read, as the system says."""
    message = f"cannot be read: {error.strerror}"
    return UNREADABLE_FILE.at(Place(name, 1, 1), message)


def inputs(arguments: Iterable[str], suffix: str) -> tuple[Input, ...]:
    """Return the files that the arguments mean, sorted by name, each once.

    A file is taken whatever it is called. A folder means the files below it whose
    names end in `suffix`, in capitals or not; hidden names are passed over, and
    links to folders are not followed, so that no walk is endless or leaves the
    folder. Raises RequestError for an argument that means no file.
    """
    found = {file for typed in arguments for file in _meant(typed, suffix)}
    return tuple(sorted(found, key=_order))


def _order(file: Input) -> tuple[str, int]:
    # A name is compared part by part, and no part has this character in it.
    return file.name.replace("/", "\0"), file.start or 0


def _meant(typed: str, suffix: str) -> Iterator[Input]:
    path = Path(typed)
    if typed == STANDARD_STREAM:
        yield Input("<stdin>", None)
    elif path.is_dir() and typed:
        yield from _within(path, suffix)
    elif os.path.lexists(typed):
        yield _input(path, PurePath(path.name))
    else:
        message = f'there is no file or folder "{typed}"'
        raise RequestError(message)


def _within(folder: Path, suffix: str) -> Iterator[Input]:
    paths = list(_walk(folder, suffix))
    if not paths:
        message = f'there is no *{suffix} file in the folder "{folder.as_posix()}"'
        raise RequestError(message)
    for path in paths:
        yield _input(path, path.relative_to(folder))


def _input(path: Path, below: PurePath) -> Input:
    name = path.as_posix()
    return Input(name, len(name) - len(below.as_posix()))


def _walk(folder: Path, suffix: str) -> Iterator[Path]:
    for root, folders, files in os.walk(folder, onerror=_give_up):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(root, name) for name in files if not name.startswith(".")):
            # A link that leads nowhere is kept, to be reported when it is read;
            # a pipe or a device is not a record that was put in a folder.
            if path.suffix.lower() == suffix and (path.is_file() or path.is_symlink()):
                yield path


def _give_up(error: OSError) -> NoReturn:
    message = f'cannot list the folder "{error.filename}": {error.strerror}'
    raise RequestError(message) from error
