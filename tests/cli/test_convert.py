"""`tei-encoder convert`: what is written, what is said, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from encoder.cli.group import group

if TYPE_CHECKING:
    from click.testing import Result

RECORD = (
    Path(__file__).parents[2] / "sources" / "soong-stalin-1945-07-07.txt"
).read_bytes()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds s/a.txt and s/sub/b.txt."""
    monkeypatch.chdir(tmp_path)
    Path("s/sub").mkdir(parents=True)
    Path("s/a.txt").write_bytes(RECORD)
    Path("s/sub/b.txt").write_bytes(RECORD)
    return tmp_path


def typed(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(group, ["convert", *arguments], input=given)


def written() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*.xml"))


def test_a_folder_is_converted_beside_its_sources() -> None:
    done = typed("s")
    assert done.exit_code == 0
    assert written() == ["s/a.xml", "s/sub/b.xml"]
    assert Path("s/a.xml").read_bytes() == Path("s/sub/b.xml").read_bytes()


def test_a_folder_is_converted_into_another() -> None:
    assert typed("s", "-o", "out").exit_code == 0
    assert written() == ["out/a.xml", "out/sub/b.xml"]


def test_the_closing_sentence_says_what_was_done() -> None:
    lines = typed("s", "-o", "out").stdout.splitlines()
    assert any(
        line.startswith("2 records converted, 0 refused; findings: 0 errors, ")
        for line in lines[-2:]
    )


def test_standard_input_goes_to_standard_output() -> None:
    done = typed("-", given=RECORD)
    assert done.exit_code == 0
    assert typed("s/a.txt", "-o", "-").stdout_bytes == done.stdout_bytes
    assert typed("s/a.txt", "-o", "out").exit_code == 0
    assert Path("out/a.xml").read_bytes() == done.stdout_bytes


def test_beside_the_tei_everything_else_goes_to_standard_error() -> None:
    plain = typed("s/a.txt", "-o", "-")
    assert "1 record converted" in plain.stderr
    document = json.loads(typed("s/a.txt", "-o", "-", "--format", "json").stderr)
    assert document["records"][0]["output"] == "-"


def test_the_tei_does_not_say_where_its_source_was() -> None:
    Path("other").mkdir()
    Path("other/name.txt").write_bytes(RECORD)
    here = typed("s/a.txt", "-o", "-").stdout_bytes
    assert typed("other/name.txt", "-o", "-").stdout_bytes == here


def test_a_refusal_is_status_one_and_the_others_go_on() -> None:
    Path("s/bad.txt").write_bytes(b"caf\xe9 \xff")
    done = typed("s", "-o", "out", "--format", "json")
    assert done.exit_code == 1
    assert written() == ["out/a.xml", "out/sub/b.xml"]
    document = json.loads(done.stdout)
    assert document["totals"]["refused"] == 1
    bad = document["records"][1]
    assert (bad["name"], bad["output"], bad["refused"]) == ("s/bad.txt", None, True)
    assert bad["findings"][0]["severity"] == "error"


def test_quiet_says_nothing_when_all_is_well() -> None:
    done = typed("s", "-o", "out", "-q")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_quiet_still_shows_errors() -> None:
    Path("s/bad.txt").write_bytes(b"\xff")
    done = typed("s", "-o", "out", "-q")
    (line,) = done.stdout.splitlines()
    assert line.startswith("s/bad.txt:1:1: error ")


def test_verbose_shows_notes_and_where_each_record_went() -> None:
    done = typed("s/a.txt", "-o", "out", "-v")
    assert "\ns/a.txt: written to out/a.xml" in f"\n{done.stdout}"
    assert "(-v shows notes)" not in done.stdout


def test_every_report_is_the_same_the_second_time() -> None:
    first = typed("s", "-o", "out", "--format", "json")
    second = typed("s", "-o", "out", "--format", "json")
    assert first.stdout == second.stdout


def test_a_configuration_changes_severities() -> None:
    Path("s/bad.txt").symlink_to("nowhere")
    Path("s/tei-encoder.toml").write_text('[severities]\nR901 = "off"\n', "utf-8")
    done = typed("s/bad.txt", "--format", "json")
    assert done.exit_code == 1, "a refusal is never silent"
    assert json.loads(done.stdout)["records"][0]["findings"] == []


def test_a_chosen_configuration_must_be_there() -> None:
    done = typed("s", "--config", "nowhere.toml")
    assert done.exit_code == 2
    assert done.stderr == (
        "Error: nowhere.toml: cannot be read: No such file or directory\n"
    )


def test_an_unusable_configuration_is_noticed_before_anything_is_written() -> None:
    Path("s/sub/tei-encoder.toml").write_text("publsher = 'A'\n", "utf-8")
    done = typed("s")
    assert done.exit_code == 2
    assert done.stderr == (
        "Error: s/sub/tei-encoder.toml:1: "
        'there is no key "publsher"; did you mean "publisher"?\n'
    )
    assert written() == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nowhere"],
        ["s", "-o", "-"],
        ["-", "s"],
        ["-", "-o", "out"],
        ["s", "-o", "s/a.txt"],
        ["s", "--encoding", "klingon"],
        ["s", "--encoding", "hex"],
        ["s", "--profile", "nonesuch"],
        ["s", "--layout", "nonesuch"],
        ["s", "--format", "nonesuch"],
        ["s", "-q", "-v"],
        ["empty"],
    ],
)
def test_a_request_that_cannot_be_met_is_status_two(arguments: list[str]) -> None:
    Path("empty").mkdir()
    done = typed(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert written() == []


def test_an_encoding_can_be_named() -> None:
    Path("latin.txt").write_bytes(
        RECORD.replace(b"Stalin: Why?", b"Stalin: Pourquoi\xa0?")
    )
    assert typed("latin.txt", "-o", "-").exit_code == 1
    done = typed("latin.txt", "-o", "-", "--encoding", "latin-1")
    assert done.exit_code == 0


def test_help_names_every_option() -> None:
    done = typed("--help")
    assert done.exit_code == 0
    for option in ("--output", "--profile", "--layout", "--config", "--encoding"):
        assert option in done.stdout


def test_an_unknown_command_is_status_two() -> None:
    assert CliRunner().invoke(group, ["convrt"]).exit_code == 2
    assert CliRunner().invoke(group, []).exit_code == 2
