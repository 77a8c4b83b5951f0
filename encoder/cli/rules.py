"""`tei-encoder rules`."""

from __future__ import annotations

import json

import click

from encoder.rules import RULES
from encoder.validation.selection import LAYERS


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The form of the list.",
)
def command(form: str) -> None:
    """List all that can be found in a source or a TEI file."""
    if form == "json":
        rules = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity,
                "layer": LAYERS.get(rule.code),
                "explanation": rule.explanation,
            }
            for rule in RULES.values()
        ]
        click.echo(json.dumps(rules, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.name) for rule in RULES.values())
    for rule in RULES.values():
        layer = LAYERS.get(rule.code, "")
        line = f"{rule.code}  {rule.name:<{width}}  {rule.severity:<7}  {layer}"
        click.echo(line.rstrip())
