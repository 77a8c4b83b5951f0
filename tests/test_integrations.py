"""The hook for pre-commit and the action for GitHub, run as their users run them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

PROJECT: Final = Path(__file__).parents[1]
GOOD: Final = next((PROJECT / "output").glob("*.xml")).read_bytes()
BAD: Final = GOOD.replace(b'who="#molotov"', b'who="#molotow"', 1)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with a good file, and one in which a pointer leads nowhere."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "good.xml").write_bytes(GOOD)
    (tmp_path / "corpus" / "bad.xml").write_bytes(BAD)
    return tmp_path / "corpus"


def ended(command: list[str], folder: Path, **changes: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 (commands of our own, in folders of our own)
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "", **changes},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.slow
def test_the_hook_refuses_a_commit_with_a_dangling_pointer(
    corpus: Path, tmp_path: Path
) -> None:
    program, git = shutil.which("pre-commit"), shutil.which("git")
    if not program or not git or not (PROJECT / ".git").exists():
        pytest.skip("this needs pre-commit, git, and a clone of the project")
    _, revision = ended([git, "rev-parse", "HEAD"], PROJECT)
    (corpus / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {PROJECT}\n  rev: {revision.strip()}\n"
        "  hooks:\n  - id: tei-encoder-validate\n",
        "utf-8",
    )
    ended([git, "init", "-q"], corpus)
    ended([git, "add", "."], corpus)
    home = str(tmp_path / "home")
    run = [program, "run", "--all-files"]
    status, said = ended(run, corpus, PRE_COMMIT_HOME=home)
    assert (status, "T201 [dangling-pointer]" in said) == (1, True), said
    (corpus / "bad.xml").write_bytes(GOOD)
    ended([git, "add", "."], corpus)
    status, said = ended(run, corpus, PRE_COMMIT_HOME=home)
    assert (status, "Passed" in said) == (0, True), said


@pytest.mark.slow
def test_the_action_installs_the_project_and_remarks_on_the_lines(
    corpus: Path, tmp_path: Path
) -> None:
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    (tmp_path / "temp").mkdir()
    given = {name: each["default"] for name, each in action["inputs"].items()}
    given["arguments"] = "--skip\ndescription\n"
    status, said = 0, ""
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"], "what users write would become a script"
        values = {
            name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
            for name, value in step.get("env", {}).items()
        }
        # As GitHub runs a step whose shell is bash.
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        status, said = ended(
            shell,
            corpus,
            RUNNER_TEMP=str(tmp_path / "temp"),
            GITHUB_ACTION_PATH=str(PROJECT),
            **values,
        )
    assert status == 1, said
    assert "::error file=bad.xml,line=" in said
    assert "title=T201 dangling-pointer::" in said
    assert "2 files, " in said
    assert (corpus / "tei-encoder.sarif").exists()
