"""Which style, with which labels, explains a record; or none: it is not a dialogue.

The question is asked of the whole record, never of a line. Each style proposes labels;
what speaks for them is that the words below are such as people say to one another, that
labels come back, that the page declares them, and that they are titles of persons. The
style that explains most wins, if it explains the record well enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.errors import EncoderError
from encoder.turns.bracketed import BRACKETED
from encoder.turns.chat import CHAT
from encoder.turns.colon import COLON
from encoder.turns.columns import COLUMNS
from encoder.turns.dash import DASH
from encoder.turns.emphasis import EMPHASIS
from encoder.turns.evidence import Explanation, Heard, explain, score_speech
from encoder.turns.heading import HEADING
from encoder.turns.initial import INITIAL
from encoder.turns.misprinted import misprinted_labels
from encoder.turns.own_line import OWN_LINE
from encoder.turns.period import PERIOD
from encoder.turns.question import QUESTION
from encoder.turns.rules import (
    BROKEN_LABEL,
    LABEL_PASSED_OVER,
    NOT_A_DIALOGUE,
    SINGLE_LABEL,
    STYLE_CHOSEN,
)
from encoder.turns.run_in import RUN_IN
from encoder.turns.select_labels import Evidence, is_question
from encoder.turns.stamped import STAMPED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from encoder.finding import Finding
    from encoder.model.source import Source, Span
    from encoder.turns.style import Candidate, Style

STYLES = (
    COLON,
    PERIOD,
    INITIAL,
    DASH,
    OWN_LINE,
    EMPHASIS,
    HEADING,
    QUESTION,
    STAMPED,
    CHAT,
    COLUMNS,
    BRACKETED,
    RUN_IN,
)
AUTO, NONE = "auto", "none"
ENOUGH = 0.0
# A style that explains so much is not looked past.
CONCLUSIVE = 4.5
RARE = -1.5
_SHORT = 3


class Voices(NamedTuple):
    """The labels of a dialogue in the order of the source; none if it is not one."""

    labels: tuple[Candidate, ...]
    findings: tuple[Finding, ...]


class _Choice(NamedTuple):
    """A style, what it proposed, and how well that explains the record."""

    style: Style
    candidates: Sequence[Candidate]
    explanation: Explanation

    @property
    def order(self) -> tuple[bool, float]:
        return self.explanation.score >= ENOUGH, self.explanation.rank


def infer(
    source: Source,
    body: Span,
    declared: Collection[str] = (),
    asked: str = AUTO,
) -> Voices:
    """Return the labels that explain `body` best, and what was unsure.

    `declared` are the words of the page's title, and of the names that it lists, case
    folded: a label whose every word is among them needs not come back. `asked` names
    a style, which then needs no evidence, or is "none" where nobody speaks. Raises
    `EncoderError` where there is no such style.
    """
    if asked == NONE:
        return _narrative(source, body, "read as paragraphs, as asked")
    evidence = Evidence(source, body, declared)
    choices = [*_choices(evidence, _styles(asked))]
    best = _fuller(choices, max(choices, key=lambda each: each.order))
    found = best.explanation
    turns = found.labels.turns
    if not turns or (asked == AUTO and found.score < ENOUGH):
        nearest = (
            f"; nearest was the style {best.style.name!r}, with {found.spoken} of"
            f" {len(turns)} turns like speech"
        )
        message = f"read as paragraphs: nobody speaks{nearest if turns else ''}"
        return _narrative(source, body, message)
    message = (
        f"read as a dialogue in the style {best.style.name!r}:"
        f" {len({each.key for each in turns})} labels, {len(turns)} turns,"
        f" {found.spoken} of them like speech"
    )
    chosen = STYLE_CHOSEN.at(source.place(turns[0].label), message)
    misprinted = [*misprinted_labels(source, turns)]
    broken = (
        BROKEN_LABEL.at(
            source.place(each.label),
            f"{source.words(each.label)!r} is perhaps a label with another end mark",
        )
        for each in misprinted
    )
    turns = tuple(sorted((*turns, *misprinted), key=lambda each: each.start))
    return Voices(turns, (chosen, *_doubts(source, best), *broken))


def words_of(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names and titles as `infer` takes them.

    >>> sorted(words_of(["Talk with Dr. Hale", "Reed, Anne"]))
    ['anne', 'dr', 'hale', 'reed', 'talk', 'with']
    """
    words = (word for name in names for word in name.casefold().split())
    return frozenset(word.strip(".,;:()[]\"'“”‘’") for word in words)


def _narrative(source: Source, body: Span, message: str) -> Voices:
    return Voices((), (NOT_A_DIALOGUE.at(source.place(body), message),))


def _styles(asked: str) -> Sequence[Style]:
    if asked == AUTO:
        return STYLES
    chosen = [style for style in STYLES if style.name == asked]
    if not chosen:
        known = ", ".join(style.name for style in STYLES)
        message = f"there is no style {asked!r}; there are: {AUTO}, {NONE}, {known}"
        raise EncoderError(message)
    return chosen


def _choices(evidence: Evidence, styles: Sequence[Style]) -> Iterator[_Choice]:
    """Yield what each style makes of the record, up to one that settles it."""
    questions = QUESTION.candidates(evidence.source, evidence.body)
    asked = any(each.key == "q" for each in questions)
    colons: Sequence[Candidate] = ()
    # Many styles add nothing to the questions, which then are heard once.
    heard: dict[bool, Heard] = {}
    settled = False
    for style in styles:
        asking = style is QUESTION
        own = questions if asking else style.candidates(evidence.source, evidence.body)
        if style is COLON:
            colons = own
        elif style is RUN_IN:
            own = _merged(colons, own)
        candidates = _merged(own, questions) if asked else own
        rare = style.prior <= RARE
        found = heard.get(rare) if candidates == questions else None
        if found is None:
            found = score_speech(evidence, candidates, rare=rare)
        if candidates == questions:
            heard[rare] = found
        explanation = explain(evidence, found, style)
        yield _Choice(style, candidates, explanation)
        settled |= explanation.score >= CONCLUSIVE
        # Initials are another reading of the same lines, and are heard too.
        if settled and style is not PERIOD:
            return


def _fuller(choices: Sequence[_Choice], best: _Choice) -> _Choice:
    """Return the reading as initials where it has all of `best`, and more questions.

    In "R. It is." the initial and the words after it are a name by their look.
    """
    starts = {turn.start for turn in best.explanation.labels.turns}
    for each in choices:
        turns = each.explanation.labels.turns
        if (
            (each.style, best.style) == (INITIAL, PERIOD)
            and each.explanation.score >= ENOUGH
            and starts < {turn.start for turn in turns}
            and all(is_question(turn.key) for turn in turns)
        ):
            return each
    return best


def _merged(
    candidates: Sequence[Candidate], more: Sequence[Candidate]
) -> Sequence[Candidate]:
    """Return `candidates`, and those of `more` that stand in none of their labels."""
    if not candidates or not more:
        return candidates or more
    merged: list[Candidate] = []
    # At one place, one of `candidates` comes first.
    for each in sorted((*candidates, *more), key=lambda each: each.start):
        if not merged or each.label.start >= merged[-1].end:
            merged.append(each)
    return merged


def _doubts(source: Source, choice: _Choice) -> Iterator[Finding]:
    """Yield what a person should look at: labels that occur once, and near misses."""
    labels = choice.explanation.labels
    turns = {turn.start for turn in labels.turns}
    known = labels.sure | labels.named
    for candidate in choice.candidates:
        if candidate.start in turns and candidate.key in known:
            continue
        place, words = source.place(candidate.label), source.words(candidate.label)
        if candidate.start not in turns:
            if candidate.whole and choice.style.prior >= 0:
                message = f"{words!r} is not read as a label"
                yield LABEL_PASSED_OVER.at(place, message)
        elif whole := next((k for k in known if is_broken(candidate.key, k)), None):
            message = f"{words!r} is perhaps {whole!r} with a letter lost"
            yield BROKEN_LABEL.at(place, message)
        else:
            message = f"{words!r} occurs once; read as a turn"
            yield SINGLE_LABEL.at(place, message)


def is_broken(key: str, whole: str) -> bool:
    """Return whether a label is another one that has lost a letter.

    >>> is_broken("he president", "the president"), is_broken("hale", "reed")
    (True, False)
    """
    if len(whole) != len(key) + 1 or len(key) <= _SHORT:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(key, whole, strict=False)) if a != b),
        len(key),
    )
    return key[same:] == whole[same + 1 :]
