"""Many files checked by several processes: the same findings in the same order."""

from __future__ import annotations

import os
import shutil
import signal
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from worker_processes import needs_proc, reader_of, started

from encoder.configuration import Configuration
from encoder.reports.forms import FORMS
from encoder.runs.inputs import inputs
from encoder.runs.validation import Validation, validations
from encoder.validation.selection import select
from encoder.validation.validate import Request

TEI: Final = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
SAID: Final = '<text><body><sp who="#p{}"><p>So.</p></sp></body></text>\n'
MANY: Final = 120


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)


def put(name: str, number: int) -> None:
    """Write a file that has a finding like no other."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(TEI.format(SAID.format(number)), "utf-8")


def checked(*arguments: str) -> tuple[int, str, str]:
    """Return the status of a validation, and what it said."""
    with started("-m", "encoder", "validate", *arguments) as process:
        out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", *FORMS])
def test_three_workers_find_what_one_finds(form: str) -> None:
    for number in range(MANY):
        put(f"tei/{number:04}.xml", number)
    Path("tei/0003.xml").write_bytes(b"<TEI>")
    Path("tei/0049.xml").unlink()
    Path("tei/0049.xml").symlink_to("nowhere")
    arguments = ("tei", "--only", "pointers", "-v", "--format", form)
    alone = checked(*arguments, "--workers", "1")
    assert checked(*arguments, "--workers", "3") == alone
    status, out, err = alone
    assert (status, err) == (1, "")
    assert out.count("T201") >= MANY - 2
    assert "R901" in out


def test_workers_know_identifiers_of_other_files_and_shared_ones() -> None:
    person = '<standOff><listPerson><person xml:id="p{}"/></listPerson></standOff>'
    Path("people.xml").write_text(TEI.format(person.format(0)), "utf-8")
    Path("shared.xml").write_text(TEI.format(person.format(1)), "utf-8")
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}"/>'
    parts = [include.format(f"{name}.xml") for name in ("people", "0", "1", "2")]
    Path("whole.xml").write_text(TEI.format("".join(parts)), "utf-8")
    for number in range(3):
        put(f"{number}.xml", number)
    files = ("whole.xml", "people.xml", "0.xml", "1.xml", "2.xml")
    arguments = (*files, "--shared", "shared.xml", "--only", "T201", "--workers", "2")
    _, out, _ = checked(*arguments)
    assert "2.xml:1:" in out
    assert out.count("[dangling-pointer]") == 1


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("java"), reason="jing needs a Java")
def test_a_worker_has_a_jing_of_its_own() -> None:
    for number in range(3):
        put(f"tei/{number}.xml", number)
    arguments = ("tei", "--only", "schema", "--engine", "jing", "--format", "json")
    alone = checked(*arguments, "--workers", "1")
    assert checked(*arguments, "--workers", "2") == alone
    assert alone[1].count("jing against record.rng") >= 3


def test_standard_input_is_checked_in_this_process() -> None:
    with started("-m", "encoder", "validate", "-", "--workers", "2") as process:
        out, _ = process.communicate("<TEI>", timeout=120)
    assert "T001" in out


@needs_proc
def test_the_file_whose_worker_is_killed_is_an_error_and_no_other() -> None:
    put("a.xml", 1)
    os.mkfifo("b.xml")
    put("c.xml", 3)
    arguments = ("a.xml", "b.xml", "c.xml", "--only", "T202", "--workers", "2")
    process = started("-m", "encoder", "validate", *arguments)
    with process, Path("b.xml").open("wb"):
        os.kill(reader_of(os.getpgid(process.pid), Path("b.xml")), signal.SIGKILL)
        out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (1, "")
    assert (
        "b.xml:1:1: error R902 [worker-lost] the process that checked it was lost, "
        "with signal 9\n" in out
    )
    assert "3 files, " in out
    assert ": 2 valid, 1 not;" in out


@needs_proc
def test_an_interrupted_validation_says_what_is_left_and_writes_no_report() -> None:
    put("a.xml", 1)
    os.mkfifo("b.xml")
    arguments = ("a.xml", "b.xml", "--report", "json=report.json", "--workers", "2")
    process = started("-m", "encoder", "validate", *arguments)
    with process, Path("b.xml").open("wb"):
        reader_of(os.getpgid(process.pid), Path("b.xml"))
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err.startswith("Interrupted. ")
    assert err.endswith(" left.\n")
    assert not Path("report.json").exists()


def test_a_mistake_of_ours_is_said_and_stops_no_other_file() -> None:
    put("a.xml", 1)
    files = [inputs([name], ".xml")[0] for name in ("-", "a.xml")]
    closed = BytesIO()
    closed.close()
    pairs = [(file, Configuration()) for file in files]
    work = Validation(Request(select(only=["T202"])))
    broken, sound = validations(pairs, work, lambda _: closed)
    (finding,) = broken.findings
    assert str(finding).startswith("<stdin>:1:1: error R903 [encoder-failed] ValueErr")
    assert (broken.refused, sound.refused, sound.findings) == (True, False, ())
