"""What a repository will ask for, and a header does not say."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.tei.names import TEI, XML
from encoder.validation.check import Hit, Layer, on_elements, on_header
from encoder.validation.index import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.header import Header

_IN: Final = f"{{{TEI}}}"
_STATEMENT: Final = "fileDesc/publicationStmt"
_TEXT_LANG: Final = f"{_IN}textLang"
_DATE: Final = f"{_IN}date"
_IDNO: Final = f"{_IN}idno"
_RESPONSIBLE: Final = (
    "author",
    "respStmt",
    "editor",
    "principal",
    "sponsor",
    "meeting",
)
_KEEPERS: Final = frozenset({"repository", "institution", "settlement", "collection"})
_MARKS: Final = frozenset({"idno", "msName", "altIdentifier", "collection"})
_DATED: Final = ("when", "from", "notBefore", "notAfter", "to", "when-iso", "from-iso")


@on_header("T501", Layer.DESCRIPTION, Severity.WARNING)
def no_terms_of_use(header: Header) -> Iterator[Hit]:
    """The header does not say what readers may do with the file.

    Nobody may copy, quote at length or process it. Zenodo, DSpace and CLARIN ask for a
    licence.

    Say it, if you may:

        <publicationStmt>
          <publisher>Harbour History Project</publisher>
        </publicationStmt>

        <publicationStmt>
          <publisher>Harbour History Project</publisher>
          <availability>
            <licence target="https://example.org/terms">As you like</licence>
          </availability>
        </publicationStmt>
    """
    if not header.all(f"{_STATEMENT}/availability"):
        message = "nothing is said of the terms of use; add availability"
        yield Hit(header.element, message)


@on_header("T502", Layer.DESCRIPTION, Severity.WARNING)
def no_date_of_the_text(header: Header) -> Iterator[Hit]:
    """The header does not say, in a way a program can read, when the text came to be.

    DataCite, Dublin Core and DraCor ask for a year. Without one the text is in no
    timeline and is found by no search for a period.

    Give the date of what was said or written, and not that of the file:

        <creation>in spring</creation>

        <creation>
          <date notBefore="1951-03" notAfter="1951-05">in spring</date>
        </creation>
    """
    sources = header.all("fileDesc/sourceDesc")
    of_sources = (date for each in sources for date in each.iter(_DATE))
    dates = chain(header.all("profileDesc/creation/date"), of_sources)
    if not any(each.get(attribute) for each in dates for attribute in _DATED):
        message = "no date of the text; add creation with a date and @when"
        yield Hit(header.element, message)


@on_header("T503", Layer.DESCRIPTION, Severity.WARNING)
def no_language(header: Header) -> Iterator[Hit]:
    """Nothing in the header says in which language the text is.

    CLARIN, OLAC and Dublin Core ask for it, and programs that split words guess.

    Name it by its tag (BCP 47):

        <profileDesc/>

        <profileDesc>
          <langUsage><language ident="en">English</language></langUsage>
        </profileDesc>
    """
    said = header.all("profileDesc/langUsage/language")
    if not said and next(header.element.iter(_TEXT_LANG), None) is None:
        parent = header.element.getparent()
        if parent is None or not parent.get(f"{{{XML}}}lang"):
            message = "the language of the text is not said; add langUsage"
            yield Hit(header.element, message)


@on_header("T504", Layer.DESCRIPTION, Severity.WARNING)
def nobody_responsible(header: Header) -> Iterator[Hit]:
    """Nobody is named who wrote, edited or encoded the file.

    It cannot be cited, and nobody can be asked. DataCite refuses a record without a
    creator.

    Name the author, the editor, or who did what:

        <titleStmt><title>The harbour</title></titleStmt>

        <titleStmt>
          <title>The harbour</title>
          <respStmt><resp>Encoding</resp><name>Ann Hale</name></respStmt>
        </titleStmt>
    """
    statement = header.first("fileDesc/titleStmt")
    if statement is not None and not any(
        header.all(f"fileDesc/titleStmt/{name}") for name in _RESPONSIBLE
    ):
        message = "nobody is responsible; add author, editor or respStmt"
        yield Hit(statement, message)


@on_elements("T505", Layer.DESCRIPTION, Severity.WARNING, "publisher", "distributor")
def nameless_publisher(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The publisher or the distributor has no name.

    TEI wants the element, and an empty one satisfies the schema and nobody else: the
    file cannot be cited, and DataCite refuses the record.

    Name whoever makes the file public:

        <publicationStmt><publisher/>…

        <publicationStmt><publisher>Harbour History Project</publisher>…
    """
    for element in elements:
        if not words(element).strip() and not element.get("ref"):
            name = str(element.tag).removeprefix(_IN)
            yield Hit(element, f"the {name} has no name")


@on_header("T506", Layer.DESCRIPTION, Severity.NOTE)
def no_identifier(header: Header) -> Iterator[Hit]:
    """The file has no identifier of its own.

    A citation names the file by its title, which changes, or by its address, which
    changes more often.

    Give it one that you will keep: a DOI, a handle, a signature:

        <publicationStmt><publisher>Harbour History Project</publisher>…

        <publicationStmt><publisher>Harbour History Project</publisher>
          <idno type="DOI">10.5072/example</idno>…
    """
    statement = header.first(_STATEMENT)
    if statement is not None and next(statement.iter(_IDNO), None) is None:
        parent = header.element.getparent()
        if parent is None or not parent.get(f"{{{XML}}}id"):
            yield Hit(statement, "the file has no identifier; add idno")


@on_elements("T507", Layer.DESCRIPTION, Severity.NOTE, "msIdentifier")
def half_a_shelfmark(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A manuscript has a shelfmark and no place where it is kept, or a place and none.

    Nobody can order it: a number means something in one archive only.

    Give both:

        <msIdentifier><idno>MS 17</idno></msIdentifier>

        <msIdentifier>
          <repository>Harbour Archive</repository><idno>MS 17</idno>
        </msIdentifier>
    """
    for element in elements:
        kept, number = False, False
        for child in element:
            name = str(child.tag).removeprefix(_IN)
            kept = kept or name in _KEEPERS
            number = number or name in _MARKS
        if kept != number:
            said = "no place where it is kept" if number else "no shelfmark"
            yield Hit(element, f"this manuscript has {said}")


@on_elements("T508", Layer.DESCRIPTION, Severity.WARNING, "abstract")
def empty_abstract(elements: Iterable[_Element]) -> Iterator[Hit]:
    """An abstract has no words.

    Repositories show it as the first thing readers see, and show nothing.

    Write it, or leave it out:

        <abstract><p/></abstract>

        <abstract><p>Hale and Reed speak of the tide.</p></abstract>
    """
    for element in elements:
        if not words(element).strip():
            yield Hit(element, "the abstract has no words")


@on_elements("T509", Layer.DESCRIPTION, Severity.NOTE, "keywords")
def keywords_of_no_list(elements: Iterable[_Element]) -> Iterator[Hit]:
    """Keywords are from a list that is not named, though they point into it.

    A number or a code for a subject means something only in its own list, and a
    catalogue cannot merge it with its own.

    Name the list by @scheme:

        <keywords><term key="554.1">Harbours</term></keywords>

        <keywords scheme="https://example.org/subjects">
          <term key="554.1">Harbours</term>
        </keywords>
    """
    for element in elements:
        if not element.get("scheme"):
            for term in element.iterchildren(f"{_IN}term"):
                if term.get("key") and not term.get("ref"):
                    message = f"nothing says from which list '{term.get('key')}' is"
                    yield Hit(element, f"{message}; add @scheme")


@on_header("T510", Layer.DESCRIPTION, Severity.NOTE)
def encoding_not_described(header: Header) -> Iterator[Hit]:
    """The header does not say how the text was encoded, nor what for.

    Readers cannot tell what was corrected, left out or added, and whether a silence in
    the text is one of the source.

    Say it in a few words:

        <teiHeader><fileDesc>…</fileDesc></teiHeader>

        <teiHeader><fileDesc>…</fileDesc>
          <encodingDesc><p>Nothing was corrected.</p></encodingDesc>
        </teiHeader>
    """
    encoding = header.first("encodingDesc")
    if encoding is None or not len(encoding):
        message = "nothing is said of how it was encoded; add encodingDesc"
        yield Hit(header.element, message)


CHECKS: Final[tuple[Check, ...]] = (
    no_terms_of_use,
    no_date_of_the_text,
    no_language,
    nobody_responsible,
    nameless_publisher,
    no_identifier,
    half_a_shelfmark,
    empty_abstract,
    keywords_of_no_list,
    encoding_not_described,
)
