"""The records that are measured: the project's own, and a corpus where there is one.

A corpus is a folder with `text/ID.txt`, `gold/ID.json` and `score.py`, which knows how
that gold is to be compared. It is no part of the project: the variable
TEI_ENCODER_CORPUS says where it lies, or it lies in `shared/corpus` beside the project.
"""

from __future__ import annotations

import importlib.util
import json
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from accuracy_turns import Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TESTS = Path(__file__).parent
DIALOGUES = TESTS / "dialogues"
NOT_DIALOGUES = TESTS / "not_dialogues"
FURTHER = TESTS / "further"
CORPUS = Path(
    os.environ.get("TEI_ENCODER_CORPUS") or TESTS.parents[1] / "shared" / "corpus"
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One page, and what is in it; no turns are in a page that is no dialogue."""

    id: str
    set: str
    kind: str
    text: str
    turns: tuple[Turn, ...]
    metadata: Mapping[str, Any] = field(default_factory=dict)
    whose: tuple[tuple[str, str], ...] = ()
    """The labels of which it is known whose they are, and who that is."""

    @property
    def gold(self) -> dict[str, Any]:
        """What `score.py` takes."""
        turns = [turn._asdict() for turn in self.turns]
        facts = {"id": self.id, "set": self.set, "kind": self.kind}
        return {**facts, "turns": turns, "metadata": dict(self.metadata)}


class Scorer(Protocol):
    """What is used of a corpus's `score.py`."""

    def score(
        self, g: Mapping[str, Any], p: Mapping[str, Any], page: str = ""
    ) -> dict[str, Any]:
        """Return the marks of one prediction."""

    def load_pred(self, d: str, i: str) -> dict[str, Any] | None:
        """Return the turns and the description of the TEI `i` in the folder `d`."""

    def fact(self, v: str) -> str:
        """Return a statement as it is compared."""

    def f1(self, tp: int, p: int, g: int) -> tuple[float, float, float]:
        """Return precision, recall and their mean."""


def has_corpus() -> bool:
    """Return whether there is a corpus to measure against."""
    return (CORPUS / "score.py").is_file()


@cache
def scorer() -> Scorer:
    """Return the corpus's own `score.py`, loaded from where it lies."""
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    if not spec or not spec.loader:
        message = f"{CORPUS} has no score.py"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Scorer", module)


def dialogues() -> Iterator[Case]:
    """Yield the project's own dialogues, each in another style or language."""
    for gold in sorted(DIALOGUES.glob("*.json")):
        yield _case(gold, gold.with_suffix(".txt"))


def not_dialogues() -> Iterator[Case]:
    """Yield the project's own records that look like dialogues and are none."""
    for page in sorted(NOT_DIALOGUES.glob("*.txt")):
        text = page.read_text("utf-8")
        yield Case(id=page.stem, set="lists", kind="list", text=text, turns=())


def further() -> Iterator[Case]:
    """Yield the project's own records of either kind that no style is tried on."""
    for page in sorted(FURTHER.glob("*.txt")):
        gold = page.with_suffix(".json")
        if gold.is_file():
            yield _case(gold, page)
        else:
            text = page.read_text("utf-8")
            yield Case(id=page.stem, set="lists", kind="list", text=text, turns=())


def corpus() -> Iterator[Case]:
    """Yield the records of the corpus."""
    for gold in sorted((CORPUS / "gold").glob("*.json")):
        yield _case(gold, CORPUS / "text" / f"{gold.stem}.txt")


def _case(gold: Path, page: Path) -> Case:
    facts = json.loads(gold.read_text("utf-8"))
    return Case(
        id=facts["id"],
        set=facts["set"],
        kind=facts["kind"],
        # As bytes, so that the page's own line ends are measured too.
        text=page.read_bytes().decode("utf-8"),
        turns=tuple(Turn(each["speaker"], each["text"]) for each in facts["turns"]),
        metadata=facts.get("metadata") or {},
        whose=tuple(
            (each["speaker"], each["who"]) for each in facts["turns"] if each.get("who")
        ),
    )
