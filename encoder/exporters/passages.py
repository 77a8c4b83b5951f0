"""The text of a record as a row of passages: every word once, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.tei.names import TEI, XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_SPEECHES: Final = frozenset({"sp", "u"})
# What holds blocks. An element that is none of these is read as one passage, unless
# something in it is a block.
_CONTAINERS: Final = frozenset(
    """
    text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7
    sp spGrp list lg table row listBibl castList titlePage opener closer postscript
    annotationBlock argument epigraph set
    """.split()
)
_BLOCKS: Final = _CONTAINERS | frozenset("p ab head l item u speaker cell".split())
# Between lines, columns and pages words are apart, unless the element says otherwise
# (TEI P5, att.breaking).
_BREAKS: Final = frozenset({"lb", "cb", "pb", "gb", "milestone"})


BESIDE: Final = frozenset({"corr", "reg", "expan"})
"""What editors put beside words of the source, and not in their place."""
_AROUND: Final = {
    "brackets": ("[", "]"),
    "bracket-before": ("[", ""),
    "bracket-after": ("", "]"),
}


class Speech(NamedTuple):
    """One speech: its number in the record from one, and what its element says.

    `who` are the identifiers of those who speak, without "#".
    """

    number: int
    id: str | None
    n: str | None
    who: tuple[str, ...]


class TextPassage(NamedTuple):
    """A run of words on one line: the TEI element it is, and the speech it is in."""

    element: str
    words: str
    speech: Speech | None = None

    @property
    def is_label(self) -> bool:
        """Whether these are the words that say who speaks."""
        return self.element == "speaker"


def passages(text: _Element) -> tuple[TextPassage, ...]:
    """Return the passages of a `text`; together they have all its words, each once."""
    counter = iter(range(1, 1 << 62))
    return tuple(_within(text, None, counter))


def spoken(
    passages: tuple[TextPassage, ...],
) -> Iterator[tuple[Speech, str | None, tuple[str, ...]]]:
    """Yield each speech with its label, if it has one, and its paragraphs."""
    speeches: dict[Speech, list[TextPassage]] = {}
    for passage in passages:
        if passage.speech:
            speeches.setdefault(passage.speech, []).append(passage)
    for speech, inside in speeches.items():
        labels = [each.words for each in inside if each.is_label]
        said = tuple(each.words for each in inside if not each.is_label)
        yield speech, labels[0] if labels else None, said


def one_line(element: _Element) -> str:
    """Return the words of an element with one space where there was any."""
    return " ".join("".join(_pieces(element)).split())


def printed(element: _Element) -> tuple[str, str]:
    """Return what the source prints before and after the words of an element.

    That is what our own `rend` says: brackets that the markup replaces, and the sign
    of a gap.
    """
    rend = element.get("rend") or ""
    if local(element) == "gap":
        return rend, ""
    return _AROUND.get(rend, ("", ""))


def local(element: _Element) -> str:
    """Return the name of a TEI element, or "" for one of another namespace."""
    name = element.tag if isinstance(element.tag, str) else ""
    return name[len(TEI) + 2 :] if name.startswith(f"{{{TEI}}}") else ""


def _within(
    element: _Element, speech: Speech | None, counter: Iterator[int]
) -> Iterator[TextPassage]:
    name = local(element)
    if name in _SPEECHES:
        speech = Speech(
            next(counter),
            element.get(XML_ID),
            element.get("n"),
            tuple(who.lstrip("#") for who in (element.get("who") or "").split()),
        )
    if name in _CONTAINERS or any(local(child) in _BLOCKS for child in element):
        yield from _loose(element.text, name, speech)
        for child in element:
            yield from _within(child, speech, counter)
            yield from _loose(child.tail, name, speech)
    elif words := one_line(element):
        yield TextPassage(name, words, speech)


def _loose(text: str | None, name: str, speech: Speech | None) -> Iterator[TextPassage]:
    if words := " ".join((text or "").split()):
        yield TextPassage(name, words, speech)


def _pieces(element: _Element) -> Iterator[str]:
    name = local(element)
    if name in _BLOCKS or (name in _BREAKS and element.get("break") != "no"):
        yield " "
    before, after = printed(element)
    yield before
    yield element.text or ""
    for child in element:
        if name != "choice" or local(child) not in BESIDE:
            yield from _pieces(child)
        yield child.tail or ""
    yield after
