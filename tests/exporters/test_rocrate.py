"""RO-Crates held against the validator of their community, without a network."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from deposits import EACH, packed, sample, written

if TYPE_CHECKING:
    from encoder.exporters.deposit import Deposit

PROGRAM = Path(sys.executable).with_name("rocrate-validator")
VERSION = "https://w3id.org/ro/crate/1.3"
CONTEXT = "https://w3id.org/ro/crate/1.3/context"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The validator's cache, with the context that the package `rocrate` ships."""
    if not (PROGRAM.exists() and (shipped := find_spec("rocrate"))):
        pytest.skip("roc-validator and rocrate are not installed")
    requests = pytest.importorskip("requests")
    requests_cache = pytest.importorskip("requests_cache")
    urllib3 = pytest.importorskip("urllib3")
    assert shipped.origin
    body = Path(shipped.origin).with_name("data").joinpath("ro-crate.jsonld")
    headers = {"Content-Type": "application/ld+json"}

    base: Any = requests.adapters.BaseAdapter

    class Shipped(base):  # type: ignore[misc]  # it has no types
        def send(self, request: object, **_: object) -> object:
            answer = requests.Response()
            answer.status_code, answer.url, answer.request = 200, CONTEXT, request
            answer.headers.update(headers)
            answer.raw = urllib3.HTTPResponse(
                BytesIO(body.read_bytes()), headers, 200, preload_content=False
            )
            return answer

        def close(self) -> None:
            pass

    path = tmp_path_factory.mktemp("rocrate") / "cache"
    with requests_cache.CachedSession(str(path), "sqlite", expire_after=-1) as session:
        session.mount(CONTEXT, Shipped())
        session.get(CONTEXT)
    return path


def is_valid(crate: Path, cache: Path, *options: str) -> bool:
    command = [str(PROGRAM), "validate", "--offline", "--cache-path", str(cache)]
    done = subprocess.run(  # noqa: S603 (a program of the environment, on our own files)
        [*command, "--no-paging", *options, str(crate)],
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def test_a_crate_is_valid_and_a_broken_one_is_not(cache: Path, tmp_path: Path) -> None:
    made = sample("full")
    crate = written(packed("ro-crate", [made]), tmp_path) / made.name
    assert is_valid(crate, cache)
    (crate / f"{made.name}.xml").unlink()
    assert not is_valid(crate, cache, "--fail-fast")


@EACH
def test_every_entity_that_a_crate_speaks_of_is_in_it(made: Deposit) -> None:
    files = packed("ro-crate", [made])
    graph = json.loads(files[f"{made.name}/ro-crate-metadata.json"])["@graph"]
    known = [entity["@id"] for entity in graph]
    assert len({*known}) == len(known)
    text = json.dumps(graph)
    assert {*re.findall(r'\{"@id": "([^"]*)"\}', text)} <= {*known, "./", VERSION}
    [file] = [entity for entity in graph if entity["@type"] == "File"]
    assert file["sha256"] == sha256(files[f"{made.name}/{file['@id']}"]).hexdigest()
