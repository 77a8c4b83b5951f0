"""The order of the stages, and nothing else.

bytes -decode-> Source -read-> Record -annotate-> Record -encode-> Document
-serialise-> bytes -prove-> Outcome
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from encoder import __version__, layouts
from encoder.annotation.annotate import Annotated, annotate
from encoder.configuration import Configuration, Options
from encoder.decisions.rules import RULES as DECISION_RULES
from encoder.errors import EncoderError, RefusedError
from encoder.finding import Severity
from encoder.layouts.rules import NO_TEXT
from encoder.model.blocks import Dateline
from encoder.model.description import FieldKind
from encoder.model.record import Record
from encoder.proof.lossless import prove
from encoder.proof.output_checks import parse, stated
from encoder.tei.document import encode
from encoder.tei.serialise import serialise
from encoder.text.characters import look
from encoder.text.decode import decode, with_description
from encoder.turns.divide import divide
from encoder.turns.infer import AUTO, infer, words_of
from encoder.validation.schema.own_output import held_against_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.finding import Finding
    from encoder.model.form import PageForm
    from encoder.model.source import Source

PROFILES = ("print",)
UNSAID = Configuration()
DEFAULTS = Options()


class Outcome(NamedTuple):
    """What became of one record.

    `tei` is None when the record was refused, and the findings say why. `dropped` is
    the layout that is not in the TEI: how many of each kind.
    """

    name: str
    tei: bytes | None
    findings: tuple[Finding, ...]
    dropped: Mapping[str, int]


def convert(
    data: bytes,
    name: str,
    edition: Configuration = UNSAID,
    options: Options = DEFAULTS,
    beside: tuple[bytes, str] | None = None,
) -> Outcome:
    """Return the TEI of one record, or the finding that refuses it.

    `name` is what findings call the source; it does not reach the TEI. `beside` are the
    bytes and the name of a description in a file of its own. Whatever a
    record holds becomes a finding. Raises `EncoderError` where the request itself
    cannot be met: an encoding, a layout or a profile that does not exist.
    """
    try:
        source = decode(data, name, options.encoding)
        if beside:
            source = with_description(source, decode(*beside))
        return convert_source(source, edition, options)
    except RefusedError as refused:
        findings = edition.judged([refused.finding])
        return Outcome(name=name, tei=None, findings=findings, dropped={})


def convert_source(source: Source, edition: Configuration, options: Options) -> Outcome:
    """Return the TEI of one decoded record; raises `RefusedError` as the stages do."""
    if options.profile not in PROFILES:
        message = f"there is no profile {options.profile!r}: there is {PROFILES[0]}"
        raise EncoderError(message)
    characters = look(source)
    reading = read(source, options.layout, options.turns, options.form)
    annotated = annotate(reading.record, edition)
    said = (*characters, *reading.findings, *annotated.findings)
    if any(map(_refuses, edition.judged(annotated.findings))):
        # A decision that cannot be applied: TEI without it would pass for whole.
        findings = edition.judged(said)
        return Outcome(name=source.name, tei=None, findings=findings, dropped={})
    document = encode(annotated.record, edition, __version__)
    data = serialise(document)
    root = parse(document.record, data)
    prove(document.record, root)
    findings = (*said, *stated(document.record, edition))
    if options.schema:
        findings = (*findings, *held_against_schema(document, root))
    return Outcome(
        name=source.name,
        tei=data,
        findings=edition.judged(findings),
        dropped=Counter(dropped.kind for dropped in document.record.dropped),
    )


def _refuses(finding: Finding) -> bool:
    return finding.rule in DECISION_RULES and finding.severity is Severity.ERROR


def annotated_record(
    data: bytes,
    name: str,
    edition: Configuration = UNSAID,
    options: Options = DEFAULTS,
    beside: tuple[bytes, str] | None = None,
) -> Record:
    """Return one record with all that the editors' stage says of it, not yet as TEI.

    Takes what `convert` takes. Raises `RefusedError` where there is no record.
    """
    source = decode(data, name, options.encoding)
    if beside:
        source = with_description(source, decode(*beside))
    look(source)
    reading = read(source, options.layout, options.turns, options.form)
    return annotate(reading.record, edition).record


def read(
    source: Source, layout: str = AUTO, turns: str = AUTO, form: PageForm | None = None
) -> Annotated:
    """Return the record on a page: its description, and its body as blocks.

    `layout`, or a `form` that the user has declared, and `turns` name what would
    otherwise be found out. Raises `RefusedError` (L005 to L009) where the page is not
    laid out as asked, or holds no record, or more than one.
    """
    chosen, choice = layouts.choose(source, layout, form)
    page = layouts.read(source, chosen)
    named = (*page.description.spans(FieldKind.TITLE), *page.participants)
    declared = words_of(source.words(span) for span in named)
    voices = infer(source, page.body, declared, turns)
    divided = divide(source, page.body, voices.labels)
    blocks = divided.blocks
    if not blocks:
        message = "the page describes a record, and the record is not on it"
        raise RefusedError(NO_TEXT.at(source.place(page.body), message))
    if page.dateline:
        blocks = (Dateline(page.dateline), *blocks)
    record = Record(
        source=source,
        extent=page.body,
        body=blocks,
        description=page.description,
        dropped=(*page.dropped, *divided.dropped),
        printed=divided.marks,
        listed=page.participants,
        layout=chosen.name,
        archive=chosen.archive,
        labels=page.labels,
    )
    findings = (*page.findings, *voices.findings, *divided.findings)
    return Annotated(record, (choice, *findings))
