"""`tei-encoder validate`: what was checked, against what, and what came of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from encoder.cli.group import group

if TYPE_CHECKING:
    from click.testing import Result

SAMPLE = Path(__file__).parents[2] / "sources" / "soong-stalin-1945-07-07.txt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder that holds tei/good.xml, tei/bad.xml and tei/empty.xml."""
    monkeypatch.chdir(tmp_path)
    Path("tei").mkdir()
    # A file that nobody publishes has a warning.
    Path("edition.toml").write_text('publisher = "Harbour Press"\n', "utf-8")
    done = typed("convert", str(SAMPLE), "-o", "-", "--config", "edition.toml")
    Path("tei/good.xml").write_bytes(done.stdout_bytes)
    bad = done.stdout_bytes.replace(b"<body", b"<bodice", 1)
    Path("tei/bad.xml").write_bytes(bad.replace(b"</body>", b"</bodice>", 1))
    Path("tei/empty.xml").touch()


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def needs(engine: str) -> None:
    if engine == "jing" and not shutil.which("java"):
        pytest.skip("jing needs a Java")


@pytest.mark.parametrize("engine", ["lxml", "xmlschema", "jing"])
def test_what_we_wrote_is_valid(engine: str) -> None:
    needs(engine)
    done = typed("validate", "tei/good.xml", "--engine", engine)
    schema = "record.rng" if engine == "jing" else "record.xsd"
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"1 file, 42 checks ({engine} against {schema}): 1 valid, 0 not; "
        "findings: 0 errors, 0 warnings, 0 notes.\n"
    ).replace("42", done.stdout.split()[2])


def test_verbose_adds_nothing_to_a_validation_without_findings() -> None:
    quiet, loud = typed("validate", "tei/good.xml"), typed("validate", "tei", "-v")
    assert len(quiet.stdout.splitlines()) == 1
    assert "\nwell-formed 3, schema 2, " in loud.stdout
    assert "written" not in loud.stdout


def test_a_file_that_is_not_valid_is_an_error_with_its_line() -> None:
    done = typed("validate", "tei/bad.xml")
    assert done.exit_code == 1
    first, *_ = done.stdout.splitlines()
    assert first.startswith("tei/bad.xml:")
    assert ": error " in first


@pytest.mark.parametrize("engine", ["lxml", "xmlschema", "jing"])
def test_a_folder_means_every_xml_file_below_it(engine: str) -> None:
    needs(engine)
    done = typed("validate", "tei", "--format", "json", "--engine", engine)
    assert done.exit_code == 1
    document = json.loads(done.stdout)
    assert [(file["name"], file["valid"]) for file in document["files"]] == [
        ("tei/bad.xml", False),
        ("tei/empty.xml", False),
        ("tei/good.xml", True),
    ]
    assert document["totals"]["valid"] == 1
    assert document["files"][2]["validator"].startswith(f"{engine} against ")


def test_a_file_that_cannot_be_read_is_a_finding() -> None:
    Path("tei/gone.xml").symlink_to("nowhere")
    done = typed("validate", "tei/gone.xml")
    assert done.exit_code == 1
    assert "error R901 [unreadable-file]" in done.stdout


def test_standard_input_can_be_checked() -> None:
    content = Path("tei/good.xml").read_bytes()
    done = CliRunner().invoke(group, ["validate", "-"], input=content)
    assert (done.exit_code, done.stdout.splitlines()[0][:8]) == (0, "1 file, ")


@pytest.mark.parametrize(
    "arguments",
    [[], ["nowhere.xml"], ["tei/good.xml", "--schema", "nowhere.xsd"], ["nothing"]],
)
def test_a_request_that_cannot_be_met_is_status_two(arguments: list[str]) -> None:
    Path("nothing").mkdir()
    assert typed("validate", *arguments).exit_code == 2
