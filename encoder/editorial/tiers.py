"""By what rule a label of the record was matched to its person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.editorial.names import called
from encoder.model.person import Form, Tier

if TYPE_CHECKING:
    from collections.abc import Collection

    from encoder.editorial.names import Label


def form_of(label: Label, name: str, declared: Collection[str]) -> Form:
    """Return a label as a form of the person who is called `name` in the record.

    `declared` are the forms in which the title and the lists of the page have them.

    >>> from encoder.editorial.names import parse_label
    >>> form_of(parse_label("MR. HALE:"), "HALE", ()).tier.value
    'without-honorifics'
    >>> form_of(parse_label("Mr. Hale:"), "Anne Hale", ()).tier.value
    'surname'
    """
    words = called(label.printed)
    if words == name:
        tier = Tier.DECLARED if name in declared else Tier.PRINTED
    elif words in declared:
        tier = Tier.DECLARED
    elif label.short not in words.casefold():
        return Form(words, Tier.KEY, "medium")
    elif _letters(label.initialled) == _letters(name):
        tier = Tier.PLAIN
    elif " " in label.initialled:
        tier = Tier.KEY
    else:
        tier = Tier.SURNAME
    return Form(words, tier)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
