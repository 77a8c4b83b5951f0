"""Which files are read, where their TEI goes, and that what is written is whole."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from encoder.configuration import Configuration, ConfigurationError, Options
from encoder.errors import RefusedError
from encoder.runs.inputs import RequestError, inputs
from encoder.runs.run import configured, run
from encoder.runs.targets import jobs
from encoder.runs.writing import WritingError, sweep, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.runs.targets import Job

RECORD = b"HALE: Good morning.\n\nREED: Is it?\n\nHALE: It is.\n\nREED: Good.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(RECORD)


def names(*arguments: str) -> list[str]:
    return [file.name for file in inputs(arguments, ".txt")]


def outputs(arguments: list[str], output: str | None = None) -> list[str]:
    return [job.output for job in jobs(inputs(arguments, ".txt"), output)]


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def started(program: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Return a Python that runs `program` with this project at hand."""
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_a_folder_is_walked_in_order() -> None:
    put("s/b.txt", "s/a/z.txt", "s/a.txt", "s/C.TXT", "s/notes.md")
    assert names("s") == ["s/C.TXT", "s/a/z.txt", "s/a.txt", "s/b.txt"]


def test_the_order_of_the_arguments_makes_no_difference() -> None:
    put("a.txt", "b.txt", "s/c.txt")
    assert names("s", "b.txt", "a.txt") == names("a.txt", "s", "b.txt", "a.txt")


def test_hidden_names_are_passed_over() -> None:
    put("s/a.txt", "s/.b.txt", "s/.git/c.txt")
    assert names("s") == ["s/a.txt"]


def test_a_link_to_a_folder_is_not_followed() -> None:
    put("s/a.txt")
    Path("s/again").symlink_to(Path("s").resolve())
    assert names("s") == ["s/a.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    put("s/a.txt")
    os.mkfifo("s/b.txt")
    assert names("s") == ["s/a.txt"]


def test_a_file_that_is_named_may_have_any_ending() -> None:
    put("notes.md")
    assert names("notes.md") == ["notes.md"]


@pytest.mark.parametrize("typed", ["nowhere", "", "empty"])
def test_an_argument_that_means_no_file_is_an_error(typed: str) -> None:
    put("a.txt")
    Path("empty").mkdir()
    with pytest.raises(RequestError):
        names("a.txt", typed)


def test_the_tei_goes_beside_its_source() -> None:
    put("s/a.txt", "b.txt", "s/MEMO.TXT")
    assert outputs(["s", "b.txt"]) == ["b.xml", "s/MEMO.xml", "s/a.xml"]


def test_the_folders_below_the_one_that_was_named_are_kept() -> None:
    put("s/a/b.txt", "s/c.txt")
    assert outputs(["s"], "out") == ["out/a/b.xml", "out/c.xml"]


def test_an_ending_that_may_be_part_of_the_name_stays() -> None:
    put("1945.07.07", "a.b.txt")
    assert outputs(["1945.07.07", "a.b.txt"]) == ["1945.07.07.xml", "a.b.xml"]


def test_two_sources_of_one_output_are_both_named() -> None:
    put("x/a.txt", "y/a.txt")
    with pytest.raises(RequestError) as caught:
        outputs(["x", "y"], "out")
    assert str(caught.value) == (
        '"x/a.txt" and "y/a.txt" would both be written to "out/a.xml"; '
        "rename one, or convert them apart"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("memo.txt", "MEMO.txt"),
        ("sub/a.txt", "Sub/a.txt"),
        (
            unicodedata.normalize("NFC", "naïve.txt"),
            unicodedata.normalize("NFD", "naïve.txt"),
        ),
    ],
)
def test_names_that_some_disks_hold_to_be_one_collide(one: str, other: str) -> None:
    put(f"s/{one}", f"s/{other}")
    if len(names("s")) == 1:
        pytest.skip("this disk holds them to be one")
    with pytest.raises(RequestError, match="would both be written"):
        outputs(["s"], "out")


def test_a_source_named_in_two_ways_is_converted_once() -> None:
    put("s/a.txt")
    Path("link.txt").symlink_to("s/a.txt")
    assert outputs(["s", "s/a.txt", "s/../s/a.txt"], "out") == ["out/a.xml"]


def test_where_a_folder_really_is_is_asked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deep = "s/a/b/c/d/e/f/g/h"
    put(*(f"{deep}/{number}.txt" for number in range(100)))
    found = inputs(["s"], ".txt")
    asked = []
    lstat = os.lstat

    def counted(path: str) -> os.stat_result:
        asked.append(path)
        return lstat(path)

    monkeypatch.setattr(os, "lstat", counted)
    assert len(jobs(found, None)) == 100
    assert len(asked) < 2 * 100, "each file is looked at, and not all above it again"


def test_a_source_is_never_overwritten() -> None:
    put("a.txt", "a.xml")
    with pytest.raises(RequestError, match="is a source, and would be"):
        outputs(["a.txt", "a.xml"])


def test_a_folder_in_the_place_of_an_output_is_an_error() -> None:
    put("a.txt")
    Path("a.xml").mkdir()
    with pytest.raises(RequestError, match="there is a folder of that name"):
        outputs(["a.txt"])


@pytest.mark.parametrize("output", ["a.txt", ""])
def test_an_output_folder_must_be_a_folder(output: str) -> None:
    put("a.txt")
    with pytest.raises(RequestError, match="not a folder"):
        outputs(["a.txt"], output)


def test_nothing_is_written_outside_the_output_folder() -> None:
    put("s/sub/a.txt")
    Path("elsewhere").mkdir()
    Path("out").mkdir()
    Path("out/sub").symlink_to(Path("elsewhere").resolve())
    with pytest.raises(RequestError, match='outside "out"'):
        outputs(["s"], "out")


def test_standard_output_takes_one_record() -> None:
    put("a.txt", "b.txt")
    assert outputs(["a.txt"], "-") == ["-"]
    assert outputs(["-"]) == ["-"]
    for arguments in (["a.txt", "b.txt"], ["-", "a.txt"]):
        with pytest.raises(RequestError, match="takes one record"):
            outputs(arguments, "-")


def test_standard_input_has_no_name_to_be_written_under() -> None:
    with pytest.raises(RequestError, match="leave out -o"):
        outputs(["-"], "out")


def test_a_file_that_vanished_is_a_finding() -> None:
    put("a.txt")
    (file,) = inputs(["a.txt"], ".txt")
    Path("a.txt").unlink()
    with pytest.raises(RefusedError) as caught:
        file.read(lambda _: BytesIO())
    assert str(caught.value.finding) == (
        "a.txt:1:1: error R901 [unreadable-file] "
        "cannot be read: No such file or directory"
    )


def test_writing_makes_the_folders_that_it_needs(folder: Path) -> None:
    write(folder / "a/b/c.xml", b"<c/>")
    assert (folder / "a/b/c.xml").read_bytes() == b"<c/>"
    assert left_in(folder / "a/b") == ["c.xml"]


def test_a_file_that_is_right_already_is_not_touched(folder: Path) -> None:
    target = folder / "a.xml"
    write(target, b"<a/>")
    os.utime(target, (0, 0))
    write(target, b"<a/>")
    assert target.stat().st_mtime == 0
    write(target, b"<b/>")
    assert target.stat().st_mtime != 0


def test_permissions_are_those_of_the_file_that_was_there(folder: Path) -> None:
    target = folder / "a.xml"
    target.touch()
    target.chmod(0o640)
    write(target, b"<a/>")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_long_name_can_be_written(folder: Path) -> None:
    target = folder / ("é" * 125 + ".xml")
    write(target, b"<a/>")
    assert target.read_bytes() == b"<a/>"


def test_what_cannot_be_written_is_one_sentence(folder: Path) -> None:
    (folder / "a").touch()
    with pytest.raises(WritingError, match=r"^cannot write .*: File exists$"):
        write(folder / "a/b.xml", b"<b/>")


# Writes twice, and stops for good at the moment that each test is about.
_KILLED = """
import os, sys, time
from pathlib import Path
from encoder.runs import writing

def stop(*_):
    print("here", flush=True)
    time.sleep(600)

writing.write(Path("a.xml"), b"old" * 1000)
{moment}
writing.write(Path("a.xml"), b"new" * 1000)
stop()
"""
_MOMENTS = {
    "before the bytes are settled": ("os.fsync = stop", b"old" * 1000, 1),
    "before the rename": ("Path.replace = stop", b"old" * 1000, 1),
    "after the rename": ("writing._settle = stop", b"new" * 1000, 0),
}


@pytest.fixture
def killed(request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has stopped at the moment of the test's parameter."""
    program = _KILLED.format(moment=request.param)
    with started(program) as process:
        assert process.stdout
        assert process.stdout.readline() == b"here\n"
        yield process
        process.kill()


@pytest.mark.parametrize(
    ("killed", "content", "left"),
    _MOMENTS.values(),
    ids=_MOMENTS.keys(),
    indirect=["killed"],
)
def test_a_killed_run_leaves_the_old_file_or_the_new_one(
    killed: subprocess.Popen[bytes], content: bytes, left: int, folder: Path
) -> None:
    assert len(left_in(folder)) == 1 + left
    sweep([folder])
    assert len(left_in(folder)) == 1 + left, "what is being written is not swept"
    killed.kill()
    killed.wait()
    assert (folder / "a.xml").read_bytes() == content
    sweep([folder])
    assert left_in(folder) == ["a.xml"]


def test_only_what_is_ours_is_swept(folder: Path) -> None:
    kept = [".a.xml.tmp", "a.tei-encoder-tmp", ".keep"]
    put(*kept, ".a.xml.0123abcd.tei-encoder-tmp")
    Path(".b.tei-encoder-tmp").symlink_to(folder / ".keep")
    Path(".c.tei-encoder-tmp").mkdir()
    sweep([folder, folder / "nowhere"])
    assert left_in(folder) == sorted(
        [*kept, ".b.tei-encoder-tmp", ".c.tei-encoder-tmp"]
    )


def test_writing_survives_many_writers(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from encoder.runs.writing import *\n"
        "for n in range(50): sweep([Path()]); "
        "write(Path('a.xml'), sys.argv[1].encode() * (n + 1))"
    )
    writers = [started(program, letter) for letter in "xyz"]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert (folder / "a.xml").read_bytes() in {b"x" * 50, b"y" * 50, b"z" * 50}
    assert left_in(folder) == ["a.xml"]


def settled(
    *arguments: str, chosen: str | None = None
) -> tuple[tuple[Job, Configuration], ...]:
    planned = jobs(inputs(arguments, ".txt"), None)
    return configured(planned, chosen, {"SOURCE_DATE_EPOCH": "0"}, ("R901",))


def test_each_source_has_the_nearest_configuration_above_it() -> None:
    put("a/x.txt", "b/c/y.txt", "z.txt")
    Path("a/tei-encoder.toml").write_text('publisher = "A"', "utf-8")
    Path("b/tei-encoder.toml").write_text('publisher = "B"', "utf-8")
    found = [edition.publisher for _, edition in settled("a", "b", "z.txt")]
    assert found == ["A", "B", None]


def test_a_configuration_that_was_chosen_holds_for_all() -> None:
    put("a/x.txt", "z.txt")
    Path("a/tei-encoder.toml").write_text('publisher = "A"', "utf-8")
    Path("c.toml").write_text('publisher = "C"', "utf-8")
    found = settled("a", "z.txt", chosen="c.toml")
    assert {edition.publisher for _, edition in found} == {"C"}


def test_an_unusable_configuration_stops_the_run() -> None:
    put("a/x.txt")
    Path("a/tei-encoder.toml").write_text('publsher = "A"', "utf-8")
    with pytest.raises(ConfigurationError, match="did you mean"):
        settled("a")


def test_a_run_goes_on_after_a_file_that_cannot_be_read() -> None:
    put("s/a.txt", "s/c.txt")
    Path("s/b.txt").symlink_to("nowhere")
    done = list(run(settled("s"), Options(), lambda _: BytesIO()))
    assert [(result.name, result.output) for result in done] == [
        ("s/a.txt", "s/a.xml"),
        ("s/b.txt", None),
        ("s/c.txt", "s/c.xml"),
    ]
    assert [finding.rule.code for finding in done[1].findings] == ["R901"]
    assert Path("s/a.xml").read_bytes() == Path("s/c.xml").read_bytes()


def test_a_run_sweeps_the_folders_it_writes_into() -> None:
    put("s/a.txt", "s/.a.xml.0123abcd.tei-encoder-tmp")
    list(run(settled("s"), Options(), lambda _: BytesIO()))
    assert left_in(Path("s")) == ["a.txt", "a.xml"]


@settings(max_examples=100)  # each waits for the disk
@given(st.binary(max_size=2000), st.binary(max_size=2000))
def test_whatever_is_written_is_there(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes
) -> None:
    target = tmp_path_factory.getbasetemp() / "any.xml"
    for content in (first, second):
        write(target, content)
        assert target.read_bytes() == content
