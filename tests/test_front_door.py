from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import encoder
from encoder.cli.group import group

PROJECT = Path(__file__).parents[1]
SAMPLE = PROJECT / "sources" / "soong-stalin-1945-07-07.txt"
TEXT = "Hale and Reed\n\nHALE: Good morning.\nREED: Is it?\n"


@pytest.mark.parametrize("name", encoder.__all__)
def test_each_name_is_that_of_the_room_it_lives_in(name: str) -> None:
    value = getattr(encoder, name)
    assert value.__name__ == name
    assert value is getattr(sys.modules[value.__module__], name)
    assert name in dir(encoder)


def test_there_are_no_other_names() -> None:
    with pytest.raises(AttributeError, match=r"'encoder' has no attribute 'conwert'"):
        encoder.conwert  # type: ignore[attr-defined]  # noqa: B018 (looking is enough)


def test_to_import_the_library_imports_nothing_else() -> None:
    show = "import sys, encoder; print(*(set(sys.modules) - before))"
    command = [sys.executable, "-c", f"import sys; before = set(sys.modules); {show}"]
    done = subprocess.run(  # noqa: S603 (our own program)
        command, capture_output=True, check=True, text=True, cwd=PROJECT
    )
    assert done.stdout == "encoder\n"


def test_a_text_its_bytes_and_its_file_are_one_record(tmp_path: Path) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(TEXT, "utf-8")
    outcomes = [encoder.convert(record) for record in (TEXT, TEXT.encode(), file)]
    assert len({outcome.tei for outcome in outcomes}) == 1
    assert [outcome.name for outcome in outcomes] == [
        "<text>",
        "<bytes>",
        file.as_posix(),
    ]


def test_a_file_becomes_what_the_command_writes(tmp_path: Path) -> None:
    copy = tmp_path / SAMPLE.name
    copy.write_bytes(SAMPLE.read_bytes())
    assert CliRunner().invoke(group, ["convert", str(copy)]).exit_code == 0
    written = copy.with_suffix(".xml").read_bytes()
    assert encoder.convert(SAMPLE).tei == written


def test_a_text_has_no_encoding_left_to_name() -> None:
    options = encoder.Options(encoding="utf-16")
    assert encoder.convert(TEXT, options=options).tei == encoder.convert(TEXT).tei


def test_a_text_that_is_none_is_refused() -> None:
    [finding] = encoder.convert("HALE: Good\ud800.").findings
    assert (finding.rule.code, finding.severity) == ("R001", encoder.Severity.ERROR)


def test_what_is_converted_is_valid(tmp_path: Path) -> None:
    tei = encoder.convert(TEXT).tei
    assert tei is not None
    file = tmp_path / "memo.xml"
    file.write_bytes(tei)
    for each in (tei, tei.decode(), file):
        severities = {finding.severity for finding in encoder.validate(each)}
        assert encoder.Severity.ERROR not in severities
    [finding] = encoder.validate("<TEI")
    assert str(finding.place) == "<text>:1:5"


def test_a_configuration_is_read_from_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    file = tmp_path / "tei-encoder.toml"
    file.write_text('publisher = "Reed & Sons"\n[severities]\nX101 = "off"\n', "utf-8")
    with pytest.raises(encoder.EncoderError, match="X101"):
        encoder.load_configuration(file)
    file.write_text('publisher = "Reed & Sons"\n', "utf-8")
    edition = encoder.load_configuration(file)
    assert edition == encoder.Configuration(publisher="Reed & Sons")
    assert b"Reed &amp; Sons" in (encoder.convert(TEXT, edition).tei or b"")


def test_a_package_is_what_the_command_writes(tmp_path: Path) -> None:
    tei = encoder.convert(SAMPLE).tei
    assert tei is not None
    file = tmp_path / "soong.xml"
    file.write_bytes(tei)
    for given in (tei, tei.decode(), file, [file]):
        made = encoder.export(given, "text")
        assert made.findings == ()
        assert [*made.files][:2] == ["offsets.csv", "whole/wilson-123420.txt"]
    command = ["export", str(file), "--to", "text", "-o", str(tmp_path)]
    assert CliRunner().invoke(group, command).exit_code == 0
    for path, content in made.files.items():
        assert (tmp_path / "text" / path).read_bytes() == content


def test_what_keeps_a_package_back_is_a_finding_and_there_are_no_files() -> None:
    tei = encoder.convert(TEXT).tei or b""
    for records, target, codes in (
        ([tei], "datacite", {"X001"}),
        ([tei, tei], "text", {"X002"}),
        ([b"<html/>"], "text", {"X003"}),
        ([b"<TEI"], "text", {"T001"}),
    ):
        made = encoder.export(records, target)
        assert (made.files, {each.rule.code for each in made.findings}) == ({}, codes)


def test_what_is_no_target_is_named_with_the_nearest() -> None:
    with pytest.raises(encoder.EncoderError, match='did you mean "bagit"'):
        encoder.export("<TEI/>", "bagti")


@pytest.mark.parametrize(
    ("target", "said"),
    [("tei", 'did you mean "spoken"'), ("text", 'has no form "sploken"')],
)
def test_what_is_no_form_of_a_target_is_said(target: str, said: str) -> None:
    with pytest.raises(encoder.EncoderError, match=said):
        encoder.export("<TEI/>", target, forms=["sploken"])


def test_a_form_of_a_target_is_asked_for_by_its_name() -> None:
    tei = encoder.convert(TEXT).tei or b""
    files = encoder.export(tei, "tei", forms=["spoken"]).files
    assert any(b"<u " in content for content in files.values())
