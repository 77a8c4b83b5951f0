"""Reports for programs, each read by a reader that is not ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from lxml import etree

from encoder.cli.group import group
from encoder.finding import Rule, Severity
from encoder.model.source import Place
from encoder.reports.forms import FORMS, document
from encoder.reports.totals import Totals
from encoder.runs.result import Result

RULE: Final = Rule("T201", "an-example", Severity.ERROR, "Seen.\n\nIt costs.\n\nDo.")
NOTE: Final = Rule("T301", "another", Severity.NOTE, "Seen.")
STRANGE: Final = 'a "<&>" 100% \x1b\ud800 é\nnext: line'
RESULTS: Final = (
    Result(
        name="tei/a b,c:d.xml",
        findings=(
            RULE.at(Place("tei/a b,c:d.xml", 3, 7), STRANGE)._replace(
                behind=Place("a.txt", 2, 1)
            ),
            NOTE.at(Place("tei/a b,c:d.xml", 4, 1), "nobody speaks"),
        ),
        refused=True,
        lines={3: "<sp who='#x'>"},
    ),
    Result(name="tei/good.xml"),
)


def report(form: str) -> bytes:
    text = "".join(document(form, RESULTS, Totals()))
    return text.encode("utf-8", "backslashreplace")


def test_sarif_follows_the_published_schema() -> None:
    """The models are generated from the schema of OASIS and take nothing else."""
    models = pytest.importorskip("pydantic_sarif.model")
    whole = models.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    sarif = whole.model_validate_json(report("sarif"))
    (run,) = sarif.runs
    assert [rule.id for rule in run.tool.driver.rules] == ["T201", "T301"]
    first, second = run.results
    assert (first.ruleId, first.ruleIndex, first.level.value) == ("T201", 0, "error")
    assert (second.ruleId, second.ruleIndex, second.level.value) == ("T301", 1, "note")
    place = first.locations[0].physicalLocation
    assert place.artifactLocation.uri == "tei/a%20b%2Cc%3Ad.xml"
    assert (place.region.startLine, place.region.startColumn) == (3, 7)
    assert place.region.snippet.text == "<sp who='#x'>"
    behind = first.relatedLocations[0].physicalLocation
    assert (behind.artifactLocation.uri, behind.region.startLine) == ("a.txt", 2)


def test_junit_has_a_case_for_each_file_and_a_failure_for_each_error() -> None:
    root = etree.fromstring(report("junit"))
    assert root.get("tests") == "2"
    bad, good = root.iter("testcase")
    assert bad.get("name") == "tei/a b,c:d.xml"
    failure = bad.find("failure")
    assert failure is not None
    assert failure.get("type") == "T201 an-example"
    assert '"<&>" 100% \\x1b\\ud800 é' in str(failure.get("message"))
    assert "nobody speaks" in str(bad.findtext("system-out"))
    assert len(good) == 0


def test_remarks_for_github_are_one_line_each_and_escaped() -> None:
    first, second, closing = report("github").decode().splitlines()
    assert first == (
        "::error file=tei/a b%2Cc%3Ad.xml,line=3,col=7,title=T201 an-example"
        '::a "<&>" 100%25 \x1b\\ud800 é%0Anext: line'
    )
    assert second.startswith("::notice file=tei/")
    assert closing.startswith("2 files, 0 checks")


@pytest.mark.parametrize("form", FORMS)
def test_a_report_is_the_same_for_the_same_results(form: str) -> None:
    assert report(form) == report(form)


def test_several_reports_are_written_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text("<TEI/>", "utf-8")
    wanted = [f"--report={form}=report.{form}" for form in FORMS]
    done = CliRunner().invoke(group, ["validate", "a.xml", *wanted])
    assert done.exit_code == 1
    assert "error T002" in done.stdout
    sarif = json.loads(Path("report.sarif").read_text("utf-8"))
    assert sarif["runs"][0]["results"][0]["ruleId"] == "T002"
    assert Path("report.github").read_text("utf-8").startswith("::error file=a.xml")
    assert etree.parse("report.junit").getroot().tag == "testsuites"
    assert json.loads(Path("report.json").read_text("utf-8"))["totals"]["files"] == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--report", "sarif"], "takes FORM=FILE"),
        (["--report", "sarf=a"], 'did you mean "sarif"'),
        (["--only", "pointer"], 'did you mean "pointers"'),
        (["--shared", "nowhere.xml"], "there is no file"),
        (["--source", "nowhere.txt"], "there is no file"),
    ],
)
def test_a_request_that_means_nothing_is_refused(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text("<TEI/>", "utf-8")
    done = CliRunner().invoke(group, ["validate", "a.xml", *arguments])
    assert (done.exit_code, says in done.stderr) == (2, True)


def test_severities_and_the_level_of_failure_are_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u>No</u></body></text></TEI>'
    Path("a.xml").write_text(tei, "utf-8")
    asked = ["validate", "a.xml", "--only", "people"]
    assert CliRunner().invoke(group, asked).exit_code == 0
    failing = [*asked, "--fail-level", "note"]
    assert CliRunner().invoke(group, failing).exit_code == 1
    Path("tei-encoder.toml").write_text('[severities]\nT301 = "error"\n', "utf-8")
    assert CliRunner().invoke(group, asked).exit_code == 1
    assert CliRunner().invoke(group, [*asked, "--fail-level", "never"]).exit_code == 0
    Path("tei-encoder.toml").write_text('[severities]\nT301 = "off"\n', "utf-8")
    assert CliRunner().invoke(group, failing).exit_code == 0
