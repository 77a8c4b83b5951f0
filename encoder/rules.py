"""Every rule there is, by its code: what `explain` knows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from encoder.annotation import rules as annotation
from encoder.body import rules as body
from encoder.decisions import rules as decisions
from encoder.exporters import rules as exporters
from encoder.layouts import rules as layouts
from encoder.names import rules as names
from encoder.proof import rules as proof
from encoder.runs import rules as runs
from encoder.text import rules as text
from encoder.turns import rules as turns
from encoder.validation import rules_files, rules_ignores, rules_schema, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.finding import Rule

RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule
    for rule in sorted(
        chain(
            text.RULES,
            layouts.RULES,
            turns.RULES,
            body.RULES,
            names.RULES,
            annotation.RULES,
            decisions.RULES,
            proof.RULES,
            rules_schema.SCHEMA_RULES,
            tables.RULES,
            rules_files.FILE_RULES,
            rules_ignores.IGNORE_RULES,
            exporters.RULES,
            runs.RULES,
        ),
        key=lambda rule: rule.code,
    )
}
