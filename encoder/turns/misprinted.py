"""Labels that have lost their colon, where the evidence is overwhelming.

    HALE: When is the bridge closed?

    REED. In the spring, I think.

    HALE: We take the ferry, then.

Between two turns of one speaker a paragraph begins with the label of another, who
speaks often, but for its end mark. A letter with a full stop is an item or an initial.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source
    from encoder.turns.style import Candidate

_OFTEN, _SHORTEST = 4, 3
_LONGEST = 60
_END = re.compile(r"[.;](?= )")


def misprinted_labels(
    source: Source, turns: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the labels between `turns` whose end mark is no colon."""
    printed = [(source.words(turn.label), turn) for turn in turns]
    often = Counter(label for label, _ in printed if label[-1] == ":")
    names = {
        label[:-1]: turn
        for label, turn in printed
        if often[label] >= _OFTEN and len(label) > _SHORTEST
    }
    for turn, after in pairwise(turns):
        if turn.key != after.key:
            continue
        for start in _paragraphs(source.text, Span(turn.end, after.start)):
            begins = source.text[start : min(start + _LONGEST, after.start)]
            for end in _END.finditer(begins):
                other = names.get(begins[: end.start()])
                if other and other.key != turn.key:
                    label = Span(start, start + end.end())
                    yield other._replace(label=label, start=start, end=label.end)


def _paragraphs(text: str, span: Span) -> Iterator[int]:
    """Yield where the paragraphs begin that stand below a blank line in `span`."""
    start = text.find("\n\n", *span)
    while start >= 0:
        yield start + 2
        start = text.find("\n\n", start + 2, span.end)
