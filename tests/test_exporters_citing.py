"""Descriptions held against the programs of those who take them.

The heavier of these programs are the dependency group `readers`.
"""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from deposits import deposit, packed, sample, tei, written
from lxml import etree
from test_exporters import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from encoder.exporters.deposit import Deposit

EACH = pytest.mark.parametrize(
    "made",
    [sample("full"), sample("minimal"), *map(deposit, HOSTILE.values())],
    ids=["full", "minimal", *HOSTILE],
)


def one(files: dict[str, bytes], ending: str) -> bytes:
    [content] = [files[path] for path in files if path.endswith(ending)]
    return content


@EACH
def test_datacite_takes_its_json_and_misses_what_is_not_there(made: Deposit) -> None:
    schema = pytest.importorskip("datacite.schema45")
    stated = json.loads(one(packed("datacite", [made]), ".json"))
    assert schema.validator.is_valid(stated)
    for key in ("creators", "titles", "publisher", "publicationYear", "types"):
        poorer = {name: value for name, value in stated.items() if name != key}
        assert not schema.validator.is_valid(poorer)


@EACH
def test_datacite_s_own_xml_says_the_same(made: Deposit) -> None:
    schema = pytest.importorskip("datacite.schema45")
    files = packed("datacite", [made])
    theirs = schema.tostring(json.loads(one(files, ".json"))).encode()
    assert facts(one(files, ".xml")) == facts(theirs)


def facts(document: bytes) -> Counter[tuple[str, str, str]]:
    """Return what is stated: each element with its words and attributes."""
    return Counter(
        (
            str(element.tag),
            " ".join((element.text or "").split()),
            str(sorted(element.items())),
        )
        for element in etree.fromstring(document).iterdescendants()
    )


def test_commonmeta_reads_datacite_back(tmp_path: Path) -> None:
    commonmeta = pytest.importorskip("commonmeta")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        written(packed("datacite", [sample("full")]), tmp_path)
        file = tmp_path / "harbour-7.json"
        read = commonmeta.Metadata(str(file), via="datacite")
    assert read.id == "https://doi.org/10.5072/harbour-7"
    assert read.titles[0]["title"] == "Hale & Reed on the closing of the port"
    assert read.contributors[0]["id"] == "https://orcid.org/0000-0002-1825-0097"
    assert read.license["url"].startswith("https://creativecommons.org/licenses/by/4.0")


def test_dspace_s_reader_finds_every_statement_and_every_file(tmp_path: Path) -> None:
    saf = pytest.importorskip("dspyce.saf.saf_read")
    both = [sample("full"), sample("minimal")]
    items = saf.read_saf_packages(str(written(packed("dspace", both), tmp_path)))
    titles = {item.get_metadata_values("dc.title")[0] for item in items}
    assert titles == {made.title for made in both}
    for made in both:
        contents = (tmp_path / made.name / "contents").read_text("utf-8").splitlines()
        names = [line.split("\t")[0] for line in contents]
        assert [(tmp_path / made.name / name).read_bytes() for name in names] == [
            made.tei
        ]


@EACH
def test_dublin_core_has_the_words_of_the_header(made: Deposit) -> None:
    files = packed("dc", [made]) | packed("dspace", [made])
    for path, content in files.items():
        if path.endswith((f"{made.name}/{made.name}.xml", "contents")):
            continue
        root = etree.fromstring(content)
        values = [each.text for each in root]
        assert all(value and value == " ".join(value.split()) for value in values)
        assert values[0] == made.title
        assert "application/tei+xml" in values


@EACH
def test_csl_is_rendered_and_every_name_is_whole(made: Deposit) -> None:
    citeproc = pytest.importorskip("citeproc")
    json_source = pytest.importorskip("citeproc.source.json")
    [item] = json.loads(packed("citation", [made])["references.json"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = json_source.CiteProcJSON([item])
        style = citeproc.CitationStylesStyle("harvard1", validate=False)
        bibliography = citeproc.CitationStylesBibliography(
            style, source, citeproc.formatter.plain
        )
        bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        [entry] = bibliography.bibliography()
    assert "".join(entry).strip()


@EACH
def test_cffconvert_takes_the_citation_file(made: Deposit) -> None:
    cffconvert = pytest.importorskip("cffconvert")
    text = one(packed("citation", [made]), "CITATION.cff").decode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cffconvert.Citation(text).validate()
        broken = text.replace("title:", "titel:", 1)
        with pytest.raises(Exception, match="titel"):
            cffconvert.Citation(broken).validate()


@EACH
def test_braces_balance_and_ris_has_a_tag_on_each_line(made: Deposit) -> None:
    files = packed("citation", [made])
    depth = 0
    for char in re.sub(r"\\.", "", files["references.bib"].decode()):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    lines = files["references.ris"].decode().split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert lines[-3:] == ["ER  - ", "", ""]


def test_bibtex_is_read_back_by_another_program() -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    both = [sample("full"), sample("minimal")]
    text = packed("citation", both)["references.bib"].decode()
    entries = bibtexparser.loads(text).entries
    assert [entry["ID"] for entry in entries] == [made.name for made in both]
    assert entries[0]["title"] == r"{Hale \& Reed on the closing of the port}"


def test_a_name_is_split_only_at_a_comma() -> None:
    names = b"<author><persName>Reed, Ada</persName></author>"
    data = tei(words="Hale").replace(
        b"<author><persName>Hale</persName></author>",
        names + b"<author><orgName>Hale, Berg</orgName></author>",
    )
    [item] = json.loads(packed("citation", [deposit(data)])["references.json"])
    assert item["author"] == [
        {"family": "Reed", "given": "Ada"},
        {"literal": "Hale, Berg"},
    ]
