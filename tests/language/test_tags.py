"""The tags of languages, by the names and codes that archives print."""

from __future__ import annotations

import re
from typing import Final

import pytest
from language_subtags import HEAD, KEPT, date, reduced, sources

from encoder.language.tags import SUBTAGS, UNDETERMINED, autonyms, language_of, tag

LINE: Final = re.compile(r"([a-z]{2,3})((?: [a-z]{3}){0,2}): (\S.*)")
# What `tags.py` held by hand before there was a registry.
BY_HAND: Final = """
    Albanian=sq Arabic=ar Bulgarian=bg Chinese=zh Croatian=hr Czech=cs Danish=da
    Dutch=nl English=en Estonian=et Finnish=fi French=fr Georgian=ka German=de Greek=el
    Hebrew=he Hindi=hi Hungarian=hu Indonesian=id Italian=it Japanese=ja Khmer=km
    Korean=ko Lao=lo Latvian=lv Lithuanian=lt Macedonian=mk Mongolian=mn Norwegian=no
    Persian=fa Polish=pl Portuguese=pt Romanian=ro Russian=ru Serbian=sr
    Serbo-Croatian=sh Slovak=sk Slovenian=sl Spanish=es Swedish=sv Thai=th Turkish=tr
    Ukrainian=uk Urdu=ur Vietnamese=vi
""".split()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("yi", "yi"),
        ("cy", "cy"),
        ("EN", "en"),
        ("Yiddish", "yi"),
        ("deutsch", "de"),
        ("Français", "fr"),
        ("Franc\u0327ais", "fr"),
        ("русский", "ru"),
        ("日本語", "ja"),
        (" Cymraeg ", "cy"),
        # ISO 639-3 and ISO 639-2/B; RFC 5646 §2.2.1 wants the shortest code.
        ("deu", "de"),
        ("ger", "de"),
        ("fre", "fr"),
        ("deu-AT", "de-AT"),
        ("zh-Hant", "zh-Hant"),
        # Languages without a code of two letters keep theirs of three.
        ("grc", "grc"),
        ("Ancient Greek", "grc"),
        ("Cantonese", "yue"),
        ("Castilian", "es"),
    ],
)
def test_a_language_is_known_by_its_names_and_codes(name: str, expected: str) -> None:
    assert tag(name) == expected


@pytest.mark.parametrize(
    # "No" is a word, and two languages are called Tonga.
    "name",
    ["Westportish", "", "No", "Tonga", "xx", "qaa", "English and Welsh", "english-"],
)
def test_what_is_no_one_language_is_undetermined(name: str) -> None:
    assert tag(name) == UNDETERMINED


@pytest.mark.parametrize("both", BY_HAND)
def test_the_registry_has_what_was_known_by_hand(both: str) -> None:
    name, _, expected = both.partition("=")
    assert tag(name) == expected
    assert language_of(f"Transcript - {name}") == expected


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ("Transcript - Welsh", "cy"),
        ("Niederschrift, Deutsch", "de"),
        ("Перевод на русский", "ru"),
        ("Transcript - English; scan - Yiddish", None),
        # Names of languages that mean something else in running words.
        ("Letters of the Nauru office, in English", "en"),
        ("News from afar", None),
        ("", None),
    ],
)
def test_contents_name_one_language(contents: str, expected: str | None) -> None:
    assert language_of(contents) == expected


def test_every_language_with_a_name_of_its_own_is_in_the_registry() -> None:
    for language, names in autonyms().items():
        assert tag(language) == language
        assert {tag(name) for name in names} == {language}


def test_the_kept_file_is_in_order_and_no_code_is_there_twice() -> None:
    assert KEPT == SUBTAGS
    text = KEPT.read_text("utf-8")
    head = HEAD.format(date=date(text))
    assert text.startswith(head)
    lines = text.removeprefix(head).splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    subtags = [each[1] for each in found if each]
    assert len(subtags) == len(lines)
    assert subtags == sorted(subtags, key=lambda one: (len(one), one))
    others = [code for each in found if each for code in each[2].split()]
    assert len({*subtags, *others}) == len(subtags) + len(others)


def test_the_kept_file_is_what_the_registry_makes() -> None:
    found = sources()
    if found is None:
        pytest.skip("no registry: the package langcodes is not installed")
    kept = KEPT.read_text("utf-8")
    if date(found[0]) != date(kept):
        pytest.skip(f"the registry of langcodes is of another day: {date(found[0])}")
    assert reduced(*found) == kept
