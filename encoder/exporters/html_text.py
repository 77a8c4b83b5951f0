"""The text of a record as HTML: each TEI element by the nearest that HTML has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.exporters.passages import BESIDE, local, one_line, printed
from encoder.tei.markup import NOTHING, Markup, element, words
from encoder.tei.names import TEI, XML, XML_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

ENTRIES: Final = ("person", "place", "org")
NAMES: Final = dict(zip(("persName", "placeName", "orgName"), ENTRIES, strict=True))
"""The elements of names, and those of the entries that they point to."""
_BLOCKS: Final = {
    "div": "section",
    "head": "h3",
    "p": "p",
    "ab": "p",
    "l": "p",
    "list": "ul",
    "table": "table",
}
_INLINE: Final = {
    "hi": "em",
    "emph": "em",
    "foreign": "i",
    "title": "cite",
    "q": "span",
    "quote": "span",
}
# What may stand inside a paragraph of HTML; anything else makes it a `div`.
_PHRASES: Final = frozenset(
    """
    abbr add am bibl biblScope c choice cit corr date del desc emph ex expan foreign
    forename g gap geogName gloss hi idno lb measure mentioned milestone name num
    orgName orig pb pc persName placeName ptr q quote ref reg roleName rs said salute
    seg sic signed soCalled stage subst supplied surname surplus term time title
    unclear w
    """.split()
)
# What HTML and TEI both take for a year, a month, a day or a time.
_TIME: Final = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?|\d\d:\d\d(?::\d\d)?", re.ASCII
)
_NO_CELL: Final = element("td", None, " ")
_WEB: Final = ("http://", "https://")


def body(text: _Element | None) -> Markup:
    """Return what is in a `text`."""
    return NOTHING if text is None else _content(text)


def entry_anchor(kind: str, xml_id: str | None) -> str | None:
    """Return the anchor of a person, place or organisation in the list of them."""
    return f"{kind}:{xml_id}" if xml_id else None


def _content(parent: _Element) -> Markup:
    before, after = printed(parent)
    pieces: list[str] = [words(before), words(parent.text or "")]
    for child in parent:
        pieces += [_one(child), words(child.tail or "")]
    pieces.append(words(after))
    return Markup("".join(pieces))


def _one(node: _Element) -> Markup:
    name = local(node)
    if special := _SPECIAL.get(name):
        return special(node)
    attributes = {
        "id": node.get(XML_ID),
        "lang": node.get(f"{{{XML}}}lang"),
        "class": None if name in _BLOCKS or not name else name,
    }
    if html := _BLOCKS.get(name):
        return _block(node, html, attributes)
    if name in _INLINE or name in _PHRASES:
        return element(_INLINE.get(name, "span"), attributes, _filled(node))
    return _block(node, "div", attributes)


def _block(node: _Element, html: str, attributes: Mapping[str, str | None]) -> Markup:
    if html == "section" and node.find(f"{{{TEI}}}head") is None:
        html = "div"
    if html in {"p", "h3"} and not _is_phrase(node):
        html = "div"
    if html == "ul":
        return element(html, attributes, _items(node))
    if html == "table":
        return element(html, attributes, _rows(node))
    return element(html, {**attributes, "dir": "auto"}, _filled(node))


def _items(node: _Element) -> Markup:
    """Return the items of a list; what stands between them is in an item of its own."""
    items, label = [], NOTHING
    for child in node:
        if local(child) == "label":
            label = Markup(f"{element('b', None, _filled(child))} ")
        elif local(child) == "item":
            attributes = {"id": child.get(XML_ID), "dir": "auto"}
            items.append(element("li", attributes, f"{label}{_filled(child)}"))
            label = NOTHING
        else:
            items.append(element("li", None, _one(child)))
    return Markup("".join(items)) or element("li", None, words(" "))


def _rows(node: _Element) -> Markup:
    rows = []
    for child in node:
        if local(child) == "row":
            rows.append(_cells(child))
        else:
            rows.append(element("tr", None, element("td", None, _one(child))))
    # A parser puts the body there where it is not.
    return element("tbody", None, Markup("".join(rows)) or _cells(node))


def _is_phrase(node: _Element) -> bool:
    return all(local(each) in _PHRASES for each in node.iterdescendants())


def _filled(node: _Element) -> Markup:
    """Return the content, never empty: HTML has no empty elements of that form."""
    return _content(node) or words(" ")


def _speech(node: _Element) -> Markup:
    xml_id, number = node.get(XML_ID), node.get("n")
    link = NOTHING
    if xml_id:
        href = {"class": "number", "href": f"#{xml_id}"}
        link = element("a", href, words(number or "#"))
    attributes = {"class": "speech", "id": xml_id, "lang": node.get(f"{{{XML}}}lang")}
    return element("div", attributes, f"{link}{_filled(node)}")


def _speaker(node: _Element) -> Markup:
    return element("p", {"class": "speaker", "dir": "auto"}, _filled(node))


def _utterance(node: _Element) -> Markup:
    who = " ".join(each.lstrip("#") for each in (node.get("who") or "").split())
    speaker = element("p", {"class": "speaker"}, words(who)) if who else NOTHING
    attributes = {"class": "speech", "id": node.get(XML_ID)}
    said = element("div", {"dir": "auto"}, _filled(node))
    return element("div", attributes, f"{speaker}{said}")


def _dated(node: _Element) -> Markup:
    when = node.get("when") or ""
    if not _TIME.fullmatch(when):
        return element("span", {"class": local(node)}, _filled(node))
    return element("time", {"datetime": when, "title": when}, _filled(node))


def _stage(node: _Element) -> Markup:
    """Return a stage direction: in its line, or as a line of its own."""
    parent = node.getparent()
    inside = parent is not None and local(parent) in _PHRASES | {*_BLOCKS} - {"div"}
    html = "span" if inside or not _is_phrase(node) else "p"
    return element(html, {"class": "stage", "dir": "auto"}, _filled(node))


def _named(node: _Element) -> Markup:
    kind = NAMES[local(node)]
    ref = node.get("ref") or ""
    if ref.startswith("#"):
        href = f"#{entry_anchor(kind, ref[1:])}"
        return element("a", {"class": kind, "href": href}, _filled(node))
    return element("span", {"class": kind}, _filled(node))


def _choice(node: _Element) -> Markup:
    """Return the words of the source, and what somebody put beside them as a title."""
    kept = next((each for each in node if local(each) not in BESIDE), node)
    beside = (one_line(each) for each in node if local(each) in BESIDE)
    attributes = {"class": "choice", "title": "; ".join(beside) or None}
    return element("span", attributes, _filled(kept))


def _reference(node: _Element) -> Markup:
    target = node.get("target") or ""
    if not target.startswith(_WEB) or not _content(node):
        return element("span", {"class": "reference"}, _filled(node))
    return element("a", {"href": target}, _filled(node))


def _break(node: _Element) -> Markup:
    return element("br", {"class": local(node)})


def _page(node: _Element) -> Markup:
    said = f"[page {node.get('n')}]" if node.get("n") else "[page]"
    return element("span", {"class": "page", "role": "doc-pagebreak"}, words(said))


def _gap(node: _Element) -> Markup:
    return element("span", {"class": "gap"}, _content(node) or words("[…]"))


def _cells(node: _Element) -> Markup:
    cells = [element("td", {"dir": "auto"}, _filled(child)) for child in node]
    return element("tr", None, Markup("".join(cells)) or _NO_CELL)


_SPECIAL: Final[Mapping[str, Callable[[_Element], Markup]]] = {
    "sp": _speech,
    "speaker": _speaker,
    "u": _utterance,
    "stage": _stage,
    "date": _dated,
    "time": _dated,
    "persName": _named,
    "placeName": _named,
    "orgName": _named,
    "choice": _choice,
    "ref": _reference,
    "lb": _break,
    "pb": _page,
    "gap": _gap,
}
