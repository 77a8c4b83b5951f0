"""A page in the docstring of a test, and what the layouts make of it."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

from encoder import layouts
from encoder.configuration import Configuration, Options
from encoder.model.source import Source
from encoder.pipeline import convert

if TYPE_CHECKING:
    import pytest

    from encoder.layouts.layout import Page
    from encoder.pipeline import Outcome


class Read(NamedTuple):
    """A page, the layout it was read by, and what that says of it."""

    source: Source
    layout: str
    page: Page

    @property
    def fields(self) -> list[tuple[str, str]]:
        """Return the kind and the words of each field."""
        found = self.page.description.fields
        return [(each.kind.value, self.source.words(each.span)) for each in found]

    @property
    def body(self) -> str:
        return self.source.words(self.page.body).strip()

    @property
    def participants(self) -> list[str]:
        return [*map(self.source.words, self.page.participants)]


def text_of(request: pytest.FixtureRequest) -> str:
    """Return the docstring of the test."""
    return cleandoc(request.function.__doc__) + "\n"


def read(text: str, layout: str = "auto") -> Read:
    source = Source("page.txt", text)
    chosen, _ = layouts.choose(source, layout)
    return Read(source, chosen.name, layouts.read(source, chosen))


def converted(text: str, options: Options | None = None) -> Outcome:
    return convert(text.encode(), "page.txt", Configuration(), options or Options())


def tei_of(text: str, options: Options | None = None) -> str:
    """Return the TEI of a page that has nothing wrong with it."""
    outcome = converted(text, options)
    assert [str(each) for each in outcome.findings if each.severity == "error"] == []
    assert outcome.tei
    return outcome.tei.decode()


def refusal(text: str) -> tuple[str, int]:
    """Return the code that refuses a page, and the line that it is about."""
    outcome = converted(text)
    assert outcome.tei is None
    (finding,) = outcome.findings
    return finding.rule.code, finding.place.line
