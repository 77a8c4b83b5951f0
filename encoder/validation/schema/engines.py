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

from encoder.errors import EncoderError
from encoder.validation.parsing import opened
from encoder.validation.places import with_columns
from encoder.validation.rules_files import ENTITY_REFERENCE
from encoder.validation.rules_schema import OUTSIDE_TEI
from encoder.validation.schema import with_jing, with_lxml, with_xmlschema
from encoder.validation.schema.compiled import ROOT, compiled, valid
from encoder.validation.schema.complaint import Complaint
from encoder.validation.schema.files import (
    RECORD_RNG,
    RECORD_XSD,
    element_names,
    is_record_rng,
    schemas,
    shipped,
)
from encoder.validation.schema.findings import explain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from encoder.finding import Finding
    from encoder.validation.examine import TeiFile

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
    return _check_tree(root, name, Engine.LXML, shipped(RECORD_XSD))


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
    """Return what is wrong with the form of several files, given by name, in order."""
    findings: list[Finding] = []
    sound: list[TeiFile] = []
    for name, data in files.items():
        file, found = opened(data, name)
        findings += found
        if file and ENTITY_REFERENCE not in {finding.rule for finding in found}:
            sound.append(file)
    for some in held(sound, engine, schema).values():
        findings += some
    return tuple(sorted(findings, key=lambda finding: finding.order))


def held(
    files: Sequence[TeiFile], engine: Engine, schema: Path | None = None
) -> dict[str, tuple[Finding, ...]]:
    """Return what a schema has against several files, by their names.

    jing validates them all in one run, which for hundreds of files is hundreds of
    times quicker than one run for each. `schema` is the record schema unless another
    is named: XSD for lxml and xmlschema, RELAX NG for jing. An `EncoderError` says
    that the engine cannot use it.
    """
    asked = usable(engine, schema)
    if engine is Engine.JING:
        return _check_by_jing(files, asked)
    return {file.name: _check_file(file, engine, asked) for file in files}


def usable(engine: Engine, schema: Path | None) -> Path:
    """Return the schema that `engine` validates with, or refuse the one asked for."""
    if schema is None:
        return shipped(RECORD_RNG if engine is Engine.JING else RECORD_XSD)
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


def _check_file(file: TeiFile, engine: Engine, schema: Path) -> tuple[Finding, ...]:
    """Return what one of the two XSD engines finds in a file."""
    found = _check_tree(file.root, file.name, engine, schema)
    return with_columns(found, file.text) if found else ()


def _check_tree(
    root: _Element, name: str, engine: Engine, schema: Path
) -> tuple[Finding, ...]:
    """Return what one of the two XSD engines finds in a document."""
    # The record schema in RELAX NG decides as well, but only the XSD explains.
    xsd = shipped(RECORD_XSD) if schema.suffix == ".rng" else schema
    complaints = _wrong_root(root, xsd)
    if not complaints and engine is Engine.XMLSCHEMA:
        complaints = with_xmlschema.complaints(root, xsd)
    elif not complaints and not compiled(schema).validate(root):
        complaints = with_xmlschema.complaints(root, xsd) if _is_small(root) else []
        complaints = complaints or with_lxml.complaints(root, schema)
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
    files: Sequence[TeiFile], schema: Path
) -> dict[str, tuple[Finding, ...]]:
    """Return what jing finds in all the files together."""
    said = with_jing.complaints(files, schema)
    names = element_names(schema)
    return {
        file.name: with_columns(
            explain(file.root, file.name, said.get(file.name, ()), names), file.text
        )
        for file in files
    }
