"""A run as lines for a reader: the findings, and a sentence that sums them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from encoder.reports.totals import Totals
    from encoder.runs.export import Packed
    from encoder.runs.result import Result

HINT = "`tei-encoder explain CODE` says what a finding means and what to do about it."
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
# How many lines are named on which the same is said; how much of a line is shown.
_LISTED, _BEFORE, _WIDTH = 10, 60, 100
# Letters of some scripts are joined or kept apart by these two.
_JOINERS = "\u200c\u200d"


def findings(
    result: Result, shown: Collection[Severity], *, colour: bool
) -> Iterator[str]:
    """Yield a line for each finding of a severity that is `shown`.

    Where the lines of the file are known, the one that is meant stands below it, with a
    sign under the place; and what is said in the same words again is only counted.
    """
    alike: dict[tuple[str, str], list[Finding]] = {}
    for number, finding in enumerate(result.findings):
        if finding.severity in shown:
            # What is not folded is alike to nothing.
            key = finding.message if result.lines else f"{number}"
            alike.setdefault((finding.rule.code, key), []).append(finding)
    for first, *others in alike.values():
        yield _line(first, colour=colour)
        if first.place.line in result.lines:
            yield from _excerpt(result.lines[first.place.line], first)
        if first.behind:
            yield printable(f"      in the source: {first.behind}")
        if others:
            lines = ", ".join(str(other.place.line) for other in others[:_LISTED])
            more = ", …" if len(others) > _LISTED else ""
            times = "once" if len(others) == 1 else f"{len(others)} times"
            yield f"      and {times} more, on line {lines}{more}"


def _excerpt(line: str, finding: Finding) -> Iterator[str]:
    """Yield the line of a finding, or the part around the place, and a sign below."""
    column = finding.place.column - 1
    start = max(0, column - _BEFORE)
    shown = line[start : start + _WIDTH].rstrip()
    before = printable(line[start:column].replace("\t", " "))
    margin = f"{finding.place.line:>5} | "
    if shown.strip():
        yield margin + printable(shown.replace("\t", " "))
        yield " " * (len(margin) - 2) + "| " + " " * len(before) + "^"


def record(result: Result) -> str:
    """Return a line that says where a record went, and what was left out of it."""
    where = "refused" if result.output is None else f"written to {result.output}"
    left = [f"{kind} ({many})" for kind, many in sorted(result.dropped.items())]
    out = f"; layout left out: {', '.join(left)}" if left else ""
    return printable(f"{result.name}: {where}{out}")


def interrupted(sums: Totals, of: int) -> str:
    """Return the sentences that close a conversion which was stopped before its end."""
    return (
        f"Interrupted. Every file that was written is whole; {sums.all} of "
        f"{_count(of, 'file')} done, {of - sums.all} left. "
        "Run the same command again for the rest."
    )


def unchecked(sums: Totals, of: int) -> str:
    """Return the sentence that closes a validation which was stopped before its end."""
    left = of - sums.all
    return f"Interrupted. {sums.all} of {_count(of, 'file')} checked, {left} left."


def converted(sums: Totals, shown: Collection[Severity]) -> str:
    """Return the sentence that closes a conversion."""
    done = f"{_count(sums.accepted, 'record')} converted, {sums.refused} refused"
    return f"{done}; {_found(sums, shown)}."


def checked(sums: Totals, shown: Collection[Severity]) -> str:
    """Return the sentence that closes a validation: files, checks, who validated."""
    by = f" ({', '.join(sums.by)})" if sums.by else ""
    checks = _count(sums.made.total(), "check")
    done = f"{_count(sums.all, 'file')}, {checks}{by}: {sums.accepted} valid"
    return f"{done}, {sums.refused} not; {_found(sums, shown)}."


def layers(made: Mapping[str, int]) -> str:
    """Return how many things each layer has checked, as one line."""
    return ", ".join(f"{layer} {many}" for layer, many in made.items())


def exported(
    sums: Totals, shown: Collection[Severity], packed: Iterable[Packed]
) -> str:
    """Return the sentence that closes an export."""
    made = [each.output for each in packed if each.output]
    not_made = [each.target for each in packed if not each.output]
    written = f"written: {', '.join(made)}" if made else "nothing written"
    left = f"; not written: {', '.join(not_made)}" if made and not_made else ""
    done = f"{_count(sums.all, 'record')}; {written}{left}"
    return printable(f"{done}; {_found(sums, shown)}.")


def printable(text: str) -> str:
    r"""Return `text` with an escape for each character that a terminal might obey.

    >>> printable("a\x1b[2J caf\udce9")
    'a\\x1b[2J caf\\udce9'
    """
    if text.isprintable():
        return text
    return "".join(char if _is_harmless(char) else _escape(char) for char in text)


def _is_harmless(char: str) -> bool:
    is_wide_space = char.isspace() and char > "\xa0" and char not in "\u2028\u2029"
    return char.isprintable() or is_wide_space or char in _JOINERS


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _line(finding: Finding, *, colour: bool) -> str:
    line = printable(str(finding))
    if not colour:
        return line
    severity = str(finding.severity)
    start = len(printable(str(finding.place))) + len(": ")
    end = start + len(severity)
    painted = f"\x1b[{_COLOURS[finding.severity]}m{severity}\x1b[0m"
    return line[:start] + painted + line[end:]


def _found(sums: Totals, shown: Collection[Severity]) -> str:
    counts = [_count(many, severity) for severity, many in sums.findings.items()]
    hidden = sums.findings[Severity.NOTE] and Severity.NOTE not in shown
    return f"findings: {', '.join(counts)}" + (" (-v shows notes)" if hidden else "")


def _count(many: int, noun: str) -> str:
    return f"{many} {noun}" if many == 1 else f"{many} {noun}s"
