"""What we make of real records is valid: by our own schema, and by that of all TEI."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from odd_validators import PROJECT, SHARED, jing, needs_jing, tei_all

from encoder.configuration import Options
from encoder.pipeline import PROFILES, UNSAID, convert
from encoder.validation.schema.engines import Engine, check_files

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("schema output")]

SAMPLE: Final = PROJECT / "output" / "soong-stalin-1945-07-07.xml"
CORPUS: Final = SHARED / "corpus" / "text"

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the real records of others are not here"
)


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """What is made of every record of the corpus, in every profile."""
    outcomes = {
        f"{source.stem}-{profile}.xml": convert(
            source.read_bytes(),
            source.name,
            UNSAID,
            Options(profile=profile, schema=False),
        )
        for source in sorted(CORPUS.glob("*.txt"))
        for profile in PROFILES
    }
    return {name: outcome.tei for name, outcome in outcomes.items() if outcome.tei}


@pytest.mark.parametrize(
    "engine",
    [Engine.LXML, Engine.XMLSCHEMA, pytest.param(Engine.JING, marks=needs_jing)],
)
def test_three_engines_accept_the_sample(engine: Engine) -> None:
    assert check_files({SAMPLE.name: SAMPLE.read_bytes()}, engine) == ()


@needs_corpus
@pytest.mark.parametrize(
    "engine", [Engine.LXML, pytest.param(Engine.JING, marks=needs_jing)]
)
def test_our_schema_accepts_what_is_made_of_real_records(
    engine: Engine, written: dict[str, bytes]
) -> None:
    assert len(written) > 100
    assert check_files(written, engine) == ()


@needs_corpus
@needs_jing
@tei_all
def test_tei_accepts_what_is_made_of_real_records(
    tei_all: Path, written: dict[str, bytes], tmp_path: Path
) -> None:
    for name, data in written.items():
        (tmp_path / name).write_bytes(data)
    assert jing(tei_all, sorted(tmp_path.iterdir())) == []
