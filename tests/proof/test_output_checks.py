"""What the schema has against our own output is said at a place in the source."""

from __future__ import annotations

import pytest

from encoder import __version__
from encoder.annotation.annotate import annotate
from encoder.model.source import Source
from encoder.pipeline import UNSAID, read
from encoder.proof.output_checks import parse
from encoder.tei.document import Document, encode
from encoder.tei.serialise import serialise
from encoder.validation.schema.own_output import held_against_schema

TEXT = "HALE: Good.\n\nREED: Is it?\n\nHALE: It is.\n\nREED: So.\n"


def document() -> Document:
    record = annotate(read(Source("memo.txt", TEXT), "bare").record).record
    return encode(record, UNSAID, __version__)


def found(honest: bytes, faulty: bytes) -> list[str]:
    made = document()
    data = serialise(made)
    assert honest in data
    root = parse(made.record, data.replace(honest, faulty))
    return [str(each) for each in held_against_schema(made, root)]


def test_a_sound_document_has_nothing_against_it() -> None:
    assert found(b"Is it?", b"Is it?") == []


@pytest.mark.slow
def test_a_fault_in_a_turn_is_said_at_the_turn() -> None:
    (finding,) = found(b"<p>Is it?</p>", b"<p bold='yes'>Is it?</p>")
    assert finding.startswith("memo.txt:3:1: error T00")
    assert "of the TEI: " in finding


def test_a_fault_in_the_header_is_said_at_the_start() -> None:
    (finding,) = found(b"<projectDesc>", b"<projectDesc bold='yes'>")
    assert finding.startswith("memo.txt:1:1: error T00")
