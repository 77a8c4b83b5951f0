"""Run the tests of the rooms that changed, and the guards of the house.

    python tests/quick.py [REVISION]

What changed is what the working tree has and the merge base with REVISION has not;
without one, with the branch that the clone came from, or else with `main`. Tests that
are marked as slow are left out.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROJECT: Final = Path(__file__).parents[1]
GUARDS: Final = (
    "tests/test_house.py",
    "tests/test_lines.py",
    "tests/test_links.py",
    "tests/test_same_bytes.py",
)
BASES: Final = ("origin/HEAD", "main", "HEAD")


def git(*arguments: str) -> list[str]:
    """Return the lines that git prints, or none if it fails."""
    done = subprocess.run(  # noqa: S603 (git, with words of our own)
        ["git", *arguments],  # noqa: S607 (whichever git the clone was made with)
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines() if done.returncode == 0 else []


def changed(bases: Iterable[str]) -> list[str]:
    """Return the files that differ from the merge base with the first of `bases`.

    A base that does not exist is passed over; files that git does not know yet count.
    """
    for base in bases:
        for commit in git("merge-base", "HEAD", base):
            differ = git("diff", "--name-only", "--no-renames", commit)
            return differ + git("ls-files", "--others", "--exclude-standard")
    message = f"git knows none of these revisions: {', '.join(bases)}"
    raise SystemExit(message)


def where_tested(file: str, project: Path = PROJECT) -> Iterator[str]:
    """Yield the folders and files whose tests are about a changed file.

    A file of a room, or of its tests, has the doctests and the tests of the room.
    """
    top, *rest = file.split("/")
    if top not in {"encoder", "tests"}:
        return
    if (project / "encoder" / rest[0]).is_dir():
        yield from (f"{each}/{rest[0]}" for each in ("encoder", "tests"))
    elif file.endswith(".py") and (top == "encoder" or rest[0].startswith("test_")):
        yield file


def chosen(files: Iterable[str], project: Path = PROJECT) -> list[str]:
    """Return what pytest is to run for these changed files, the guards with it."""
    found = {each for file in files for each in where_tested(file, project)}
    return sorted(each for each in {*found, *GUARDS} if (project / each).exists())


if __name__ == "__main__":
    tests = chosen(changed(sys.argv[1:] or BASES))
    sys.stdout.write(f"{' '.join(tests)}\n")
    paths = [str(PROJECT / each) for each in tests]
    sys.exit(pytest.main(["-q", "-n", "auto", "-m", "not slow", *paths]))
