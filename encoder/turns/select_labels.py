"""Which of the labels that a style proposes are labels, if any of them is.

A label that comes back, or that the page declares, is one. A label that occurs once is
admitted when it is like those: set in capitals where they are, titled where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from encoder.language.pack import every
from encoder.language.section_headings import is_of_a_play, names_itself
from encoder.language.speech import ENOUGH, is_spoken
from encoder.names.label import INDEFINITE, NOBODY
from encoder.text.sentence_ends import ENDS_OF_SPEECH
from encoder.turns.common import used_as_words
from encoder.turns.labels import parse, titled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from encoder.model.source import Source, Span
    from encoder.turns.style import Candidate

# Of those that come back, so many are set in capitals, or titled, that all should be.
_MOSTLY = 0.8
_TOO_FEW = 3
_MOST_WORDS_ONCE = 4
_FARTHEST = 2_000
_LONGEST_NAME = 60
_PAIR = 2
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 6
_QUESTIONS = every("question-or-answer") | every("question-or-answer-initial")

# "R. Holm. The client has another name."
_INITIALS_AND_NAME = re.compile(r"(?:[^\W\d_a-z]\. ?){1,3}[^\W\d_a-z]\w+\. ")
_VOICES = every("voice")


class Evidence(NamedTuple):
    """What labels are judged by: the record, and the words that its page declares."""

    source: Source
    body: Span
    declared: Collection[str] = ()


class Labels(NamedTuple):
    """The labels of one style, and what is known of them.

    `sure` are the keys that come back, `named` those that the page declares, `common`
    those that the text uses as words.
    """

    turns: tuple[Candidate, ...]
    sure: frozenset[str]
    named: frozenset[str]
    common: frozenset[str]


def admit(
    evidence: Evidence, candidates: Sequence[Candidate], *, rare: bool = False
) -> Labels:
    """Return those of `candidates` that are labels if the record is a dialogue.

    Where labels of their style are `rare` among the lines that look like them, none
    that occurs once is admitted above the first that is sure.
    """
    counted = Counter(each.key for each in candidates if each.whole or each.capitals)
    sure = frozenset(key for key, count in counted.items() if count > 1)
    if sure:
        sure |= _offices(evidence, candidates)
    named = frozenset(key for key in counted if is_declared(key, evidence.declared))
    others = (
        key for key in counted.keys() - named if not (titled(key) or is_voice(key))
    )
    common = used_as_words(evidence.source.words(evidence.body), [*others])
    known = [each for each in candidates if each.key in sure or each.key in named]
    alike = _Alike.of(known)
    first = known[0].start if known else evidence.body.start
    ends = [*(each.start for each in candidates[1:]), evidence.body.end]
    admitted = [
        each
        for each, end in zip(candidates, ends, strict=False)
        if (
            not (alike.titled and each.key in common)
            if each.key in sure or each.key in named
            else alike.fits(each, common)
            and (each.start >= first or _is_placed(evidence, each, end, rare=rare))
        )
        and (
            is_nameless(each.key.split())
            or not (alike.capitals and each.capitals is False)
        )
    ]
    turns = tuple(_without_legend(evidence, [*_with_words(evidence, admitted)]))
    return Labels(turns, sure, named, common)


def _offices(evidence: Evidence, candidates: Sequence[Candidate]) -> frozenset[str]:
    """Return the labels that look like no name and have words below them that do."""
    text = evidence.source.text
    heard: dict[str, list[bool]] = {}
    for each in candidates:
        if each.weak and not is_spoken(each.key):
            said = text[each.end : min(evidence.body.end, each.end + ENOUGH)]
            heard.setdefault(each.key, []).append(is_spoken(said))
    return frozenset(
        key for key, each in heard.items() if sum(each) >= _MOSTLY * len(each)
    )


def is_declared(key: str, declared: Collection[str]) -> bool:
    """Return whether the page declares every word of a name but its titles."""
    words = [word for word in key.split() if not titled(word)] or key.split()
    return bool(declared) and all(word.strip(".,") in declared for word in words)


def is_voice(key: str) -> bool:
    """Return whether a label names a part in a conversation: "Q", "Interviewer"."""
    return not NOBODY.isdisjoint(key.split())


def is_question(key: str) -> bool:
    """Return whether a label says no more than that something is asked or answered."""
    return key.rstrip(".") in _QUESTIONS


class _Alike(NamedTuple):
    """What nearly all labels that are sure have in common."""

    capitals: bool
    titled: bool
    numbered: bool
    first: frozenset[str]
    last: frozenset[str]

    @classmethod
    def of(cls, known: Sequence[Candidate]) -> _Alike:
        set_in_capitals = Counter([each.capitals for each in known])
        of_capitals = set_in_capitals[True] > 8 * set_in_capitals[False]
        keys = Counter([each.key for each in known])
        with_title = sum(count for key, count in keys.items() if titled(key))
        return cls(
            of_capitals,
            len(known) > _TOO_FEW and with_title > _MOSTLY * len(known),
            any(_is_numbered(key.split()) for key in keys),
            frozenset(_offices_before_names(keys)),
            frozenset(key.split()[-1] for key in keys),
        )

    def fits(self, once: Candidate, common: Collection[str]) -> bool:
        """Return whether a label that occurs once is like the others."""
        words = once.key.split()
        if any(map(str.isdecimal, words)):
            return self.numbered and _is_numbered(words)
        if self.capitals and once.capitals:
            return True
        if not once.whole or once.key in common:
            return False
        if titled(once.key) or words[0] in self.first or _is_abbreviated(words):
            return True
        named = words[-1] in self.last or is_voice(once.key)
        return is_nameless(words) or (
            len(words) <= _MOST_WORDS_ONCE and (named or not self.titled)
        )


def is_nameless(words: Sequence[str]) -> bool:
    """Return whether a label begins as that of a voice: "Une voix dans la salle"."""
    return words[0] in INDEFINITE and not _VOICES.isdisjoint(words[1:2])


def _is_numbered(words: Sequence[str]) -> bool:
    """Return whether a label ends in a number: "Respondent 2"."""
    return len(words) > 1 and words[-1].isdecimal()


def _offices_before_names(keys: Iterable[str]) -> Iterator[str]:
    """Yield the words that several labels of more than one word begin with."""
    counted = Counter(key.split()[0] for key in keys if " " in key)
    return (word for word, count in counted.items() if count > 1)


def _is_abbreviated(words: Sequence[str]) -> bool:
    """Return whether the first word of a label is a title cut short: "Cdr. Hale"."""
    first = words[0]
    short = _SHORTEST_TITLE <= len(first) <= _LONGEST_TITLE
    return len(words) == _PAIR and first[-1] == "." and short


def _is_placed(evidence: Evidence, once: Candidate, end: int, *, rare: bool) -> bool:
    """Return whether a label above the first that is sure is plainly one itself.

    Its words reach to `end`. Where they are a sentence that could be anybody's, what
    follows decides.
    """
    if is_question(once.key) or (once.capitals and opens_a_scene(evidence, once)):
        return True
    if rare or titled(once.key):
        return not rare
    text = evidence.source.text
    own = text[once.end : end].rstrip()
    near = text[once.end : min(evidence.body.end, once.end + ENOUGH)]
    return is_spoken(own[:ENOUGH]) or (own[-1:] in ENDS_OF_SPEECH and is_spoken(near))


def opens_a_scene(evidence: Evidence, once: Candidate) -> bool:
    """Return whether nothing but brackets parts a label from the head of a scene."""
    above = evidence.source.text[max(0, once.start - _FARTHEST) : once.start]
    for paragraph in reversed(above.split("\n\n")):
        words = paragraph.strip()
        if words and words[0] not in "([":
            return is_of_a_play(words) and names_itself(words)
    return False


def _with_words(
    evidence: Evidence, admitted: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the labels that have words below them."""
    ends = [*(each.start for each in admitted[1:]), evidence.body.end]
    for each, end in zip(admitted, ends, strict=False):
        if evidence.source.text[each.end : end].strip():
            yield each


def _without_legend(
    evidence: Evidence, turns: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the labels from the first below which there is more than a name.

    A legend says who is who ("TB: Tom Barlow") above the first turn, and a list of
    those present who came for whom ("Westport:", and a name on each line below).
    """
    ends = [*(each.start for each in turns[1:]), evidence.body.end]
    counted = Counter(each.key for each in turns)
    begun = False
    for each, end in zip(turns, ends, strict=False):
        said = evidence.source.text[each.end : end].strip()
        names = _is_only_a_name(said) or _is_only_names(said)
        once = counted[each.key] == 1 and len(counted) > _PAIR
        begun = begun or not (names or (once and _begins_with_a_name(said)))
        if begun:
            yield each


def _is_only_a_name(said: str) -> bool:
    if " " not in said or len(said) > _LONGEST_NAME:
        return False
    if not said[0].isupper() or said[-1] in ".?!…":
        return False
    parsed = parse(said)
    return bool(parsed and parsed.whole)


def _begins_with_a_name(said: str) -> bool:
    """Return whether words say who somebody was, and more of it that nobody spoke."""
    return _INITIALS_AND_NAME.match(said) is not None and not is_spoken(said)


def _is_only_names(said: str) -> bool:
    """Return whether nearly all of some lines are names, perhaps with an office."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if len(lines) < _PAIR:
        return False
    names = sum(_is_only_a_name(line.partition(",")[0]) for line in lines)
    return names >= _MOSTLY * len(lines)
