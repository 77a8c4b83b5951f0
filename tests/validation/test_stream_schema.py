"""Large files and their schemas: each is held against the one that it is to be."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from odd_validators import needs_jing

from encoder.cli.group import group
from encoder.validation.schema import with_jing
from encoder.validation.schema.engines import Engine, check_file
from encoder.validation.selection import select
from encoder.validation.stream import LARGE, validate_large
from encoder.validation.stream_schema import MANY
from encoder.validation.validate import Checked, Request

SOUND: Final = (Path(__file__).parents[1] / "faults" / "sound.xml").read_bytes()
SAID: Final = b"It has been open since noon."
MODEL: Final = '<?xml version="1.0"{}?>\n<?xml-model href="memo.rng"?>\n'
RNG: Final = """<element name="memo" xmlns="http://relaxng.org/ns/structure/1.0">
<zeroOrMore><element name="p"><text/></element></zeroOrMore></element>"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a RELAX NG."""
    monkeypatch.chdir(tmp_path)
    Path("memo.rng").write_text(RNG, "utf-8")


def checked(
    text: str, encoding: str = "utf-8", request: Request | None = None
) -> Checked:
    """Return what is found in a file that is streamed, however large it is."""
    file = Path("a.xml")
    file.write_bytes(text.encode(encoding))
    request = request or Request(select(only=["schema"]))
    return validate_large("a.xml", file.resolve(), request)


def places(done: Checked) -> list[tuple[str, int]]:
    return [(finding.rule.code, finding.place.line) for finding in done.findings]


@needs_jing
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_large_file_is_held_against_the_relax_ng_that_it_names(
    encoding: str,
) -> None:
    start = MODEL.format(f' encoding="{encoding}"')
    good = checked(f"{start}<memo><p>é</p></memo>", encoding)
    assert (good.findings, good.by) == ((), "jing against memo.rng")
    bad = checked(f"{start}<memo>\n<p>é</p>\n<q/></memo>", encoding)
    assert places(bad) == [("T003", 5)]
    assert bad.findings[0].message.startswith('element "q" not allowed anywhere')


@needs_jing
def test_a_document_type_is_left_out_and_an_entity_leaves_it_unjudged() -> None:
    start = MODEL.format("")
    typed = f'{start}<!DOCTYPE memo SYSTEM "http://localhost:9/x.dtd">\n'
    assert places(checked(f"{typed}<memo><q/></memo>")) == [("T801", 3), ("T003", 4)]
    inner = f'{start}<!DOCTYPE memo [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n'
    used = checked(f"{inner}<memo><q>&e;</q></memo>")
    assert places(used) == [("T801", 3), ("T802", 4)]


@needs_jing
def test_what_cannot_be_copied_is_said_not_to_be_validated() -> None:
    long = MODEL.format("") + f"<!DOCTYPE memo [<!-- {'x' * (1 << 20)} -->]><memo/>"
    done = checked(long)
    assert "T806" in [code for code, _ in places(done)]


@needs_jing
def test_only_so_many_faults_of_a_large_file_are_named() -> None:
    done = checked(MODEL.format("") + f"<memo>{'<q/>' * 5000}</memo>")
    assert len(done.findings) == MANY


def test_without_a_jing_the_schema_is_said_not_to_be_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    done = checked(MODEL.format("") + "<memo/>")
    assert ("T806", 2) in places(done)
    assert done.by == "lxml against record.xsd"


def test_a_file_that_is_no_xml_is_not_given_to_jing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(with_jing, "_jing", lambda: ["nothing-of-this-name"])
    done = checked(MODEL.format("") + "<memo><p></memo>")
    assert [code for code, _ in places(done)] == ["T001"]


def test_our_own_relax_ng_by_lxml_is_our_own_xsd() -> None:
    rng = Path(__file__).parents[2] / "schemas" / "record.rng"
    request = Request(select(only=["schema"]), Engine.LXML, rng)
    spoilt = SOUND.decode().replace("<body>", "<body><nothing/>")
    done = checked(spoilt, request=request)
    assert done.by == "lxml against record.rng"
    assert done.findings
    assert not checked(SOUND.decode(), request=request).findings


@pytest.mark.slow
@needs_jing
def test_jing_is_asked_of_large_files_and_small_ones_in_one_run() -> None:
    Path("small.xml").write_bytes(SOUND)
    long = SOUND.replace(SAID, SAID * (LARGE // len(SAID) + 1))
    Path("large.xml").write_bytes(long)
    Path("worse.xml").write_bytes(long.replace(b"</body>", b"<nothing/></body>"))
    names = ("small.xml", "large.xml", "worse.xml")
    arguments = ("validate", *names, "--engine", "jing", "--only", "schema")
    done = CliRunner().invoke(group, arguments)
    assert "(jing against record.rng): 2 valid, 1 not" in done.stdout
    assert "worse.xml:" in done.stdout
    assert "large.xml:" not in done.stdout


@pytest.mark.slow
@needs_jing
def test_of_one_file_only_so_much_is_heard() -> None:
    Path("open.rng").write_text(RNG, "utf-8")
    data = b"<memo>" + b'<p a="1"/>' * 3000 + b"</memo>"
    found = check_file(data, "a.xml", Engine.JING, Path("open.rng"))
    assert len(found) == with_jing.MOST
