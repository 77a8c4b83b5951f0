"""The rule by which a label was matched to its person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.person import MatchRule, NameForm
from encoder.names.label import called

if TYPE_CHECKING:
    from collections.abc import Collection

    from encoder.names.label import Label


def form_of(label: Label, name: str, declared: Collection[str]) -> NameForm:
    """Return a label as a form of the person called `name`, with its match rule.

    `declared` are the forms of that name in the title and the lists of the page.

    >>> from encoder.names.label import parse_label
    >>> form_of(parse_label("MR. HALE:"), "HALE", ()).rule.value
    'without-honorifics'
    >>> form_of(parse_label("Mr. Hale:"), "Anne Hale", ()).rule.value
    'surname'
    """
    words = called(label.printed)
    if words == name:
        rule = MatchRule.DECLARED if name in declared else MatchRule.PRINTED
    elif words in declared:
        rule = MatchRule.DECLARED
    elif label.short not in words.casefold():
        return NameForm(words, MatchRule.KEY, "medium")
    elif _letters(label.initialled) == _letters(name):
        rule = MatchRule.PLAIN
    elif " " in label.initialled:
        rule = MatchRule.KEY
    else:
        rule = MatchRule.SURNAME
    return NameForm(words, rule)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
