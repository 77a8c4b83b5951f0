"""One self-contained page for each record, which needs no script and no network.

    wilson-123420.html

Every speech has an anchor, every fact of the header a row in a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import AgentRole
from encoder.exporters.exporter import Exporter
from encoder.exporters.html_style import STYLE
from encoder.exporters.html_text import ENTRIES, NAMES, body, entry_anchor
from encoder.exporters.passages import local
from encoder.exporters.requirements import TITLE
from encoder.tei.markup import Markup, element, nested, whole, words
from encoder.tei.names import TEI, XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece

_VIEWPORT: Final = {"name": "viewport", "content": "width=device-width"}
_BY_ROLE: Final = {
    AgentRole.AUTHOR: "Author",
    AgentRole.EDITOR: "Editor",
    AgentRole.CONTRIBUTOR: "Contributor",
    AgentRole.FUNDER: "Funder",
    AgentRole.ENCODER: "TEI encoding",
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield a page for each record."""
    for deposit in deposits:
        yield f"{deposit.name}.html", page(deposit)


def page(deposit: Deposit) -> bytes:
    """Return the page of a record, in UTF-8."""
    title = deposit.title or deposit.identity
    head = [
        element("meta", {"charset": "utf-8"}),
        element("meta", _VIEWPORT),
        element("title", None, words(title)),
        element("style", None, Markup(STYLE)),
    ]
    main = [
        element("h1", {"dir": "auto"}, words(title)),
        _section("description", "About this record", _table(deposit)),
        _section("people", "People", _entries(deposit, "particDesc")),
        _section("named", "Named in the text", _entries(deposit, "standOff")),
        _section("text", "Text", body(deposit.root.find(f"{{{TEI}}}text"))),
    ]
    # Without a language of the text nothing is known of that of the page either.
    attributes = {"lang": deposit.language}
    parts = [nested("head", head), nested("body", [nested("main", main)])]
    return f"<!DOCTYPE html>\n{whole(nested('html', parts, attributes))}\n".encode()


def _section(name: str, heading: str, content: Markup) -> Markup:
    if not content:
        return content
    # No xml:id has a colon in it, so these meet none of the text's.
    label = f"page:{name}"
    title = element("h2", {"id": label, "lang": "en"}, words(heading))
    attributes = {"class": name, "aria-labelledby": label}
    return nested("section", [title, content], attributes)


def _table(deposit: Deposit) -> Markup:
    """Return the facts of the header, a row for each."""
    rows = [
        nested("tr", [_heading(fact), element("td", {"dir": "auto"}, value)])
        for fact, value in _facts(deposit)
    ]
    return nested("table", [nested("tbody", rows)])


def _heading(fact: str) -> Markup:
    return element("th", {"scope": "row", "lang": "en"}, words(fact))


def _facts(deposit: Deposit) -> Iterator[tuple[str, Markup]]:
    original, licence = deposit.original, deposit.licence
    created = deposit.created_written or deposit.created
    plain = (
        ("Date", created),
        ("Summary", deposit.abstract),
        ("Repository", original.repository),
        ("Collection", original.collection),
        ("Shelfmark", original.shelfmark),
        ("Source", original.citation),
        ("Subjects", "; ".join(deposit.subjects)),
        ("Language", deposit.language),
        ("Publisher", deposit.publisher),
        ("Published", deposit.published and deposit.published.isoformat()),
    )
    yield from ((fact, words(value)) for fact, value in plain if value)
    if original.address:
        yield "Address of the source", _link(original.address, original.address)
    for kind, value in deposit.identifiers:
        yield "Identifier", words(f"{kind}: {value}" if kind else value)
    for agent in deposit.agents:
        if fact := _BY_ROLE.get(agent.role):
            said = f" ({agent.said})" if agent.said else ""
            yield fact, words(f"{agent.name}{said}")
    if licence:
        yield "Licence", _link(licence.uri, licence.name)
    for rights in deposit.rights:
        yield "Rights", words(rights)
    yield "SHA-256 of the TEI", element("code", None, words(deposit.digest))


def _link(address: str, said: str) -> Markup:
    """Return a link; what is no address of the web stays words."""
    if not address.startswith(("http://", "https://")):
        return words(said)
    return element("a", {"href": address}, words(said))


def _entries(deposit: Deposit, place: str) -> Markup:
    """Return the persons, places and organisations that are listed in one place."""
    items = []
    for element_name in ENTRIES:
        path = f".//{{{TEI}}}{place}//{{{TEI}}}{element_name}"
        for entry in deposit.root.iterfind(path):
            name = next((each for each in entry if local(each) in NAMES), None)
            said = "" if name is None else " ".join("".join(name.itertext()).split())
            if said:
                anchor = entry_anchor(element_name, entry.get(XML_ID))
                attributes = {"id": anchor, "dir": "auto"}
                items.append(element("li", attributes, words(said)))
    return nested("ul", items)


EXPORTER: Final = Exporter(
    name="html",
    makes="one self-contained page for each record, which needs no script",
    taken_by="browsers, readers, every web server",
    needs=(TITLE,),
    pack=pack,
)
