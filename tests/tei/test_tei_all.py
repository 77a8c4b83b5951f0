"""Everything that the encoder writes is TEI: jing says so, by the schema of all of it.

`record.odd` leaves most of TEI out, and could have put something in; a file that is
valid against it must be valid against `tei_all` as well.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from odd_validators import PROJECT, jing, needs_jing, tei_all

from encoder.configuration import Configuration, Encoder, Licence
from encoder.pipeline import UNSAID, convert
from encoder.validation.schema.engines import Engine, check_files

TESTS: Final = Path(__file__).parents[1]
SOURCES: Final = sorted(
    path
    for folder in (PROJECT / "sources", TESTS / "records", TESTS / "findings")
    for path in folder.rglob("*.txt")
    if path.name != "expected.txt"
)
EDITION: Final = Configuration(
    publisher="The Harbour Edition & Friends",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    encoder=Encoder("Anne Brook", "0000-0002-1825-0097"),
    project="Records of <one> harbour.",
    encoding_date=date(2026, 11, 24),
)


def written(edition: Configuration) -> dict[str, bytes]:
    """Return the TEI of every source here that is not refused, by a name."""
    outcomes = {
        f"{path.parent.name}-{path.stem}.xml": convert(
            path.read_bytes(), path.name, edition
        )
        for path in SOURCES
    }
    return {name: one.tei for name, one in outcomes.items() if one.tei}


@pytest.fixture(params=[UNSAID, EDITION], ids=["unsaid", "edition"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return written(request.param)


@needs_jing
@tei_all
def test_what_is_written_is_valid_against_all_of_tei(
    files: dict[str, bytes], tei_all: Path, tmp_path: Path
) -> None:
    assert len(files) > 50
    for name, tei in files.items():
        (tmp_path / name).write_bytes(tei)
    assert jing(tei_all, sorted(tmp_path.iterdir())) == []


@needs_jing
def test_what_is_written_is_valid_against_our_relax_ng(files: dict[str, bytes]) -> None:
    assert check_files(files, Engine.JING) == ()


def test_what_is_written_is_valid_against_our_xsd(files: dict[str, bytes]) -> None:
    assert check_files(files, Engine.LXML) == ()


@needs_jing
@tei_all
def test_what_is_committed_is_valid_against_all_of_tei(tei_all: Path) -> None:
    committed = [*(TESTS / "records").rglob("*.xml"), *(PROJECT / "output").iterdir()]
    assert len(committed) > 5
    assert jing(tei_all, committed) == []
