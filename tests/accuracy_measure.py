"""Records converted, and held against what is in them, in two processes."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple

from accuracy_records import Case, has_corpus, scorer
from accuracy_turns import Turn, are_same, turns_of

from encoder.pipeline import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PROCESSES = 2
FACTS = ("title", "date", "citation", "url")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What became of one case.

    `refused` says why there is no TEI; `invalid` counts what our own schema has
    against it. `marks` are those of the corpus's scorer, none where there is no corpus.
    """

    case: Case
    seconds: float
    tei: bytes = b""
    refused: str = ""
    invalid: int = 0
    found: tuple[Turn, ...] = ()
    marks: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether the turns are found, word for word and no others, in valid TEI."""
        sound = not self.refused and not self.invalid
        return sound and are_same(self.case.turns, self.found)

    @property
    def is_right(self) -> bool:
        """Whether the scorer finds nothing wrong in the turns."""
        return not self.refused and self.marks["turn_f1"] == 1.0


def measure(cases: Iterable[Case]) -> list[Measured]:
    """Return what became of each case, in their order."""
    # Spawned, because a fork copies the threads of whoever measures.
    context = multiprocessing.get_context("spawn")
    with context.Pool(PROCESSES) as pool:
        return pool.map(measured, cases, chunksize=4)


def measured(case: Case) -> Measured:
    """Convert one case, and compare."""
    start = process_time()
    refused, tei, invalid = "", b"", 0
    try:
        outcome = convert(case.text.encode(), f"{case.id}.txt")
    except Exception as error:  # noqa: BLE001 -- a crash is one more thing to count
        refused = f"crash: {error!r}"
    else:
        tei = outcome.tei or b""
        refused = "" if tei else str(outcome.findings[-1])
        codes = Counter(each.rule.code[:2] for each in outcome.findings)
        invalid = codes["T0"]
    seconds = process_time() - start
    return Measured(
        case=case,
        seconds=seconds,
        tei=tei,
        refused=refused,
        invalid=invalid,
        found=turns_of(tei) if tei else (),
        marks=_marks(case, tei) if has_corpus() else {},
    )


def _marks(case: Case, tei: bytes) -> Mapping[str, Any]:
    """Return what the corpus's scorer says; it reads TEI from a folder."""
    nothing: dict[str, Any] = {"turns": []}
    with TemporaryDirectory(prefix="tei-encoder-") as folder:
        if tei:
            Path(folder, f"{case.id}.xml").write_bytes(tei)
        predicted = scorer().load_pred(folder, case.id) or nothing
    return scorer().score(case.gold, predicted, scorer().fact(case.text))


class Marks(NamedTuple):
    """The marks of many records together; a fact is None where no page states it."""

    records: int
    turns: int
    found: int
    label_micro: float
    label_macro: float
    turn_micro: float
    turn_macro: float
    false_records: int
    facts: tuple[float | None, ...]
    refused: int
    invalid: int
    seconds: float


def together(many: Sequence[Measured]) -> Marks:
    """Return the marks of many records together."""
    spoken = [each for each in many if each.case.turns]
    turns = sum(len(each.case.turns) for each in spoken)
    found = sum(each.marks["pred"] for each in spoken)

    def micro(right: str) -> float:
        return scorer().f1(sum(each.marks[right] for each in spoken), found, turns)[2]

    def macro(score: str) -> float:
        return float(mean([each.marks[score] for each in spoken] or [1.0]))

    return Marks(
        records=len(many),
        turns=turns,
        found=found,
        label_micro=micro("label_tp"),
        label_macro=macro("label_f1"),
        turn_micro=micro("turn_tp"),
        turn_macro=macro("turn_f1"),
        false_records=len(with_false_turns(many)),
        facts=tuple(_stated(many, fact) for fact in FACTS),
        refused=sum(bool(each.refused) for each in many),
        invalid=sum(bool(each.invalid) for each in many),
        seconds=sum(each.seconds for each in many),
    )


def with_false_turns(many: Iterable[Measured]) -> list[Measured]:
    """Return those in which nobody speaks, and somebody was found speaking."""
    return [each for each in many if not each.case.turns and each.found]


def _stated(many: Sequence[Measured], fact: str) -> float | None:
    marks = [
        each.marks[f"meta_{fact}"] for each in many if f"meta_{fact}" in each.marks
    ]
    return mean(marks) if marks else None
