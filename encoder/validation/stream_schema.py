"""A large file held against its schema, and what is said if it is refused.

Against an XSD it is held while it is read. libxml2 says of a stream only whether it is
valid; where it is not, the file is read once more, and each element that is let go is
held against the schema by itself. RELAX NG is left to jing, which reads a copy.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.model.source import Place
from encoder.validation.parsing import TooLongError, pulled, unreadable
from encoder.validation.pieces import whole
from encoder.validation.rules_files import SCHEMA_UNUSED
from encoder.validation.rules_schema import NOT_VALID
from encoder.validation.schema import named, with_lxml
from encoder.validation.schema.compiled import compiled
from encoder.validation.schema.engines import Engine, usable
from encoder.validation.schema.files import RECORD_XSD, element_names, shipped
from encoder.validation.schema.findings import explain
from encoder.validation.schema.with_jing import said_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from encoder.finding import Finding
    from encoder.validation.validate import Request

MANY: Final = 200
"""How many faults of form are named of one large file."""

_HELD: Final = 2000
_LONGEST: Final = 200


class Held:
    """The schema of a large file: the one asked for, or named by the file, or ours.

    `xsd` is None where it is RELAX NG, and `by_jing` is to be asked.
    """

    def __init__(self, name: str, path: Path, request: Request) -> None:
        self._name = name
        self._path = path
        self.findings: tuple[Finding, ...] = ()
        schema = request.schema
        if schema is None and (root := _root(path)) is not None:
            found = named.named(root, name, path)
            schema, self.findings = found.schema, found.findings
        validator = request.validator(schema)
        self.by = str(validator)
        self._schema = usable(*validator)
        self.xsd: etree.XMLSchema | None = None
        if validator.engine is not Engine.JING:
            if self._schema.suffix == ".rng":
                # lxml takes no other than our own, and no RELAX NG for a stream.
                self._schema = shipped(RECORD_XSD)
            xsd = compiled(self._schema)
            self.xsd = xsd if isinstance(xsd, etree.XMLSchema) else None

    def refuses(self, error: etree.XMLSyntaxError) -> bool:
        """Return whether it is the schema that an error is about."""
        return any(entry.domain_name == "SCHEMASV" for entry in error.error_log)

    def explained(self, error: etree.XMLSyntaxError) -> list[Finding]:
        """Return what is wrong, element by element, or else what libxml2 said."""
        try:
            found = self._explained()
        except etree.XMLSyntaxError as syntax:
            # libxml2 blames the schema for what comes of an end tag that is missing.
            return [unreadable(syntax, self._name)]
        if found:
            return found
        last = error.error_log.last_error
        said = last.message.strip() if last else error.msg or ""
        message = f"{said} (the line is not known in so large a file)"
        return [NOT_VALID.at(Place(self._name, 1, 1), message)]

    def by_jing(self) -> list[Finding]:
        """Return what jing says of the file, in its own words.

        Raises EncoderError if there is no jing, or it cannot use the schema.
        """
        found: list[Finding] = []
        try:
            for line, _, rule, said in said_of(whole(self._path), self._schema):
                words = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
                found.append(rule.at(Place(self._name, line, 1), words))
                if len(found) == MANY:
                    break
        except (UnicodeError, LookupError):
            message = f"the file cannot be copied for jing and {self._schema.name}"
            return [SCHEMA_UNUSED.at(Place(self._name, 1, 1), message)]
        return found

    def _explained(self) -> list[Finding]:
        """Return the faults of the elements that are not valid by themselves."""
        found: list[Finding] = []
        for element in _complete(self._path):
            if self.xsd is None or self.xsd.validate(element):
                continue
            alone = deepcopy(element)
            said = with_lxml.complaints(alone, self._schema)
            found += explain(alone, self._name, said, element_names(self._schema))
            if len(found) >= MANY:
                return found[:MANY]
        return found


def _root(path: Path) -> etree._Element | None:
    """Return the first element of a file, of which nothing else is known yet."""
    try:
        with path.open("rb") as file:
            for _, elements in pulled(file, ("start",)):
                if elements:
                    return elements[0].getroottree().getroot()
    except (etree.XMLSyntaxError, TooLongError):
        # What is wrong with it is said when it is read.
        pass
    return None


def _complete(path: Path) -> Iterator[etree._Element]:
    """Yield the outermost elements that are complete whenever some thousands are."""
    count = 0
    with path.open("rb") as file:
        for _, elements in pulled(file):
            count += len(elements)
            if elements and count >= _HELD:
                count = 0
                yield from _before(elements[-1])
    if elements:
        yield from _before(elements[-1])


def _before(element: etree._Element) -> Iterator[etree._Element]:
    for each in (element, *element.iterancestors()):
        parent = each.getparent()
        while parent is not None and (before := each.getprevious()) is not None:
            if isinstance(before.tag, str):
                yield before
            parent.remove(before)
