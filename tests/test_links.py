"""What the documents point to in the project is there: files, headings, commands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

PROJECT: Final = Path(__file__).parents[1]
DOCUMENTS: Final = sorted(
    path.relative_to(PROJECT).as_posix()
    for pattern in ("*.md", "docs/*.md")
    for path in PROJECT.glob(pattern)
)
_FENCED: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
_HEADING: Final = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_FOLDERS: Final = "docs|encoder|tests|schemas|sources|output"
_PATH: Final = re.compile(rf"`((?:{_FOLDERS})/[a-z0-9_./-]+)`")
_MAKE: Final = re.compile(r"(?:`|run: |^ {4,})make ([a-z]+)", re.MULTILINE)
_ROOM: Final = re.compile(r"`([a-z]+)/(?:[a-z_/]+\.py)?`")


def words_of(document: str) -> str:
    return _FENCED.sub("", (PROJECT / document).read_text("utf-8"))


def anchors(path: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a document."""
    headings = _HEADING.findall(path.read_text("utf-8"))
    return {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in headings
    }


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    for target, anchor in _LINK.findall(words_of(document)):
        path = (PROJECT / document).parent / target if target else PROJECT / document
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), f"{target}#{anchor}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_are_named_are_there(document: str) -> None:
    """In the name of a file, xx is any language; capitals are a name of your own."""
    for named in _PATH.findall(words_of(document).replace("/xx.", "/de.")):
        assert (PROJECT / named).exists(), named


@pytest.mark.parametrize("document", DOCUMENTS)
def test_rooms_that_are_named_are_there(document: str) -> None:
    """A path that begins with no folder of the project begins with a room."""
    for match in _ROOM.finditer(words_of(document)):
        named = match[0].strip("`")
        there = (PROJECT / named, PROJECT / "encoder" / named)
        assert any(path.exists() for path in there), named


@pytest.mark.parametrize("document", [*DOCUMENTS, ".github/workflows/ci.yml"])
def test_commands_that_are_named_are_there(document: str) -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    for target in _MAKE.findall((PROJECT / document).read_text("utf-8")):
        assert f"\n{target}:" in makefile, target
