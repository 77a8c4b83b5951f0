"""Nothing is lost: each way of losing something, done on purpose, is caught.

A fault of the encoder would be in the record (a stage dropped or moved a block) or in
what is written (a word altered on its way). Both are made here: the first on the
record, before it is encoded; the second on the bytes, before they are proved.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from encoder import __version__
from encoder.annotation.annotate import annotate
from encoder.errors import RefusedError
from encoder.model.blocks import Paragraph, Turn
from encoder.model.description import Description, FieldKind
from encoder.model.dropped import Drop, Dropped
from encoder.model.source import Span
from encoder.pipeline import UNSAID, read
from encoder.proof.lossless import prove
from encoder.proof.output_checks import parse
from encoder.tei.document import encode
from encoder.tei.serialise import serialise
from encoder.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from encoder.model.record import Record

PAGE = Path(__file__).parents[2] / "sources" / "soong-stalin-1945-07-07.txt"


@pytest.fixture(scope="module")
def record() -> Record:
    source = decode(PAGE.read_bytes(), PAGE.name)
    return annotate(read(source, "auto").record).record


def written(record: Record) -> bytes:
    return serialise(encode(record, UNSAID, __version__))


def proved(record: Record, data: bytes) -> str:
    """Return what the proof says against `data`; nothing when it holds."""
    try:
        prove(record, parse(record, data))
    except RefusedError as refused:
        return str(refused.finding)
    return ""


def test_the_sample_itself_is_proved(record: Record) -> None:
    assert proved(record, written(record)) == ""


def tenth(record: Record) -> tuple[Turn, Paragraph]:
    """Return one turn, and the paragraph that it is made of."""
    turn = record.body[9]
    assert isinstance(turn, Turn)
    (paragraph,) = turn.blocks
    assert isinstance(paragraph, Paragraph)
    return turn, paragraph


def without_a_turn(record: Record) -> Record:
    return replace(record, body=record.body[:9] + record.body[10:])


def turn_called_layout(record: Record) -> Record:
    turn, paragraph = tenth(record)
    lost = Dropped(turn.label.to(paragraph.span), Drop.BULLET)
    return replace(without_a_turn(record), dropped=(*record.dropped, lost))


def two_turns_exchanged(record: Record) -> Record:
    body = list(record.body)
    body[9], body[10] = body[10], body[9]
    return replace(record, body=tuple(body))


def turn_twice(record: Record) -> Record:
    return replace(record, body=(*record.body[:10], *record.body[9:]))


def label_without_its_colon(record: Record) -> Record:
    turn, _ = tenth(record)
    label = Span(turn.label.start, turn.label.end - 1)
    body = (*record.body[:9], turn._replace(label=label), *record.body[10:])
    return replace(record, body=body)


def summary_forgotten(record: Record) -> Record:
    fields = record.description.fields
    kept = tuple(each for each in fields if each.kind is not FieldKind.SUMMARY)
    return replace(record, description=Description(kept))


def summary_emptied(record: Record) -> Record:
    fields = tuple(
        each._replace(span=Span(each.span.start, each.span.start))
        if each.kind is FieldKind.SUMMARY
        else each
        for each in record.description.fields
    )
    return replace(record, description=Description(fields))


def word_called_a_bullet(record: Record) -> Record:
    turn, paragraph = tenth(record)
    start, end = paragraph.span
    shorter = Turn(turn.label, (Paragraph(Span(start + 3, end)),))
    body = (*record.body[:9], shorter, *record.body[10:])
    lost = Dropped(Span(start, start + 3), Drop.BULLET)
    return replace(record, body=body, dropped=(*record.dropped, lost))


@pytest.mark.parametrize(
    "fault",
    [
        without_a_turn,
        turn_called_layout,
        two_turns_exchanged,
        turn_twice,
        label_without_its_colon,
        summary_forgotten,
        summary_emptied,
        word_called_a_bullet,
    ],
)
def test_a_stage_that_loses_words_is_caught(
    record: Record, fault: Callable[[Record], Record]
) -> None:
    faulty = fault(record)
    assert faulty != record
    assert "R010" in proved(faulty, written(faulty))


@pytest.mark.parametrize(
    ("honest", "faulty"),
    [
        pytest.param(b">Yes.</p>", b">Yea.</p>", id="one letter altered"),
        pytest.param(b">Yes.</p>", b">yes.</p>", id="a capital altered"),
        pytest.param(b">Yes.</p>", b">Yes</p>", id="a full stop lost"),
        pytest.param(b">Yes.</p>", b">Yes.  </p>", id="white space added"),
        pytest.param(b">Yes.</p>", b"/>", id="a paragraph emptied"),
        pytest.param(b">Yes.</p>", b">Yes.</p><p>No.</p>", id="words added"),
        pytest.param(b">Yes.</p>", b">Yes.</p>No.", id="words beside the leaves"),
        pytest.param(b"T. V. Soong and", b"T.V. Soong and", id="a title changed"),
        pytest.param(b"Told Chiang ", b"Told  Chiang ", id="white space doubled"),
        pytest.param(b"Outer Mongolia", b"OuterMongolia", id="white space joined"),
        pytest.param(b"'status quo'", b"\xe2\x80\x98status quo'", id="a quote turned"),
        pytest.param(b">box 6<", b">box 7<", id="a number in the header changed"),
        pytest.param(b"<p>Stalin and Dr. Soong", b"<p>Stalin", id="a summary cut"),
        pytest.param(b">Kai-shek</supplied>", b"/>", id="a supplied name emptied"),
        pytest.param(b'<pb cert="medium" resp="#encoder"/>', b"", id="a break lost"),
        pytest.param(b"<label>2)</label>", b"", id="a label lost"),
        pytest.param(b"</item>", b"<lb/></item>", id="an empty element is no loss"),
    ],
)
def test_words_altered_on_their_way_are_caught(
    record: Record, honest: bytes, faulty: bytes, request: pytest.FixtureRequest
) -> None:
    data = written(record)
    altered = data.replace(honest, faulty, 1)
    assert altered != data
    harmless = "no loss" in request.node.name
    assert ("R010" in proved(record, altered)) is not harmless


@pytest.mark.parametrize("blank", ["\n\n", ""], ids=["between", "inside"])
def test_a_page_that_is_lost_or_added_among_others_is_caught(blank: str) -> None:
    """Form feeds in a row are one sign, and each of them is a page."""
    page = f"HALE: Is it{blank}\f\f\f{blank}closed?\n\nREED: I think it is.\n\n" * 2
    record = annotate(read(decode(page.encode(), "a.txt"), "auto").record).record
    data = written(record)
    feed = b'<pb rend="form-feed"/>'
    assert data.count(feed) == 6
    assert proved(record, data) == ""
    assert "R010" in proved(record, data.replace(feed, b"", 1))
    assert "R010" in proved(record, data.replace(feed, feed + feed, 1))


def test_what_is_not_xml_is_refused(record: Record) -> None:
    altered = written(record).replace(b"</sp>", b"", 1)
    assert "is not XML" in proved(record, altered)
