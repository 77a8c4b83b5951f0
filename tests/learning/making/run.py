"""What a page is set from: runs of words that know what they are, in paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from learning.making.page import Kind


class Sign(Enum):
    """What else is known of a run."""

    NONE = 0
    NAME = 1  # the part of a label that is the name
    HYPHEN = 2  # a hyphen at the end of a line that is not the word's
    KEPT = 3  # one that is


class Run(NamedTuple):
    """Words of one kind; `turn` is the number of the turn, or -1."""

    words: str
    kind: Kind
    turn: int = -1
    sign: Sign = Sign.NONE
    fault: str = ""


class Gap(Enum):
    """What stands above a paragraph; the dimension `blanks` says how many lines."""

    NONE = 0  # the next line
    PARAGRAPH = 1
    TURN = 2
    SECTION = 3
    ONE = 4  # one blank line, whatever the page does


class Setting(Enum):
    """How a paragraph is set."""

    WRAPPED = 0  # as the page wraps its text
    VERBATIM = 1  # on one line
    CENTRED = 2
    BLOCK = 3  # wrapped to the page's width without its indents
    COLUMN = 4  # wrapped, and hanging at `indent`


@dataclass(frozen=True)
class Paragraph:
    """Runs that are set together."""

    runs: tuple[Run, ...]
    gap: Gap = Gap.PARAGRAPH
    setting: Setting = Setting.WRAPPED
    indent: int = 0


def line(words: str, kind: Kind, gap: Gap = Gap.NONE) -> Paragraph:
    """Return a paragraph of one run on one line."""
    return Paragraph((Run(words, kind),), gap, Setting.VERBATIM)


def text(words: str, kind: Kind, gap: Gap = Gap.PARAGRAPH) -> Paragraph:
    """Return a paragraph of one run, wrapped as the page is."""
    return Paragraph((Run(words, kind),), gap)
