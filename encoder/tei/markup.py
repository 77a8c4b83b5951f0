"""Elements as escaped text.

A document is joined from escaped pieces and parsed once, which proves that it is well
formed and is many times faster than building nodes. Nothing but these functions puts
an angle bracket into a document.

An element either holds words (`element`), or other elements, each on a line of its
own (`nested`). The line ends of that layout are `BREAK` until the document is whole, so
that the line ends of the source's own words are never indented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NewType

from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Markup = NewType("Markup", str)
"""Well-formed content of an element."""

NOTHING = Markup("")
BREAK = "\x01"
_INDENT = f"{BREAK}  "
_NOT_XML = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", re.NOFLAG)
_SPECIAL = Pattern('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]', re.NOFLAG)


def words(text: str) -> Markup:
    """Return the words of a source as content.

    What XML cannot hold must not be among them; the proof of each record sees to it.

    >>> words("Hale & Reed")
    'Hale &amp; Reed'
    """
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def start_tag(name: str, attributes: Mapping[str, str | None]) -> str:
    """Return a start tag without its last character; None leaves an attribute out.

    >>> start_tag("date", {"when": "1945", "cert": None})
    '<date when="1945"'
    """
    tag = f"<{name}"
    for key, value in attributes.items():
        if value is not None:
            safe = _quoted(value) if _SPECIAL.search(value) else value
            tag += f' {key}="{safe}"'
    return tag


def element(
    name: str, attributes: Mapping[str, str | None] | None = None, content: str = ""
) -> Markup:
    """Return an element around `content`, on one line.

    >>> element("pb", {"n": "2"}), element("p", None, words("Good."))
    ('<pb n="2"/>', '<p>Good.</p>')
    """
    tag = start_tag(name, attributes) if attributes else f"<{name}"
    return Markup(f"{tag}>{content}</{name}>" if content else f"{tag}/>")


def nested(
    name: str,
    children: Iterable[str],
    attributes: Mapping[str, str | None] | None = None,
) -> Markup:
    r"""Return an element around others, each on its line; nothing around none.

    >>> whole(nested("div", [element("p", None, "Good."), NOTHING]))
    '<div>\n  <p>Good.</p>\n</div>'
    >>> nested("div", [NOTHING])
    ''
    """
    inner = lines(children)
    if not inner:
        return NOTHING
    tag = start_tag(name, attributes) if attributes else f"<{name}"
    indented = inner.replace(BREAK, _INDENT)
    return Markup(f"{tag}>{_INDENT}{indented}{BREAK}</{name}>")


def lines(children: Iterable[str]) -> Markup:
    """Return elements, each on its line."""
    return Markup(BREAK.join(filter(None, children)))


def whole(markup: str) -> str:
    """Return markup with its layout made lines."""
    return markup.replace(BREAK, "\n")


def _quoted(value: str) -> str:
    safe = _NOT_XML.sub("\ufffd", value)
    for plain, escaped in _ESCAPES:
        safe = safe.replace(plain, escaped)
    return safe


_ESCAPES = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ('"', "&quot;"),
    ("\n", "&#10;"),
    ("\t", "&#9;"),
)
