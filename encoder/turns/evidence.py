"""How well the labels of a style explain a record.

What people say to one another looks unlike anything else on a page, so each turn is
evidence for a dialogue or against it by its words. The rest is added to that: labels
that come back or that the page declares, and what the page calls itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from encoder.body.opener import greets
from encoder.language.pack import Formula
from encoder.language.speech import ENOUGH, is_spoken
from encoder.text.sentence_ends import ENDS_OF_SPEECH
from encoder.turns.labels import titled
from encoder.turns.select_labels import (
    Evidence,
    Labels,
    admit,
    is_question,
    is_voice,
    opens_a_scene,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from encoder.turns.style import Candidate, Style

# Weighed by a regression on dialogues of many kinds, whole and cut short, and on lists
# that are none, and then rounded; nothing turns on a tenth. Above nought is a dialogue.
_PRIOR = -5.0
_SHARE_OF_LISTS = 0.25
_SPOKEN, _BEYOND, _BELOW = 3.0, 0.6, 3.8
_SENTENCES, _DECLARED, _COMING_BACK, _CAPITALS = 3.1, 1.3, 0.5, 0.7
_NONE_COMES_BACK = -3.0
# Who speaks behind a number speaks again; a point is made once.
_POINTS = -4.0
_CALLED_A_CONVERSATION = 2.8
# Printed questions and answers look like it, and often nobody has spoken them.
_ONLY_QUESTIONS = -1.6
# What is numbered off in a letter, its writer says to one reader.
_IN_A_LETTER = -3.0
_FEWEST_LABELS = 2
_FEWEST_IN_ORDER = 4
_MANY_ONCE = 5
# A line that begins with a few words and a colon.
_BEGUN = re.compile(r"(?:(?<=\n)|\A)[^\W\d_a-z][^\n:]{0,60}: \S")
# The number of a paragraph, and not the hour.
_NUMBER = re.compile(r"\d[.)\]]\s")
_QUOTES = frozenset('"“”„«»')
_ABOVE = 3_000

# What a page calls a record in which people speak; stems, where words are compounded.
_CONVERSATION = Formula(
    r"\b {kind-of-conversation} \b | {kind-of-conversation-stem}",
    re.VERBOSE | re.IGNORECASE,
)


class Explanation(NamedTuple):
    """Labels that could explain a record, and how well they do.

    `score` says whether they do well enough, and does not grow with the record;
    `rank` does, and says which of two explains more.
    """

    score: float
    rank: float
    labels: Labels
    spoken: int = 0


class Heard(NamedTuple):
    """The labels that some candidates would be, and what is said below them.

    `spoken` and `sentences` are how many turns are like speech, and how many begin
    with a sentence.
    """

    labels: Labels
    spoken: int = 0
    sentences: int = 0


def score_speech(
    evidence: Evidence, candidates: Sequence[Candidate], *, rare: bool
) -> Heard:
    """Return what is said below `candidates`; nothing where they are not two voices.

    Labels of their style may be `rare` among the lines that look like them.
    """
    labels = admit(evidence, candidates, rare=rare)
    if not _are_voices(labels.turns):
        return Heard(labels)
    said = _said(evidence, labels.turns)
    spoken = sum(map(is_spoken, said)) if not all(map(_is_quoted, said)) else 0
    return Heard(labels, spoken, sum(map(_is_sentence, said)))


def explain(evidence: Evidence, heard: Heard, style: Style) -> Explanation:
    """Return how well what was heard explains the record of `evidence` in a style."""
    labels, spoken, sentences = heard
    turns = labels.turns
    if not _are_voices(turns):
        return Explanation(-math.inf, -math.inf, labels)
    score = (
        _PRIOR
        + style.prior
        + _of_words(spoken, len(turns))
        + _SENTENCES * (0 if style.typed else sentences) / len(turns)
        + _of_labels(evidence, labels, style.prior)
        + _of_page(evidence, turns)
    )
    return Explanation(score, score + 2 * math.log2(1 + spoken), labels, spoken)


def _are_voices(turns: Sequence[Candidate]) -> bool:
    return len({each.key for each in turns}) >= _FEWEST_LABELS


def _said(evidence: Evidence, turns: Sequence[Candidate]) -> list[str]:
    text = evidence.source.text
    ends = [*(each.start for each in turns[1:]), evidence.body.end]
    return [
        text[each.end : min(end, each.end + ENOUGH)]
        for each, end in zip(turns, ends, strict=True)
    ]


def _of_words(spoken: int, turns: int) -> float:
    """Return what the words say: how far from a list's is the share that is spoken.

    The more turns, the less of a difference can be chance.
    """
    share = spoken / turns
    beyond = (share - _SHARE_OF_LISTS) * math.sqrt(turns)
    return _SPOKEN * share + beyond * (_BEYOND if beyond > 0 else _BELOW)


def _is_sentence(said: str) -> bool:
    """Return whether the first words of a turn are a sentence, not a bit of a list."""
    words = said.strip()
    first, _, _ = words.partition("\n\n")
    # What is looked at can be white space alone, with the words further down.
    return not words[:1].islower() and first.rstrip()[-1:] in ENDS_OF_SPEECH


def _is_quoted(said: str) -> bool:
    """Return whether all words of a turn are quoted, as those of a newspaper are."""
    words = said.strip()
    return words[:1] in _QUOTES and words.rstrip(".")[-1:] in _QUOTES


def _of_labels(evidence: Evidence, labels: Labels, prior: float) -> float:
    """Return what the labels say; lines that can be anything need one that recurs.

    In a play it is enough that all are in capitals, and the first opens a scene.
    """
    turns = labels.turns
    keys = Counter([each.key for each in turns])
    again = sum(count for key, count in keys.items() if key in labels.sure)
    named = sum(count for key, count in keys.items() if key in labels.named)
    capitals = sum(each.capitals is True for each in turns)
    if not again and not named and _are_points(evidence, turns):
        return _POINTS
    if not again and not named and (prior < 0 or _is_a_list(evidence, turns)):
        played = capitals == len(turns) and opens_a_scene(evidence, turns[0])
        if not played:
            return _NONE_COMES_BACK
    points = _DECLARED * named + _COMING_BACK * again + _CAPITALS * capitals
    return points / len(turns)


def _is_a_list(evidence: Evidence, turns: Sequence[Candidate]) -> bool:
    """Return whether labels of which none comes back are those of a list.

    They stand in its order; or as many lines begin in the same way with what could be
    no label; or they are many, and none is of a person.
    """
    if _is_alphabetical(turns):
        return True
    text, (_, end) = evidence.source.text, evidence.body
    begun = len(_BEGUN.findall(text, turns[0].start, end))
    if begun >= 2 * len(turns):
        return True
    return len(turns) >= _MANY_ONCE and not any(
        each.capitals or titled(each.key) or is_voice(each.key) or " " in each.key
        for each in turns
    )


def _are_points(evidence: Evidence, turns: Sequence[Candidate]) -> bool:
    """Return whether all labels stand behind the number of a point."""
    text = evidence.source.text
    return all(_NUMBER.search(text[each.start : each.label.start]) for each in turns)


def _is_alphabetical(turns: Sequence[Candidate]) -> bool:
    """Return whether labels stand in the order of a glossary or an index."""
    keys = [each.key for each in turns]
    return len(keys) >= _FEWEST_IN_ORDER and keys == sorted(keys)


def _of_page(evidence: Evidence, turns: Sequence[Candidate]) -> float:
    """Return what the page calls the record, above its first label."""
    above = evidence.source.text[: min(turns[0].start, _ABOVE)]
    if _CONVERSATION.search(above):
        return _CALLED_A_CONVERSATION
    keys = {each.key for each in turns}
    if any(greets(line.strip()) for line in above.splitlines() if line.strip()):
        return _IN_A_LETTER
    return _ONLY_QUESTIONS if all(map(is_question, keys)) else 0.0
