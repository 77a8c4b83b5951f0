"""The header: what the page and the edition state, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from encoder.configuration import Configuration, Encoder, Licence
from encoder.finding import Severity
from encoder.pipeline import UNSAID, Outcome, convert

NS = {"t": "http://www.tei-c.org/ns/1.0"}
PAGE = """\
May 3, 1951

On the Harbour

Citation:

"On the Harbour", May 3, 1951, Harbour Digital Archive, op. 1, Town Library.
<https://archive.example/document/12>

Credits:

With support from Brook & Sons

Original Language:

Norwegian

Contents:

Translation - English

The harbour was flooded on 1 May 1951.
"""
EDITION = Configuration(
    publisher="The Harbour Edition",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    encoder=Encoder("Ida Brook", "0000-0002-1825-0097"),
    project="Records of one harbour.",
    encoding_date=date(2026, 11, 24),
)


def outcome(page: str, edition: Configuration = UNSAID) -> Outcome:
    return convert(page.encode(), "memo.txt", edition)


def at(path: str, page: str = PAGE, edition: Configuration = UNSAID) -> list[str]:
    """Return the text of each element at `path` in the header, or the attributes."""
    tei = outcome(page, edition).tei
    assert tei
    found = etree.fromstring(tei).xpath(f"t:teiHeader//{path}", namespaces=NS)
    assert isinstance(found, list)
    return [
        each if isinstance(each, str) else "".join(map(str, each.itertext()))
        for each in found
        if isinstance(each, str | etree._Element)  # noqa: SLF001 (lxml has no other name for it)
    ]


def codes(edition: Configuration) -> set[str]:
    return {finding.rule.code for finding in outcome(PAGE, edition).findings}


def test_without_a_configuration_the_file_is_unpublished_and_that_is_said() -> None:
    assert at("t:publicationStmt/t:publisher/text()") == []
    assert at("t:availability/@status") == ["unknown"]
    assert at("t:availability/t:p") == [
        "This file has not been published.",
        "The source states no licence, and the edition has set none.",
    ]
    assert codes(UNSAID) >= {"T101", "T102"}


def test_an_edition_is_named_where_the_header_has_its_place() -> None:
    said = {
        "t:publicationStmt/t:publisher": ["The Harbour Edition"],
        "t:availability/t:licence": ["CC BY 4.0"],
        "t:licence/@target": ["https://creativecommons.org/licenses/by/4.0/"],
        "t:availability/@status": [],
        "t:publicationStmt/t:date/@when": ["2026-11-24"],
        "t:revisionDesc/t:change/@when": ["2026-11-24"],
        "t:revisionDesc/t:change/@who": ["#encoder"],
        "t:respStmt[@xml:id='encoder']/t:persName": ["Ida Brook"],
        "t:persName/@ref": ["https://orcid.org/0000-0002-1825-0097"],
        "t:projectDesc/t:p": ["Records of one harbour."],
    }
    assert {path: at(path, PAGE, EDITION) for path in said} == said
    assert not codes(EDITION) & {"T101", "T102"}


def test_an_edition_decides_how_much_a_finding_matters() -> None:
    judged = Configuration(severities={"T101": Severity.ERROR, "T102": None})
    found = {f.rule.code: f.severity for f in outcome(PAGE, judged).findings}
    assert found["T101"] is Severity.ERROR
    assert "T102" not in found


def test_what_the_page_says_is_where_archives_look() -> None:
    said = {
        "t:titleStmt/t:title[@type='main']": ["On the Harbour"],
        "t:titleStmt/t:funder": ["Brook & Sons"],
        "t:notesStmt/t:note": ["With support from Brook & Sons"],
        "t:publicationStmt/t:idno[@type='wilson']": ["12"],
        "t:msIdentifier/t:repository": ["Town Library"],
        "t:msIdentifier//t:idno[@type='opis']": ["1"],
        "t:creation/t:date/@when": ["1951-05-03"],
        "t:keywords/t:term": ["Translation - English"],
    }
    assert {path: at(path) for path in said} == said


@pytest.mark.parametrize("date", ["05/03/51", "undated"])
def test_a_date_that_was_not_read_keeps_its_words_and_has_no_attribute(
    date: str,
) -> None:
    page = PAGE.replace("May 3, 1951", date, 1)
    assert at("t:creation/t:date", page) == [date]
    assert at("t:creation/t:date/@*", page) == []


def test_the_text_of_a_translation_is_in_another_language() -> None:
    assert at("t:language/@ident") == ["no", "en"]
    assert at("t:textLang/@mainLang") == ["no"]
    tei = outcome(PAGE).tei
    assert tei
    assert b'<text xml:lang="en">' in tei
    translated = "t:sourceDesc/t:bibl[@type='translation']/t:note"
    assert at(translated) == ["Translation - English"]
    assert at(translated, PAGE.replace("Translation", "Transcript")) == []


def test_a_language_that_nobody_knows_is_undetermined() -> None:
    page = PAGE.replace("Norwegian", "Harbourish")
    assert at("t:language[@ident='und']", page) == ["Harbourish"]


def test_a_page_without_a_title_is_called_untitled_in_brackets() -> None:
    assert at("t:titleStmt/t:title[@type='main']", "Good.") == ["[Untitled record]"]


def test_a_bare_text_has_no_place_where_it_is_kept() -> None:
    assert at("t:msDesc", "Good.") == []
    assert at("t:bibl[@type='digitalSource']", "Good.") == []
    assert len(at("t:idno[@type='sha256']", "Good.")) == 1


def test_the_editorial_declaration_tells_what_this_run_did() -> None:
    assert at("t:interpretation", PAGE)[0].strip() == (
        "Dates whose meaning is plain have attributes."
    )
    assert at("t:interpretation", "Good.")[0].strip() == "None."
    assert "'\\r\\n'" in at("t:normalization", "Good.\r\n")[0]
    assert "no speakers were found" in at("t:segmentation", PAGE)[0]


def test_a_text_without_turns_is_cited_by_its_paragraphs() -> None:
    assert at("t:citeStructure/t:citeStructure/@unit") == ["paragraph"]
    assert at("t:extent") == []
