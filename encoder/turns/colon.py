"""Label, colon, words.

    HALE: Good morning.
    [Anne] Reed: Is it?

A label stands at the start of a line and is followed by its words on that line, or by
nothing where the words begin on the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model.source import Span
from encoder.turns.labels import is_label, key
from encoder.turns.style import Candidate, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

# Bounded, and it begins with a character that a label can begin with, so that no
# text can make it slow.
_CANDIDATE = re.compile(
    r"""
    ^ \f? (?P<label> [^\W\d_a-z] [^\n:;!?\t]{0,70} | \[ [^\n:;!?\t]{1,70} ) :
    (?! [^\s"'“‘«(\[] )     # "11:00" and "https://" have no space after the colon
    """,
    re.VERBOSE | re.MULTILINE,
)


def candidates(source: Source, body: Span) -> Sequence[Candidate]:
    """Return each label with a colon at the start of a line inside `body`."""
    found = []
    for match in _CANDIDATE.finditer(source.text, body.start, body.end):
        words = match["label"]
        if is_label(words):
            label = Span(match.start("label"), match.end())
            found.append(Candidate(label, key(words)))
    return found


COLON = Style("colon", candidates)
