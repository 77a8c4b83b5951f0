"""Whether a header means what it says: words of a template, licences, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.language.pack import Formula, every
from encoder.tei.names import TEI, XML
from encoder.validation.check import (
    Hit,
    Layer,
    on_elements,
    on_file,
    on_header,
    on_text,
)
from encoder.validation.index import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.header import Header
    from encoder.validation.index import Index
    from encoder.validation.passage import Passage

_IN: Final = f"{{{TEI}}}"
_STATEMENTS: Final = ("fileDesc/publicationStmt/p", "fileDesc/sourceDesc/p")
_SAYS_NOTHING: Final = Formula(
    r"{template-title}|{template-title-numbered} ?\d*|\.+|-+|\?+"
    r"|[\w-]+\.(?:xml|txt|docx?|odt|rtf|pdf|html?|tei)",
    re.IGNORECASE,
)
_TEMPLATE: Final = Formula(
    "{template-statement}|{template-statement-opening}.*", re.IGNORECASE | re.DOTALL
)
_LEFT: Final = ("TODO", "FIXME", "XXX")
_TO_DO: Final = re.compile(r"\b(?:TODO|FIXME|XXX+)\b")
_COMMENT: Final = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CC: Final = re.compile(
    r"\bCC[ -]?(?P<terms>BY(?:[ -](?:NC|ND|SA))*)\b|\bCC ?-?(?P<zero>0|zero)\b",
    re.IGNORECASE,
)
_CC_ADDRESS: Final = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<terms>by[a-z-]*)|publicdomain/(?P<zero>zero))"
)
_ADDRESS: Final = re.compile(r"https?://")
_TAG: Final = re.compile(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?"
    r"(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*"
    r"(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
    r"|[xX](?:-[A-Za-z0-9]{1,8})+|[iI]-[A-Za-z]+"
)
# Codes of countries, and names, that stand where the code of a language is meant.
_MEANT: Final = {
    "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "gb": "en", "uk-en": "en",
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "russian": "ru",
    "latin": "la", "greek": "el", "spanish": "es", "italian": "it", "chinese": "zh",
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "rus": "ru",
    "spa": "es", "ita": "it", "lat": "la", "pol": "pl", "zho": "zh", "chi": "zh",
}  # fmt: skip
_UNITS: Final = every("unit-of-speech")
_NUMBER: Final = re.compile("[0-9]{1,12}")
_FIGURE: Final = re.compile(r"(?<![\w.,])[0-9]{1,12}(?![\d.,]*\d)")


@on_header("T511", Layer.DESCRIPTION, Severity.WARNING)
def title_that_says_nothing(header: Header) -> Iterator[Hit]:
    """The title is missing, the name of a file, or what a template had in its place.

    It is what catalogues show and people cite. Twenty files called "Untitled" cannot be
    told apart.

    Give the record the title it is to be cited by:

        <title>Untitled</title>

        <title>Hale and Reed on the tide, 2 March 1951</title>
    """
    title = header.first("fileDesc/titleStmt/title")
    if title is None:
        return
    said = " ".join(words(title).split())
    if not said:
        yield Hit(title, "the title has no words")
    elif _SAYS_NOTHING.fullmatch(said):
        yield Hit(title, f"this is no title to cite: {said}")


@on_header("T512", Layer.DESCRIPTION, Severity.WARNING)
def words_of_a_template(header: Header) -> Iterator[Hit]:
    """A part of the header still has the words of the template it was made from.

    "Information about the source" tells nobody what the source was.

    Say what is so, in words of your own:

        <sourceDesc><p>Information about the source</p></sourceDesc>

        <sourceDesc><p>Typescript in the Harbour Archive, MS 17</p></sourceDesc>
    """
    for path in _STATEMENTS:
        for paragraph in header.all(path):
            said = " ".join(words(paragraph).split())
            if not said and not len(paragraph):
                yield Hit(paragraph, "this paragraph has no words")
            elif _TEMPLATE.fullmatch(said):
                yield Hit(paragraph, f"these are the words of a template: {said}")


@on_text("T513", Layer.DESCRIPTION, Severity.WARNING)
def left_to_do(text: Passage) -> Iterator[Hit]:
    """The header says that something is still to be done.

    Published with the file, a "TODO" makes readers doubt what is finished.

    Do it, or keep the reminder in a comment:

        <publisher>TODO</publisher>

        <publisher>Harbour History Project</publisher>
    """
    start = text.text.find("<teiHeader")
    end = text.text.find("</teiHeader", start)
    header = text.text[start:end] if start >= 0 else ""
    if any(word in header for word in _LEFT):
        written = _COMMENT.sub(lambda found: " " * len(found[0]), header)
        for found in _TO_DO.finditer(written):
            yield Hit(text.spot(start + found.start()), f"still to be done: {found[0]}")


@on_elements("T514", Layer.DESCRIPTION, Severity.WARNING, "licence")
def licence_without_address(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A licence does not say by @target which text of a licence is meant.

    Programs know licences by their addresses. "Creative Commons" alone is half a dozen
    licences, some of which forbid what others allow.

    Give the address of its text:

        <licence>Creative Commons</licence>

        <licence target="https://example.org/by/4.0/">By naming us</licence>
    """
    for element in elements:
        if not element.get("target") and not _ADDRESS.search(words(element)):
            inner = (child.get("target") for child in element.iter(f"{_IN}ref"))
            if not any(inner):
                message = "nothing leads to the text of this licence; add @target"
                yield Hit(element, message)


@on_elements("T515", Layer.DESCRIPTION, Severity.ERROR, "licence")
def two_licences_in_one(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The words of a licence name one licence and its address leads to another.

    Readers who trust the one do what the other forbids.

    Ask whoever holds the rights which is meant:

        <licence target="https://creativecommons.org/licenses/by-nc/4.0/">
          CC BY 4.0
        </licence>

        <licence target="https://creativecommons.org/licenses/by/4.0/">
          CC BY 4.0
        </licence>
    """
    for element in elements:
        there = _CC_ADDRESS.search(element.get("target", ""))
        here = {_terms(found) for found in _CC.finditer(words(element))}
        if there and len(here) == 1 and _terms(there) not in here:
            message = f"the words say CC {min(here)}, and @target CC {_terms(there)}"
            yield Hit(element, message, "target")


@on_header("T516", Layer.DESCRIPTION, Severity.WARNING)
def free_without_licence(header: Header) -> Iterator[Hit]:
    """The file is said to be free, and not by which licence, nor in what sense.

    "Free" may mean to read, to copy or to change. Whoever must be sure does not use it.

    Add a licence:

        <availability status="free"/>

        <availability status="free">
          <licence target="https://example.org/by/4.0/">By naming us</licence>
        </availability>
    """
    availability = header.first("fileDesc/publicationStmt/availability")
    if availability is None or availability.get("status") != "free":
        return
    said = words(availability).strip()
    if not said and availability.find(f"{_IN}licence") is None:
        yield Hit(availability, "free in what sense is not said; add licence", "status")


@on_elements(
    "T517", Layer.DESCRIPTION, Severity.WARNING, "@xml:lang", "@mainLang", "@otherLangs"
)
def language_that_is_none(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The tag of a language is not one that BCP 47 knows.

    Browsers read the text aloud in the wrong language, fonts are chosen wrongly, and
    a search by language leaves the file out.

    Write the shortest tag: two letters for most languages, then script and country:

        <text xml:lang="en_GB">  <foreign xml:lang="jp">

        <text xml:lang="en-GB">  <foreign xml:lang="ja">
    """
    for element in elements:
        for attribute in (f"{{{XML}}}lang", "mainLang", "otherLangs"):
            for said in element.get(attribute, "").split():
                meant = _MEANT.get(said.lower(), said.replace("_", "-"))
                if meant != said or not _TAG.fullmatch(said):
                    near = f'; did you mean "{meant}"?' if meant != said else ""
                    message = f"this is no tag of a language (BCP 47): {said}{near}"
                    name = attribute.replace(f"{{{XML}}}", "xml:")
                    yield Hit(element, message, name, said)


@on_file("T518", Layer.DESCRIPTION, Severity.WARNING)
def another_count(file: Index) -> Iterator[Hit]:
    """The header says how many speeches there are, and there are more or fewer.

    Some were lost, or added, since it was counted; or the count is of another file.

    Count again, and look what became of the others:

        <extent><measure unit="speeches" quantity="3"/></extent>…<sp>…<sp>

        <extent><measure unit="speeches" quantity="2"/></extent>…<sp>…<sp>
    """
    for measure in file.details.measures:
        if measure.unit.lower() in _UNITS and _NUMBER.fullmatch(measure.quantity):
            count = sum(len(turn.places) for turn in file.turns)
            if count and int(measure.quantity) != count:
                message = f"{measure.quantity} {measure.unit} are said to be here"
                yield Hit(measure.at, f"{message}, and there are {count}", "quantity")


@on_elements("T519", Layer.DESCRIPTION, Severity.WARNING, "measure", "num")
def quantity_and_words(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A number is written in words of the text and in an attribute, and they differ.

    Readers see the one, and programs add up the other.

    Correct the attribute:

        <measure unit="pages" quantity="12">21 pages</measure>

        <measure unit="pages" quantity="21">21 pages</measure>
    """
    for element in elements:
        value = element.get("quantity") or element.get("value") or ""
        written = words(element)
        figures = _FIGURE.findall(written)
        alone = len(figures) == 1 and not re.search(r"\d[.,/]\d|\d \d{3}", written)
        if _NUMBER.fullmatch(value) and alone and int(value) != int(figures[0]):
            said = " ".join(written.split())
            yield Hit(element, f"'{said}' is not {value}")


def _terms(found: re.Match[str]) -> str:
    """Return the terms of a licence of Creative Commons, spelled as its address is."""
    if found["zero"]:
        return "0"
    first, *others = found["terms"].upper().replace(" ", "-").strip("-").split("-")
    return "-".join([first, *sorted(others)])


CHECKS: Final[tuple[Check, ...]] = (
    title_that_says_nothing,
    words_of_a_template,
    left_to_do,
    licence_without_address,
    two_licences_in_one,
    free_without_licence,
    language_that_is_none,
    another_count,
    quantity_and_words,
)
