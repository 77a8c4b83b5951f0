"""Mark words in brackets: supplied, unclear, omitted, or stage directions.

    Chiang [Kai-shek] spoke of another port (De Castri?) [laughter] and […]
    HALE: (through the interpreter) We agree.

A bracket is marked only if its own words decide its kind; an ambiguous one stays plain
text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.annotation.rules import DOUBTFUL_WORDS, SUPPLIED_OR_GLOSS
from encoder.language.omissions import is_omission
from encoder.language.pack import Formula, every
from encoder.language.stage import NOT_SAID, ROOM
from encoder.model.blocks import Paragraph, Verse
from encoder.model.marks import Gap, Mark, Staged, Supplied, Unclear
from encoder.model.source import Span
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from encoder.finding import Finding
    from encoder.model.blocks import Inner, Turn
    from encoder.model.source import Source

# Each kind has a search of its own, which runs from bracket to bracket.
_SQUARE = re.compile(r"\[(?P<square>[^\[\]\n]{1,120})\]")
_ROUND = Pattern(
    r"""
    \( (?: (?P<doubt> [^\W\d_] [^()\n?:]{1,60} ) \? \)
          | (?P<round> [^()\n]{3,40} ) \) )
    """
)
_PARTICLES = every("name-particle") | every("name-conjunction")
_NAME = Pattern(r"[^\W\d_][\w.'’-]*(?:[ ][^\W\d_][\w.'’-]*){0,4}", re.NOFLAG)
_DEED = Pattern(
    r"(?P<name>(?:[^\W\d_][\w.'’-]{0,30} ){1,4}?)(?P<deed>[a-z][\w '’-]{2,60}\.?)",
    re.NOFLAG,
)
# Place, addressee or manner of speech: "[From the door]". No name has such a first word
# followed by a word in lower case.
_SPOKEN_SO = Formula(
    r"""
    {manner-opener} (?: , | [ ] [a-z] ) .{0,100}
  | {addressee-opener} [ ] [A-Z] .{0,100}
    """
)
# A new sentence must follow; in "[At the end] we agreed" the sentence goes on.
_BEGINS_ANEW = Pattern(
    r"[.]? ?(?:\Z|\n|[\"“'‘¿¡—–-]{0,2}(?:[A-Z\d]|[^\W\d_a-z]))", re.NOFLAG
)


# The manner at the start of a turn: "(smiling)", "(in French)".
_MANNER = re.compile(r"\\?[(\[][^\W\d_A-Z][^()\[\]\n?]{2,60}\\?[)\]]")
_ESCAPED = re.compile(r"\\\[([^\[\]\\\n]{1,120})\\\]")
_DIRECTION = re.compile(r"\([^()]{2,400}\)|\[[^\[\]]{2,400}\]")


def brackets(
    source: Source, body: Span, voices: Collection[str] = ()
) -> Iterator[Mark]:
    """Yield a mark for each bracket inside `body` whose kind is clear.

    `voices` are the last words of its labels, case folded: the subjects that a
    direction such as "(Hale nods)" can have.
    """
    if "\\[" in source.text:
        yield from _escaped(source, body)
    for found in _bracketed(source.text, body):
        whole = Span(*found.span())
        kind = found.lastgroup or ""
        inner = Span(*found.span(kind))
        words = found[kind]
        if is_omission(found[0]):
            yield Gap(whole)
        elif (
            kind == "room"
            or NOT_SAID.fullmatch(words)
            or _is_deed(words, voices)
            or _is_direction(source, found, words)
        ):
            yield Staged(whole)
        elif kind == "doubt" and _could_name(words):
            yield Unclear(inner)
        elif kind != "square" or source.text[whole.start - 1 : whole.start] == "\\":
            continue
        elif _is_name(words) and words[0].isupper():
            yield Supplied(whole)


def _is_deed(words: str, voices: Collection[str]) -> bool:
    """Return whether words are a speaker's name and a direction: "Hale nods."."""
    found = _DEED.fullmatch(words) if voices else None
    if found is None or not NOT_SAID.fullmatch(found["deed"]):
        return False
    return found["name"].split()[-1].casefold() in voices


def _is_direction(source: Source, bracket: re.Match[str], words: str) -> bool:
    """Return whether a bracket between sentences directs how the second is spoken."""
    if not _SPOKEN_SO.fullmatch(words):
        return False
    before = source.text[max(0, bracket.start() - 2) : bracket.start()].rstrip(" ")
    begins = not before or before[-1] in "\n.!?…:—–"
    return begins and bool(_BEGINS_ANEW.match(source.text, bracket.end()))


def _is_name(words: str) -> bool:
    """Return whether all words are capitalised or particles, so can complete a name.

    >>> _is_name("Kai-shek"), _is_name("Anne of Norvik"), _is_name("From the door")
    (True, True, False)
    """
    return _NAME.fullmatch(words) is not None and all(
        word[0].isupper() or word in _PARTICLES for word in words.split()
    )


def _bracketed(text: str, body: Span) -> Iterator[re.Match[str]]:
    """Yield each bracket in order; of two that overlap, the first."""
    found_all = (
        *ROOM.finditer(text, *body),
        *_SQUARE.finditer(text, *body),
        *_ROUND.finditer(text, *body),
    )
    end = body.start
    for found in sorted(found_all, key=lambda each: each.start()):
        if found.start() >= end:
            yield found
            end = found.end()


def _escaped(source: Source, body: Span) -> Iterator[Mark]:
    r"""Yield a mark for each bracket escaped for Markdown: "\[laughs\]"."""
    for found in _ESCAPED.finditer(source.text, *body):
        whole = Span(*found.span())
        if is_omission(found[0].replace("\\", "")):
            yield Gap(whole)
        elif NOT_SAID.fullmatch(found[1]):
            yield Staged(whole)


def manners(source: Source, turns: Iterable[Turn]) -> Iterator[Staged]:
    """Yield a mark over brackets in small letters that a turn begins with."""
    for turn in turns:
        first = next(_spoken(turn.blocks[:1]), None)
        if first and source.text[first.start] in "([\\":
            found = _MANNER.match(source.text, *first)
            if found and not is_omission(found[0].replace("\\", "")):
                yield Staged(Span(*found.span()))


def directions(source: Source, turns: Iterable[Turn]) -> Iterator[Staged]:
    """Yield a mark over each stage direction in the turns of a play.

    In a play, a bracket at the start of a paragraph or verse line, or between two
    sentences, is a direction; one in mid-sentence is the speaker's.
    """
    text = source.text
    for turn in turns:
        for words in _spoken(turn.blocks):
            for found in _DIRECTION.finditer(text, *words):
                before = text[words.start : found.start()].rstrip(" ")[-1:]
                if not before or before in "\n.!?…:—–":
                    yield Staged(Span(*found.span()))


def _spoken(blocks: Iterable[Inner]) -> Iterator[Span]:
    """Yield the span of each paragraph and verse line among the blocks of a turn."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.span
        elif isinstance(block, Verse):
            yield from block.lines


def _could_name(words: str) -> bool:
    each = words.split()
    return all(one[0].isupper() for one in each) and each[0] not in every(
        "question-opener"
    )


def doubts(source: Source, marks: Iterable[Mark]) -> Iterator[Finding]:
    """Yield a finding for each unclear or supplied passage that needs review."""
    for mark in marks:
        if isinstance(mark, Unclear):
            message = f"the source doubts {source.words(mark.span)!r}"
            yield DOUBTFUL_WORDS.at(source.place(mark.span), message)
        elif isinstance(mark, Supplied):
            yield from _supplied(source, mark)


def _supplied(source: Source, mark: Supplied) -> Iterator[Finding]:
    """Yield a finding if the supplied words follow a name."""
    line = source.text[max(0, mark.span.start - 60) : mark.span.start]
    before = line.rpartition("\n")[2].split()
    if before and before[-1][0].isupper() and before[-1][-1].isalnum():
        words = source.words(mark.span)
        message = f"{words} completes {before[-1]!r}, or is another form of it"
        yield SUPPLIED_OR_GLOSS.at(source.place(mark.span), message)
