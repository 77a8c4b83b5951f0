"""What is said: sentences of a stock, put together anew for every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from learning.making.stock import Stock, Topic

_SLOT = re.compile(r"\{(\w+)\}")
_FULL_STOPS = {"zh": "。", "ja": "。"}
_QUESTION_MARKS = {"zh": "？", "ja": "？", "el": ";", "nonsense-greek": ";"}


@dataclass
class Speech:
    """Says things in one language; `names` are those that people speak of."""

    stock: Stock
    rng: Random
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        count = self.rng.randint(1, 3)
        self._topics = self.rng.sample(self.stock.topics, count)

    def filled(self, words: str, depth: int = 0) -> str:
        """Return words with their slots filled."""

        def fill(found: re.Match[str]) -> str:
            return self._slot(found[1], depth)

        return _SLOT.sub(fill, words)

    def _slot(self, name: str, depth: int) -> str:
        rng, stock = self.rng, self.stock
        if name == "n":
            return str(rng.choice((rng.randint(2, 19), rng.randint(20, 480))))
        if name == "year":
            return str(rng.randint(1871, 1994))
        if name in {"name", "given", "place", "surname"}:
            known = self.names if name == "name" else stock[name]
            return rng.choice(known)
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

    def clause(self) -> str:
        """Return one plain sentence."""
        return self._ended(self.rng.choice(self._topic().clauses))

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

    def sentence(self) -> str:
        """Return a sentence of any kind but a short reply."""
        rng, stock, gap = self.rng, self.stock, self._gap
        drawn = rng.random()
        if drawn < 0.1:
            return self.filled(rng.choice(stock["special"]))
        if drawn < 0.14:
            return self.filled(rng.choice(stock["address"]))
        if drawn < 0.22:
            return self.question()
        words = rng.choice(self._topic().clauses)
        if rng.random() < 0.25:
            words = rng.choice(stock["start"]) + gap + words
        if rng.random() < 0.2:
            words = words + gap + rng.choice(stock["tail"])
        if rng.random() < 0.25:
            words += rng.choice(stock["and"]) + rng.choice(self._topic().clauses)
        return self._ended(words)

    def paragraph(self, count: int) -> str:
        """Return so many sentences, none twice in a row."""
        said: list[str] = []
        while len(said) < count:
            sentence = self.sentence()
            if not said or sentence != said[-1]:
                said.append(sentence)
        if self.rng.random() < 0.15:
            said[0] = self.short()
        return self._gap.join(said)

    def narrative(self, count: int) -> str:
        """Return so many sentences that nobody says."""
        stories = self.stock["narrative"]
        chosen = self.rng.sample(stories, min(count, len(stories)))
        return self._gap.join(map(self.filled, chosen))

    def reported(self, name: str) -> str:
        """Return a sentence that tells in the third person what `name` said."""
        told = self.rng.choice(self.stock["said"]).replace("{name}", name)
        return self.filled(told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
