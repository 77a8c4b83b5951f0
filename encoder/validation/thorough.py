"""Several engines hold the same files against one schema, and have to agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.validation.rules_schema import ENGINES_DISAGREE
from encoder.validation.schema.engines import Engine, held
from encoder.validation.schema.with_jing import is_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from encoder.finding import Finding
    from encoder.validation.examine import TeiFile


def engines(schema: Path | None) -> tuple[tuple[Engine, Path | None], ...]:
    """Return every engine that can be used, with the schema that it takes.

    `schema` is XSD or RELAX NG, and None is our own. What has its name and lies beside
    it is taken for the same schema in the other language.
    """
    found: list[tuple[Engine, Path | None]] = []
    if schema is None or (xsd := _in(schema, ".xsd")):
        form = None if schema is None else xsd
        found += [(Engine.LXML, form), (Engine.XMLSCHEMA, form)]
    if is_here() and (schema is None or (rng := _in(schema, ".rng", ".rnc"))):
        found.append((Engine.JING, None if schema is None else rng))
    return tuple(found)


def _in(schema: Path, *endings: str) -> Path | None:
    """Return a schema in the language of some endings, if it is there."""
    if schema.suffix.lower() in endings:
        return schema
    others = (schema.with_suffix(ending) for ending in endings)
    return next((each for each in others if each.is_file()), None)


def compared(
    files: Sequence[TeiFile], validators: Sequence[tuple[Engine, Path | None]]
) -> dict[str, tuple[Finding, ...]]:
    """Return what the first engine finds in several files, by their names.

    Where another finds more or less, that is a finding too. Raises EncoderError where
    one of them cannot be used.
    """
    found = {engine: held(files, engine, schema) for engine, schema in validators}
    first = validators[0][0]
    return {
        name: (*findings, *_differences({each: found[each][name] for each in found}))
        for name, findings in found[first].items()
    }


def _differences(found: Mapping[Engine, Sequence[Finding]]) -> Iterator[Finding]:
    """Yield a finding for each place at which not all engines find the same."""
    by_place: dict[tuple[str, int], dict[Engine, Finding]] = {}
    for engine, findings in found.items():
        for finding in findings:
            key = finding.rule.code, finding.place.line
            by_place.setdefault(key, {}).setdefault(engine, finding)
    for by_engine in by_place.values():
        others = [str(engine) for engine in found if engine not in by_engine]
        if others:
            finding = next(iter(by_engine.values()))
            finds = "find" if len(by_engine) > 1 else "finds"
            message = f"{_listed(by_engine)} {finds} {finding.rule.code} here"
            but = f"{_listed(others)} {'do' if len(others) > 1 else 'does'} not"
            message = f"{message}, and {but}: {finding.message}"
            yield ENGINES_DISAGREE.at(finding.place, message)


def _listed(engines: Sequence[str] | Mapping[Engine, Finding]) -> str:
    return " and ".join(map(str, engines))
