"""Each kind of thing beside the turns is covered by the proof that nothing is lost."""

from __future__ import annotations

import re

import pytest

from encoder import __version__
from encoder.annotation.annotate import annotate
from encoder.errors import RefusedError
from encoder.model.dropped import Drop, Dropped
from encoder.model.record import Record
from encoder.model.source import Source, Span
from encoder.pipeline import UNSAID
from encoder.proof.lossless import prove
from encoder.proof.output_checks import parse
from encoder.tei.document import Document, encode
from encoder.tei.serialise import serialise
from encoder.turns.divide import Divided, divide
from encoder.turns.style import Candidate
from encoder.validation.schema.own_output import held_against_schema

PAGE = """\
PARTICIPANTS:
- Mrs. Hale

SUBJECT: The bridge

[00:01:02] **MRS. HALE:** The bridge[1] is closed.

12. MR. REED (00:01:10) For how [Page 12] long?

Harbour     12    open
Bridge       4    closed
Ferry        1    open

[Here follows discussion of the ferry.]

ACT II

7   MRS. HALE: Until the spring.

Board

- 1 -

**MR. REED:** I see.

Board

- 2 -

MRS. HALE: (smiling) Good.

Board

- 3 -

Sincerely yours,

Anne Hale

[1] A note.
"""
LABEL = re.compile(
    r"(?P<before>(?:\[[\d:]+\] |12\. |7 +)?(?:\*\*)?)(?P<label>M[RS.]+ [A-Z]+:?)"
    r"(?P<after>\*\*| \([\d:]+\))?"
)


def divided(source: Source) -> Divided:
    found = [
        Candidate(
            Span(*label.span("label")),
            label["label"].strip(":").casefold(),
            label.start(),
            label.end(),
        )
        for label in LABEL.finditer(source.text)
    ]
    return divide(source, source.whole, found)


def record(page: str = PAGE) -> Record:
    source = Source("x.txt", page)
    parts = divided(source)
    return annotate(
        Record(
            source=source,
            extent=source.whole,
            body=parts.blocks,
            dropped=parts.dropped,
            printed=parts.marks,
        )
    ).record


@pytest.fixture(scope="module")
def document() -> Document:
    return encode(record(), UNSAID, __version__)


def proved(document: Document, data: bytes) -> str:
    try:
        prove(document.record, parse(document.record, data))
    except RefusedError as refused:
        return str(refused.finding)
    return ""


def test_the_page_is_proved_and_valid(document: Document) -> None:
    data = serialise(document)
    assert proved(document, data) == ""
    root = parse(document.record, data)
    assert [*held_against_schema(document, root)] == []


def test_what_stands_beside_a_label_is_no_part_of_it(document: Document) -> None:
    markup = document.markup
    assert '<milestone unit="timestamp" n="00:01:02" rend="[00:01:02]"/>' in markup
    assert '<milestone unit="timestamp" n="00:01:10" rend="(00:01:10)"/>' in markup
    assert '<milestone unit="paragraph" n="12."/>' in markup
    assert "<speaker>MRS. HALE:</speaker>" in markup
    assert "**" not in markup
    signs = [each for each in document.record.dropped if each.kind is Drop.MARKUP_SIGN]
    assert len(signs) == 4


@pytest.mark.parametrize(
    ("honest", "faulty"),
    [
        ("<head>ACT II</head>", ""),
        ("<head>PARTICIPANTS:</head>", ""),
        ('<ref target="#note-1">[1]</ref>', '<ref target="#note-1"/>'),
        ('<pb n="12"', '<pb n="13"'),
        ('rend="[Page 12]"', 'rend="[Page 21]"'),
        ("<label>[1]</label>", ""),
        ("A note.", "A vote."),
        ('<fw type="header">Board</fw>', ""),
        ("<cell>open</cell>", "<cell/>"),
        ("<signed>Anne Hale</signed>", ""),
        ("<salute>Sincerely yours,</salute>", ""),
        ("<item>The bridge</item>", "<item/>"),
        ("<label>SUBJECT:</label>", ""),
        ('unit="timestamp" n="00:01:02"', 'unit="timestamp" n="00:01:03"'),
        ('<milestone unit="paragraph" n="12."/>', ""),
        ('<lb n="7"/>', '<lb n="8"/>'),
        ('type="editorial">[Here', 'type="classification">[Here'),
        ("<stage>(smiling)</stage>", ""),
    ],
)
def test_words_of_each_kind_that_are_lost_are_caught(
    document: Document, honest: str, faulty: str
) -> None:
    data = serialise(document)
    altered = data.replace(honest.encode(), faulty.encode(), 1)
    assert altered != data
    assert "R010" in proved(document, altered)


@pytest.mark.parametrize("kind", [Drop.MARKUP_SIGN, Drop.BULLET])
def test_words_are_not_lost_under_the_name_of_layout(kind: Drop) -> None:
    sound = record()
    heading = Span(PAGE.index("ACT II"), PAGE.index("ACT II") + 6)
    body = tuple(
        block for block in sound.body if getattr(block, "span", None) != heading
    )
    assert len(body) < len(sound.body)
    faulty = Record(
        source=sound.source,
        extent=sound.extent,
        body=body,
        dropped=(*sound.dropped, Dropped(heading, kind)),
        marks=sound.marks,
    )
    document = encode(faulty, UNSAID, __version__)
    assert "R010" in proved(document, serialise(document))
