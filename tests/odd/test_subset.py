"""The customisation is a subset of TEI: shown on documents drawn from it at random."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import Final

import pytest
from lxml import etree
from odd_documents import XML, Documents
from odd_validators import PROJECT, jing, needs_jing, tei_all

from encoder.odd import compile_odd
from encoder.validation.parsing import parse
from encoder.validation.schema.compiled import valid
from encoder.validation.schema.engines import Engine, check_files

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("documents of the subset")]

SCHEMAS: Final = PROJECT / "schemas"
SCHEMA: Final = compile_odd(SCHEMAS / "record.odd").schema
IS_CI: Final = (
    bool(os.environ.get("CI")) or os.environ.get("HYPOTHESIS_PROFILE") == "ci"
)
COUNT: Final = 300 if IS_CI else 60


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    """Documents by name, each with an element of its own that it must have.

    In CI there are more of them than there are elements.
    """
    draws = Documents(SCHEMA, Random(1945))  # noqa: S311 -- the same documents always
    names = [*SCHEMA.elements]
    step = max(len(names) // COUNT, 1)
    wanted = [names[number * step % len(names)] for number in range(COUNT)]
    return {
        f"{number:03}-{name}.xml": draws.document(name)
        for number, name in enumerate(wanted)
    }


@pytest.fixture(scope="module")
def files(
    documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    folder = tmp_path_factory.mktemp("documents")
    for name, data in documents.items():
        (folder / name).write_bytes(data)
    return sorted(folder.iterdir())


def test_the_xsd_accepts_every_document(documents: dict[str, bytes]) -> None:
    refused = [name for name, data in documents.items() if not valid(parse(data))]
    assert refused == []


def test_the_grammar_accepts_every_document(documents: dict[str, bytes]) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "record.rng"))
    trees = {name: parse(data) for name, data in documents.items()}
    refused = [name for name in trees if not grammar.validate(trees[name])]
    assert refused == []


@needs_jing
def test_jing_accepts_every_document(documents: dict[str, bytes]) -> None:
    assert check_files(documents, Engine.JING) == ()


@needs_jing
@tei_all
def test_tei_accepts_every_document(tei_all: Path, files: list[Path]) -> None:
    assert jing(tei_all, files) == []


def test_a_document_has_the_element_asked_for_with_every_attribute() -> None:
    draws = Documents(SCHEMA, Random(7))  # noqa: S311 -- the same documents always
    for name in SCHEMA.elements:
        root = parse(draws.document(name))
        every = {
            attribute.name.replace("xml:", XML)
            for attribute in SCHEMA.attributes_of(SCHEMA.elements[name])
        }
        assert any(every == {*each.attrib} for each in root.iter(f"{{*}}{name}")), name


def test_the_same_seed_gives_the_same_document() -> None:
    one, other = (Documents(SCHEMA, Random(3)) for _ in range(2))  # noqa: S311 -- as above
    assert [one.document() for _ in range(3)] == [other.document() for _ in range(3)]
