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
from deposits import EACH, deposit, packed, sample, tei, written
from lxml import etree

from encoder.exporters.dublin import ELEMENTS, statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from encoder.exporters.deposit import Deposit


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


def test_commonmeta_reads_the_citations_too(tmp_path: Path) -> None:
    commonmeta = pytest.importorskip("commonmeta")
    files = packed("citation", [sample("full")])
    [item] = json.loads(files["references.json"])
    (tmp_path / "csl.json").write_text(json.dumps(item), "utf-8")
    (tmp_path / "CITATION.cff").write_bytes(files["harbour-7/CITATION.cff"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        csl = commonmeta.Metadata(str(tmp_path / "csl.json"), via="csl")
        cff = commonmeta.Metadata(str(tmp_path / "CITATION.cff"), via="cff")
    for read in (csl, cff):
        assert read.titles == [{"title": "Hale & Reed on the closing of the port"}]
        assert read.date["published"] == "2026-11-24"
    assert csl.publisher == "Harbour History Project"
    assert cff.id == "https://doi.org/10.5072/harbour-7"
    [author] = cff.contributors
    assert author["id"] == "https://orcid.org/0000-0002-1825-0097"


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


ENVELOPE = """<record xmlns="http://www.openarchives.org/OAI/2.0/"><header>\
<identifier>oai:strand.example:{name}</identifier><datestamp>2026-11-24</datestamp>\
</header><metadata>{document}</metadata></record>"""


def harvested(name: str, document: bytes) -> dict[str, list[str]]:
    """Return what a harvester makes of a document in the answer of a repository."""
    models = pytest.importorskip("oaipmh_scythe.models")
    bare = document.decode().partition("?>")[2]
    record = etree.fromstring(ENVELOPE.format(name=name, document=bare))
    read: dict[str, list[str]] = models.Record(record).metadata
    return read


@EACH
def test_a_harvester_reads_what_both_documents_state(made: Deposit) -> None:
    files = packed("dc", [made])
    stated = [*statements(made)]
    simple = harvested(made.name, files[f"oai_dc/{made.name}.xml"])
    terms = harvested(made.name, files[f"dcterms/{made.name}.xml"])
    for read, field in ((simple, "element"), (terms, "term")):
        expected: dict[str, list[str]] = {}
        for each in stated:
            expected.setdefault(getattr(each, field), []).append(each.value)
        assert read == expected


def test_a_document_for_harvesters_that_is_broken_is_caught() -> None:
    document = packed("dc", [sample("full")])["oai_dc/harbour-7.xml"]
    assert [*faults_of_oai_dc(document)] == []
    for old, new, fault in (
        (b"dc:title", b"dc:titel", "titel is no element"),
        (b"<dc:type>", b'<dc:type xml:id="x">', "type has attributes"),
        (b"/2.0/oai_dc/", b"/2.1/oai_dc/", "the root is none of OAI"),
    ):
        assert old in document
        assert fault in [*faults_of_oai_dc(document.replace(old, new))]
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(document.replace(b"Hale &amp;", b"Hale &"))


@EACH
def test_simple_dublin_core_keeps_the_rules_of_its_schema(made: Deposit) -> None:
    document = packed("dc", [made])[f"oai_dc/{made.name}.xml"]
    assert [*faults_of_oai_dc(document)] == []


def faults_of_oai_dc(document: bytes) -> Iterator[str]:
    """Yield each rule of OAI's schema that a document breaks: a choice of fifteen
    elements with text, each as often as one likes, and `xml:lang` alone."""
    root = etree.fromstring(document)
    if root.tag != "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc":
        yield "the root is none of OAI"
    for element in root:
        space, _, name = str(element.tag).rpartition("}")
        if space != "{http://purl.org/dc/elements/1.1/" or name not in ELEMENTS:
            yield f"{name} is no element"
        if {*element.attrib} - {"{http://www.w3.org/XML/1998/namespace}lang"}:
            yield f"{name} has attributes"
        if len(element):
            yield f"{name} has elements in it"


@pytest.mark.parametrize("file", ["dublin_core.xml", "metadata_dcterms.xml"])
@EACH
def test_dspace_s_importer_finds_its_fields(made: Deposit, file: str) -> None:
    files = packed("dspace", [made])
    assert [*faults_of_saf(files, made.name)] == []
    path = f"{made.name}/{file}"
    for old, new, fault in (
        (b"<dcvalue element=", b"<dcvalue elment=", "a value without an element"),
        (b"<dublin_core", b"<dc", "the root is no dublin_core"),
        (b" schema=", b" scheme=", "no schema"),
    ):
        broken = files[path].replace(old, new)
        if new == b"<dc":
            broken = broken.replace(b"</dublin_core", b"</dc")
        faults = faults_of_saf({**files, path: broken}, made.name)
        assert f"{file}: {fault}" in [*faults]


def test_an_item_whose_files_are_not_there_is_caught() -> None:
    files = packed("dspace", [sample("full")])
    missing = {path: files[path] for path in files if path != "harbour-7/harbour-7.xml"}
    assert [*faults_of_saf(missing, "harbour-7")] == ["harbour-7.xml is not there"]
    contents = files["harbour-7/contents"].replace(b"\tbundle", b" bundle")
    wrong = {**files, "harbour-7/contents": contents}
    assert [*faults_of_saf(wrong, "harbour-7")] == [
        "harbour-7.xml bundle:ORIGINAL is not there"
    ]


def faults_of_saf(files: dict[str, bytes], name: str) -> Iterator[str]:
    """Yield what DSpace's importer of archives would stop at (its documentation,
    "Importing and Exporting Items via Simple Archive Format")."""
    schemas = {"dublin_core.xml": "dc", "metadata_dcterms.xml": "dcterms"}
    for file, schema in schemas.items():
        root = etree.fromstring(files[f"{name}/{file}"])
        if root.tag != "dublin_core":
            yield f"{file}: the root is no dublin_core"
        if root.get("schema") != schema:
            yield f"{file}: no schema"
        for value in root:
            if value.tag != "dcvalue" or not value.get("element"):
                yield f"{file}: a value without an element"
    for line in files[f"{name}/contents"].decode().splitlines():
        file, *options = line.split("\t")
        if f"{name}/{file}" not in files:
            yield f"{file} is not there"
        for option in options:
            if not re.fullmatch(r"(?:bundle|description|primary):\S.*", option):
                yield f"{option} is no option"


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
