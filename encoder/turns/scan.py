"""How all styles look for labels: at the start of a line, after what may precede one.

A page can print before a label a line number, a time stamp, the number of a paragraph,
and the signs of a markup language; none of them is the label's. Every pattern is
bounded and begins at a line end, so that no text can make it slow.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from encoder.language.pack import Formula
from encoder.model.source import Span
from encoder.text.characters import WHITE
from encoder.turns.labels import Parsed, parse
from encoder.turns.style import Candidate, Style

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from encoder.model.source import Source

SPACE = f"[{WHITE}]".replace("\n", "")
"""White space inside a line, of whatever width."""
STAMP = r"[\[(]? \d{1,2} : \d\d (?: : \d\d (?: [.,] \d{1,3} )? )? [\])]?"
_BEFORE = rf"""
    (?: {SPACE} | \f ){{0,60}}
    (?: \d{{1,2}} {SPACE}{{2,60}} )?                    # a line number
    (?: {STAMP} {SPACE}{{1,9}} (?: [-–—] {SPACE} )? )?
    (?: [\[(]? \d{{1,4}} [.)\]] {SPACE}{{1,9}} )?       # a paragraph's number
    (?: >{{2,3}} {SPACE}{{0,3}} )?                      # a change of voice in captions
    (?: \*{{1,3}} | _{{1,2}} | \#{{1,6}}[ ] )?            # the signs of a markup
    """
# What the archive puts before a name: "[T.V] Soong".
_COMPLETED = r"(?: \[ [^\n\[\]]{1,40} \] [ ] )?"
_AFTER = r"(?: [ ]? (?: \*{1,3} | _{1,2} ) )?"


def style(
    name: str, label: str, signs: str = "", after: str = _AFTER, prior: float = 0.0
) -> Style:
    """Return the style whose labels match the verbose pattern `label`, end mark too.

    A label of the style has one of `signs`, if there are any: a text without them is
    not searched. `after` is what may stand between a label and its words; `prior` is
    that of the style.
    """
    pattern = rf"{_BEFORE} (?P<label> {_COMPLETED} (?: {label} ) ) {after}"
    first = Formula(pattern)
    # A search for a line end is ten times faster than one for the start of a line.
    later = Formula(rf"\n{pattern}")

    def candidates(source: Source, body: Span) -> Sequence[Candidate]:
        if signs and not any(sign in source.text for sign in signs):
            return ()
        keys: dict[str, Parsed | None] = {}
        return _that_recur([*_found(_matches(source.text, body), keys)])

    def _matches(text: str, body: Span) -> Iterator[re.Match[str]]:
        start, end = body
        if start and text[start - 1] == "\n":
            start -= 1
        elif match := first.match(text, start, end):
            yield match
        yield from later.finditer(text, start, end)

    return Style(name, candidates, prior)


def _that_recur(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates without the weak ones that occur once."""
    weak = Counter(each.key for each in candidates if each.weak)
    if not weak:
        return candidates
    return [each for each in candidates if not each.weak or weak[each.key] > 1]


def _found(
    matches: Iterator[re.Match[str]], keys: dict[str, Parsed | None]
) -> Iterator[Candidate]:
    """Yield the candidate of each match whose words can be a label."""
    for match in matches:
        words = match["label"]
        if words not in keys:
            keys[words] = parse(words)
        if parsed := keys[words]:
            start, end = match.span()
            start += match.string[start] == "\n"
            label = Span(*match.span("label"))
            key, whole, capitals, weak = parsed
            yield Candidate(label, key, start, end, whole, capitals, weak)
