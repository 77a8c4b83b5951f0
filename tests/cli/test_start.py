"""How the command starts and how it ends: real processes, real pipes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SAMPLE = PROJECT / "sources" / "soong-stalin-1945-07-07.txt"
OUTPUTS = ("a.xml", "b.xml")
# Runs the command and then says what it has imported.
_LOADED = """
import sys
from encoder.cli import main
try:
    main()
except SystemExit as end:
    status = end.code or 0
else:
    status = 0
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


def started(*arguments: str, **changes: str) -> subprocess.Popen[bytes]:
    """Return a Python that was given `arguments`, and changes to its environment."""
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **changes},
    )


def ended(*arguments: str, **changes: str) -> tuple[int, str, str]:
    """Return the status and what was said on standard output and standard error."""
    with started(*arguments, **changes) as process:
        out, err = process.communicate(timeout=60)
    return process.returncode, out.decode(), err.decode()


def loaded(*arguments: str) -> set[str]:
    """Return the top names of all modules that the command `arguments` imports."""
    status, _, err = ended("-c", _LOADED, *arguments)
    assert status == 0
    return {name.split(".")[0] for name in err.splitlines()[-1].split()}


def test_the_version_needs_no_library() -> None:
    assert ended("-m", "encoder", "--version") == (0, "tei-encoder 0.1.0\n", "")
    assert not loaded("--version") & {"click", "lxml", "xmlschema", "typing"}


def test_the_help_needs_click_only() -> None:
    assert not loaded("--help") & {"lxml", "xmlschema", "json", "tomllib"}


def test_a_conversion_needs_neither_xmlschema_nor_a_report_it_does_not_make() -> None:
    unneeded = {"xmlschema", "elementpath", "json", "tomllib"}
    assert not loaded("convert", str(SAMPLE), "-o", "-", "--no-decisions") & unneeded


def test_an_export_needs_no_xmlschema_and_no_target_that_it_does_not_make(
    tmp_path: Path,
) -> None:
    tei = PROJECT / "output" / SAMPLE.with_suffix(".xml").name
    command = ("export", str(tei), "--to", "text", "-o", str(tmp_path))
    assert not loaded(*command) & {"xmlschema", "elementpath", "json", "zipfile"}


def test_an_explanation_needs_no_xmlschema() -> None:
    assert "xmlschema" not in loaded("explain", "R901")


@pytest.mark.parametrize("arguments", [["-o", "-"], ["-o", "out", "-v"]])
def test_a_reader_that_goes_away_is_no_crash(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with started("-m", "encoder", "convert", str(SAMPLE), *arguments) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupted_run_says_so_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(SAMPLE.read_bytes())
    os.mkfifo("b.txt")
    arguments = ("-m", "encoder", "convert", "a.txt", "b.txt", "-o", "out")
    # Opening the pipe waits until the command reads it, after the first file.
    with started(*arguments) as process, Path("b.txt").open("wb"):
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().startswith("Interrupted. Every file that was written is whole")
    assert [path.name for path in Path("out").iterdir()] == ["a.xml"]


def test_a_full_disk_is_the_machine_s_fault() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this machine has no /dev/full")
    command = [sys.executable, "-m", "encoder", "convert", str(SAMPLE), "-o", "-"]
    with full.open("wb") as stdout:
        done = subprocess.run(  # noqa: S603 (our own program)
            command,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        b"Error: cannot write to standard output: No space left on device\n"
    )


@pytest.mark.slow
def test_the_same_bytes_wherever_whenever_and_in_whatever_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "4", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    )
    seen = set()
    for number, changes in enumerate(surroundings):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        Path("a.txt").write_bytes(SAMPLE.read_bytes())
        Path("b.txt").write_bytes(SAMPLE.read_bytes())
        order = ("a.txt", "b.txt") if number % 2 else ("b.txt", "a.txt")
        command = ("convert", *order, "-o", "out", "--format", "json")
        status, report, _ = ended("-m", "encoder", *command, **changes)
        seen.add((status, report, *(Path("out", n).read_bytes() for n in OUTPUTS)))
    assert len(seen) == 1


def on_terminal(stream: str, *arguments: str, **changes: str) -> str:
    """Return what a terminal shows that one of the output streams is joined to."""
    ours, theirs = os.openpty()
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-m", "encoder", *arguments],
        stdout=theirs if stream == "stdout" else subprocess.DEVNULL,
        stderr=theirs if stream == "stderr" else subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm", **changes},
    ):
        os.close(theirs)
        shown = b""
        # At the end of a terminal Linux raises an error, and others return nothing.
        with suppress(OSError):
            while piece := os.read(ours, 4096):
                shown += piece
    os.close(ours)
    return shown.decode()


@pytest.fixture
def two_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a record and one that is refused."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(SAMPLE.read_bytes())
    Path("b.txt").write_bytes(b"\xff")


@pytest.mark.usefixtures("two_records")
def test_colour_is_for_terminals_whose_owner_wants_it() -> None:
    painted = "\x1b[31merror\x1b[0m"
    assert painted in on_terminal("stdout", "convert", ".", NO_COLOR="")
    assert "\x1b" not in on_terminal("stdout", "convert", ".", NO_COLOR="1")
    assert "\x1b" not in on_terminal("stdout", "convert", ".", TERM="dumb")
    assert "\x1b" not in ended("-m", "encoder", "convert", ".")[1]


@pytest.mark.usefixtures("two_records")
def test_progress_is_for_terminals_and_goes_to_standard_error() -> None:
    assert "100%" in on_terminal("stderr", "convert", ".")
    assert on_terminal("stderr", "convert", ".", "-q") == ""
    assert "100%" not in on_terminal("stdout", "convert", ".")
    assert ended("-m", "encoder", "convert", ".")[2] == ""


def test_a_name_that_is_no_text_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        Path("caf\udce9.txt").write_bytes(b"\xff")
    except OSError:
        pytest.skip("this disk takes no such name")
    for form in ("text", "json"):
        for language in ("C", "C.UTF-8"):
            command = ("convert", ".", "--format", form)
            status, out, err = ended("-m", "encoder", *command, LC_ALL=language)
            assert (status, err) == (1, "")
            assert "udce9" in out
