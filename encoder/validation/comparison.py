"""A TEI file beside the plain text it came from: what differs, and of what kind."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.language.pack import every
from encoder.model.dropped import Drop
from encoder.model.source import Span
from encoder.proof.layout_patterns import LAYOUT
from encoder.tei.names import TEI
from encoder.validation.alignment import Change, Word, changes, words_of
from encoder.validation.tei_text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from encoder.model.source import Source
    from encoder.validation.tei_text import TeiText

_IN: Final = f"{{{TEI}}}"
_SPEAKER: Final = f"{_IN}speaker"
_LABEL_WORDS: Final = 4
_FRAME: Final = 12
"""How many words of the text a page may have among what stands above and below it."""
_NEARLY_ALL: Final = 0.6
_MOVED, _NEARLY_SAME = 4, 0.8
"""How many words are more than a coincidence, and how many of a passage are enough."""
_DOUBLED: Final = 6
_LABEL: Final = 8
_LAYOUT: Final = (Drop.FIELD_LABEL, Drop.FURNITURE, Drop.PART_HEADING)
_PAGE_WORDS: Final = every("page-number-word")


class DifferenceKind(StrEnum):
    """What became of some words."""

    MISSING = "missing"
    ADDED = "added"
    MOVED = "moved"
    DOUBLED = "doubled"
    SPEAKER = "speaker"
    CHANGED = "changed"


class Difference(NamedTuple):
    """Words of the source and of the file that should be the same and are not.

    `said` are those of the source and `says` those of the file; either may be "".
    """

    kind: DifferenceKind
    said: str
    says: str
    at: _Element
    span: Span


# Every rule of fidelity asks for the same comparison, of one file after another.
@lru_cache(maxsize=1)
def differences(root: _Element, source: Source) -> Sequence[Difference]:
    """Return where a file differs from its source, in the order of the source."""
    texts = [*root.iter(f"{_IN}text")]
    if not texts:
        return ()
    here, there = words_of(source.text), text_of(texts[0])
    header = words_of(" ".join(_header_of(root)))
    signs = words_of(" ".join(_signs_of(texts[0])))
    found = [*changes([word.key for word in here], [word.key for word in there.words])]
    labelled = next(root.iter(_SPEAKER), None) is not None
    reader = _Reader(source, here, there, _keys_of(header), _keys_of(signs), labelled)
    return [*reader.differences(found)]


class _Reader(NamedTuple):
    """What is known when a difference is judged."""

    source: Source
    here: Sequence[Word]
    there: TeiText
    header: frozenset[str]
    signs: frozenset[str]
    labelled: bool

    def differences(self, found: Sequence[Change]) -> Iterator[Difference]:
        """Yield what the changes mean."""
        moved = self._moved(found)
        arrived = {*moved.values()}
        for change in found:
            if change in moved:
                place = Change(change.start, change.end, *moved[change][2:])
                yield self._difference(DifferenceKind.MOVED, place)
            elif change not in arrived:
                yield from self._judged(change)

    def _moved(self, found: Sequence[Change]) -> Mapping[Change, Change]:
        """Return the words that are missing and stand elsewhere, with where that is."""
        added: dict[tuple[str, ...], Change] = {}
        for change in found:
            if change.start == change.end:
                for at in range(change.other_start, change.other_end - _MOVED + 1):
                    added.setdefault(self._keys(at, at + _MOVED), change)
        moved: dict[Change, Change] = {}
        for change in found if added else ():
            run = [word.key for word in self.here[change.start : change.end]]
            if change.other_start != change.other_end or len(run) < _MOVED:
                continue
            pieces = (tuple(run[at : at + _MOVED]) for at in range(len(run)))
            there = next((added[each] for each in pieces if each in added), None)
            # An alignment may take the label of one turn or that of the next with it.
            if there and self._are_the_same(run, self._keys(*there[2:])):
                moved.setdefault(change, there)
        return moved

    def _are_the_same(self, one: Sequence[str], other: Sequence[str]) -> bool:
        same = (Counter(one) & Counter(other)).total()
        return same >= _NEARLY_SAME * max(len(one), len(other))

    def _judged(self, change: Change) -> Iterator[Difference]:
        """Yield what one change means, if it means anything."""
        if change.start == change.end:
            kind = (
                DifferenceKind.DOUBLED
                if self._is_doubled(change)
                else DifferenceKind.ADDED
            )
            yield self._difference(kind, change)
        elif change.other_start == change.other_end:
            for piece in self._lines(change):
                yield self._difference(DifferenceKind.MISSING, piece)
        else:
            size = change.end - change.start + change.other_end - change.other_start
            label = self.there.at(change.other_start).iterancestors(_SPEAKER)
            mine = self.there.at(change.other_start)
            is_label = mine.tag == _SPEAKER or next(label, None) is not None
            kind = (
                DifferenceKind.SPEAKER
                if is_label and size <= _LABEL
                else DifferenceKind.CHANGED
            )
            yield self._difference(kind, change)

    def _lines(self, change: Change) -> Iterator[Change]:
        """Yield the missing words line by line, without what the header has."""
        start = change.start
        while start < change.end:
            line_end = self.source.text.find("\n", self.here[start].start)
            line_end = len(self.source.text) if line_end < 0 else line_end
            end = start
            while end < change.end and self.here[end].start < line_end:
                end += 1
            piece = Change(start, end, *change[2:])
            if not self._is_accounted_for(piece, line_end):
                yield piece
            start = end

    def _is_accounted_for(self, piece: Change, line_end: int) -> bool:
        """Return whether words of one line that are missing are no loss.

        A page has a number, and a gap has a sign in place of words. Where speakers
        have no labels in the file, @who says who they are. Above and below the text
        the page of an archive says what the header says.
        """
        keys = [word.key for word in self.here[piece.start : piece.end]]
        before = self.source.text.rfind("\n", 0, self.here[piece.start].start) + 1
        line = self.source.text[before:line_end].strip()
        whole = len(words_of(line)) == len(keys)
        if whole and all(key.isdecimal() or key in _PAGE_WORDS for key in keys):
            return True
        if all(key in self.signs for key in keys):
            return True
        after = self.source.text[self.here[piece.end - 1].end :][:1]
        if after == ":" and len(keys) <= _LABEL_WORDS and not self.labelled:
            return True
        above = piece.other_start <= _FRAME
        below = piece.other_end >= len(self.there.words) - _FRAME
        return whole and (above or below) and self._is_in_header(line, keys)

    def _is_in_header(self, line: str, keys: Sequence[str]) -> bool:
        """Return whether a line is the label of a field, or what the header has."""
        if any(LAYOUT[kind].fullmatch(line) for kind in _LAYOUT):
            return True
        label, colon, _ = line.partition(":")
        size = len(words_of(label))
        told = keys[size:] if colon and size <= _LABEL_WORDS else keys
        known = sum(key in self.header for key in told)
        return known >= _NEARLY_ALL * len(told)

    def _is_doubled(self, change: Change) -> bool:
        """Return whether added words are those beside them once more.

        Where words repeat, an alignment may begin anywhere in them: the words before
        and after, moved by the length of what was added, are alike as far as that.
        """
        start, end = change[2:]
        size = end - start
        words, alike = self.there.words, 0
        while start - alike > 0 and alike < size:
            if words[start - alike - 1].key != words[end - alike - 1].key:
                break
            alike += 1
        after = 0
        while end + after < len(words) and alike + after < size:
            if words[start + after].key != words[end + after].key:
                break
            after += 1
        return size >= _DOUBLED and alike + after >= size

    def _keys(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(word.key for word in self.there.words[max(start, 0) : end])

    def _difference(self, kind: DifferenceKind, change: Change) -> Difference:
        start, end = change.start, change.end
        if start < end:
            span = Span(self.here[start].start, self.here[end - 1].end)
        else:
            at = self.here[min(start, len(self.here) - 1)].start if self.here else 0
            span = Span(at, at)
        said = " ".join(self.source.words(span).split())
        says = self.there.said(*change[2:])
        return Difference(kind, said, says, self.there.at(change.other_start), span)


def _keys_of(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.key for word in words)


def _header_of(root: _Element) -> Iterator[str]:
    """Yield the words of the header, and the values of its attributes."""
    for header in root.iter(f"{_IN}teiHeader"):
        yield from (str(said) for said in header.itertext())
        for element in header.iter("*"):
            yield from element.values()


def _signs_of(text: _Element) -> Iterator[str]:
    """Yield how pages, gaps and the like were written, of which only a sign is left."""
    for element in text.iter("*"):
        if not len(element) and not element.text:
            yield element.get("rend", "")
            yield element.get("n", "")
