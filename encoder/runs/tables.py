"""A table of a TOML file, and complaints that name the file, the line and the cure."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from encoder.configuration import ConfigurationError, suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import NoReturn

# XML 1.0 §2.2: what no document can hold, however it is escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class TomlTable:
    """One table of a file: its values, and how to complain about them."""

    file: str
    text: str
    values: Mapping[str, object]
    title: str = ""

    @classmethod
    def read(cls, path: Path) -> TomlTable:
        """Return the file as one table, or raise ConfigurationError."""
        import tomllib  # noqa: PLC0415 (most runs have no configuration)

        name = _as_typed(path)
        try:
            text = path.read_bytes().decode("utf-8-sig")
            return cls(name, text, tomllib.loads(text))
        except OSError as error:
            message = f"{name}: cannot be read: {error.strerror}"
        except UnicodeDecodeError as error:
            message = f"{name}: not UTF-8 at byte {error.start}; save it as UTF-8"
        # Beside its own errors tomllib lets out those of int() and of deep nesting.
        except (ValueError, RecursionError) as error:
            message = f"{name}: not TOML: {error}"
        raise ConfigurationError(message)

    def complain(self, message: str, key: str = "") -> NoReturn:
        """Raise ConfigurationError about `key`, or about the table as a whole."""
        line = _line(self.text, self.title, key)
        where = f"{self.file}:{line}" if line else self.file
        complaint = f"{where}: {message}"
        raise ConfigurationError(complaint)

    def only(self, known: Collection[str]) -> None:
        """Raise ConfigurationError for the first key that is not `known`."""
        where = f" in [{self.title}]" if self.title else ""
        for key in self.values:
            if key not in known:
                hint = suggestion(key, known)
                self.complain(f'there is no key "{key}"{where}; {hint}', key)

    def table(self, key: str, known: Collection[str] | None = None) -> TomlTable | None:
        """Return the table called `key`, if it is there."""
        values = self.values.get(key)
        if values is None:
            return None
        if not isinstance(values, dict):
            self.complain(f"{key} is a table; write [{key}] on a line", key)
        table = TomlTable(self.file, self.text, values, key)
        if known is not None:
            table.only(known)
        return table

    def string(self, key: str) -> str | None:
        """Return the text at `key`, if it is there: never blank, fit for XML."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.complain(f'{key} is text; write {key} = "…"', key)
        if not value.strip():
            self.complain(f"{key} is blank; fill it in or leave it out", key)
        if found := _NOT_XML.search(value):
            self.complain(f"XML cannot hold {found[0]!a}; take it out of {key}", key)
        return value.strip()

    def words(self, key: str) -> str | None:
        """Return the text at `key` on one line, if it is there."""
        value = self.string(key)
        return None if value is None else " ".join(value.split())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts in the list at `key`, each on one line; none without it."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.complain(f'{key} is a list; write {key} = ["…"]', key)
        one = (
            TomlTable(self.file, self.text, {key: each}, self.title) for each in value
        )
        return tuple(each.words(key) or "" for each in one)

    def needed(self, key: str) -> str:
        """Return the text at `key`, or raise ConfigurationError."""
        value = self.words(key)
        if value is None:
            self.complain(
                f"[{self.title}] has no {key}; add it, or leave out the table"
            )
        return value


def _as_typed(path: Path) -> str:
    """Return `path` as someone in the working folder would write it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except (OSError, ValueError):
        return path.as_posix()


def _line(text: str, title: str, key: str) -> int | None:
    """Return the line that sets `key` in the table `title`, or its heading's."""
    current, heading = "", None
    for number, line in enumerate(text.split("\n"), 1):
        if opened := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            current = opened[1].strip("\"'")
            heading = number if current in {title, key} else heading
        elif current == title and re.match(rf"\s*[\"']?{re.escape(key)}\b", line):
            return number if key else heading
    return heading
