"""`tei-encoder explain`."""

from __future__ import annotations

from inspect import cleandoc

import click

from encoder.configuration import suggestion
from encoder.errors import EncoderError
from encoder.rules import RULES


@click.command()
@click.argument("code")
def command(code: str) -> None:
    """Say what a finding means and what to do about it.

    CODE is what a report prints after the severity, such as R901; the name in
    brackets after it will do too.
    """
    by_name = {rule.name: rule for rule in RULES.values()}
    rule = RULES.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        message = f'there is no rule "{code}"; {suggestion(code, RULES)}'
        raise EncoderError(message)
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n")
    paragraphs = cleandoc(rule.explanation).split("\n\n")
    click.echo("\n\n".join(map(_wrapped, paragraphs)))


def _wrapped(paragraph: str) -> str:
    """Return a paragraph as wide as a terminal; an example stays as it is."""
    if paragraph.startswith("    "):
        return paragraph
    return click.wrap_text(" ".join(paragraph.split()), width=80)
