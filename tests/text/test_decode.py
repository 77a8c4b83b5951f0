"""Bytes to characters: nothing is guessed, and nothing goes unseen."""

from __future__ import annotations

import codecs
from hashlib import sha256

import pytest

from encoder.errors import EncoderError, RefusedError
from encoder.model.source import Source, Span
from encoder.text.characters import form_feeds, look, unencodable
from encoder.text.decode import decode

ARABIC = "هيل: صباح الخير.\n"


def refusal(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(RefusedError) as refused:
        decode(data, "memo.txt", encoding)
    return str(refused.value.finding)


def said(source: Source) -> list[str]:
    return [f"{f.place.line}:{f.place.column} {f.rule.name}" for f in look(source)]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_settles_the_encoding(mark: bytes, encoding: str) -> None:
    data = mark + ARABIC.encode(encoding)
    assert decode(data, "memo.txt").text == ARABIC
    assert decode(data, "memo.txt", "latin-1").text == ARABIC


def test_an_encoding_that_is_named_is_used() -> None:
    assert decode("Здравствуйте".encode("cp1251"), "a", "cp1251").text == "Здравствуйте"


def test_nothing_is_guessed_of_other_bytes() -> None:
    assert refusal("HALE: Good.\nREED: Café.\n".encode("latin-1")) == (
        "memo.txt:2:10: error R001 [undecodable] byte 0xe9 at offset 21 is not utf-8:"
        " name the encoding with --encoding"
    )


def test_the_offset_of_a_bad_byte_counts_the_byte_order_mark() -> None:
    assert "at offset 4 " in refusal(codecs.BOM_UTF8 + b"a\xff")


def test_a_named_encoding_is_held_to() -> None:
    assert "is not ascii" in refusal("é".encode(), "ascii")


@pytest.mark.parametrize("encoding", ["utf-9", "rot13", "hex"])
def test_what_is_no_encoding_of_text_is_a_bad_request(encoding: str) -> None:
    with pytest.raises(EncoderError, match=encoding):
        decode(b"Good.", "memo.txt", encoding)


def test_line_ends_are_read_as_one_kind_and_remembered_in_order() -> None:
    source = decode(b"a\rb\r\nc\nd\r\n\r", "memo.txt")
    assert source.text == "a\nb\nc\nd\n\n"
    assert source.line_ends == ("\r", "\r\n", "\n")


def test_the_digest_is_of_the_bytes_as_received() -> None:
    data = codecs.BOM_UTF8 + b"a\r\n"
    assert decode(data, "memo.txt").digest == sha256(data).hexdigest()


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0\u3000\n", "\f\n\f"])
def test_a_file_without_words_is_refused(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        look(Source("memo.txt", text))
    assert refused.value.finding.rule.code == "R002"


@pytest.mark.parametrize(
    "character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe"]
)
def test_what_xml_cannot_hold_is_marked_and_said(character: str) -> None:
    source = Source("memo.txt", f"Good.\nMor{character}ning.")
    assert [mark.span for mark in unencodable(source)] == [Span(9, 10)]
    assert said(source) == ["2:4 unencodable-character"]


@pytest.mark.parametrize("character", ["\t", "\x7f", "\x85", "\ufffd", "\U0001f600"])
def test_what_xml_can_hold_is_left_alone(character: str) -> None:
    source = Source("memo.txt", f"Mor{character}ning.")
    assert unencodable(source) == ()
    assert said(source) == []


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\ufeff"])
def test_what_turns_the_writing_round_unseen_is_said(character: str) -> None:
    assert said(Source("a", f"Mor{character}ning.")) == ["1:4 hidden-direction"]


def test_a_form_feed_is_a_page_break_and_no_damage() -> None:
    source = Source("memo.txt", "One.\f\fTwo.")
    assert [*form_feeds(source, source.whole)] == [Span(4, 6)]
    assert said(source) == []


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n", b"PK\x03\x04\x14", b"\x7fELF", b"HALE: So.\n" + bytes(12)]
)
def test_a_file_that_is_no_text_is_refused_as_what_it_is(data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(data, "x.txt")
    assert refused.value.finding.rule.code == "R007"
    assert "and no text" in refused.value.finding.message


def test_an_encoding_that_is_named_is_believed() -> None:
    assert decode("HALE: So.".encode("utf-16-le"), "x.txt", "utf-16-le").text
