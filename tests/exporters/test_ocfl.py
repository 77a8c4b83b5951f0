"""Storage roots held against `ocfl-py`, over one export and over several."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from hashlib import sha512
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from deposits import EACH, EXPORTS, deposit, packed, sample, tei, written

from encoder.cli.group import group

if TYPE_CHECKING:
    from click.testing import Result

    from encoder.exporters.deposit import Deposit

COMMAND = ("export", "tei", "--to", "ocfl", "-o", "out")
ROOT = Path("out/ocfl")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder that holds tei/full.xml and tei/other.xml."""
    monkeypatch.chdir(tmp_path)
    Path("tei").mkdir()
    Path("tei/full.xml").write_bytes((EXPORTS / "full.xml").read_bytes())
    Path("tei/other.xml").write_bytes(tei(identifier="other"))


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def change(words: str) -> None:
    Path("tei/other.xml").write_bytes(tei(words, identifier="other"))


def files_below(folder: Path) -> dict[str, bytes]:
    paths = sorted(folder.rglob("*"))
    return {path.as_posix(): path.read_bytes() for path in paths if path.is_file()}


def is_valid(root: Path) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ocfl = pytest.importorskip("ocfl")
        store = ocfl.StorageRoot(root=str(root))
        sound: bool = store.validate(log_errors=False)
    return sound and store.num_objects == store.good_objects > 0


def inventory(name: str) -> dict[str, Any]:
    stated: dict[str, Any] = json.loads((ROOT / name / "inventory.json").read_bytes())
    return stated


@EACH
def test_a_storage_root_is_valid_and_a_flipped_bit_is_caught(
    made: Deposit, tmp_path: Path
) -> None:
    files = packed("ocfl", [made, deposit(tei(identifier="another"))])
    assert is_valid(written(files, tmp_path))
    content = tmp_path / made.name / "v1" / "content" / f"{made.name}.xml"
    data = bytearray(content.read_bytes())
    data[len(data) // 2] ^= 1
    content.write_bytes(data)
    assert not is_valid(tmp_path)


def test_a_root_without_its_layout_or_an_object_without_its_inventory_is_caught(
    tmp_path: Path,
) -> None:
    files = packed("ocfl", [sample("full")])
    poorer = {path: files[path] for path in files if path != "harbour-7/inventory.json"}
    assert not is_valid(written(poorer, tmp_path / "one"))
    poorer = {path: files[path] for path in files if path != "0=ocfl_1.1"}
    assert not is_valid(written(poorer, tmp_path / "two"))


@pytest.mark.usefixtures("folder")
def test_a_new_export_is_a_new_version_of_what_has_changed_and_of_nothing_else() -> (
    None
):
    assert typed(*COMMAND).exit_code == 0
    first = files_below(ROOT)
    change("Reed")
    assert typed(*COMMAND).exit_code == 0
    assert is_valid(ROOT)
    second = files_below(ROOT)
    assert inventory("other")["head"] == "v2"
    assert inventory("harbour-7")["head"] == "v1"
    kept = {path: first[path] for path in first if "other/inventory" not in path}
    assert kept.items() <= second.items()
    added = {path.removeprefix("out/ocfl/") for path in {*second} - {*first}}
    assert added == {
        "other/v2/content/other.xml",
        "other/v2/inventory.json",
        "other/v2/inventory.json.sha512",
    }


@pytest.mark.usefixtures("folder")
def test_the_same_export_again_changes_nothing() -> None:
    typed(*COMMAND)
    before = files_below(ROOT)
    done = typed(*COMMAND)
    assert (done.exit_code, files_below(ROOT)) == (0, before)
    assert [path.name for path in Path("out").iterdir()] == ["ocfl"]


@pytest.mark.usefixtures("folder")
def test_what_comes_back_is_stored_once_and_what_is_not_exported_stays() -> None:
    typed(*COMMAND)
    change("Reed")
    typed(*COMMAND)
    change("Hale")
    Path("tei/full.xml").unlink()
    Path("tei/new.xml").write_bytes(tei(identifier="new"))
    assert typed(*COMMAND).exit_code == 0
    assert is_valid(ROOT)
    stated = inventory("other")
    assert [*stated["versions"]] == ["v1", "v2", "v3"]
    assert stated["versions"]["v3"]["state"] == stated["versions"]["v1"]["state"]
    assert not (ROOT / "other/v3/content").exists()
    assert (ROOT / "harbour-7/v1/content/harbour-7.xml").is_file()
    assert (ROOT / "new/v1/content/new.xml").is_file()


def broken(file: str, old: str, new: str) -> None:
    path = ROOT / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("ocfl_layout.json", "0002", "0003", "has another ocfl_layout.json than ours"),
        ("other/inventory.json", "v1", "v9", "is not what its digest says"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_root_that_cannot_be_continued_is_left_as_it_is(
    file: str, old: str, new: str, said: str
) -> None:
    typed(*COMMAND)
    broken(file, old, new)
    before = files_below(ROOT)
    change("Reed")
    done = typed(*COMMAND)
    assert (done.exit_code, said in done.stderr) == (2, True)
    assert files_below(ROOT) == before
    assert [path.name for path in Path("out").iterdir()] == ["ocfl"]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("{", "is no inventory"),
        ("[]", "is no inventory"),
        ('{"id": "other"}', "is no inventory"),
        ({"digestAlgorithm": "sha256"}, "is of an object that is not from here"),
        ({"id": "another"}, "is of an object that is not from here"),
        ({"contentDirectory": "data"}, "is of an object that is not from here"),
        ({"head": "v01"}, "is no inventory"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_inventory_that_is_not_ours_is_one_sentence(
    stated: str | dict[str, str], said: str
) -> None:
    typed(*COMMAND)
    if not isinstance(stated, str):
        stated = json.dumps(inventory("other") | stated)
    (ROOT / "other/inventory.json").write_text(stated, "utf-8")
    sidecar = f"{sha512(stated.encode()).hexdigest()} inventory.json\n"
    (ROOT / "other/inventory.json.sha512").write_text(sidecar, "utf-8")
    done = typed(*COMMAND)
    assert (done.exit_code, said in done.stderr) == (2, True)


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_no_storage_root_is_not_added_to() -> None:
    ROOT.mkdir(parents=True)
    (ROOT / "diary.txt").write_text("mine", "utf-8")
    done = typed(*COMMAND)
    assert done.exit_code == 2
    assert '"out/ocfl" is there already' in done.stderr
    assert files_below(ROOT) == {"out/ocfl/diary.txt": b"mine"}


@pytest.mark.usefixtures("folder")
def test_a_zip_is_not_added_to() -> None:
    assert typed(*COMMAND, "--zip").exit_code == 0
    change("Reed")
    done = typed(*COMMAND, "--zip")
    assert done.exit_code == 2
    assert '"out/ocfl.zip" is there already' in done.stderr


@pytest.mark.parametrize("rename", [1, 2])
@pytest.mark.usefixtures("folder")
def test_an_export_that_is_killed_between_two_versions_loses_none(rename: int) -> None:
    """The `rename`-th of the two that put a new root into its place is the last."""
    typed(*COMMAND)
    before = files_below(ROOT)
    change("Reed")
    stop = (
        "import os, pathlib\nfrom encoder.runs import writing\n"
        "rename, left = pathlib.Path.rename, iter([1, 2])\n"
        "def counted(path, target):\n"
        "    done = rename(path, target)\n"
        f"    if next(left) == {rename}: os._exit(9)\n"
        "    return done\n"
        "pathlib.Path.rename = counted\n"
        "from encoder.cli import main\nmain()\n"
    )
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", stop, *COMMAND],
        check=False,
        env={**os.environ, "PYTHONPATH": str(EXPORTS.parents[1])},
    )
    assert done.returncode == 9
    assert typed(*COMMAND).exit_code == 0
    assert inventory("other")["head"] == "v2"
    assert is_valid(ROOT)
    kept = {path: before[path] for path in before if "other/inventory" not in path}
    assert kept.items() <= files_below(ROOT).items()
    assert [path.name for path in Path("out").iterdir()] == ["ocfl"]
