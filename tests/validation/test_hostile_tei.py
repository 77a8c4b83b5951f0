"""Files that are made to do harm, or are none: each is refused by a code and no more.

What is given to the command line ends with a finding, whether the file is small or
large, alone or among others; nothing that was not named is opened; memory is bounded.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from worker_processes import started

from encoder.cli.group import group
from encoder.runs import validation

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT: Final = Path(__file__).parents[2]
TEI: Final = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
SOUND: Final = (Path(__file__).parents[1] / "faults" / "sound.xml").read_bytes()
LONG: Final = b"<!--" + b"x" * 1_100_000 + b"-->"
"""What makes a file large enough to be streamed."""
BOMB: Final = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
HOSTILE: Final = {
    "depth": ("T803", b"<p>" * 5000 + b"</p>" * 5000),
    "text": ("T803", b"<p>" + b"x" * 11_000_000 + b"</p>"),
    "attribute": ("T803", b'<p n="' + b"x" * 11_000_000 + b'"/>'),
    "bomb": (
        "T803",
        f'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">{BOMB}]><p n="&j;"/>'.encode(),
    ),
    "bomb-in-text": (
        "T803",
        f'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">{BOMB}]><p>&j;</p>'.encode(),
    ),
    "external": (
        "T802",
        b'<!DOCTYPE p [<!ENTITY e SYSTEM "/etc/passwd">]><p>&e;</p>',
    ),
    "parameter": (
        "T801",
        b'<!DOCTYPE p [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]><p/>',
    ),
    "dtd": ("T801", b'<!DOCTYPE p SYSTEM "http://localhost:9/x.dtd"><p/>'),
    "remote": (
        "T804",
        b'<?xml-model href="https://localhost:9/x.rng"?><p/>',
    ),
    "ids": ("T009", SOUND.replace(b"<p>", b'<p xml:id="same">')),
    "nothing": ("T001", b""),
    "zeros": ("T001", b"\0" * 100),
    "cut": ("T001", SOUND[:-20]),
    "pointers": (
        "T201",
        TEI.format('<text><body><p ana="#x"/></body></text>').encode(),
    ),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)


def said(*arguments: str) -> tuple[int, str]:
    """Return the status of a validation and what it said; a traceback is a failure."""
    done = CliRunner().invoke(group, ["validate", *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout + done.stderr


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_finding(name: str, *, large: bool) -> None:
    code, data = HOSTILE[name]
    if large:
        # Behind the document, so that what is said of lines stays as it is.
        data += LONG
    Path("a.xml").write_bytes(data)
    status, out = said("a.xml", "-v")
    assert f" {code} " in out
    assert "root:" not in out
    assert (status == 1) or code in {"T801", "T804"}


@pytest.mark.slow
def test_many_hostile_files_stop_no_other_and_no_worker() -> None:
    for name, (_, data) in HOSTILE.items():
        Path(f"{name}.xml").write_bytes(data)
    Path("lost.xml").symlink_to("nowhere")
    Path("round.xml").symlink_to("round.xml")
    Path("sound.xml").write_bytes(SOUND)
    reports = []
    for workers in ("1", "3"):
        arguments = (".", "-v", "--only", "schema,pointers", "--workers", workers)
        with started("-m", "encoder", "validate", *arguments) as process:
            out, err = process.communicate(timeout=240)
        assert (process.returncode, err) == (1, "")
        reports.append(out)
    assert reports[0] == reports[1]
    assert f"{len(HOSTILE) + 3} files, " in reports[0]
    for name, (code, _) in HOSTILE.items():
        assert f"{name}.xml:" in reports[0]
        assert code in reports[0]
    assert "lost.xml:1:1: error R901 [unreadable-file]" in reports[0]
    assert "round.xml:1:1: error R901 [unreadable-file]" in reports[0]
    assert " R903 " not in reports[0]


def test_a_folder_in_the_place_of_a_file_is_refused() -> None:
    Path("a.xml").mkdir()
    assert said("a.xml") == (
        2,
        'Error: there is no *.xml file in the folder "a.xml"\n',
    )
    Path("b.xml").write_bytes(SOUND)
    for option in ("--source", "--schema", "--shared", "--config"):
        status, out = said("b.xml", option, "a.xml")
        assert (status, out[:7]) == (2, "Error: ")


def test_a_folder_named_as_a_file_in_a_folder_is_looked_into() -> None:
    Path("tei/a.xml").mkdir(parents=True)
    Path("tei/a.xml/b.xml").write_bytes(b"<TEI>")
    status, out = said("tei")
    assert (status, "tei/a.xml/b.xml:1:" in out) == (1, True)


@pytest.mark.parametrize("size", [10, 1_200_000])
def test_a_file_without_rights_is_a_finding_and_stops_no_other(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has all rights, as in a container, can read everything: so it is said."""
    Path("a.xml").write_bytes(b"<p>" + b"x" * size + b"</p>")
    Path("a.xml").chmod(0)
    Path("b.xml").write_bytes(SOUND)
    if os.access("a.xml", os.R_OK):
        opened: Callable[..., IO[bytes]] = Path.open

        def refuse(path: Path, mode: str = "r") -> IO[bytes]:
            if path.name == "a.xml":
                raise PermissionError(13, "Permission denied", str(path))
            return opened(path, mode)

        monkeypatch.setattr(Path, "open", refuse)
    status, out = said("a.xml", "b.xml", "--only", "schema", "--workers", "1")
    line = "a.xml:1:1: error R901 [unreadable-file] cannot be read: Permission denied\n"
    assert (status, line in out) == (1, True)
    assert ": 1 valid, 1 not" in out


@pytest.mark.parametrize("data", [SOUND, SOUND + LONG])
def test_a_file_that_changes_while_it_is_read_is_an_error(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.xml").write_bytes(data)
    opened: Callable[..., IO[bytes]] = Path.open

    def touched(path: Path, mode: str = "r") -> IO[bytes]:
        file = opened(path, mode)
        if path.name == "a.xml":
            with opened(path, "ab") as other:
                other.write(b" ")
        return file

    monkeypatch.setattr(Path, "open", touched)
    if data is not SOUND:
        # A large one is watched from when it is open.
        monkeypatch.setattr(Path, "open", opened)
        read = os.fstat

        def later(number: int) -> os.stat_result:
            state = read(number)
            with opened(Path("a.xml"), "ab") as other:
                other.write(b" ")
            return state

        monkeypatch.setattr(os, "fstat", later)
    status, out = said("a.xml", "--only", "schema")
    assert (status, " T808 [changed-meanwhile] " in out) == (1, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_nothing_is_opened_that_a_file_alone_has_named() -> None:
    """To open a pipe that nobody writes to takes for ever."""
    os.mkfifo("trap.xsd")
    for name in ("trap.xml", "trap.dtd", "trap.rng", "trap.ent"):
        Path(name).symlink_to("trap.xsd")
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="trap.xml"/>'
    schema = (
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://www.tei-c.org/ns/1.0 trap.xsd"'
    )
    entity = '[<!ENTITY e SYSTEM "trap.ent"> <!ENTITY % f SYSTEM "trap.ent"> %f;]'
    files = {
        "dtd": '<!DOCTYPE TEI SYSTEM "trap.dtd">' + TEI.format(""),
        "ids": '<!DOCTYPE TEI SYSTEM "trap.dtd">'
        + TEI.format('<p xml:id="a"/><p xml:id="a"/>'),
        "entity": f"<!DOCTYPE TEI {entity}>" + TEI.format("&e;"),
        "model": '<?xml-model href="trap.rng"?>' + TEI.format(""),
        "location": f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {schema}/>',
        "include": TEI.format(f'{include}<text><body><p ana="#x"/></body></text>'),
        "pointer": TEI.format('<text><body><p ana="trap.xml#x"/></body></text>'),
        "style": '<?xml-stylesheet href="trap.xsd" type="text/xsl"?>' + TEI.format(""),
    }
    for name, text in files.items():
        Path(f"{name}.xml").write_text(text, "utf-8")
        Path(f"{name}-large.xml").write_bytes(text.encode() + LONG)
    names = [f"{name}{more}.xml" for name in files for more in ("", "-large")]
    with started("-m", "encoder", "validate", *names) as process:
        out, err = process.communicate(timeout=120)
    assert err == ""
    assert out.splitlines()[-2].startswith(f"{len(names)} files, ")


_HELD: Final = """
import resource, sys
from encoder.cli import main
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    main()
except SystemExit as end:
    assert end.code == 1, end.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nobody says what was held")
@pytest.mark.parametrize("kind", ["text", "attribute", "comment", "tag"])
def test_a_text_of_many_megabytes_does_not_fill_the_memory(kind: str) -> None:
    start, end = {
        "text": (b"<p>", b"</p>"),
        "attribute": (b'<p n="', b'"/>'),
        "comment": (b"<p><!--", b"--></p>"),
        "tag": (b"<", b"/>"),
    }[kind]
    with Path("a.xml").open("wb") as file:
        file.write(start)
        file.writelines(b"x" * (1 << 20) for _ in range(60))
        file.write(end)
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", _HELD, "validate", "a.xml"],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert " T803 " in done.stdout or " T001 " in done.stdout
    # Ten megabytes are what a text may have, and libxml2 doubles what it holds.
    assert int(done.stderr) < 55_000


def test_what_has_to_be_held_as_a_whole_has_a_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(validation, "WHOLE", 3 << 20)
    Path("a.xml").write_bytes(b"<p>" + b"x" * (4 << 20) + b"</p>")
    Path("a.txt").write_text("HALE: Good morning.\n", "utf-8")
    for more in (("--source", "a.txt"), ("--engine", "xmlschema"), ("--thorough",)):
        status, out = said("a.xml", *more)
        assert (status, "T803 [beyond-bounds] more than 3 mega" in out) == (1, True)
    data = Path("a.xml").read_bytes()
    piped = CliRunner().invoke(group, ["validate", "-"], input=data)
    assert "T803 [beyond-bounds] more than 3 megabytes" in piped.stdout
