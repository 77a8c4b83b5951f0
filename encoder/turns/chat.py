"""Date or time, the name as it was typed, words.

[12/03/2016, 09:14] ann_reed: is it
2009-02-11 10:02 <hale> it is
14:02:11 CAM-1 do you see it

People who type to one another begin no name and no sentence with a capital, so that
neither is asked for, and a voice can be a code; the stamp before each line is what
tells a label from a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.model.source import Span
from encoder.text.pattern import Pattern
from encoder.turns.style import Candidate, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.model.source import Source

_LINE = Pattern(
    r"""
    (?: \n | \A ) (?P<stamp> [\[(]? (?=\d)
        (?: \d{1,4} [-/.] \d{1,2} [-/.] \d{1,4} ,? [ ] )?
        (?: \d{1,2} (?: : | \d\d : ) \d\d (?: : \d\d )? (?: [ ] [ap]m )?
          | \d\d (?: [ ] \d\d ){2,3} )
        [\])]? [ ]{1,3} )
    (?P<label>
        <[@+ ]? [^\W\d] [^\s<>]{0,30} > | [^\W\d] [^\n:<>\t.,;!?()]{0,30} :
      | [A-Z] [A-Z\d]{1,7} (?: -\d{1,2} )? )
    (?= [ ]{1,3} \S )
    """
)


def candidates(source: Source, body: Span) -> Sequence[Candidate]:
    """Return each name behind a stamp that begins a line inside `body`."""
    start = max(0, body.start - 1)
    return [
        Candidate(
            Span(*match.span("label")),
            match["label"].strip("<>:@+ ").casefold(),
            match.start("stamp"),
            match.end(),
        )
        for match in _LINE.finditer(source.text, start, body.end)
    ]


CHAT = Style("chat", candidates, prior=1.9, typed=True)
