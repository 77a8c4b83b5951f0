"""The table `dates.toml`: what the date grammar is to read, and what to refuse."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))


class Running(NamedTuple):
    """Running words, the meeting and language they are read by, and what is marked."""

    meeting: str
    tag: str
    text: str
    found: str


REFUSED: list[str] = [
    written for many in _TABLE.pop("refused").values() for written in many
]
RUNNING = [
    Running(meeting, tag, text, found)
    for case, many in _TABLE.pop("running").items()
    for meeting, tag in [case.split()]
    for text, found in many.items()
]
HOURS: Mapping[str, str] = {
    written: times
    for many in _TABLE.pop("hours").values()
    for written, times in many.items()
}
REFUSED_HOURS: list[str] = [
    written for many in _TABLE.pop("hours-refused").values() for written in many
]
READ: Mapping[str, str] = {
    written: attributes
    for many in _TABLE.values()
    for written, attributes in many.items()
}
