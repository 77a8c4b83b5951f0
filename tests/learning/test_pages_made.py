"""The pages made are the same for ever, and what they say of themselves is true."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from learning.found_turns import matched, true_turns, turns_of
from learning.making import Kind, MadePage, dimensions, make_page
from learning.making.fitting import clashes
from learning.making.marks import marks
from learning.making.stock import languages, stock

PAGES = [make_page(seed) for seed in range(300)]
MAKING = Path(__file__).parent / "making"
TAGS = [f"{name}:{value}" for name, values in dimensions().items() for value in values]


def seeds(pages: list[MadePage]) -> list[str]:
    return [str(page.seed) for page in pages]


def test_a_seed_is_the_same_page_for_ever() -> None:
    again = [make_page(page.seed) for page in PAGES]
    assert again == PAGES
    assert len({page.text for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=seeds(PAGES))
def test_the_parts_of_a_page_are_all_that_is_printed_on_it(page: MadePage) -> None:
    spans = [part.span for part in page.parts]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    left = list(page.text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    assert not "".join(left).strip()
    assert Kind.BLANK not in {part.kind for part in page.parts}


@pytest.mark.parametrize("page", PAGES, ids=seeds(PAGES))
def test_a_turn_has_a_label_with_a_name_and_something_is_said(page: MadePage) -> None:
    for turn in page.turns:
        assert turn.labels
        assert turn.speakers
        assert page.label(turn).strip()
        assert page.speech(turn)
        assert turn.labels[0].start <= turn.names[0].start < turn.speech[0].start
    starts = [turn.labels[0].start for turn in page.turns]
    assert starts == sorted(starts)


def test_a_word_that_a_line_breaks_is_whole_in_what_is_said() -> None:
    made = (make_page(n, only=frozenset({"wrap:hyphens"})) for n in range(60))
    broken = [page for page in made if page.breaks and page.turns]
    assert broken
    for page in broken:
        assert all(
            page.text[each.hyphen : each.hyphen + 2] == "-\n" for each in page.breaks
        )
        assert not any(re.search(r"\w-\n", page.speech(turn)) for turn in page.turns)


def test_the_sentences_on_a_wrapped_page_are_those_of_the_words_file() -> None:
    tags = {
        "wrap:hyphens",
        "language:de",
        "noise:none",
        "kind:telephone",
        "stages:none",
    }
    pages = (make_page(seed, only=frozenset(tags)) for seed in range(99))
    page = next(page for page in pages if len(page.breaks) > 3)
    said = " ".join(" ".join(map(page.speech, page.turns)).casefold().split())
    clauses = [
        each.casefold() for topic in stock("de").topics for each in topic.clauses
    ]
    assert sum(each in said for each in clauses) > 4


def test_a_third_of_the_pages_and_not_half_have_no_dialogue() -> None:
    silent = sum(1 for page in PAGES if not page.turns)
    assert 0.33 < silent / len(PAGES) < 0.5


@pytest.mark.parametrize("tag", TAGS)
def test_every_value_of_every_dimension_can_be_asked_for(tag: str) -> None:
    assert tag in make_page(11, only=frozenset({tag})).tags


@pytest.mark.parametrize("mark", marks())
def test_a_mark_stands_on_the_page_that_is_asked_for_it(mark: str) -> None:
    page = make_page(3, only=frozenset({f"mark:{mark}"}))
    assert len(page.turns) > 1


def test_what_is_left_out_is_on_no_page() -> None:
    out = frozenset({"language:el", "mark:colon", "kind:cards"})
    assert not any(make_page(seed, without=out).tags & out for seed in range(200))


def test_a_page_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="no page has"):
        make_page(1, only=frozenset({"kind:index", "mark:colon"}))


@pytest.mark.parametrize("fault", dimensions()["fault"][1:])
def test_a_fault_is_a_span_of_the_page(fault: str) -> None:
    asked = frozenset({f"fault:{fault}", "mark:colon"})
    pages = [make_page(seed, only=asked) for seed in range(12)]
    faults = [(page, each) for page in pages for each in page.faults]
    assert faults
    assert {each.name for _, each in faults} == {fault}
    assert all(page.warned and page.text[slice(*each.span)] for page, each in faults)


def test_each_clash_is_about_values_that_there_are() -> None:
    known = dimensions()
    for clause in (each for clash in clashes() for each in clash):
        assert clause.values <= {*known[clause.dimension]}, clause


@pytest.mark.parametrize("language", languages())
def test_a_language_has_all_lists(language: str) -> None:
    words = stock(language)
    assert stock("en").lists.keys() <= words.lists.keys()
    assert all(topic.clauses and topic.questions for topic in words.topics)
    assert len(languages()) >= 12


def test_the_generator_knows_nothing_of_the_encoder() -> None:
    for path in MAKING.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [each.name for each in getattr(node, "names", ())]
            assert not any(
                str(name).startswith("encoder")
                for name in (*names, getattr(node, "module", "") or "")
            )


def test_the_truth_written_as_tei_is_found_whole() -> None:
    for page in PAGES:
        speeches = "".join(
            f"<sp><speaker>{escape(page.label(turn))}</speaker>"
            f"<p>{escape(page.speech(turn))}</p></sp>"
            for turn in page.turns
        )
        tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{speeches}</TEI>'
        found, true = turns_of(tei.encode()), true_turns(page)
        assert matched(true, found) == len(true) == len(found)
