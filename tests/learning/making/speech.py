"""What is said: sentences of a stock, put together anew for every page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from learning.making.stock import Stock, Topic

_SLOT = re.compile(r"\{(\w+)\}")
_WORDS = re.compile(r"[^\W\d_]+")
# A sentence that begins with a name and a colon, as a label does.
_LIKE_LABEL = re.compile(r"\{name\} ?[:：]")
# After so many sentences a page begins anew with those that it had.
_TOLD = 60
_FULL_STOPS = {"zh": "。", "ja": "。"}
_QUESTION_MARKS = {"zh": "？", "ja": "？", "el": ";", "nonsense-greek": ";"}


@dataclass
class Speech:
    """Says things in one language; `names` are those that people speak of."""

    stock: Stock
    rng: Random
    names: tuple[str, ...]
    strangers: tuple[str, ...]  # those among the names that never speak
    plain: bool = False  # a colon behind a name could only be a label's

    def __post_init__(self) -> None:
        count = self.rng.randint(1, 4)
        self._topics = self.rng.sample(self.stock.topics, count)
        self._said: set[str] = set()
        self._lexicon: list[str] = []
        if self.stock.language.startswith("nonsense"):
            told = " ".join(self.stock["narrative"])
            clauses = (each for topic in self.stock.topics for each in topic.clauses)
            told = _SLOT.sub("", f"{told} {' '.join(clauses)}").casefold()
            known = Counter(_WORDS.findall(told))
            self._lexicon = [each for each in known for _ in range(min(known[each], 3))]

    def filled(self, words: str, depth: int = 0) -> str:
        """Return words with their slots filled."""

        filled: set[str] = set()

        def fill(found: re.Match[str]) -> str:
            # Nobody talks to himself: two names of a title are two.
            for _ in range(5):
                slot = self._slot(found[1], depth)
                if slot not in filled:
                    break
            filled.add(slot)
            return slot

        return _SLOT.sub(fill, words)

    def _slot(self, name: str, depth: int) -> str:
        rng, stock = self.rng, self.stock
        if name == "n":
            return str(rng.choice((rng.randint(2, 19), rng.randint(20, 480))))
        if name == "year":
            return str(rng.randint(1871, 1994))
        if name in {"name", "stranger", "given", "place", "surname"}:
            own = {"name": self.names, "stranger": self.strangers}
            return rng.choice(own[name] if name in own else stock[name])
        if name == "q":
            opens, closes = stock["quote"]
            said = self.question() if rng.random() < 0.3 else self.clause()
            return opens + (said if depth == 0 else self.short()) + closes
        return ""

    @property
    def _gap(self) -> str:
        return " " if self.stock.spaced else ""

    def _topic(self) -> Topic:
        return self.rng.choice(self._topics)

    def short(self) -> str:
        return self.rng.choice(self.stock["short"])

    def _clause(self) -> str:
        """Return a main clause without its stop: one that was not said if there is."""
        if self._lexicon:
            words = self.rng.choices(self._lexicon, k=self.rng.randint(3, 12))
            comma = self.rng.randint(2, 30)
            return " ".join(
                each + "," * (n == comma < len(words) - 1)
                for n, each in enumerate(words)
            )
        clauses = self._topic().clauses
        fresh = [each for each in clauses if each not in self._said] or clauses
        chosen = self.rng.choice(fresh)
        self._said.add(chosen)
        return chosen

    def clause(self) -> str:
        """Return one plain sentence."""
        return self._ended(self._clause())

    def question(self) -> str:
        language = self.stock.language
        mark = _QUESTION_MARKS.get(language, "?")
        asked = self.rng.choice(self._topic().questions)
        if language == "fr" and self.rng.random() < 0.5:
            mark = " ?"
        if asked.startswith("¿"):
            asked = "¿" + _capital(asked[1:])
        elif self.rng.random() < 0.2:
            asked = f"{self.rng.choice(self.stock['start'])}{self._gap}{asked}"
        return self.filled(_capital(asked)) + mark

    def _ended(self, words: str) -> str:
        stop = _FULL_STOPS.get(self.stock.language, ".")
        if self.rng.random() < 0.04:
            stop = "!" if self.stock.spaced else "！"
        return self.filled(_capital(words)) + stop

    def sentence(self, *, first: bool = True) -> str:
        """Return a sentence of any kind but a short reply, a new one if it can.

        What looks like a label stands nowhere where one could stand: not `first`.
        """
        for _ in range(6):
            sentence = self._sentence(first)
            if sentence not in self._said:
                break
        self._said.add(sentence)
        return sentence

    def _sentence(self, first: bool) -> str:  # noqa: FBT001  # a step of `sentence`
        rng, stock, gap = self.rng, self.stock, self._gap
        drawn = rng.random()
        if drawn < 0.1:
            words = rng.choice(stock["special"])
            if not _LIKE_LABEL.match(words):
                return self.filled(words)
            if not first and not self.plain:
                return self.filled(words.replace("{name}", "{stranger}"))
        if drawn < 0.14:
            return self.filled(rng.choice(stock["address"]))
        if drawn < 0.22:
            return self.question()
        words = self._clause()
        known = words in self._said and rng.random() < len(self._said) / 40
        if rng.random() < 0.25:
            words = rng.choice(stock["start"]) + gap + words
        if rng.random() < 0.2:
            words = words + gap + rng.choice(stock["tail"])
        if known or rng.random() < 0.25:
            other = self._clause()
            words += rng.choice(stock["and"]) + other if other not in words else ""
        return self._ended(words)

    def paragraph(self, count: int) -> str:
        """Return so many sentences, none twice in a row."""
        said: list[str] = []
        while len(said) < count:
            sentence = self.sentence(first=not said)
            if not said or sentence != said[-1]:
                said.append(sentence)
        if self.rng.random() < 0.15:
            said[0] = self.short()
        return self._gap.join(said)

    def narrative(self, count: int) -> str:
        """Return so many sentences that nobody says, new ones if there are."""
        stories = self.stock["narrative"]
        told: list[str] = []
        while len(told) < count:
            fresh = [each for each in stories if each not in self._said]
            if self._lexicon or not fresh or self.rng.random() < 0.35:
                told.append(self.clause())
                continue
            chosen = self.rng.choice(fresh)
            self._said.add(chosen)
            told.append(self.filled(chosen))
        if len(self._said) > _TOLD:
            self._said.clear()
        return self._gap.join(told)

    def reported(self, name: str) -> str:
        """Return a sentence that tells in the third person what `name` said."""
        told = self.rng.choice(self.stock["said"]).replace("{name}", name)
        return self.filled(told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
