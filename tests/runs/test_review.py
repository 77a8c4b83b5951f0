"""Open questions as tables, filled in with a spreadsheet, and applied ever after."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from encoder.cli.group import group

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCES: Final = Path(__file__).parents[2] / "sources"
TEI: Final = "{http://www.tei-c.org/ns/1.0}"
BOM: Final = b"\xef\xbb\xbf"
PAGE: Final = """\
+++
title = "Conversation at the Harbour"
date = "in the summer of that year"
+++

Hale: Is the quay to be closed, and since when is that known to the town?

Reed: It is, from tomorrow, and

the town knows of it.

Chair: (Aldmoor?) is open.

Hale: That was on Monday, 3 July 1945.

All: =SUM(A1) is what they wrote.

Reed: Good.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [*map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "memo.txt").write_text(PAGE)
    return tmp_path


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    data = (folder / "decisions" / f"{name}.csv").read_bytes()
    assert data.startswith(BOM)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def answer(folder: Path, name: str, fill: Callable[[dict[str, str]], None]) -> None:
    """Fill in a table as a spreadsheet would save it."""
    filled = rows(folder, name)
    for row in filled:
        fill(row)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*filled[0]])
    writer.writeheader()
    writer.writerows(filled)
    path = folder / "decisions" / f"{name}.csv"
    path.write_bytes(BOM + out.getvalue().encode())


def test_every_open_question_has_a_row_with_its_words(folder: Path) -> None:
    result = run("review", folder)
    assert result.exit_code == 0, result.output
    quoted = {
        name: [
            (row["line"], row["words"], row["thought"]) for row in rows(folder, name)
        ]
        for name in ("speakers", "people", "dates", "corrections", "joins")
    }
    assert quoted == {
        "speakers": [
            ("6", "Hale:", "a person called Hale (2 turns)"),
            ("8", "Reed:", "a person called Reed (2 turns)"),
            ("12", "Chair:", "nobody (1 turns)"),
        ],
        "people": [],
        "dates": [
            ("3", "in the summer of that year", "not read as a date"),
            ("14", "Monday, 3 July 1945", "when=1945-07-03; the weekday does not fit"),
        ],
        "corrections": [("12", "Aldmoor", "the source doubts it")],
        "joins": [("10", "the town knows of", "join: one sentence")],
    }


def test_dates_in_figures_are_asked_wherever_they_stand_and_decided(
    folder: Path,
) -> None:
    page = PAGE.replace("at the Harbour", "at the Harbour, 12.3.1956")
    page = page.replace('date = "in the summer of that year"\n', "")
    page = page.replace("Hale: Is", "Norvik, 12.3.1956\n\nHale: Is", 1)
    (folder / "memo.txt").write_text(page)
    run("review", folder)
    unread = [
        row["line"]
        for row in rows(folder, "dates")
        if row["thought"] == "not read as a date"
    ]
    assert unread == ["2", "5"]
    answer(
        folder,
        "dates",
        lambda row: row.update(
            answer="1956-03-12" if "1956" in row["words"] else "", by="E."
        ),
    )
    result = run("convert", folder, "-v")
    assert result.exit_code == 0, result.output
    assert "E201" not in result.output


def test_answers_are_applied_and_asked_no_more(folder: Path) -> None:
    run("review", folder)
    answer(
        folder, "speakers", lambda row: row.update(answer="Ann Hale", by="An Editor")
    )
    assert run("convert", folder).exit_code == 0
    tei = etree.parse(folder / "memo.xml")
    speeches = tei.iterfind(f".//{TEI}sp")
    assert {sp.get("who") for sp in speeches} == {"#ann-hale", None}
    assert "3 answered" in run("review", folder).output


def test_a_second_review_keeps_every_answer_and_drops_what_is_open_no_more(
    folder: Path,
) -> None:
    run("review", folder)
    answer(
        folder,
        "speakers",
        lambda row: row.update(answer="-" if row["words"] == "Chair:" else ""),
    )
    page = PAGE.replace("Reed:", "Thomas Reed:").replace("Chair:", "The Chair:")
    (folder / "memo.txt").write_text(f"{page}\nHale: One more.\n")
    run("review", folder)
    assert [(row["words"], row["answer"]) for row in rows(folder, "speakers")] == [
        ("Hale:", ""),
        ("The Chair:", ""),
        ("Chair:", "-"),
    ]


def test_a_review_of_nothing_new_changes_no_byte(folder: Path) -> None:
    run("review", folder)
    answer(folder, "joins", lambda row: row.update(answer="part", by="An Editor"))
    before = {}
    for path in sorted((folder / "decisions").iterdir()):
        before[path] = path.read_bytes()
    run("review", folder)
    assert {path: path.read_bytes() for path in before} == before


def test_a_row_that_no_longer_fits_refuses_the_record(folder: Path) -> None:
    run("review", folder)
    answer(folder, "joins", lambda row: row.update(answer="part", by="An Editor"))
    (folder / "memo.txt").write_text(PAGE.replace("tomorrow", "today"))
    result = run("convert", folder)
    assert result.exit_code == 1
    assert "decisions/joins.csv:2:1: error E401 [stale-decision]" in result.output
    assert not (folder / "memo.xml").exists()


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("record", "other.txt", "there is no record 'other.txt'"),
        ("words", "", "the words that it is about are missing"),
        ("cert", "sure", "cert 'sure' is none of high, medium, low"),
        ("date", "today", "'today' is no date; write it as 1945-07-07"),
        ("by", "", "nobody answers for it; fill in by"),
        ("by", "?!", "'?!' is nobody's name; fill in by"),
        ("answer", "a\vb", r"'a\x0bb' has a sign that no XML can have; take it out"),
    ],
)
def test_a_row_that_is_not_filled_in_well_stops_the_run(
    folder: Path, column: str, value: str, said: str
) -> None:
    run("review", folder)
    good = {"answer": "part", "by": "An Editor"}
    answer(folder, "joins", lambda row: row.update({**good, column: value}))
    result = run("convert", folder)
    assert result.exit_code == 2
    assert f"joins.csv:2: {said}" in result.output


def test_the_encoder_of_the_edition_answers_where_nobody_else_is_named(
    folder: Path,
) -> None:
    (folder / "tei-encoder.toml").write_text('[encoder]\nname = "Ann Editor"\n')
    run("review", folder)
    answer(folder, "joins", lambda row: row.update(answer="part"))
    assert run("convert", folder).exit_code == 0
    assert '<p resp="#by-ann-editor">' in (folder / "memo.xml").read_text()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"record,before\nmemo.txt,x\n", "joins.csv:1: there is no column 'words'"),
        (b"\xff\xfe", "joins.csv: not UTF-8 at byte 0; save it as CSV UTF-8"),
        (
            b"record,before,words,after,answer,cert,by,date,colour\n",
            "joins.csv:1: there is no column 'colour' here",
        ),
        (
            b'record,before,words,after,answer,cert,by,date\nmemo.txt,"x\n',
            "joins.csv:2: not CSV: unexpected end of data",
        ),
        (
            b"record,before,words,after,answer,cert,by,date\n1,2,3,4,5,6,7,8,9\n",
            "joins.csv:2: more cells than there are columns",
        ),
        (
            b"record,before,words,after,answer,cert,by,date,by\n",
            "joins.csv:1: two columns have one name",
        ),
    ],
)
def test_a_table_that_is_none_stops_the_run(
    folder: Path, data: bytes, said: str
) -> None:
    (folder / "decisions").mkdir()
    (folder / "decisions" / "joins.csv").write_bytes(data)
    result = run("convert", folder)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_however_a_spreadsheet_saves_it(
    folder: Path, separator: str
) -> None:
    run("review", folder)
    path = folder / "decisions" / "corrections.csv"
    (row,) = rows(folder, "corrections")
    turned = [*reversed([*row]), "", ""]
    row |= {"answer": "Ald, moor; Upper", "by": "Ann\nEditor ", "date": "2026-11-24"}
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(turned)
    writer.writerow([*(row.get(name, "") for name in turned), ""])
    path.write_bytes(out.getvalue().encode())
    result = run("convert", folder)
    assert result.exit_code == 0, result.output
    assert ">Ald, moor; Upper</corr>" in (folder / "memo.xml").read_text()


def test_no_cell_is_run_by_a_spreadsheet(folder: Path) -> None:
    page = PAGE.replace("Chair:", "=Chair:").replace("(Aldmoor?)", "+1 (Aldmoor?)")
    (folder / "memo.txt").write_text(page)
    run("review", folder)
    for path in (folder / "decisions").iterdir():
        text = path.read_text("utf-8-sig")
        for cells in csv.reader(io.StringIO(text, newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    (row,) = rows(folder, "corrections")
    assert "+1 (" in row["before"]


def test_words_that_begin_like_a_formula_are_found_again(folder: Path) -> None:
    (folder / "memo.txt").write_text(PAGE.replace("(Aldmoor?)", "-- (Aldmoor?)"))
    run("review", folder)
    answer(folder, "corrections", lambda row: row.update(answer="Aldmoor", by="E."))
    result = run("convert", folder)
    assert result.exit_code == 0, result.output


def test_records_of_a_folder_have_their_own_rows(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "memo.txt").write_text(PAGE)
    run("review", folder)
    records = {row["record"] for row in rows(folder, "joins")}
    assert records == {"memo.txt", "below/memo.txt"}
    answer(
        folder,
        "joins",
        lambda row: row.update(
            answer="part" if row["record"] == "memo.txt" else "", by="E."
        ),
    )
    run("convert", folder)
    assert "by-e" in (folder / "memo.xml").read_text()
    assert "by-e" not in (folder / "below" / "memo.xml").read_text()


def test_a_name_that_two_entries_bear_is_a_question_with_both(folder: Path) -> None:
    table = "id,preferred,variants\nmt,Mary Town,quay\nnt,Ned Town,quay\n"
    (folder / "decisions").mkdir()
    (folder / "decisions" / "authority.csv").write_text(table)
    run("review", folder)
    (row,) = rows(folder, "people")
    assert (row["line"], row["words"]) == ("6", "quay")
    assert row["candidates"] == "mt: Mary Town; nt: Ned Town"


def test_a_record_outside_the_folder_of_decisions_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "memo.txt"
    other.write_text(PAGE)
    result = run("review", folder, other)
    assert result.exit_code == 2
    assert "does not lie below" in result.output


def test_a_record_that_is_refused_has_no_rows_and_is_said(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    result = run("review", folder)
    assert result.exit_code == 1
    assert "R002 [empty]" in result.stderr
    assert rows(folder, "joins")


def test_standard_input_has_no_place_for_decisions() -> None:
    result = run("review", "-")
    assert result.exit_code == 2


def test_workers_apply_what_one_process_applies(folder: Path) -> None:
    for number in range(6):
        (folder / f"memo{number}.txt").write_text(PAGE)
    run("review", folder)
    answer(folder, "joins", lambda row: row.update(answer="part", by="An Editor"))
    one = run("convert", folder, "-o", folder / "one", "--workers", 1)
    two = run("convert", folder, "-o", folder / "two", "--workers", 2)
    assert one.output == two.output
    for path in (folder / "one").glob("*.xml"):
        assert path.read_bytes() == (folder / "two" / path.name).read_bytes()
        assert b"by-an-editor" in path.read_bytes()


def test_the_decisions_of_the_sample_are_whole(tmp_path: Path) -> None:
    shutil.copytree(SOURCES, tmp_path / "sources")
    before = {
        path.name: path.read_bytes() for path in (SOURCES / "decisions").iterdir()
    }
    result = run("review", tmp_path / "sources")
    assert result.output.count(": 0 open") == 5
    after = {
        path.name: path.read_bytes()
        for path in (tmp_path / "sources" / "decisions").iterdir()
    }
    assert after == before
