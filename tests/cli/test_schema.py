"""`tei-encoder schema compile`: a user's own ODD becomes schemas, or a refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder.cli.group import group

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_an_odd_becomes_the_schemas_that_describe_the_same(tmp_path: Path) -> None:
    odd = str(SCHEMAS / "record.odd")
    command = ["schema", "compile", odd, "-o", str(tmp_path / "made")]
    done = CliRunner().invoke(group, command)
    assert done.exit_code == 0
    for name in ("record.xsd", "record.rng", "xml.xsd"):
        made = (tmp_path / "made" / name).read_bytes()
        assert made == (SCHEMAS / name).read_bytes()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<TEI", "memo.odd:1: not XML"),
        ('\n<p xmlns="http://www.tei-c.org/ns/1.0"/>', "memo.odd:2: "),
        (
            """<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<schemaSpec ident="memo">
            <moduleRef key="core"/></schemaSpec></TEI>""",
            "memo.odd:3: <moduleRef> cannot be compiled",
        ),
    ],
)
def test_what_cannot_be_compiled_is_named_with_its_line(
    text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("memo.odd").write_text(text, "utf-8")
    done = CliRunner().invoke(group, ["schema", "compile", "memo.odd", "-o", "made"])
    assert done.exit_code == 2
    assert says in done.stderr
    assert not Path("made").exists()


def test_an_odd_that_is_not_there_is_refused(tmp_path: Path) -> None:
    command = ["schema", "compile", "nowhere.odd", "-o", str(tmp_path)]
    done = CliRunner().invoke(group, command)
    assert (done.exit_code, "cannot be read" in done.stderr) == (2, True)
