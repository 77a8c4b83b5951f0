'''What a check is: a function under a stable code, and what it is shown of a file.

    @on_elements("T401", Layer.DATES, Severity.ERROR, "@from")
    def ends_before_it_begins(elements: Iterable[_Element]) -> Iterator[Hit]:
        """A period ends before it begins. …"""

The function's name is the name of its rule and its docstring is what `explain`
prints: what was seen, what it costs, how to mend it, before and after. The
decorator makes it a value, to be listed in its room's table of contents (`CHECKS`).
No module of checks imports lxml when it is imported, so that the tables are cheap.
'''

from __future__ import annotations

from enum import StrEnum
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from encoder.finding import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from encoder.model.source import Place, Source
    from encoder.validation.header import Header
    from encoder.validation.index import Index
    from encoder.validation.passage import Passage
    from encoder.validation.position import At


class Layer(StrEnum):
    """What a check is about; each can be asked for, and left out, by its name."""

    WELL_FORMED = "well-formed"
    SCHEMA = "schema"
    POINTERS = "pointers"
    PEOPLE = "people"
    DATES = "dates"
    DESCRIPTION = "description"
    CHARACTERS = "characters"
    FIDELITY = "fidelity"


class Hit(NamedTuple):
    """What a check yields: where, what, and perhaps which attribute it is about.

    `value` is the part of the attribute that is meant, where that is not the whole,
    and `behind` the place in the source from which the file was made.
    """

    at: At
    message: str
    attribute: str = ""
    value: str = ""
    behind: Place | None = None


class OfElements(NamedTuple):
    """A check that is shown elements, some at a time, in no promised order.

    It asks for them by name ("sp"), which is a name of TEI, or by an attribute that
    they have ("@when", "@xml:id"). Their contents, attributes and ancestors are
    there. In a large file the siblings before them may be gone.
    """

    rule: Rule
    layer: Layer
    asks: tuple[str, ...]
    run: Callable[[Iterable[_Element]], Iterator[Hit]]


class OfHeader(NamedTuple):
    """A check that is shown each `teiHeader`, whole."""

    rule: Rule
    layer: Layer
    run: Callable[[Header], Iterator[Hit]]


class OfFile(NamedTuple):
    """A check that is shown the index of the whole file, after everything else."""

    rule: Rule
    layer: Layer
    run: Callable[[Index], Iterator[Hit]]


class OfText(NamedTuple):
    """A check that is shown the characters of the file, markup and all, in passages."""

    rule: Rule
    layer: Layer
    run: Callable[[Passage], Iterator[Hit]]


class OfSource(NamedTuple):
    """A check that is shown the root and the plain text it came from (`--source`)."""

    rule: Rule
    layer: Layer
    run: Callable[[_Element, Source], Iterator[Hit]]


Check: TypeAlias = OfElements | OfHeader | OfFile | OfText | OfSource


def on_elements(
    code: str, layer: Layer, severity: Severity, *asks: str
) -> Callable[[Callable[[Iterable[_Element]], Iterator[Hit]]], OfElements]:
    """Return what makes a function a check of the elements that it `asks` for."""
    return lambda run: OfElements(_rule(code, severity, run), layer, asks, run)


def on_header(
    code: str, layer: Layer, severity: Severity
) -> Callable[[Callable[[Header], Iterator[Hit]]], OfHeader]:
    """Return what makes a function a check of each header."""
    return lambda run: OfHeader(_rule(code, severity, run), layer, run)


def on_file(
    code: str, layer: Layer, severity: Severity
) -> Callable[[Callable[[Index], Iterator[Hit]]], OfFile]:
    """Return what makes a function a check of the index of a file."""
    return lambda run: OfFile(_rule(code, severity, run), layer, run)


def on_text(
    code: str, layer: Layer, severity: Severity
) -> Callable[[Callable[[Passage], Iterator[Hit]]], OfText]:
    """Return what makes a function a check of the characters of a file."""
    return lambda run: OfText(_rule(code, severity, run), layer, run)


def on_source(
    code: str, layer: Layer, severity: Severity
) -> Callable[[Callable[[_Element, Source], Iterator[Hit]]], OfSource]:
    """Return what makes a function a check of a file beside its source."""
    return lambda run: OfSource(_rule(code, severity, run), layer, run)


def _rule(code: str, severity: Severity, run: Callable[..., object]) -> Rule:
    name = run.__name__.replace("_", "-")
    return Rule(code, name, severity, cleandoc(run.__doc__ or ""))
