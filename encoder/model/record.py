"""One record of a conversation, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from encoder.model.blocks import (
    Block,
    Dateline,
    Leaf,
    Turn,
    leaves,
)
from encoder.model.description import CITATION_LIKE, Description, FieldKind
from encoder.model.kinds import LeafKind
from encoder.model.marks import Dated, Mark, Part, PartOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from encoder.model.authority import Entity
    from encoder.model.decision import Decision
    from encoder.model.dropped import Dropped
    from encoder.model.person import Person, PersonId
    from encoder.model.source import Source, Span

M = TypeVar("M")
NO_DESCRIPTION = Description()

Marks: TypeAlias = "Mapping[Span, tuple[Mark, ...]]"
"""The marks inside each leaf, by the span of the leaf; nested, the outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A source, and everything that has been said about it so far.

    `extent` is where on the page the record itself stands. `marks` lie inside
    leaves; `dropped` is the named layout between them. `printed` are the marks of
    pages, lines and notes that were seen while the body was divided, before they are
    given to leaves. `listed` are the lines of the page's own lists of those who took
    part. `speakers` says whose each label is, for those that are settled.
    `language` is the BCP 47 tag of the text, None where the page names none;
    `original_languages` are those of the original, in the order of the page, "und" for
    one that is not known. `layout` is the name of the layout that it was read by, and
    `archive` whose layout that is. `labels` are those that the user's own layout
    leaves out, case folded.
    """

    source: Source
    extent: Span
    body: tuple[Block, ...]
    description: Description = NO_DESCRIPTION
    dropped: tuple[Dropped, ...] = ()
    printed: tuple[Mark, ...] = ()
    marks: Marks = field(default_factory=dict)
    listed: tuple[Span, ...] = ()
    people: tuple[Person, ...] = ()
    speakers: Mapping[Span, PersonId] = field(default_factory=dict)
    layout: str = ""
    archive: str | None = None
    labels: frozenset[str] = frozenset()
    language: str | None = None
    original_languages: tuple[str, ...] = ()
    mentioned: tuple[Entity, ...] = ()
    decided: tuple[Decision, ...] = ()
    deciders: Mapping[Span, Decision] = field(default_factory=dict)

    @property
    def turns(self) -> Iterator[Turn]:
        """The turns, in the order of the source."""
        return (block for block in self.body if isinstance(block, Turn))

    @property
    def title(self) -> Span | None:
        """The title of the page, or the one in its citation where it prints none."""
        return self.description.first(FieldKind.TITLE) or self.part(PartOf.TITLE)

    @property
    def dated(self) -> Dated | None:
        """The date of a record whose page has none by itself.

        That is the one of its dateline, or else of its title.
        """
        if self.description.first(FieldKind.DATE):
            return None
        first = self.body[0] if self.body else None
        line = first.span if isinstance(first, Dateline) else None
        title = self.description.first(FieldKind.TITLE)
        stated = [self.first_mark(Dated, line), self.first_mark(Dated, title)]
        found = [mark for mark in stated if mark]
        # One that was refused says less than any that was read.
        return next(
            (mark for mark in found if mark.when.attributes), next(iter(found), None)
        )

    @property
    def publisher(self) -> Span | None:
        """Who published the source, in the words of its citation."""
        return self.part(PartOf.PUBLISHER)

    def part(self, kind: PartOf) -> Span | None:
        """Return the first part of this kind in the citation or the credits."""
        for described in self.description.fields:
            for mark in self.marks.get(described.span, ()):
                if isinstance(mark, Part) and mark.kind is kind:
                    return mark.span
        return None

    def responsibilities(self) -> Iterator[tuple[Span, Span]]:
        """Yield what citation or source say that somebody did, and who that was."""
        said: Span | None = None
        cited = (self.description.spans(kind) for kind in CITATION_LIKE)
        for citation in chain.from_iterable(cited):
            for mark in self.marks.get(citation, ()):
                if isinstance(mark, Part) and mark.kind is PartOf.RESPONSIBILITY:
                    said = mark.span
                elif said and isinstance(mark, Part) and mark.kind is PartOf.NAME:
                    yield said, mark.span

    def leaves(self) -> list[Leaf]:
        """Return the leaves of description and body, in the order of the source."""
        fields = self.description.fields
        described = [Leaf(LeafKind.FIELD, each.span) for each in fields]
        return sorted((*described, *leaves(self.body)), key=_start)

    def first_mark(self, kind: type[M], leaf: Span | None) -> M | None:
        """Return the first mark of this kind inside `leaf`, if there is one."""
        found = self.marks.get(leaf, ()) if leaf else ()
        return next((mark for mark in found if isinstance(mark, kind)), None)

    def words(self, span: Span) -> str:
        """Return the characters of the source at `span`."""
        return self.source.words(span)


def _start(leaf: Leaf) -> int:
    return leaf.span.start
