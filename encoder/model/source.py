"""A plain-text file as it was received, and places in it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

A = TypeVar("A")


class Place(NamedTuple):
    """A file, and a line and a column in it, both counted from one."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Span(NamedTuple):
    """A run of characters in one source: half-open offsets, `start` up to `end`."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """Return the span from the start of this one to the end of `other`."""
        return Span(self.start, other.end)


class Beside(NamedTuple):
    """A description in a file of its own, which is read as the head of the text.

    It is the first `length` characters of the source.
    """

    name: str
    length: int
    digest: str


@dataclass(frozen=True)
class Source:
    r"""One plain-text file. Its text is never altered after it is read.

    Line ends are those of XML 1.0 §2.11: `\n`, whatever the file used;
    `line_ends` names what that was, in the order first met ("\r\n", "\r", "\n").
    `digest` is the SHA-256 of the bytes as received, in hexadecimal. `beside` is the
    file that stands before it in `text`, if there is one. `answers` are those to the
    questions that are asked `once`.

    >>> source = Source("memo.txt", "HALE: Good.\nREED: Morning.\n")
    >>> source.words(Span(12, 16))
    'REED'
    >>> str(source.place(Span(12, 16)))
    'memo.txt:2:1'
    """

    name: str
    text: str
    digest: str = ""
    line_ends: tuple[str, ...] = ()
    beside: Beside | None = None
    answers: dict[Callable[..., Any], Any] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def whole(self) -> Span:
        """The span of the whole text."""
        return Span(0, len(self.text))

    def words(self, span: Span) -> str:
        """Return the characters at `span`."""
        return self.text[span.start : span.end]

    def lines(self, within: Span | None = None) -> Iterator[Span]:
        r"""Yield each line of `within`, or of the whole text, without its "\n"."""
        start, end = within or self.whole
        text = self.text
        while (stop := text.find("\n", start, end)) >= 0:
            yield Span(start, stop)
            start = stop + 1
        yield Span(start, end)

    def place(self, span: Span) -> Place:
        """Return where `span` begins, as an editor would show it."""
        line = bisect_right(self._line_starts, span.start)
        column = span.start - self._line_starts[line - 1] + 1
        if self.beside is None:
            return Place(self.name, line, column)
        if span.start < self.beside.length:
            return Place(self.beside.name, line, column)
        above = self.text.count("\n", 0, self.beside.length)
        return Place(self.name, line - above, column)

    @cached_property
    def _line_starts(self) -> array[int]:
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        return array("q", accumulate(lengths[:-1], initial=0))


def once(question: Callable[[Source], A]) -> Callable[[Source], A]:
    """Return `question`, which then is asked only once of each source.

    The source keeps the answer, so that nothing is kept longer than the source is.
    """

    @wraps(question)
    def asked(source: Source) -> A:
        if question not in source.answers:
            source.answers[question] = question(source)
        answer: A = source.answers[question]
        return answer

    return asked
