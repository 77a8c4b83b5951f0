"""`validate --for TARGET`: what a repository will ask for, before it is asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from deposits import tei

from encoder.cli.group import group
from encoder.exporters import TARGETS, exporter_to

if TYPE_CHECKING:
    from click.testing import Result

LARGE = "<p>It is so.</p>" * 80_000


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a rich record, and one without a date or a DOI."""
    monkeypatch.chdir(tmp_path)
    # Nothing in a header says what Dataverse asks for beside it.
    stated = 'contact = "desk@harbour.example"\ndiscipline = "Arts and Humanities"\n'
    Path("tei-encoder.toml").write_text(stated, "utf-8")
    Path("rich.xml").write_bytes(tei())
    poor = re.sub(rb'<date when="2026[^>]*>|<idno type="DOI">.*?</idno>', b"", tei())
    Path("poor.xml").write_bytes(poor.replace(b"<TEI", b"\n\n<TEI", 1))
    Path("large.xml").write_bytes(poor.replace(b"</body>", f"{LARGE}</body>".encode()))


def checked(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["validate", *arguments, "--only", "T202"])


def asked(done: Result) -> list[str]:
    """Return what is required, line by line."""
    lines = done.stdout.splitlines()
    return [line for line in lines if "X001" in line]


@pytest.mark.parametrize("target", TARGETS)
def test_a_rich_record_lacks_nothing(target: str) -> None:
    done = checked("rich.xml", "--for", target)
    assert (done.exit_code, asked(done)) == (0, [])


def test_what_a_target_requires_and_nobody_states_is_an_error_with_its_line() -> None:
    done = checked("poor.xml", "--for", "datacite")
    assert done.exit_code == 1
    doi, published = asked(done)
    assert doi.startswith(
        "poor.xml:3:53: error X001 [missing-fact] datacite requires: DOI; state it in "
        'publicationStmt/idno[@type="DOI"]'
    )
    assert "datacite requires: date of publication; state it in" in published


def test_without_a_target_nothing_is_asked() -> None:
    assert not asked(checked("poor.xml"))


def test_several_targets_are_asked_each_for_its_own() -> None:
    done = checked("poor.xml", "--for", "ro-crate", "--for", "omeka")
    (only,) = asked(done)
    assert "ro-crate requires: date of publication" in only


def test_all_targets_ask_for_all_that_any_of_them_needs() -> None:
    needs = [(name, need) for name in TARGETS for need in exporter_to(name).needs]
    lacked = [each for each in needs if each[1].fact in {"DOI", "date of publication"}]
    assert len(asked(checked("poor.xml", "--for", "all"))) == len(lacked) > 2


def test_what_the_edition_states_need_not_stand_in_the_file() -> None:
    Path("edition.toml").write_text("encoding-date = 2026-11-24\n", "utf-8")
    done = checked("poor.xml", "--for", "ro-crate", "--config", "edition.toml")
    assert (done.exit_code, asked(done)) == (0, [])


def test_a_large_file_is_asked_too() -> None:
    done = checked("large.xml", "--for", "datacite")
    assert ["DOI" in line for line in asked(done)] == [True, False]


def test_workers_ask_as_well() -> None:
    two = ("poor.xml", "rich.xml", "--for", "datacite", "--workers")
    assert checked(*two, "2").stdout == checked(*two, "1").stdout


def test_somebody_can_decide_to_leave_it() -> None:
    said = b"<fileDesc><?tei-encoder ignore X001 it is never published?>"
    data = Path("poor.xml").read_bytes().replace(b"<fileDesc>", said)
    Path("poor.xml").write_bytes(data)
    assert not asked(checked("poor.xml", "--for", "datacite"))


def test_the_header_of_a_corpus_is_asked_for_nothing() -> None:
    record = Path("rich.xml").read_bytes()
    corpus = (
        b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>%b</teiCorpus>'
    )
    Path("corpus.xml").write_bytes(corpus % record)
    assert not asked(checked("corpus.xml", "--for", "datacite"))


def test_a_header_that_calls_for_an_entity_is_no_failure() -> None:
    data = Path("rich.xml").read_bytes().replace(b"<title>", b"<title>&e;", 1)
    Path("e.xml").write_bytes(b"<!DOCTYPE TEI [<!ENTITY e SYSTEM 'x'>]>" + data)
    done = checked("e.xml", "--for", "datacite")
    assert "T802" in done.stdout
    assert not asked(done)


def test_a_target_that_is_none_is_refused() -> None:
    done = checked("rich.xml", "--for", "datacit")
    assert done.exit_code == 2
    assert 'did you mean "datacite"?' in done.stderr
