"""TEI, ours or anybody's, read once into a deposit."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.configuration import Licence
from encoder.errors import RefusedError
from encoder.exporters.agents import agents, software
from encoder.exporters.deposit import Deposit, Identifier, Locality, Original
from encoder.exporters.names import safe_name
from encoder.exporters.passages import local, one_line, passages
from encoder.exporters.rules import NOT_A_RECORD
from encoder.model.source import Place
from encoder.tei.header import NO_TITLE, SUBTITLE
from encoder.tei.names import TEI, XML
from encoder.tei.serialise import DECLARATION
from encoder.validation.parsing import parse
from encoder.validation.schema.engines import check_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.configuration import Configuration

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# W3C's dates as TEI has them: a year, a month or a day.
_WHEN: Final = re.compile(r"-?\d{4,}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_PLACES: Final = frozenset(
    "placeName settlement district region country geogName locale".split()
)
_POOR: Final = frozenset({"doi", "uri", "url", "handle"})
_TITLE: Final = "fileDesc/titleStmt/title"
# What our own header says where TEI demands a title and the source has none.
_NO_TITLES: Final = frozenset({NO_TITLE, SUBTITLE})


def read(data: bytes, file: str, edition: Configuration) -> Deposit:
    """Return the deposit of one TEI file that messages call `file`.

    What the header leaves unsaid, and `edition` says of all its records, is taken from
    there. Raises RefusedError for what is not XML (T001) or not a record (X003).
    """
    root = _root(data, file)
    found = _Header(root)
    identifiers = tuple(found.identifiers())
    identity = _identity(identifiers, file)
    text = found.first("text", root)
    titles = [each for each in found.all(_TITLE) if each not in _NO_TITLES]
    return Deposit(
        file=file,
        identity=identity,
        name=safe_name(identity),
        title=titles[0] if titles else None,
        subtitles=tuple(titles[1:]),
        agents=tuple(agents(root, edition.encoder)),
        created=found.created(),
        created_written=found.words("profileDesc/creation/date"),
        published=found.published() or edition.encoding_date,
        publisher=found.publisher() or edition.publisher,
        contact=found.contact() or edition.contact,
        licence=found.licence() or edition.licence,
        rights=tuple(found.all("fileDesc/publicationStmt/availability/p")),
        language=found.language(text),
        identifiers=identifiers,
        abstract=found.words("profileDesc/abstract"),
        subjects=tuple(found.subjects()),
        places=tuple(dict.fromkeys(found.places())),
        original=found.original(),
        software=software(root),
        edition=edition,
        source_digest=found.source_digest(),
        passages=() if text is None else passages(text),
        root=root,
        tei=serialised(root),
    )


def serialised(root: _Element) -> bytes:
    """Return a tree as a file in UTF-8, with a declaration and no document type."""
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8") + b"\n"


def _root(data: bytes, file: str) -> _Element:
    try:
        root = parse(data)
    except etree.XMLSyntaxError:
        # The check parses it again, and words the finding.
        raise RefusedError(check_file(data, file)[0]) from None
    message = None
    if local(root) != "TEI":
        message = f'begins with "{etree.QName(root).localname}", not with TEI'
    elif root.find(f"{{{TEI}}}teiHeader") is None:
        message = "has no teiHeader"
    elif entities := [*root.iter(etree.Entity)]:
        message = f"the entity {entities[0].text} is not resolved"
    if message:
        raise RefusedError(NOT_A_RECORD.at(Place(file, 1, 1), message))
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def _identity(identifiers: tuple[Identifier, ...], file: str) -> str:
    """Return what makes this record another than the rest.

    A DOI or an address does too, and makes a poor name for a file.
    """
    poor = [each for each in identifiers if (each.kind or "").casefold() in _POOR]
    for kind, value in (*(each for each in identifiers if each not in poor), *poor):
        return f"{kind}-{value}" if kind else value
    return PurePath(file).stem


class _Header:
    """The header of one file, and questions to it."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        header = root.find(f"{{{TEI}}}teiHeader")
        self.header = root if header is None else header

    def elements(self, path: str, within: _Element | None = None) -> list[_Element]:
        steps = "/".join(f"{{{TEI}}}{step}" for step in path.split("/"))
        return (self.header if within is None else within).findall(steps)

    def first(self, path: str, within: _Element | None = None) -> _Element | None:
        return next(iter(self.elements(path, within)), None)

    def all(self, path: str, within: _Element | None = None) -> Iterator[str]:
        """Yield the words of each element at `path` that has any."""
        words = (one_line(element) for element in self.elements(path, within))
        return (each for each in words if each)

    def words(self, path: str, within: _Element | None = None) -> str | None:
        return next(self.all(path, within), None)

    def identifiers(self) -> Iterator[Identifier]:
        for idno in self.elements("fileDesc/publicationStmt/idno"):
            if value := one_line(idno):
                yield Identifier(idno.get("type"), value)

    def publisher(self) -> str | None:
        names = ("publisher", "authority", "distributor")
        said = (self.words(f"fileDesc/publicationStmt/{name}") for name in names)
        return next(filter(None, said), None)

    def contact(self) -> str | None:
        for statement in ("publicationStmt", "titleStmt"):
            for element in self.elements(f"fileDesc/{statement}"):
                for email in element.iter(f"{{{TEI}}}email"):
                    if words := one_line(email):
                        return words
        return None

    def published(self) -> date | None:
        for element in self.elements("fileDesc/publicationStmt/date"):
            try:
                return date.fromisoformat(element.get("when") or one_line(element))
            except ValueError:
                continue
        return None

    def licence(self) -> Licence | None:
        for element in self.elements("fileDesc/publicationStmt/availability/licence"):
            target = (element.get("target") or "").strip()
            if target and " " not in target:
                return Licence(one_line(element) or target, target)
        return None

    def language(self, text: _Element | None) -> str | None:
        of_text = None if text is None else text.get(f"{{{XML}}}lang")
        stated = [of_text, self.root.get(f"{{{XML}}}lang")]
        path = "profileDesc/langUsage/language"
        stated += [each.get("ident") for each in self.elements(path)]
        known = (each for each in stated if each and _LANGUAGE.fullmatch(each))
        return next(known, None)

    def created(self) -> str | None:
        for element in self.elements("profileDesc/creation/date"):
            if when := _iso(element):
                return when
        return None

    def subjects(self) -> Iterator[str]:
        # What the record consists of is no subject of it.
        for term in self.elements("profileDesc/textClass/keywords/term"):
            if term.get("type") != "contents" and (words := one_line(term)):
                yield words

    def places(self) -> Iterator[Locality]:
        """Yield the places of the setting; what is in one of them is part of it."""
        for setting in self.elements("profileDesc/settingDesc"):
            for element in setting.iter(f"{{{TEI}}}*"):
                around = element.getparent()
                inside = around is not None and local(around) in _PLACES
                name = one_line(element) if local(element) in _PLACES else ""
                if name and not inside:
                    yield Locality(name, _address(element))

    def original(self) -> Original:
        place = "fileDesc/sourceDesc/msDesc/msIdentifier"
        where = self.first(place)
        source = self.first("fileDesc/sourceDesc")
        refs = [] if source is None else source.iter(f"{{{TEI}}}ref")
        targets = (ref.get("target") or "" for ref in refs)
        address = next((each for each in targets if each.startswith("http")), None)
        paths = ("fileDesc/sourceDesc/bibl", "fileDesc/sourceDesc/p")
        citation = next(filter(None, map(self.words, paths)), None)
        if where is None:
            return Original(citation=citation, address=address)
        return Original(
            self.words("repository", where) or self.words("institution", where),
            self.words("collection", where),
            ", ".join(_shelfmarks(where)) or None,
            citation,
            address,
        )

    def source_digest(self) -> str | None:
        for idno in self.elements("fileDesc/sourceDesc/bibl/idno"):
            if idno.get("type") == "sha256":
                return one_line(idno)
        return None


def _address(element: _Element) -> str | None:
    given = (element.get("ref") or "").split()
    return next((each for each in given if each.startswith(("http:", "https:"))), None)


def _shelfmarks(where: _Element) -> Iterator[str]:
    """Yield each number of the original with its kind: "box 6", "folder 9"."""
    for idno in where.iter(f"{{{TEI}}}idno"):
        if not len(idno) and (words := one_line(idno)):
            kind = idno.get("type")
            yield f"{kind} {words}" if kind else words


def _iso(element: _Element) -> str | None:
    """Return the day, month, year or interval that a TEI date says in attributes."""

    def stated(*names: str) -> str | None:
        values = (element.get(name) or "" for name in names)
        return next((each for each in values if _WHEN.fullmatch(each)), None)

    if when := stated("when"):
        return when
    start, end = stated("from", "notBefore"), stated("to", "notAfter")
    return f"{start}/{end}" if start and end else start or end
