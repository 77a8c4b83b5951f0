"""The rules as a page: what each means, from the words that `explain` prints.

python -m encoder.reports.rules_page > docs/rules.md
"""

from __future__ import annotations

import sys
import textwrap
from inspect import cleandoc
from typing import TYPE_CHECKING, Final

from encoder.rules import RULES
from encoder.validation.selection import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.finding import Rule

HEAD: Final = """\
# Rules

What `tei-encoder` may say of a source or a TEI file: what was seen, what it costs, how
to mend it. `tei-encoder explain CODE` prints the same words. A severity can be changed
in `tei-encoder.toml`; this page is made from the code by `make rules`.
"""
_WIDTH: Final = 88


def page() -> str:
    """Return the page, in Markdown."""
    rows = [
        f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {rule.severity} |"
        for rule in RULES.values()
    ]
    table = "\n".join(("| code | name | severity |", "|---|---|---|", *rows))
    return "\n".join((HEAD, table, "", *_entries()))


def _entries() -> Iterator[str]:
    for rule in RULES.values():
        yield f"## {rule.code} {rule.name}\n"
        layer = f", layer {LAYERS[rule.code]}" if rule.code in LAYERS else ""
        yield f"*{rule.severity}{layer}*\n"
        yield f"{_wrapped(cleandoc(rule.explanation))}\n"


def _wrapped(words: str) -> str:
    """Return `words` with each paragraph that was written as one line broken."""
    return "\n".join(
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
        if len(line) > _WIDTH
        else line
        for line in words.splitlines()
    )


def _anchor(rule: Rule) -> str:
    """Return the anchor that Markdown gives to the heading of a rule."""
    return f"{rule.code.lower()}-{rule.name}"


if __name__ == "__main__":
    sys.stdout.write(page())
