"""The walls of the house: which room may import which, and how long a file may be."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

# From the ground up: one room to a floor, so that no two can import each other. A room
# that is not named here (the front door) is on top.
FLOORS = (
    "model",
    "finding",
    "errors",
    "configuration",
    "text",
    "language",
    "dates",
    "names",
    "layouts",
    "body",
    "turns",
    "decisions",
    "annotation",
    "tei",
    "proof",
    "odd",
    "validation",
    "exporters",
    "pipeline",
    "runs",
    "rules",
    "reports",
    "cli",
)
# What reads pages; what reads TEI leaves it alone, so that it could leave the house.
READING = {"layouts", "body", "turns", "annotation", "decisions"}
READS_TEI = ("validation/", "exporters/")
# What is slow to import, or speaks a language of its own, and who may import it.
TENANTS = {
    "lxml": ("tei/", "odd/", "proof/", "validation/", "exporters/"),
    "xmlschema": ("validation/schema/",),
    "click": ("cli/",),
}
ENCODER = Path(__file__).parents[1] / "encoder"
FILES = sorted(path.relative_to(ENCODER).as_posix() for path in ENCODER.rglob("*.py"))


@cache
def nodes(file: str) -> tuple[ast.AST, ...]:
    """Return the nodes of a file's syntax tree: each test here asks for them."""
    return tuple(ast.walk(ast.parse((ENCODER / file).read_text("utf-8"))))


@cache
def imported(file: str) -> frozenset[str]:
    """Return the names that a file imports, each with its module."""
    found: set[str] = set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def floor(room: str) -> int:
    """Return how far up the house `room` is."""
    return FLOORS.index(room) if room in FLOORS else len(FLOORS)


def rooms_imported(file: str) -> set[str]:
    modules = (name.split(".") for name in imported(file))
    rooms = {parts[1] for parts in modules if parts[0] == "encoder" and parts[1:]}
    return rooms - {"__version__"}


def module(file: str) -> str:
    name = f"encoder/{file}".removesuffix(".py").removesuffix("/__init__")
    return name.replace("/", ".")


def modules_imported(file: str) -> Iterator[str]:
    """Yield the modules of the house that a file imports: the nearest that is one."""
    modules = {module(each) for each in FILES}
    for name in imported(file) - {"encoder.__version__"}:
        found = name if name in modules else name.rpartition(".")[0]
        if found in modules:
            yield found


@pytest.mark.parametrize("file", FILES)
def test_imports_go_one_way(file: str) -> None:
    here = file.removesuffix(".py").split("/")[0]
    above = {room for room in rooms_imported(file) if floor(room) > floor(here)}
    assert not above, f"{file} reaches up to {above}"


@pytest.mark.parametrize("file", [each for each in FILES if each.startswith(READS_TEI)])
def test_what_reads_tei_knows_nothing_of_reading_pages(file: str) -> None:
    assert not READING & rooms_imported(file)


def test_no_two_files_import_each_other() -> None:
    """Nor do more of them, in a circle; what is imported for its types counts too."""
    arrows = {module(file): {*modules_imported(file)} for file in FILES}
    while leaves := {name for name, to in arrows.items() if not to & {*arrows}}:
        arrows = {name: to for name, to in arrows.items() if name not in leaves}
    assert not arrows


@pytest.mark.parametrize("tenant", TENANTS)
def test_a_library_is_imported_only_where_it_lives(tenant: str) -> None:
    strangers = {
        file
        for file in FILES
        if not file.startswith(TENANTS[tenant])
        and any(name.split(".")[0] == tenant for name in imported(file))
    }
    assert not strangers


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_read_in_one_sitting(file: str) -> None:
    assert len((ENCODER / file).read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("file", FILES)
def test_a_function_fits_on_a_screen(file: str) -> None:
    for node in nodes(file):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, (file, node.name)


def test_a_class_name_stands_once_in_the_house() -> None:
    """So that whoever looks for it finds the one place; public or not."""
    places: dict[str, list[str]] = {}
    for file in FILES:
        for node in nodes(file):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(file)
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
