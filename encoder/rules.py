"""Every rule there is, by its code: what `explain` knows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from encoder.body import rules as body
from encoder.characters import rules as characters
from encoder.checks import (
    rules_edition,
    rules_files,
    rules_ignores,
    rules_record,
    rules_schema,
    tables,
)
from encoder.editorial import rules as editorial
from encoder.exporters import rules as exporters
from encoder.layouts import rules as layouts
from encoder.runs import rules as runs
from encoder.turns import rules as turns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from encoder.finding import Rule

RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule
    for rule in sorted(
        chain(
            characters.RULES,
            layouts.RULES,
            turns.RULES,
            body.RULES,
            editorial.RULES,
            rules_record.RULES,
            rules_edition.RULES,
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
