"""Identifiers in other files that a file points to, or is a part of.

A file is read only because it was named: by the user, by a pointer into it, or by an
XInclude; and only where it lies in the folder of the file that names it, or below that
or the working folder. What is known of it are its identifiers, and never its words.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from encoder.tei.names import XML_ID
from encoder.validation.parsing import TooLongError, pulled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

XINCLUDE: Final = "http://www.w3.org/2001/XInclude"


class Elsewhere:
    """What is known of other files, each being read once in a run, when it is needed.

    `named` are the files of the run, of which one may include another, and `shared`
    those whose identifiers hold everywhere: a corpus's list of persons.
    """

    def __init__(self, named: Sequence[Path] = (), shared: Sequence[Path] = ()) -> None:
        self._named = named
        self._shared = shared
        self._known: dict[Path, dict[str, str]] = {}
        self._included: dict[Path, tuple[Path, ...]] = {}

    def kind(self, path: Path | None, file: str, name: str) -> str | None:
        """Return the name of the element that `file#name` is, as `path` says it.

        An empty `file` means the document of which `path` is a part. None says that
        there is no such element, "" that it cannot be told.
        """
        if not file:
            return self._nearby(path, name)
        target = self._reached(path, file)
        return "" if target is None else self._identifiers(target).get(name)

    def _nearby(self, path: Path | None, name: str) -> str | None:
        """Return the element of a name in what a file includes, or is included by."""
        for other in self._shared:
            if kind := self._identifiers(other).get(name):
                return kind
        here = real(path) if path else None
        if here is None:
            return None
        for other in (*self._includes(here), *self._including.get(here, ())):
            if kind := self._identifiers(other).get(name):
                return kind
        return None

    @cached_property
    def _including(self) -> Mapping[Path, list[Path]]:
        """For each file, those that include it, and what these include besides."""
        found: dict[Path, list[Path]] = {}
        for path in self._named:
            whole = real(path)
            parts = self._includes(whole)
            for part in parts:
                found.setdefault(part, []).extend((whole, *parts))
        return found

    def _includes(self, path: Path) -> tuple[Path, ...]:
        """Return the files that a file includes, those that these include too."""
        if path not in self._included:
            self._included[path] = ()  # A file that includes itself adds nothing.
            some = [*self._included_by(path)]
            more = [each for part in some for each in self._includes(part)]
            self._included[path] = (*some, *more)
        return self._included[path]

    def _included_by(self, path: Path) -> Iterator[Path]:
        for element in _elements(path, f"{{{XINCLUDE}}}include"):
            href = element.get("href", "").partition("#")[0]
            if href and (found := self._reached(path, href)):
                yield found

    def _identifiers(self, path: Path) -> dict[str, str]:
        """Return the identifiers in a file, and the names of their elements."""
        if path not in self._known:
            found = {}
            for element in _elements(path, None):
                if name := element.get(XML_ID):
                    found[name] = str(element.tag).rpartition("}")[2]
            self._known[path] = found
        return self._known[path]

    def _reached(self, path: Path | None, address: str) -> Path | None:
        """Return the file at an address as `path` says it, if it may be read."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        folder = real(path.parent if path else Path())
        try:
            target = real(folder / unquote(parts.path))
            is_file = target.is_file()
        except (OSError, ValueError):
            return None
        inside = any(target.is_relative_to(each) for each in (folder, Path.cwd()))
        return target if is_file and (inside or target in self._allowed) else None

    @cached_property
    def _allowed(self) -> frozenset[Path]:
        """The files that may be read wherever they lie, because a user named them."""
        return frozenset(map(real, (*self._shared, *self._named)))


def real(path: Path) -> Path:
    """Return where a file really is; a link that leads back to itself stays one."""
    return Path(os.path.realpath(path))


def _elements(path: Path, tag: str | None) -> Iterator[etree._Element]:
    """Yield the elements of a file, letting each go; none where it is not XML.

    A pipe can be read once, and is left to whoever was told to.
    """
    if not path.is_file():
        return
    try:
        with path.open("rb") as file:
            for _, elements in pulled(file, tag=tag):
                for element in elements:
                    yield element
                    element.clear(keep_tail=True)
    except (OSError, TooLongError, etree.XMLSyntaxError):
        return
