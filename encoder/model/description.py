"""What a page says of its record: each field, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from encoder.model.source import Span


class FieldKind(StrEnum):
    """What a field of the description is, whatever the page calls it."""

    TITLE = "title"
    DATE = "date"
    CITATION = "citation"
    ADDRESS = "address"
    SUMMARY = "summary"
    CREDITS = "credits"
    LANGUAGE = "original language"
    TEXT_LANGUAGE = "language of the text"
    CONTENTS = "contents"
    NUMBER = "number"
    AUTHOR = "author"
    RESPONSIBILITY = "responsibility"
    SOURCE = "source"
    SOURCE_NOTE = "source note"
    ARCHIVE = "original archive"
    COLLECTION = "collection"
    BOX = "box"
    FOLDER = "folder"
    RIGHTS = "rights"
    DONORS = "donors"
    RECORD_ID = "record id"
    UPLOADED = "original uploaded date"
    PLACE = "place"
    TYPE = "type"
    SUBJECT = "subject"
    PLACES = "associated place"
    PEOPLE = "associated person"
    PARTICIPANTS = "participant"
    CLASSIFICATION = "classification"
    UNMAPPED = "unmapped"


KEPT_LABELS = frozenset({FieldKind.RESPONSIBILITY, FieldKind.UNMAPPED})
"""The kinds whose label is in the TEI, because it says what the place does not."""
CITATION_LIKE = (FieldKind.CITATION, FieldKind.SOURCE, FieldKind.SOURCE_NOTE)
"""The kinds whose words name archive, collection, box and folder."""


class Field(NamedTuple):
    """One thing that the page says: the words, and the label they stand under.

    The label is without its colon, and None where the page prints none.
    """

    kind: FieldKind
    span: Span
    label: Span | None = None


@dataclass(frozen=True)
class Description:
    """The fields of a page, in the order of the source."""

    fields: tuple[Field, ...] = ()

    @cached_property
    def by_kind(self) -> Mapping[FieldKind, Sequence[Field]]:
        """The fields of each kind that the page has."""
        found: dict[FieldKind, list[Field]] = {}
        for field in self.fields:
            found.setdefault(field.kind, []).append(field)
        return found

    def all(self, kind: FieldKind) -> Sequence[Field]:
        """Return every field of this kind."""
        return self.by_kind.get(kind, ())

    def spans(self, kind: FieldKind) -> Sequence[Span]:
        """Return the words of every field of this kind."""
        return [field.span for field in self.by_kind.get(kind, ())]

    def first(self, kind: FieldKind) -> Span | None:
        """Return the words of the first field of this kind, if the page has one."""
        found = self.by_kind.get(kind)
        return found[0].span if found else None
