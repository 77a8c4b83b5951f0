"""Schemas that xmlschema has compiled, kept between runs.

Compiling takes a second, which is longer than all else; reading what was compiled takes
a tenth of that. It is kept by `pickle`, and whoever can write a pickle can have any
program run by whoever reads it. So it is kept in a folder of the user's own, and what
does not belong to the user, or others may write to, is not opened. What was made of
another content, by another version, or is damaged, is made anew; and a cache that
cannot be written is no cache, and never a failure.

`TEI_ENCODER_CACHE` names another folder, or is "off".
"""

from __future__ import annotations

import json
import os
import pickle
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xmlschema import XMLSchema

SWITCH: Final = "TEI_ENCODER_CACHE"
KEPT: Final = 16
"""How many schemas are kept, those that were made last."""

_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_ENDING: Final = ".schema"
# What a disk, a pickle, or a path from one drive to another, may say against it.
_NO_CACHE: Final = (
    OSError,
    ValueError,
    pickle.PicklingError,
    TypeError,
    AttributeError,
    RecursionError,
)


def cached(schema: Path, compile_it: Callable[[Path], XMLSchema]) -> XMLSchema:
    """Return a schema ready for use, from the cache or put there.

    What is raised is what `compile_it` raises.
    """
    if (folder := _folder()) is None:
        return compile_it(schema)
    try:
        file = folder / f"{_key(schema)}{_ENDING}"
    except OSError:
        return compile_it(schema)
    if (found := _read(file, schema)) is None:
        found = compile_it(schema)
        with suppress(*_NO_CACHE):
            _write(file, _packed(found, schema))
    return found


def _folder() -> Path | None:
    """Return the folder of the cache, or None if there is to be none."""
    said = os.environ.get(SWITCH)
    if said is not None:
        return None if said.lower() in {"", "off"} else Path(said)
    # https://specifications.freedesktop.org/basedir-spec: an empty one counts as none.
    above = os.environ.get(
        "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    )
    try:
        return Path(above or Path.home() / ".cache") / "tei-encoder"
    except RuntimeError:
        return None


def _key(schema: Path) -> str:
    """Return what is the same only for the same content, read by the same programs."""
    import elementpath  # noqa: PLC0415 (it comes with xmlschema, which is slow to start)
    import xmlschema  # noqa: PLC0415 (as above)

    versions = (sys.version, xmlschema.__version__, elementpath.__version__)
    return sha256("\n".join((*versions, _digest(schema))).encode()).hexdigest()


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _read(file: Path, schema: Path) -> XMLSchema | None:
    """Return what was kept of a schema, if it is our own, whole, and still true.

    The first line says which other files the schema was made of, and of which content,
    and what the digest of all that follows is.
    """
    try:
        if not _is_ours(file.parent.lstat()):
            return None
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(file, flags), "rb") as opened:
            state = os.fstat(opened.fileno())
            if not (stat.S_ISREG(state.st_mode) and _is_ours(state)):
                return None
            first, _, rest = opened.read().partition(b"\n")
        said = json.loads(first)
        if said["digest"] != sha256(rest).hexdigest():
            return None
        parts: dict[str, str] = said["parts"]
        if any(_digest(schema.parent / name) != parts[name] for name in parts):
            return None
        return cast("XMLSchema", pickle.loads(rest))  # noqa: S301 (our own, see above)
    except Exception:  # noqa: BLE001 (whatever is wrong with it, it is made anew)
        return None


def _is_ours(state: os.stat_result) -> bool:
    """Return whether nobody but the user can have written a file or a folder."""
    if sys.platform == "win32":
        # The folder of a user's own data is shut to others there.
        return True
    return state.st_uid == os.getuid() and not state.st_mode & _OTHERS_WRITE


def _packed(compiled: XMLSchema, schema: Path) -> bytes:
    """Return a schema as it is kept."""
    rest = pickle.dumps(compiled, protocol=pickle.HIGHEST_PROTOCOL)
    parts = {
        os.path.relpath(each, schema.parent): _digest(each)
        for each in _parts(compiled, schema)
    }
    said = {"digest": sha256(rest).hexdigest(), "parts": parts}
    return json.dumps(said).encode() + b"\n" + rest


def _parts(compiled: XMLSchema, schema: Path) -> Iterator[Path]:
    """Yield the files that a schema includes or imports, but those of xmlschema."""
    import xmlschema  # noqa: PLC0415 (it is slow to start)

    own = Path(xmlschema.__file__).resolve().parent
    for each in compiled.maps.iter_schemas():
        path = Path(url2pathname(urlsplit(each.url or "").path)).resolve()
        if path != schema.resolve() and not path.is_relative_to(own):
            yield path


def _write(file: Path, content: bytes) -> None:
    """Put a file into the cache, whole or not at all; raises OSError."""
    folder = file.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_ours(folder.lstat()):
        return
    half = folder / f".{file.name}.{os.urandom(4).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(half, flags, 0o600), "wb") as opened:
            opened.write(content)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    every = sorted(folder.glob(f"*{_ENDING}"), key=lambda each: each.stat().st_mtime)
    for old in every[:-KEPT]:
        old.unlink(missing_ok=True)
