"""A record as a TEI document, and the place in its source behind each identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.tei.body import text, turn_spans
from encoder.tei.header import tei_header
from encoder.tei.markup import nested, whole
from encoder.tei.names import TEI
from encoder.tei.stand_off import stand_off

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.configuration import Configuration
    from encoder.model.record import Record
    from encoder.model.source import Span


class Document(NamedTuple):
    """An encoded record, and the span of its source behind each `xml:id` of a turn."""

    record: Record
    markup: str
    spans: Mapping[str, Span]


def encode(record: Record, edition: Configuration, version: str) -> Document:
    """Return `record` as a TEI document in the profile "print" (TEI P5 §7.3: `sp`)."""
    spans = turn_spans(record)
    root = nested(
        "TEI",
        [
            tei_header(record, edition, version),
            stand_off(record),
            text(record, spans),
        ],
        {"xmlns": TEI},
    )
    return Document(record, whole(root), spans)
