"""Places in an XML file: where an element is, where words between elements are."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

SHOWN: Final = 40
"""How many characters of stray text a message quotes."""

_HIDDEN: Final = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_TAG: Final = re.compile(
    r"""
    < (?P<close> /?) [^\s<>/!?]            # the name begins here
    (?: [^<>"'] | "[^"]*" | '[^']*' )*?    # the rest, with values that may hold '>'
    (?P<empty> /?) >
    """,
    re.VERBOSE,
)
_DECLARATION: Final = re.compile(r"\A\ufeff?<\?xml [^>]*\?>")
_DOCTYPE: Final = re.compile(
    r"""
    <!DOCTYPE (?: [^\[>"'] | "[^"]*" | '[^']*' )*+
    (?: \[ (?: <!--.*?--> | <\?.*?\?> | "[^"]*" | '[^']*' | [^\]"'] )*+ \] \s* )? >
    """,
    re.DOTALL | re.VERBOSE,
)


class Tag(NamedTuple):
    """The end of a tag: its element, and the element that is open behind it."""

    element: _Element
    inside: _Element


def path(element: _Element) -> str:
    """Return the way from the root to an element, counting siblings of one name."""
    steps = [_step(each) for each in (element, *element.iterancestors())]
    return "/" + "/".join(reversed(steps))


def _step(element: _Element) -> str:
    """Return the name of an element, with its count where it has namesakes."""
    tag = str(element.tag)
    name = tag.rpartition("}")[2]
    before = len(list(element.itersiblings(tag, preceding=True)))
    alone = not before and next(element.itersiblings(tag), None) is None
    return name if alone else f"{name}[{before + 1}]"


def stray_texts(element: _Element) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each text that stands between its children."""
    texts = [(element.sourceline or 1, element.text)]
    texts += [(_last_line(child), child.tail) for child in element]
    for line, text in texts:
        if text and (words := " ".join(text.split())):
            before = text[: len(text) - len(text.lstrip())]
            shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
            yield line + before.count("\n"), shown


def _last_line(node: _Element) -> int:
    """Return the line on which an element ends, or a comment, which is its own."""
    if not isinstance(node.tag, str):
        return node.sourceline or 1
    if len(node):
        return _last_line(node[-1]) + (node[-1].tail or "").count("\n")
    return (node.sourceline or 1) + (node.text or "").count("\n")


def without_doctype(text: str) -> str:
    """Return XML without its document type declaration, every other place as it was."""
    return _DOCTYPE.sub(lambda found: _blank(found[0]), text, count=1)


def declared(text: str) -> str:
    """Return XML that says it is in UTF-8, on as many lines as before."""
    return _DECLARATION.sub('<?xml version="1.0"?>', text, count=1)


def _blank(text: str) -> str:
    """Return as many spaces as there are characters, with the same lines."""
    return re.sub(r"[^\n]", " ", text)


class Tags:
    """The tags of a file, to be found by where they end."""

    def __init__(self, text: str, root: _Element) -> None:
        shown = _HIDDEN.sub(lambda found: _blank(found[0]), without_doctype(text))
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._ends: list[int] = []
        self._tags: list[Tag] = []
        self._read(shown, root)

    def _read(self, shown: str, root: _Element) -> None:
        elements = root.iter("*")
        opened: list[_Element] = []
        for found in _TAG.finditer(shown):
            element = opened.pop() if found["close"] else next(elements)
            if not found["close"] and not found["empty"]:
                opened.append(element)
            self._ends.append(found.end())
            self._tags.append(Tag(element, opened[-1] if opened else root))

    def before(self, line: int, column: int) -> Tag:
        """Return the last tag that ends at or before a place, as Java counts columns.

        Java counts a character beyond U+FFFF as two.
        """
        units = self._lines[line - 1].encode("utf-16-le")[: 2 * (column - 1)]
        offset = self._starts[line - 1] + len(units.decode("utf-16-le", "ignore"))
        return self._tags[max(bisect_right(self._ends, offset) - 1, 0)]
