"""The text of a TEI file as readers have it: words, and where each of them stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.tei.names import TEI
from encoder.validation.alignment import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_IN: Final = f"{{{TEI}}}"
# Elements that do not part words; round all others there may be no space in the file.
_INLINE: Final = frozenset(
    f"{_IN}{name}"
    for name in """
    abbr add anchor app c choice corr date del distinct emph ex expan foreign g hi
    idno lem mentioned measure name num orgName orig persName placeName ptr q quote rdg
    ref reg rs said seg sic soCalled supplied surplus term time title unclear w pc
    geogName country settlement region forename surname roleName addName
    """.split()
)
# What editors put beside the words of the source, and not in their place.
_BESIDE: Final = frozenset(f"{_IN}{name}" for name in ("corr", "reg", "expan", "rdg"))


class TeiText(NamedTuple):
    """The text of a file: its words, and the element that each stands in."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    elements: Sequence[_Element]

    def at(self, number: int) -> _Element:
        """Return the element of a word, or of the last where there are fewer."""
        if not self.words:
            return self.elements[0]
        start = self.words[min(max(number, 0), len(self.words) - 1)].start
        return self.elements[bisect_right(self.starts, start) - 1]

    def said(self, start: int, end: int) -> str:
        """Return what stands from one word up to another."""
        if start >= end:
            return ""
        whole = self.text[self.words[start].start : self.words[end - 1].end]
        return " ".join(whole.split())


def text_of(root: _Element) -> TeiText:
    """Return the text of an element, and where each of its elements begins in it."""
    parts: list[str] = []
    starts: list[int] = []
    elements: list[_Element] = []
    length = 0
    for said, element in _pieces(root):
        starts.append(length)
        elements.append(element)
        parts.append(said)
        length += len(said)
    text = "".join(parts)
    return TeiText(text, words_of(text), starts, elements)


def _pieces(root: _Element) -> Iterator[tuple[str, _Element]]:
    """Yield each piece of text with the element it stands in, depth by depth."""
    todo: list[tuple[_Element, bool]] = [(root, False)]
    while todo:
        element, done = todo.pop()
        space = "" if element.tag in _INLINE else " "
        if done:
            parent = element.getparent()
            if parent is not None and element is not root:
                yield f"{space}{element.tail or ''}", parent
            continue
        todo.append((element, True))
        if isinstance(element.tag, str) and element.tag not in _BESIDE:
            yield f"{space}{element.text or ''}", element
            todo += [(child, False) for child in reversed(element)]
