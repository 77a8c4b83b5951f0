"""Compiled schemas that are kept: when they are used, and when they are not."""

from __future__ import annotations

import json
import os
import pickle
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
import xmlschema

from encoder.validation.schema import cache as schema_cache
from encoder.validation.schema.cache import KEPT, SWITCH, cached

XSD: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:include schemaLocation="part.xsd"/>
<xs:element name="memo" type="words"/></xs:schema>"""
PART: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:simpleType name="words"><xs:restriction base="xs:string">
<xs:maxLength value="{}"/></xs:restriction></xs:simpleType></xs:schema>"""

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")


class Compiler:
    """Compiles, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, schema: Path) -> xmlschema.XMLSchema:
        self.times += 1
        return xmlschema.XMLSchema(schema, allow="local")


@pytest.fixture
def compiler() -> Compiler:
    return Compiler()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the cache that is not there yet."""
    monkeypatch.setenv(SWITCH, str(tmp_path / "above" / "cache"))
    return tmp_path / "above" / "cache"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    (tmp_path / "part.xsd").write_text(PART.format(3), "utf-8")
    (tmp_path / "memo.xsd").write_text(XSD, "utf-8")
    return tmp_path / "memo.xsd"


def kept(cache: Path) -> Path:
    """Return the one file of the cache."""
    (file,) = cache.iterdir()
    return file


def test_a_schema_is_compiled_once_and_then_says_the_same(
    schema: Path, cache: Path, compiler: Compiler
) -> None:
    first, second = cached(schema, compiler), cached(schema, compiler)
    assert compiler.times == 1
    for words, good in (("abc", True), ("abcd", False)):
        document = f"<memo>{words}</memo>"
        assert first.is_valid(document) is second.is_valid(document) is good
    assert kept(cache).stat().st_size > 1000


def test_a_schema_of_another_content_is_compiled_anew(
    schema: Path, cache: Path, compiler: Compiler
) -> None:
    cached(schema, compiler)
    schema.write_text(XSD.replace("memo", "note"), "utf-8")
    assert cached(schema, compiler).is_valid("<note>abc</note>")
    assert (compiler.times, len([*cache.iterdir()])) == (2, 2)


@pytest.mark.usefixtures("cache")
def test_a_schema_whose_part_has_changed_is_compiled_anew(
    schema: Path, compiler: Compiler
) -> None:
    cached(schema, compiler)
    schema.with_name("part.xsd").write_text(PART.format(4), "utf-8")
    assert cached(schema, compiler).is_valid("<memo>abcd</memo>")
    assert compiler.times == 2


def test_what_another_version_has_made_is_not_read(
    schema: Path, cache: Path, compiler: Compiler, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached(schema, compiler)
    monkeypatch.setattr(xmlschema, "__version__", "0.0")
    cached(schema, compiler)
    assert (compiler.times, len([*cache.iterdir()])) == (2, 2)


class Bomb:
    """What makes a file when it is read by `pickle`."""

    def __init__(self, made: Path) -> None:
        self._made = str(made)

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (self._made,)


def armed(made: Path) -> bytes:
    """Return a file of the cache that is whole and runs what it should not."""
    rest = pickle.dumps(Bomb(made))
    said = {"digest": sha256(rest).hexdigest(), "parts": {}}
    return json.dumps(said).encode() + b"\n" + rest


def test_the_bomb_goes_off_where_nothing_is_wrong_with_the_file(
    schema: Path, cache: Path, compiler: Compiler, tmp_path: Path
) -> None:
    cached(schema, compiler)
    kept(cache).write_bytes(armed(tmp_path / "made"))
    cached(schema, compiler)
    assert (tmp_path / "made").is_dir()


@posix
@pytest.mark.parametrize("rights", [0o620, 0o602, 0o666])
@pytest.mark.parametrize("which", ["file", "folder"])
def test_what_others_can_write_to_is_not_opened(
    which: str, rights: int, schema: Path, cache: Path, tmp_path: Path
) -> None:
    compiler = Compiler()
    cached(schema, compiler)
    file = kept(cache)
    file.write_bytes(armed(tmp_path / "made"))
    (file if which == "file" else cache).chmod(rights | 0o100)
    assert cached(schema, compiler).is_valid("<memo>abc</memo>")
    assert compiler.times == 2
    assert not (tmp_path / "made").exists()


@posix
def test_what_belongs_to_somebody_else_is_not_opened(
    schema: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler = Compiler()
    cached(schema, compiler)
    kept(cache).write_bytes(armed(tmp_path / "made"))
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    cached(schema, compiler)
    assert not (tmp_path / "made").exists()


@posix
def test_a_link_is_not_followed(
    schema: Path, cache: Path, compiler: Compiler, tmp_path: Path
) -> None:
    cached(schema, compiler)
    file = kept(cache)
    (tmp_path / "armed").write_bytes(armed(tmp_path / "made"))
    file.unlink()
    file.symlink_to(tmp_path / "armed")
    cached(schema, compiler)
    assert not (tmp_path / "made").exists()
    assert not file.is_symlink()


@pytest.mark.parametrize("damage", ["cut", "turned", "empty", "other"])
def test_what_is_damaged_is_made_anew(
    damage: str, schema: Path, cache: Path, compiler: Compiler
) -> None:
    cached(schema, compiler)
    file = kept(cache)
    content = file.read_bytes()
    turned = bytes([content[-9] ^ 1])
    file.write_bytes(
        {
            "cut": content[:-1],
            "turned": content[:-9] + turned + content[-8:],
            "empty": b"",
            "other": b'{"digest": 1}\n',
        }[damage]
    )
    assert cached(schema, compiler).is_valid("<memo>abc</memo>")
    assert compiler.times == 2
    assert file.read_bytes() == content or len(file.read_bytes()) > 1000
    cached(schema, compiler)
    assert compiler.times == 2


@pytest.mark.parametrize("said", ["off", "OFF", ""])
def test_the_cache_can_be_turned_off(
    said: str, schema: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, said)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    compiler = Compiler()
    cached(schema, compiler)
    cached(schema, compiler)
    assert compiler.times == 2
    assert not cache.exists()


@posix
def test_without_a_word_it_lies_in_the_folder_of_the_users_caches(
    schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiler: Compiler
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    cached(schema, compiler)
    assert kept(tmp_path / "caches" / "tei-encoder").suffix == ".schema"
    assert (tmp_path / "caches" / "tei-encoder").stat().st_mode & 0o777 == 0o700


def test_where_nothing_can_be_kept_the_schema_is_compiled(
    schema: Path, cache: Path, compiler: Compiler
) -> None:
    cache.parent.touch()
    assert cached(schema, compiler).is_valid("<memo>abc</memo>")


def test_a_schema_that_is_gone_is_left_to_the_compiler(
    cache: Path, compiler: Compiler
) -> None:
    with pytest.raises(OSError, match=r"nowhere\.xsd"):
        cached(cache / "nowhere.xsd", compiler)
    assert compiler.times == 1


def test_a_write_that_fails_leaves_nothing_half_done(
    schema: Path, cache: Path, compiler: Compiler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: Path) -> Path:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    cached(schema, compiler)
    assert not [*cache.iterdir()]


def test_what_was_made_last_is_kept_and_no_more(
    schema: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema_cache, "_packed", lambda *_: b"{}\n")
    for number in range(KEPT + 3):
        schema.write_text(f"{XSD}<!-- {number} -->", "utf-8")
        cached(schema, Compiler())
    assert len([*cache.iterdir()]) == KEPT
