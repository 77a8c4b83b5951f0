"""Patterns that compile on first use: most records use few of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Pattern:
    """A regular expression that compiles on first use; `re.VERBOSE` by default.

    >>> Pattern("(?P<year> [0-9]{4} )").fullmatch("1945")["year"]
    '1945'
    """

    def __init__(self, written: str, flags: re.RegexFlag | int = re.VERBOSE) -> None:
        self._written = written
        self._flags = flags

    def _text(self) -> str:
        return self._written

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text(), self._flags)

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Match a whole text, or a whole slice of it, as `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at the start of a text, or of a slice."""
        return self._compiled.match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Return the first match in a text, or in a slice."""
        return self._compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Yield each match in a text, or in a slice."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """Return the string of each match in a text, or in a slice."""
        return self._compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """Return a text with each match replaced."""
        return self._compiled.sub

    @cached_property
    def split(self) -> Callable[..., list[Any]]:
        """Return the parts of a text between the matches in it."""
        return self._compiled.split
