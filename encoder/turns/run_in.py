"""Label and colon after the end of a sentence, in the middle of a line.

    HALE: Good morning. REED: Is it? HALE: It is.

A page that was flattened to one line has all its labels so, and a paragraph now and
then holds a second speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.source import Span
from encoder.text.pattern import Pattern
from encoder.turns.labels import is_abbreviation, parse
from encoder.turns.style import Candidate, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

_LABEL = Pattern(
    r"""
    (?<= [.!?…”"’»)\]—–-] ) [ \t\u00a0\u3000]{1,4}
    (?P<label>
        (?: \[ [^\n\[\]:]{1,30} \] [ ] )?
        (?: [^\W\d_a-z] [^\W\d_]{0,4} \. [ ]? ){0,3}
        [^\W\d_a-z] [^\s.:;!?,…()\[\]]{0,30}
        (?: [ ] (?: \( [^\n()]{1,40} \) | [^\s.:;!?,…()\[\]]{1,30} ) ){0,6}
        :
    )
    (?= [ \t\u00a0\u3000] )
    """
)


def candidates(source: Source, body: Span) -> Sequence[Candidate]:
    """Return each label with a colon after the end of a sentence inside `body`."""
    found = []
    for match in _LABEL.finditer(source.text, *body):
        before = source.text[max(0, match.start() - 8) : match.start()].split()
        if before and is_abbreviation(before[-1]):
            continue
        if parsed := parse(match["label"]):
            label = Span(*match.span("label"))
            found.append(
                Candidate(label, parsed.key, label.start, label.end, *parsed[1:])
            )
    return found


RUN_IN = Style("run-in", candidates, prior=0.0)
