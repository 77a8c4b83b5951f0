"""Where the schemas are, and what a schema file says of itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from encoder.errors import EncoderError

RECORD_XSD: Final = "record.xsd"
RECORD_RNG: Final = "record.rng"

XS: Final = "{http://www.w3.org/2001/XMLSchema}"
RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
XML: Final = "http://www.w3.org/XML/1998/namespace"

OPEN: Final = frozenset(
    {f"{XS}{name}" for name in ("any", "include", "redefine")}
    | {f"{RNG}{name}" for name in ("anyName", "nsName", "include", "externalRef")}
)
"""What makes a schema accept elements that its own file does not name."""


@cache
def schemas() -> Path:
    """Return the folder of the shipped schemas.

    They lie inside an installed package, and beside it in a checkout.
    """
    package = Path(__file__).resolve().parents[2]
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


@cache
def shipped(name: str) -> Path:
    """Return the shipped schema of this name: `RECORD_XSD` or `RECORD_RNG`.

    A path that is made anew for each file takes longer than some of the checks.
    """
    return schemas() / name


def is_record_rng(schema: Path) -> bool:
    """Return whether a file is the record schema in RELAX NG, wherever it lies.

    It is the only one that libxml2 may load: on a grammar of classes and macros it
    works for half a minute, or for ever.
    """
    ours = shipped(RECORD_RNG)
    return schema.suffix == ".rng" and schema.read_bytes() == ours.read_bytes()


@cache
def element_names(schema: Path) -> frozenset[str]:
    """Return the names of all elements of a schema, each with its namespace.

    There are none where the schema is open or spread over several files, or
    written in the compact syntax: then nobody can say that a name is unknown.
    """
    if schema.suffix == ".rnc":
        return frozenset()
    root = read_xml(schema)
    if any(each.tag in OPEN for each in root.iter()) or _imports(root):
        return frozenset()
    kind, space = (XS, "targetNamespace") if root.tag == f"{XS}schema" else (RNG, "ns")
    named = {each.get("name") for each in root.iter(f"{kind}element")}
    prefix = f"{{{root.get(space)}}}" if root.get(space) else ""
    names = frozenset(f"{prefix}{name}" for name in named if name)
    # The inner elements of an XSD are in no namespace unless it says otherwise.
    inner = kind == XS and root.get("elementFormDefault") != "qualified"
    return names | frozenset(name for name in named if name and inner)


def _imports(root: etree._Element) -> bool:
    """Return whether an XSD brings in another namespace than that of XML."""
    return any(
        each.get("namespace") != XML for each in root.iterchildren(f"{XS}import")
    )


def read_xml(schema: Path) -> etree._Element:
    """Return the root of a schema file; nothing is fetched from a network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.parse(schema, parser).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        message = f"the schema {schema} cannot be read: {error}"
        raise EncoderError(message) from error
