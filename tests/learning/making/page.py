"""A page made with known truth: its text, and what every stretch of it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a stretch of a page is; every sign that is not blank has one kind."""

    TITLE = "title"
    FIELD = "field"  # a line of the head: name and value
    PARTICIPANTS = "participants"
    HEADING = "heading"
    LABEL = "label"  # who speaks, with the mark that parts it from the words
    SPEECH = "speech"
    STAGE = "stage"
    PROCEDURE = "procedure"
    NOTE = "note"
    LIST = "list"  # an entry of a list that is no dialogue
    QUOTATION = "quotation"  # somebody else's words, set apart inside a speech
    LETTER = "letter"
    TABLE = "table"
    FURNITURE = "furniture"  # running heads, feet, class marks
    PAGE_NUMBER = "page-number"
    LINE_NUMBER = "line-number"
    STAMP = "stamp"
    CUE = "cue"  # number and times of a caption
    MENU = "menu"  # banners and menus of a site
    MARKUP = "markup"  # signs of markup round a label, front matter's fences
    NARRATIVE = "narrative"
    BLANK = "blank"  # used while a page is made; no part has it


class Span(NamedTuple):
    """Half-open character offsets into the text of a page."""

    start: int
    end: int


class MadePart(NamedTuple):
    """A stretch of one kind: within one paragraph, across its lines.

    `turn` is an index into the turns of the page, -1 outside turns.
    """

    span: Span
    kind: Kind
    turn: int


class MadeBreak(NamedTuple):
    """A word broken at the end of a line: where its hyphen stands.

    `kept` if the hyphen belongs to the word ("half-" / "open").
    """

    hyphen: int
    kept: bool


class MadeTurn(NamedTuple):
    """A turn: its label as printed, who it is, and the spans of what is said.

    `labels` hold the mark (a colon, brackets) and `names` the label without it;
    `speakers` are keys of persons, several where a label is joint. Each paragraph
    of a speech is a span of its own, and so is what stands on either side of a
    note, a stage direction or the furniture of a page.
    """

    labels: tuple[Span, ...]
    names: tuple[Span, ...]
    speakers: tuple[str, ...]
    speech: tuple[Span, ...]


class MadeLabel(NamedTuple):
    """A distinct label of the page: its words, whom it means, how often it stands."""

    name: str
    speakers: tuple[str, ...]
    times: int


class MadeFault(NamedTuple):
    """A deliberate fault or ambiguity: its name, and the span a warning must touch."""

    name: str
    span: Span


@dataclass(frozen=True)
class MadePage:
    """A page, the dimensions it was drawn from, and the truth about it."""

    seed: int
    text: str
    tags: frozenset[str]
    turns: tuple[MadeTurn, ...]
    parts: tuple[MadePart, ...]
    labels: tuple[MadeLabel, ...]
    faults: tuple[MadeFault, ...]
    breaks: tuple[MadeBreak, ...]

    @property
    def warned(self) -> bool:
        """Return whether a reader ought to warn of something on this page."""
        return bool(self.faults)

    def words(self, span: Span) -> str:
        """Return the words of a span, with words broken at line ends made whole."""
        text, at = "", span.start
        for each in self.breaks:
            if span.start <= each.hyphen < span.end:
                text += self.text[at : each.hyphen + each.kept]
                rest = self.text[each.hyphen + 1 : span.end]
                at = span.end - len(rest.lstrip())
        return text + self.text[at : span.end]

    def label(self, turn: MadeTurn) -> str:
        """Return the label of a turn without its mark."""
        return " ".join(self.words(span) for span in turn.names)

    def speech(self, turn: MadeTurn) -> str:
        """Return what is said in a turn, a paragraph a line.

        A word that a line number or the foot of a page parts is whole again, too.
        """
        broken = {each.hyphen for each in self.breaks}
        text = ""
        for span in turn.speech:
            text += self.words(span)
            text += "" if span.end - 1 in broken else "\n"
        return text.strip()
