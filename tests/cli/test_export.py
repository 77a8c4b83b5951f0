"""`tei-encoder export` and `targets`: whole packages or none, and what is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from deposits import EXPORTS, tei

from encoder.cli.group import group
from encoder.exporters import TARGETS, exporter_to

if TYPE_CHECKING:
    from click.testing import Result

PROFILES = (("print", b"<sp ", b"<u "), ("spoken", b"<u ", b"<sp "))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder that holds tei/full.xml and tei/other.xml."""
    monkeypatch.chdir(tmp_path)
    unsaid = 'contact = "desk@strand.example"\ndiscipline = "Law"\n'
    Path("tei-encoder.toml").write_text(unsaid, "utf-8")
    Path("tei").mkdir()
    Path("tei/full.xml").write_bytes((EXPORTS / "full.xml").read_bytes())
    Path("tei/other.xml").write_bytes(tei(identifier="other"))


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def file_of(target: str) -> str:
    return f"{target}{exporter_to(target).suffix}"


def files_below(folder: str) -> dict[str, bytes]:
    paths = sorted(Path(folder).rglob("*"))
    return {path.as_posix(): path.read_bytes() for path in paths if path.is_file()}


def test_one_command_makes_every_target() -> None:
    done = typed("export", "tei", "--to", "all", "-o", "out")
    made = ", ".join(f"out/{file_of(name)}" for name in TARGETS)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"2 records; written: {made}; findings: 0 errors, 0 warnings, 0 notes.\n"
    )
    assert {path.name for path in Path("out").iterdir()} == {*map(file_of, TARGETS)}


def test_the_same_again_is_left_as_it_is() -> None:
    typed("export", "tei", "--to", "text", "--to", "bagit", "-o", "out")
    before = files_below("out")
    done = typed("export", "tei", "--to", "text", "--to", "bagit", "-o", "out")
    assert (done.exit_code, files_below("out")) == (0, before)


def test_what_is_in_the_place_of_a_package_is_not_touched() -> None:
    Path("out/text").mkdir(parents=True)
    Path("out/text/diary.txt").write_text("mine", "utf-8")
    done = typed("export", "tei", "--to", "text", "-o", "out")
    assert done.exit_code == 2
    assert (
        '"out/text" is there already, and is not what would be written' in done.stderr
    )
    assert files_below("out") == {"out/text/diary.txt": b"mine"}
    assert [path.name for path in Path("out").iterdir()] == ["text"]


def test_a_zip_is_the_folder_and_the_same_bytes_twice() -> None:
    typed("export", "tei", "--to", "bagit", "-o", "out")
    for name in ("one", "two"):
        done = typed("export", "tei", "--to", "bagit", "--zip", "-o", name)
        assert (done.exit_code, done.stderr) == (0, "")
    one, two = (Path(name, "bagit.zip").read_bytes() for name in ("one", "two"))
    assert one == two
    with ZipFile("one/bagit.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        inside = {f"out/bagit/{name}": archive.read(name) for name in names}
    assert names == sorted(names)
    assert inside == files_below("out/bagit")


def test_a_missing_fact_keeps_one_target_and_is_said_before_anything_is_written() -> (
    None
):
    Path("tei/other.xml").write_bytes(tei().replace(b"<title>Hale</title>", b""))
    done = typed("export", "tei", "--to", "html", "--to", "text", "-o", "out")
    assert done.exit_code == 1
    assert done.stdout.startswith(
        "tei/other.xml:1:1: error X001 [missing-fact] html requires: title; "
        "state it in titleStmt/title\n"
        "2 records; written: out/text; not written: html; "
        "findings: 1 error, 0 warnings, 0 notes.\n"
    )
    assert [path.name for path in Path("out").iterdir()] == ["text"]


def test_a_fact_that_nobody_misses_is_missing_all_the_same() -> None:
    Path("tei/other.xml").write_bytes(tei().replace(b"<title>Hale</title>", b""))
    Path("tei-encoder.toml").write_text('[severities]\nX001 = "off"\n', "utf-8")
    done = typed("export", "tei", "--to", "html", "-o", "out")
    assert done.exit_code == 0
    assert "2 records; nothing written" in done.stdout
    assert not Path("out/html").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (tei(identifier="other"), "X002"),
        (b"<TEI", "T001"),
        (b"<html/>", "X003"),
    ],
)
@pytest.mark.parametrize("target", TARGETS)
def test_a_record_that_cannot_be_packed_keeps_all_back(
    target: str, content: bytes, code: str
) -> None:
    Path("tei/bad.xml").write_bytes(content)
    Path("tei/other.xml").write_bytes(tei(identifier="other"))
    done = typed("export", "tei", "--to", target, "-o", "out", "--format", "json")
    report = json.loads(done.stdout)
    codes = [
        each["code"] for record in report["records"] for each in record["findings"]
    ]
    assert (done.exit_code, codes) == (1, [code])
    assert report["targets"] == [{"target": target, "output": None}]
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tei", "--to", "bagti", "-o", "out"), 'did you mean "bagit"?'),
        (("-", "--to", "text", "-o", "out"), "standard input cannot be exported"),
        (("tei", "--to", "text", "-o", "tei/full.xml"), "it is not a folder"),
        (("tei", "--to", "text", "--parquet", "-o", "out"), "add --to tables"),
        (("tei", "--to", "text", "--profile", "spoken", "-o", "out"), "add --to tei"),
        (("nothing", "--to", "text", "-o", "out"), "there is no file or folder"),
    ],
)
def test_what_cannot_be_asked_for_is_one_sentence(
    arguments: tuple[str, ...], said: str
) -> None:
    done = typed("export", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not Path("out").exists()


def test_the_configuration_states_what_the_header_does_not() -> None:
    Path("house.toml").write_text('publisher = "Strand & Sons"\n', "utf-8")
    text = Path("tei/full.xml").read_text("utf-8")
    Path("tei/full.xml").write_text(
        text.replace("Harbour History Project</publisher>", "</publisher>"), "utf-8"
    )
    typed(
        "export", "tei/full.xml", "--to", "bagit", "-o", "o", "--config", "house.toml"
    )
    assert "Source-Organization: Strand & Sons\n" in Path(
        "o/bagit/bag-info.txt"
    ).read_text("utf-8")


def test_the_targets_are_listed() -> None:
    done = typed("targets")
    assert done.exit_code == 0
    assert [line for line in done.stdout.splitlines() if line[:1] != " "] == [*TARGETS]
    assert "html\n  makes     one self-contained page" in done.stdout
    assert "  requires  title\n" in done.stdout


def test_an_export_that_is_killed_leaves_nothing_and_the_next_sweeps_up() -> None:
    stop = (
        "import os\nfrom encoder.runs import packages\n"
        "packages.Package.close = lambda self: os._exit(9)\n"
        "from encoder.cli import main\nmain()\n"
    )
    arguments = ("export", "tei", "--to", "text", "-o", "out")
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", stop, *arguments],
        check=False,
        env={**os.environ, "PYTHONPATH": str(EXPORTS.parents[1])},
    )
    assert done.returncode == 9
    [left] = Path("out").iterdir()
    assert left.name.startswith(".text.")
    assert typed(*arguments).exit_code == 0
    assert [path.name for path in Path("out").iterdir()] == ["text"]


@pytest.mark.slow
@pytest.mark.parametrize("zipped", [False, True])
def test_memory_does_not_grow_with_the_records(*, zipped: bool) -> None:
    peaks = []
    for many in (20, 320):
        folder = Path(f"many-{many}")
        folder.mkdir()
        for number in range(many):
            data = tei(words="Hale " * 200, identifier=f"r{number}")
            (folder / f"{number}.xml").write_bytes(data)
        peaks.append(peak(folder, zipped=zipped))
    # The names of the records grow, and the directory of a zip, by some hundred bytes.
    assert peaks[1] < peaks[0] + 300 * 2000


PEAK = """
import sys, tracemalloc
from pathlib import Path
from encoder.configuration import Configuration
from encoder.runs.export import Export
from encoder.runs.inputs import inputs
folder, zipped = sys.argv[1], sys.argv[2] == "True"
files = [(file, Configuration()) for file in inputs([folder], ".xml")]
export = Export(files, ["bagit"], Path("bags", folder), zipped=zipped)
tracemalloc.start()
assert sum(1 for _ in export.check()) == sum(1 for _ in export.pack())
print(tracemalloc.get_traced_memory()[1])
"""


def peak(folder: Path, *, zipped: bool) -> int:
    """Return the most memory that packing a bag of a folder takes at once.

    That is asked of a process of its own: what Python knows of the names of files
    grows by leaps, with all that other tests have named.
    """
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", PEAK, str(folder), str(zipped)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(EXPORTS.parents[1])},
        text=True,
    )
    return int(done.stdout)


def test_the_profile_decides_what_the_target_tei_makes() -> None:
    for profile, element, other in PROFILES:
        command = ("export", "tei", "--to", "tei", "--profile", profile, "-o", profile)
        assert typed(*command).exit_code == 0
        made = Path(profile, "tei/records/harbour-7.xml").read_bytes()
        assert element in made
        assert other not in made


def test_a_file_that_is_named_twice_is_one_record() -> None:
    Path("tei/box").mkdir()
    Path("tei/full.xml").rename("tei/box/full.xml")
    done = typed("export", "tei", "tei/box/full.xml", "--to", "text", "-o", "out")
    assert (done.exit_code, done.stderr) == (0, "")
    assert typed("export", "tei", "--to", "text", "-o", "out").exit_code == 0
