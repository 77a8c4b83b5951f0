"""`<?tei-encoder ignore CODE reason?>`: findings that somebody has decided to leave.

An instruction holds for the element in which it stands, with all that is in it; before
the first element, for the whole file.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.model.source import Place
from encoder.validation.rules_ignores import IGNORES_NOTHING, NO_REASON, UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from encoder.finding import Finding

TARGET: Final = "tei-encoder"

_IGNORE: Final = re.compile(
    r"\s*ignore\s+(?P<code>[A-Za-z]\d{3})\b\s*(?P<reason>.*)", re.DOTALL
)


class Instruction(NamedTuple):
    """An instruction as it stands, its line, and the lines for which it holds."""

    said: str
    line: int
    first: int
    last: int


def ignored(
    findings: Iterable[Finding],
    instructions: Sequence[Instruction],
    name: str,
    codes: Collection[str],
) -> tuple[Finding, ...]:
    """Return the findings that are not ignored, and what is wrong with instructions.

    `codes` are those of the rules that were looked for: an instruction about another
    one is not called needless.
    """
    kept = [*findings]
    for instruction in instructions:
        found = _IGNORE.fullmatch(instruction.said)
        place = Place(name, instruction.line, 1)
        if not found:
            said = " ".join(instruction.said.split())
            kept.append(UNREADABLE.at(place, f"not understood: '{said}'"))
            continue
        code = found["code"].upper()
        if not found["reason"].strip():
            kept.append(NO_REASON.at(place, f"no reason is given for ignoring {code}"))
            continue
        left = [*_left(kept, code, instruction)]
        if len(left) == len(kept) and code in codes:
            kept.append(IGNORES_NOTHING.at(place, f"there is no {code} here to ignore"))
        else:
            kept = left
    return tuple(sorted(kept, key=lambda finding: finding.order))


def instructions(root: _Element) -> tuple[Instruction, ...]:
    """Return the instructions in a document."""
    found = root.getroottree().xpath(f"//processing-instruction('{TARGET}')")
    return tuple(map(_instruction, found)) if isinstance(found, list) else ()


def _instruction(node: _Element) -> Instruction:
    """Return an instruction with the lines of the element in which it stands."""
    line, holder = node.sourceline or 1, node.getparent()
    if holder is None:
        return Instruction(node.text or "", line, 1, sys.maxsize)
    lines = [each.sourceline or 1 for each in holder.iter()]
    return Instruction(node.text or "", line, lines[0], max(lines))


def _left(
    findings: Iterable[Finding], code: str, instruction: Instruction
) -> Iterator[Finding]:
    """Yield the findings that an instruction is not about."""
    for finding in findings:
        within = instruction.first <= finding.place.line <= instruction.last
        if finding.rule.code != code or not within:
            yield finding
