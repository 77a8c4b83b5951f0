"""One file, or some of them, checked in every respect that is asked for.

>>> from encoder.validation.selection import select
>>> request = Request(select())
>>> validate([Given("memo.xml", b"<TEI/>")], request)[0].findings[0].rule.name
'outside-tei'
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from encoder.validation.check import Layer
from encoder.validation.examine import examine
from encoder.validation.ignores import TARGET, ignored, instructions
from encoder.validation.other_files import Elsewhere
from encoder.validation.parsing import opened
from encoder.validation.plan import Plan
from encoder.validation.rules_files import ENTITY_REFERENCE
from encoder.validation.schema import named
from encoder.validation.schema.engines import Engine, held
from encoder.validation.thorough import compared, engines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from encoder.finding import Finding
    from encoder.model.source import Source
    from encoder.validation.check import OfHeader
    from encoder.validation.selection import Selection


class Request:
    """What is asked of every file of a run.

    An `engine` of None is the one that suits the schema: lxml for XSD, jing for RELAX
    NG. A `schema` of None is the one that a file itself names, where it lies beside
    the file, and else our own. If it is `thorough`, every engine that can be used is,
    and they have to agree.
    """

    def __init__(
        self,
        selection: Selection,
        engine: Engine | None = None,
        schema: Path | None = None,
        elsewhere: Elsewhere | None = None,
        *,
        thorough: bool = False,
    ) -> None:
        self.selection = selection
        self.engine = engine
        self.schema = schema
        self.elsewhere = elsewhere or Elsewhere()
        self.thorough = thorough

    def __getstate__(self) -> dict[str, object]:
        """Travel to another process without the plan, which is made of functions."""
        return {key: value for key, value in vars(self).items() if key != "plan"}

    @cached_property
    def plan(self) -> Plan:
        """What one pass over a file has to gather."""
        return Plan.of(self.selection.checks)

    def validator(self, schema: Path | None) -> Validator:
        """Return who holds a file against a schema, which is our own if it is None."""
        if self.engine is None and schema and schema.suffix.lower() != ".xsd":
            return Validator(Engine.JING, schema)
        return Validator(self.engine or Engine.LXML, schema)

    def validators(self, schema: Path | None) -> tuple[Validator, ...]:
        """Return all who hold a file against a schema; the first explains."""
        every = engines(schema) if self.thorough else ()
        return tuple(Validator(*each) for each in every) or (self.validator(schema),)


class Validator(NamedTuple):
    """An engine, and the schema it holds files against; None is our own."""

    engine: Engine
    schema: Path | None

    def __str__(self) -> str:
        ours = "record.rng" if self.engine is Engine.JING else "record.xsd"
        return f"{self.engine} against {self.schema.name if self.schema else ours}"


class Given(NamedTuple):
    """A file to check: what findings call it, its bytes, and where it lies, if it does.

    `source` is the plain text from which it was made, where that is known; `more` are
    checks of its header that no other file need have.
    """

    name: str
    data: bytes
    path: Path | None = None
    source: Source | None = None
    more: tuple[OfHeader, ...] = ()


class Checked(NamedTuple):
    """What was found in a file, and how many things each layer checked in it.

    `lines` are those on which there are findings; `by` says who validated and against
    what, and is empty where nobody did.
    """

    name: str
    findings: tuple[Finding, ...]
    made: Mapping[str, int]
    lines: Mapping[int, str]
    by: str = ""


def validate(files: Iterable[Given], request: Request) -> list[Checked]:
    """Return what becomes of some files, in their order.

    Raises EncoderError if an engine cannot be used, or not with the schema asked for.
    """
    under = [_Work(file, request) for file in files]
    if Layer.SCHEMA in request.selection.layers:
        _hold(under, request)
    return [work.finished() for work in under]


def _hold(under: Sequence[_Work], request: Request) -> None:
    """Hold files against their schemas, those of one schema together."""
    by_validators: dict[tuple[Validator, ...], list[_Work]] = {}
    for work in under:
        if work.tei and work.is_complete:
            validators = request.validators(work.schema())
            by_validators.setdefault(validators, []).append(work)
    for validators, some in by_validators.items():
        files = [each.tei for each in some if each.tei]
        one, *more = validators
        found = compared(files, validators) if more else held(files, *one)
        for work in some:
            work.findings += found[work.given.name]
            work.made[Layer.SCHEMA] += len(validators)
            work.by = ", ".join(map(str, validators))


class _Work:
    """A file while it is checked: what is known of it so far."""

    def __init__(self, given: Given, request: Request) -> None:
        self.given = given
        self.request = request
        file, found = opened(given.data, given.name)
        around = partial(request.elsewhere.kind, given.path)
        self.tei = file and file._replace(
            source=given.source, around=around, more=given.more
        )
        self.findings = [*found]
        self.made: Counter[str] = Counter({Layer.WELL_FORMED: 1})
        self.by = ""

    @property
    def is_complete(self) -> bool:
        """Whether all of its words are there, so that a schema can judge it."""
        return ENTITY_REFERENCE not in {finding.rule for finding in self.findings}

    def schema(self) -> Path | None:
        """Return the schema that was asked for, or that the file names."""
        if self.request.schema or not self.tei:
            return self.request.schema
        found = named.named(self.tei.root, self.given.name, self.given.path)
        self.findings += found.findings
        return found.schema

    def finished(self) -> Checked:
        """Return what was found, once all other checks are made."""
        request, file = self.request, self.tei
        if file is None:
            text = self.given.data.decode("utf-8", "replace")
            return self._checked(self.findings, text)
        self.findings += examine(file, request.plan, self.made)
        shown = [each for each in self.findings if request.selection.shows(each.rule)]
        if f"<?{TARGET}" in file.text:
            said = instructions(file.root)
            shown = [*ignored(shown, said, file.name, request.selection.codes)]
        return self._checked(shown, file.text)

    def _checked(self, found: Sequence[Finding], text: str) -> Checked:
        findings = tuple(sorted(found, key=lambda finding: finding.order))
        lines = text.split("\n") if found else ()
        numbers = {finding.place.line for finding in findings}
        shown = {n: lines[n - 1] for n in sorted(numbers) if n <= len(lines)}
        return Checked(self.given.name, findings, self.made, shown, self.by)
