"""Locate a quotation with context in a source (W3C Web Annotation, TextQuote)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from encoder.decisions.rules import STALE_DECISION
from encoder.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.finding import Finding
    from encoder.model.decision import Decision
    from encoder.model.source import Source

_MOST = 2
_QUOTED = 40


def locate(source: Source, decision: Decision) -> Span | Finding:
    """Return the span of the words of `decision`, or a finding on the row.

    White space and Unicode normalisation may differ, nothing else. Return an error if
    the quotation, with its context, is missing or not unique.
    """
    found = _everywhere(source.text, decision.before, decision.words, decision.after)
    if len(found) == 1:
        return found[0]
    said = f"{decision.before} {decision.words} {decision.after}".strip()
    said = said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
    how = "is there more than once; give more of the words around it"
    message = f"{said!r} {how if found else 'is not in the record any more'}"
    return STALE_DECISION.at(decision.place, message)


def is_there_once(source: Source, before: str, words: str, after: str) -> bool:
    """Return whether words with this context occur exactly once in a source."""
    return len(_everywhere(source.text, before, words, after)) == 1


def _everywhere(text: str, *quoted: str) -> list[Span]:
    """Return the first two spans of a quotation: words before, words, words after.

    If it is not found as written, it is tried in NFC and then in NFD.
    """
    for written in dict.fromkeys((quoted, _form("NFC", quoted), _form("NFD", quoted))):
        if found := _places(text, *written):
            return found
    return []


def _form(form: Literal["NFC", "NFD"], quoted: Iterable[str]) -> tuple[str, ...]:
    return tuple(unicodedata.normalize(form, each) for each in quoted)


def _places(text: str, *quoted: str) -> list[Span]:
    before, words, after = map(_pattern, quoted)
    if not words:
        return []
    start = rf"{before}\s*" if before else r"(?<![^\W_])"
    end = rf"\s*{after}" if after else r"(?![^\W_])"
    # A lookahead, so that overlapping occurrences are found.
    pattern = re.compile(rf"(?={start}(?P<words>{words}){end})")
    found: list[Span] = []
    for hit in pattern.finditer(text):
        found.append(Span(*hit.span("words")))
        if len(found) == _MOST:
            break
    return found


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def agrees(source: Source, start: int, words: str) -> bool:
    """Return whether `words` follow at the offset `start`; white space may differ.

    >>> from encoder.model.source import Source
    >>> agrees(Source("a.txt", "Good  morning, all."), 0, "Good morning,")
    True
    """
    either = "|".join(map(_pattern, (*_form("NFC", [words]), *_form("NFD", [words]))))
    pattern = re.compile(rf"\s*(?:{_pattern(words)}|{either})(?![^\W_])")
    return bool(pattern.match(source.text, start))
