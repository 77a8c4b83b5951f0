"""A file too large for a tree: read piece by piece, and never held as a whole.

Elements are kept until there are some thousands, shown to the checks, and let go. An
element that is still open then is not seen whole, and checks that ask for it by name
are not made of it; a finding says so.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.model.source import Place
from encoder.validation import examine
from encoder.validation.check import Layer
from encoder.validation.ids import local
from encoder.validation.ignores import TARGET, Instruction, ignored
from encoder.validation.index import Index
from encoder.validation.parsing import (
    DOCTYPE,
    TooLongError,
    entities,
    pulled,
    too_long,
    unreadable,
)
from encoder.validation.pieces import Needed, PiecedText
from encoder.validation.plan import HEADER, Plan
from encoder.validation.position import ElementRef
from encoder.validation.rules_files import (
    CHANGED_MEANWHILE,
    DOCUMENT_TYPE,
    ENTITY_REFERENCE,
    NOT_SEEN_WHOLE,
)
from encoder.validation.rules_schema import DUPLICATE_ID, NOT_WELL_FORMED
from encoder.validation.stream_schema import Held
from encoder.validation.validate import Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from lxml.etree import _Element

    from encoder.finding import Finding, Rule
    from encoder.validation.check import OfHeader
    from encoder.validation.examine import Seen
    from encoder.validation.validate import Request

LARGE: Final = 1 << 20
"""A file of more bytes than this is streamed; a tree would be twenty times the file."""
WHOLE: Final = 64 << 20
"""A file of more bytes than this is not held as a whole for anything: the tree would be
more than a gigabyte."""
MANY: Final = 1000
"""How many findings of one rule are kept of one large file."""

_HELD: Final = 2000
_MANY_PARTS: Final = 50


def validate_large(
    name: str, path: Path, request: Request, more: tuple[OfHeader, ...] = ()
) -> Checked:
    """Return what becomes of a large file, held against an XSD by libxml2 or by jing.

    `more` are checks of its header that no other file need have. Raises OSError if it
    cannot be read, and EncoderError if there is no jing for a RELAX NG.
    """
    reading = _Reading(name, path, request, more)
    with path.open("rb") as file:
        before = stamp(os.fstat(file.fileno()))
        reading.read(file)
        if stamp(os.fstat(file.fileno())) != before:
            reading.found.append(changed(name))
    return reading.finished()


def stamp(state: os.stat_result) -> tuple[int, int]:
    """Return what is another when a file is written to."""
    return state.st_size, state.st_mtime_ns


def changed(name: str) -> Finding:
    """Return the finding that the file `name` is no longer what it was."""
    message = "it was written to while it was being read"
    return CHANGED_MEANWHILE.at(Place(name, 1, 1), message)


class _Reading:
    """What is known of a large file so far."""

    def __init__(
        self, name: str, path: Path, request: Request, more: tuple[OfHeader, ...]
    ) -> None:
        self._name = name
        self._path = path
        self._request = request
        # libxml2 does not see in a stream that an identifier stands twice.
        self._plan = request.plan if request.plan.indexed else _indexed(request)
        self._of_headers = (*request.plan.of_headers, *more)
        self._held: list[_Element] = []
        self._last: _Element | None = None
        self._parted: set[_Element] = set()
        self._too_large: dict[str, int] = {}
        self._seen: list[Seen] = []
        self._kept: Counter[Rule] = Counter()
        self._instructions: list[tuple[_Element | None, Instruction]] = []
        self._index = Index(partial(request.elsewhere.kind, path), streamed=True)
        self._has_doctype = False
        self.found: list[Finding] = []
        self.made: Counter[str] = Counter({Layer.WELL_FORMED: 1})
        self.by = ""

    def read(self, file: BinaryIO) -> None:
        """Read the whole file, as far as it can be read."""
        wanted = Layer.SCHEMA in self._request.selection.layers
        held = Held(self._name, self._path, self._request) if wanted else None
        if held:
            self.found += held.findings
            self.made[Layer.SCHEMA] += 1
            self.by = held.by
        is_read = False
        try:
            self._read(file, held)
        except TooLongError:
            self.found.append(too_long(self._name))
        except etree.XMLSyntaxError as error:
            if held and held.refuses(error):
                self.found += held.explained(error)
            else:
                self.found.append(unreadable(error, self._name))
        else:
            is_read = self._has_ended()
        self._flush()
        if held and is_read and self._is_complete:
            self.found += self._doubles() if held.xsd else held.by_jing()
        self._add(examine.of_file(self._index, self._plan, self.made))

    def _has_ended(self) -> bool:
        """Return whether the first element has ended, or say that it has not.

        A parser that validates lets some files pass without a word that end too soon.
        """
        if self._last is not None and self._last.getparent() is None:
            return True
        place = Place(self._name, 1, 1)
        message = "it ends before its first element does, or has none"
        self.found.append(NOT_WELL_FORMED.at(place, message))
        return False

    def _doubles(self) -> Iterator[Finding]:
        """Yield a finding for each identifier that an element above has already."""
        for value, first, lines in self._index.ids.doubles():
            message = f"xml:id='{value}' is that of line {first} already"
            for line in lines[:MANY]:
                yield DUPLICATE_ID.at(Place(self._name, line, 1), message)

    @property
    def _is_complete(self) -> bool:
        """Whether all of its words are there, so that a schema can judge it."""
        return ENTITY_REFERENCE not in {finding.rule for finding in self.found}

    def _read(self, file: BinaryIO, held: Held | None) -> None:
        text = PiecedText()
        for data, nodes in pulled(
            file, ("end", "pi"), schema=held.xsd if held else None
        ):
            for passage in text.fed(data):
                self._add(examine.of_text(passage, self._plan, self.made))
            if DOCTYPE in data and not self._has_doctype:
                self._has_doctype = True
                line = text.line_of(DOCTYPE.decode())
                message = "a document type; it is not read"
                self.found.append(DOCUMENT_TYPE.at(Place(self._name, line, 1), message))
            for node in nodes:
                self._take(node)
        for passage in text.rest():
            self._add(examine.of_text(passage, self._plan, self.made))

    def _take(self, node: _Element) -> None:
        """Add a node that has ended."""
        if isinstance(node.tag, str):
            self._held.append(node)
            self._last = node
        elif getattr(node, "target", "") == TARGET:
            line, holder = node.sourceline or 1, node.getparent()
            first = 1 if holder is None else holder.sourceline or 1
            said = Instruction(node.text or "", line, first, sys.maxsize)
            self._instructions.append((holder, said))
        if len(self._held) >= _HELD and self._is_good_moment(node):
            self._flush()

    def _is_good_moment(self, node: _Element) -> bool:
        """Return whether what is open around a node is large, and no single turn.

        In a document that is strange enough the moment never comes, nor is it waited
        for.
        """
        parent = node.getparent()
        is_large = parent is None or parent in self._parted or len(parent) > _MANY_PARTS
        return is_large or len(self._held) >= _HELD * 5

    def _flush(self) -> None:
        """Show the elements that are held to the checks, and let them go."""
        if not self._held:
            return
        elements, self._held = self._held, []
        ended = set(elements)
        self._close_instructions(ended, elements)
        gathered = self._plan.gathered_of(elements)
        if self._plan.indexed:
            self._index.take(gathered)
        for parted in ended & self._parted:
            name = local(parted)
            if found := gathered.elements.get(name):
                found.remove(parted)
                self._too_large.setdefault(name, parted.sourceline or 1)
        self._add(examine.of_elements(gathered, self._plan, self.made))
        for element in elements:
            if element.tag == HEADER and element not in self._parted:
                self._add(examine.of_header(element, self._of_headers, self.made))
        if self._has_doctype:
            for element in elements:
                self.found += entities(element, self._name, below=False)
        self._parted -= ended
        self._parted.update(elements[-1].iterancestors())
        _let_go(elements[-1])

    def _close_instructions(
        self, ended: set[_Element], elements: list[_Element]
    ) -> None:
        """Say of instructions whose element has ended up to which line they hold."""
        for number, (holder, said) in enumerate(self._instructions):
            if holder is not None and holder in ended:
                at = elements.index(holder)
                line = elements[max(at - 1, 0)].sourceline or 1
                closed = said._replace(last=max(line, said.line))
                self._instructions[number] = (None, closed)

    def _add(self, seen: Iterable[Seen]) -> None:
        """Keep what was seen, with lines in place of elements."""
        for rule, hit in seen:
            self._kept[rule] += 1
            if self._kept[rule] > MANY:
                continue
            at = hit.at
            if isinstance(at, etree._Element):  # noqa: SLF001 -- lxml names its class so
                at = ElementRef(at.sourceline or 1, str(at.tag))
            self._seen.append(examine.Seen(rule, hit._replace(at=at)))

    def finished(self) -> Checked:
        """Return what was found."""
        numbers = {examine.line_of(seen.hit) for seen in self._seen}
        numbers |= {finding.place.line for finding in self.found}
        needed = Needed(self._path, numbers)
        findings = [*self.found, *examine.findings(self._seen, self._name, needed)]
        last = Place(self._name, max(numbers, default=1), 1)
        for rule, many in self._kept.items():
            if many > MANY:
                findings.append(rule.at(last, f"and {many - MANY} more are not listed"))
        for name, line in self._too_large.items():
            message = f"'{name}' is too large to be seen whole"
            findings.append(NOT_SEEN_WHOLE.at(Place(self._name, line, 1), message))
        selection = self._request.selection
        shown = tuple(each for each in findings if selection.shows(each.rule))
        said = [each for _, each in self._instructions]
        shown = ignored(shown, said, self._name, selection.codes)
        lines = {each.place.line: needed[each.place.line - 1] for each in shown}
        return Checked(self._name, shown, self.made, lines, self.by)


def _indexed(request: Request) -> Plan:
    return Plan.of(request.selection.checks, indexed=True)


def _let_go(element: _Element) -> None:
    """Take out of the tree all that stands before an element or its parents.

    The element itself stays, because the parser may still be at its end.
    """
    for each in (element, *element.iterancestors()):
        parent = each.getparent()
        if parent is not None:
            while (before := each.getprevious()) is not None:
                parent.remove(before)
