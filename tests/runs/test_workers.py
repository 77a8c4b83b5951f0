"""Many records at once: the same bytes and the same report as one after the other."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from worker_processes import needs_proc, reader_of, started

from encoder.configuration import Configuration, Options
from encoder.runs.batches import usual
from encoder.runs.inputs import inputs
from encoder.runs.run import run
from encoder.runs.targets import Job
from encoder.runs.task import BATCH

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
MANY = 130
# Says how much memory a run of its own arguments has held at most, in KiB.
_HELD = """
import resource, sys
from encoder.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, number: int) -> None:
    """Write a record that is like no other."""
    words = f"HALE: Good morning, we are {number}.\n\nREED: Is it?\n\nHALE: It is.\n"
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(words, "utf-8")


def put_many(folder: str, many: int) -> None:
    for number in range(many):
        put(f"{folder}/{number:04}.txt", number)


def converted(*arguments: str) -> tuple[int, str, str]:
    """Return the status of a conversion, and what it said."""
    with started("-m", "encoder", "convert", *arguments) as process:
        out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def written(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json"])
def test_three_workers_do_and_say_what_one_does(form: str) -> None:
    put_many("s", MANY)
    for number in (0, 49, 50, MANY - 1):
        Path(f"s/{number:04}.txt").write_bytes(b"\xff")
    arguments = ("s", "-o", "out", "-v", "--format", form)
    alone = converted(*arguments, "--workers", "1")
    files = written("out")
    for path in Path("out").iterdir():
        path.unlink()
    assert converted(*arguments, "--workers", "3") == alone
    assert written("out") == files
    assert (alone[0], len(files)) == (1, MANY - 4)


def test_a_report_of_many_is_one_json_document() -> None:
    put_many("s", 3)
    _, out, _ = converted("s", "-o", "out", "--workers", "2", "--format", "json")
    document = json.loads(out)
    assert [each["name"] for each in document["records"]] == [
        "s/0000.txt",
        "s/0001.txt",
        "s/0002.txt",
    ]
    assert out == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def test_a_few_records_have_one_worker_and_many_have_more() -> None:
    assert (usual(1), usual(2 * BATCH - 1)) == (1, 1)
    assert 1 <= usual(10_000) <= (os.cpu_count() or 1)


def test_what_the_machine_will_not_take_ends_a_run_with_workers_too() -> None:
    put_many("s/sub", 3)
    Path("out").mkdir()
    Path("out/sub").touch()
    status, out, err = converted("s", "-o", "out", "--workers", "2")
    assert (status, out) == (2, "")
    assert err == 'Error: cannot write "out/sub/0000.xml": File exists\n'


@pytest.fixture
def waiting() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A run of three with two workers, one of whom waits for a pipe, by its number."""
    put("a.txt", 1)
    os.mkfifo("b.txt")
    put("c.txt", 3)
    arguments = ("a.txt", "b.txt", "c.txt", "-o", "out", "--workers", "2")
    process = started("-m", "encoder", "convert", *arguments)
    # Opening the pipe waits until a worker reads it.
    with process, Path("b.txt").open("wb"):
        yield process, reader_of(os.getpgid(process.pid), Path("b.txt"))


@needs_proc
def test_the_record_whose_worker_is_killed_is_refused_and_no_other(
    waiting: tuple[subprocess.Popen[str], int],
) -> None:
    process, worker = waiting
    os.kill(worker, signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (1, "")
    assert (
        "b.txt:1:1: error R902 [worker-lost] the process that converted it was lost, "
        "with signal 9\n" in out
    )
    assert "2 records converted, 1 refused" in out
    assert sorted(written("out")) == ["a.xml", "c.xml"]


@needs_proc
def test_an_interrupted_run_reports_what_is_done_and_says_what_is_left() -> None:
    for name in ("b.txt", "c.txt"):
        put(name, 1)
    for name in ("a.txt", "d.txt"):
        os.mkfifo(name)
    # One worker has a and b, the other c and d; c is done when d is opened.
    arguments = ("-v", "a.txt", "b.txt", "c.txt", "d.txt", "-o", "out", "--workers")
    process = started("-m", "encoder", "convert", *arguments, "2")
    with process, Path("a.txt").open("wb"), Path("d.txt").open("wb"):
        worker = reader_of(os.getpgid(process.pid), Path("d.txt"))
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err == (
        "Interrupted. Every file that was written is whole; 1 of 4 files done, "
        "3 left. Run the same command again for the rest.\n"
    )
    assert "\nc.txt: written to out/c.xml" in out
    assert [*written("out")] == ["c.xml"]
    assert not Path(f"/proc/{worker}").exists()


# Python runs it when it starts: the first to settle b.xml on the disk never comes back.
_STUCK = """
import os, time
settle = os.fsync
def fsync(descriptor):
    if ".b.xml." in os.readlink(f"/proc/self/fd/{descriptor}"):
        open("stuck", "w").close()
        time.sleep(600)
    settle(descriptor)
os.fsync = fsync
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
@needs_proc
def test_a_file_whose_worker_was_ended_in_the_middle_is_cleared_away(
    number: signal.Signals,
) -> None:
    Path("site").mkdir()
    Path("site/sitecustomize.py").write_text(_STUCK, "utf-8")
    for name in ("a.txt", "b.txt", "c.txt"):
        put(name, 1)
    os.mkfifo("stuck")
    arguments = ("a.txt", "b.txt", "c.txt", "-o", "out", "--workers", "2")
    process = started("-m", "encoder", "convert", *arguments, path="site")
    with process, Path("stuck").open("rb") as stuck:
        assert stuck.read() == b""
        assert any(name.startswith(".b.xml.") for name in written("out"))
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            (half,) = Path("out").glob(".b.xml.*")
            os.kill(reader_of(os.getpgid(process.pid), half), number)
        process.communicate(timeout=120)
    assert process.returncode == (130 if number == signal.SIGINT else 1)
    assert {*written("out")} <= {"a.xml", "c.xml"}


@needs_proc
def test_workers_whose_run_is_killed_end_without_a_word() -> None:
    put("a.txt", 1)
    os.mkfifo("b.txt")
    arguments = ("a.txt", "b.txt", "-o", "out", "--workers", "2")
    process = started("-m", "encoder", "convert", *arguments)
    with process:
        with Path("b.txt").open("wb") as pipe:
            process.kill()
            process.wait()
            pipe.write(b"HALE: Good morning.")
        # Standard error is theirs too, and ends when the last of them has.
        assert process.stderr
        assert process.stderr.read() == ""


@pytest.mark.slow
@needs_proc
def test_memory_does_not_grow_with_the_number_of_records() -> None:
    put_many("few", 60)
    put_many("many", 600)
    held = []
    for source in ("few", "many"):
        arguments = (source, "-o", "out", "-q", "--workers", "2")
        with started("-c", _HELD, "convert", *arguments) as process:
            _, err = process.communicate(timeout=120)
        held.append(int(err.splitlines()[-1]))
    few, many = held
    # The findings of 540 records more would be three megabytes.
    assert many - few < 2_000


def test_a_mistake_of_ours_is_said_and_stops_no_other_record() -> None:
    put("a.txt", 1)
    from_pipe, from_file = (inputs([name], ".txt")[0] for name in ("-", "a.txt"))
    edition = Configuration()
    settled = [
        (Job(from_pipe, Path("-.xml")), edition),
        (Job(from_file, Path("a.xml")), edition),
    ]
    closed = BytesIO()
    closed.close()
    broken, sound = run(settled, Options(), lambda _: closed)
    (finding,) = broken.findings
    assert str(finding) == (
        "<stdin>:1:1: error R903 [encoder-failed] "
        f"ValueError: I/O operation on closed file. (inputs.py:{line_of_reading()})"
    )
    assert (broken.refused, sound.refused) == (True, False)


def line_of_reading() -> int:
    text = (PROJECT / "encoder/runs/inputs.py").read_text("utf-8").splitlines()
    return 1 + next(
        n for n, line in enumerate(text) if 'return stream("stdin")' in line
    )
