"""XSD by lxml, explained by xmlschema; RELAX NG by jing when asked.

    >>> check_file(b"<TEI/>", "memo.xml")[0].rule.name
    'outside-tei'

Every engine gives the same findings for the same fault: what a validator says is
put into the words of our own rules by `schema_findings`.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from encoder.checks import schema_jing, schema_lxml, schema_xmlschema
from encoder.checks.rules_schema import NOT_VALID, NOT_WELL_FORMED, OUTSIDE_TEI
from encoder.checks.schema_compiled import ROOT, compiled, valid
from encoder.checks.schema_complaint import Complaint
from encoder.checks.schema_files import (
    RECORD_RNG,
    RECORD_XSD,
    element_names,
    is_record_rng,
    schemas,
)
from encoder.checks.schema_findings import explain
from encoder.errors import EncoderError
from encoder.model.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.etree import _Element
    from lxml.etree._docloader import _InputDocument

    from encoder.finding import Finding

EXPLAINED: Final = 20_000
"""Elements in the largest document that xmlschema explains; it needs some ten
seconds for a megabyte, and beyond this what lxml says has to do."""


class Engine(StrEnum):
    """Who validates."""

    LXML = "lxml"
    XMLSCHEMA = "xmlschema"
    JING = "jing"


def check_tree(root: _Element, name: str) -> tuple[Finding, ...]:
    """Return what is wrong with the document of `root` as a record, in order.

    `name` is what findings call the document.
    """
    if valid(root):
        return ()
    return _check_tree(root, name, Engine.LXML, schemas() / RECORD_XSD)


def check_file(
    data: bytes, name: str, engine: Engine = Engine.LXML, schema: Path | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with one file, in order; `name` is what findings call it."""
    return check_files({name: data}, engine, schema)


def check_files(
    files: Mapping[str, bytes],
    engine: Engine = Engine.LXML,
    schema: Path | None = None,
) -> tuple[Finding, ...]:
    """Return what is wrong with several files, in order of name and place.

    The files are given by name. jing validates them all in one run, which for
    hundreds of files is hundreds of times quicker than one run for each. `schema`
    is the record schema unless another is named: XSD for lxml and xmlschema,
    RELAX NG for jing. An `EncoderError` says that the engine cannot use it.
    """
    asked = _schema(engine, schema)
    roots: dict[str, _Element] = {}
    findings: list[Finding] = []
    for name, data in files.items():
        try:
            roots[name] = parse(data)
        except etree.XMLSyntaxError as error:
            findings.append(_not_well_formed(error, name))
            continue
        if unresolved := list(_entities(roots[name], name)):
            findings += unresolved
            del roots[name]
    if engine is Engine.JING:
        findings += _check_by_jing(roots, files, asked)
    else:
        for name, root in roots.items():
            findings += _check_tree(root, name, engine, asked)
    return tuple(sorted(findings, key=lambda finding: finding.order))


def parse(data: bytes) -> _Element:
    """Return the root of an XML file as it is, duplicate identifiers and all.

    Nothing is fetched, from the disk or a network, and no entity is expanded.
    """
    parser = etree.XMLParser(
        collect_ids=False,
        resolve_entities=False,
        no_network=False,
        load_dtd=False,
        huge_tree=False,
    )
    # A parser that collects no identifiers asks for the external part of a document
    # type, whatever its options say, and one that may not use a network refuses the
    # file for it. This one may, and gets nothing.
    parser.resolvers.add(_Nothing())
    return etree.fromstring(data, parser)


class _Nothing(etree.Resolver):
    """What answers every request for another file: that it is empty."""

    def resolve(
        self, system_url: str | None, public_id: str | None, context: object, /
    ) -> _InputDocument | None:
        del system_url, public_id
        return self.resolve_empty(context)


def _schema(engine: Engine, schema: Path | None) -> Path:
    """Return the schema that `engine` validates with, or refuse the one asked for."""
    if schema is None:
        return schemas() / (RECORD_RNG if engine is Engine.JING else RECORD_XSD)
    if not schema.is_file():
        message = f"there is no schema {schema}"
        raise EncoderError(message)
    if engine is Engine.JING:
        wanted, usable = "RELAX NG (.rng or .rnc)", schema.suffix in {".rng", ".rnc"}
    else:
        wanted = "XSD (.xsd); for RELAX NG use --engine jing"
        usable = schema.suffix == ".xsd"
        usable |= engine is Engine.LXML and is_record_rng(schema)
    if not usable:
        message = f"{engine} cannot validate with {schema.name}: it takes {wanted}"
        raise EncoderError(message)
    return schema.resolve()


def _not_well_formed(error: etree.XMLSyntaxError, name: str) -> Finding:
    """Return the finding for a file that is not XML."""
    line, column = error.position
    said = (error.msg or "no element found").removesuffix(f", line {line}")
    said = said.rpartition(", line ")[0] or said
    place = Place(name, max(line, 1), max(column, 1))
    return NOT_WELL_FORMED.at(place, said[0].lower() + said[1:])


def _entities(root: _Element, name: str) -> Iterator[Finding]:
    """Yield a finding for each reference to an entity: a record has none."""
    for entity in root.iter(etree.Entity):
        place = Place(name, entity.sourceline or 1, 1)
        yield NOT_VALID.at(place, f"the entity {entity.text} is not resolved")


def _check_tree(
    root: _Element, name: str, engine: Engine, schema: Path
) -> tuple[Finding, ...]:
    """Return what one of the two XSD engines finds in a document."""
    # The record schema in RELAX NG decides as well, but only the XSD explains.
    xsd = schemas() / RECORD_XSD if schema.suffix == ".rng" else schema
    complaints = _wrong_root(root, xsd)
    if not complaints and engine is Engine.XMLSCHEMA:
        complaints = schema_xmlschema.complaints(root, xsd)
    elif not complaints and not compiled(schema).validate(root):
        complaints = schema_xmlschema.complaints(root, xsd) if _is_small(root) else []
        complaints = complaints or schema_lxml.complaints(root, schema)
    return explain(root, name, complaints, element_names(xsd)) if complaints else ()


def _wrong_root(root: _Element, xsd: Path) -> list[Complaint]:
    """Return the complaint that a record does not begin with TEI.

    An XSD lets a document begin with any of its elements; a record may not.
    """
    if root.tag == ROOT or xsd.parent != schemas():
        return []
    return [Complaint(OUTSIDE_TEI, root)]


def _is_small(root: _Element) -> bool:
    """Return whether a document is small enough for xmlschema."""
    return len(list(islice(root.iter(), EXPLAINED))) < EXPLAINED


def _check_by_jing(
    roots: Mapping[str, _Element], files: Mapping[str, bytes], schema: Path
) -> list[Finding]:
    """Return what jing finds in all the files together."""
    said = schema_jing.complaints({name: files[name] for name in roots}, roots, schema)
    names = element_names(schema)
    findings: list[Finding] = []
    for name, complaints in said.items():
        findings += explain(roots[name], name, complaints, names)
    return findings
