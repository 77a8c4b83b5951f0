"""Measure a reader on pages made: `python -m learning.measure_pages FIRST LAST TAG…`.

Prints, for the pages of the seeds from FIRST to before LAST, with only the tags named,
how many come out whole (every label and speech right, no false turn), turn_f1, turns
whose words are in another's mouth, pages with no dialogue that have turns, and pages
with a fault that carry a warning on the faulty line; then whole and turn_f1 by tag.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from encoder.configuration import Configuration, Options
from encoder.pipeline import convert
from learning.found_turns import in_other_mouths, matched, true_turns, turns_of
from learning.making import MadePage, make_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from encoder.finding import Finding

PROCESSES = 2


class Score(NamedTuple):
    """What became of one page."""

    seed: int
    tags: frozenset[str]
    true: int
    found: int
    right: int
    mouths: int
    faults: int
    warned: int  # faults whose lines carry a warning
    needless: int  # warnings on a page with no fault

    @property
    def whole(self) -> bool:
        return self.true == self.found == self.right

    @property
    def dimensions(self) -> frozenset[str]:
        """Return the dimensions that the page was drawn from."""
        return frozenset(tag.partition(":")[0] for tag in self.tags)


def score(page: MadePage, tei: bytes | None, findings: Iterable[Finding]) -> Score:
    """Return what became of a page, by its TEI and what was said about it."""
    true, found = true_turns(page), turns_of(tei) if tei else []
    loud = {each.place.line for each in findings if each.severity == "warning"}
    lines = [
        {
            page.text.count("\n", 0, at) + 1
            for at in (each.span.start, each.span.end - 1)
        }
        for each in page.faults
    ]
    return Score(
        seed=page.seed,
        tags=page.tags,
        true=len(true),
        found=len(found),
        right=matched(true, found),
        mouths=in_other_mouths(true, found),
        faults=len(lines),
        warned=sum(1 for each in lines if each & loud),
        needless=0 if lines else len(loud),
    )


def read(page: MadePage) -> Score:
    """Return what the product makes of a page."""
    outcome = convert(page.text.encode(), "page.txt", Configuration(), Options())
    return score(page, outcome.tei, outcome.findings)


def _read_seed(asked: tuple[int, frozenset[str]]) -> Score:
    seed, only = asked
    return read(make_page(seed, only=only))


def measure(seeds: Iterable[int], only: frozenset[str]) -> list[Score]:
    """Return what became of the page of each seed."""
    with get_context("spawn").Pool(PROCESSES) as pool:
        return pool.map(_read_seed, [(seed, only) for seed in seeds], chunksize=8)


def f1(scores: Sequence[Score]) -> float:
    """Return turn_f1 over all turns of the pages, 1 where there are none."""
    both = sum(each.true + each.found for each in scores)
    return 2 * sum(each.right for each in scores) / both if both else 1.0


def _line(name: str, scores: Sequence[Score]) -> str:
    turns = sum(each.true for each in scores)
    mouths = sum(each.mouths for each in scores)
    shown = (
        f"{name:34}{len(scores):6}  whole {whole(scores):.2f}  turn_f1 {f1(scores):.3f}"
    )
    return f"{shown}  turns {turns:6}  in another's mouth {mouths}"


def report(scores: Sequence[Score]) -> str:
    """Return the figures of pages, in all and by tag, the worst tag first."""
    talks = [each for each in scores if "mark" in each.dimensions]
    others = [each for each in scores if "mark" not in each.dimensions]
    faulty = [each for each in scores if each.faults]
    sound = [each for each in scores if not each.faults]
    rows = [_line("all", scores), *([_line("dialogues", talks)] if talks else [])]
    false = sum(1 for each in others if each.found)
    rows.append(f"pages with no dialogue: {len(others)}, with turns {false}")
    warned = sum(1 for each in faulty if each.warned)
    needless = sum(each.needless for each in sound) / max(1, len(sound))
    rows.append(f"pages with a fault: {len(faulty)}, warned of {warned}")
    rows.append(f"warnings a page without a fault: {needless:.2f}")
    by_tag: dict[str, list[Score]] = defaultdict(list)
    for each in scores:
        for tag in each.tags:
            if tag.startswith("kind:") or "mark" in each.dimensions:
                by_tag[tag].append(each)
    lines = [(whole(kept), tag) for tag, kept in by_tag.items()]
    return "\n".join([*rows, *(_line(tag, by_tag[tag]) for _, tag in sorted(lines))])


def whole(scores: Sequence[Score]) -> float:
    """Return the share of pages that come out whole."""
    return sum(each.whole for each in scores) / len(scores)


def main(arguments: Sequence[str]) -> None:
    first, last, *only = arguments
    seeds = range(int(first), int(last))
    sys.stdout.write(report(measure(seeds, frozenset(only))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
