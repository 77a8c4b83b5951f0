"""Label, colon, words.

    HALE: Good morning.
    [Anne] Reed: Is it?

A label stands at the start of a line and is followed by its words on that line, or by
nothing where the words begin on the next.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from encoder.model.source import Span
from encoder.turns.labels import is_label, key
from encoder.turns.style import Candidate, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

# Bounded, and it begins with a character that a label can begin with, so that no
# text can make it slow.
_LABEL = r"""
    \f? (?P<label> [^\W\d_a-z] [^\n:;!?\t]{0,70} | \[ [^\n:;!?\t]{1,70} ) :
    (?! [^\s"'“‘«(\[] )     # "11:00" and "https://" have no space after the colon
    """
_FIRST = re.compile(_LABEL, re.VERBOSE)
# A search for a line end is ten times faster than one for the start of a line.
_LATER = re.compile(rf"\n{_LABEL}", re.VERBOSE)


def candidates(source: Source, body: Span) -> Sequence[Candidate]:
    """Return each label with a colon at the start of a line inside `body`."""
    keys: dict[str, str | None] = {}
    found = []
    first = _FIRST.match(source.text, *body)
    later = _LATER.finditer(source.text, *body)
    for match in chain((first,) if first else (), later):
        words = match["label"]
        if words not in keys:
            keys[words] = key(words) if is_label(words) else None
        if name := keys[words]:
            found.append(Candidate(Span(match.start("label"), match.end()), name))
    return found


COLON = Style("colon", candidates)
