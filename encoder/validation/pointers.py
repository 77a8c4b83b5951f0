"""Whether what points somewhere leads to something, and to the right thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.configuration import suggestion
from encoder.finding import Severity
from encoder.tei.names import XML_ID
from encoder.validation.check import Hit, Layer, on_elements, on_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.index import Index, Pointer

SPEAKERS: Final = frozenset({"person", "personGrp", "persona", "org", "role"})
LISTED: Final = 12
"""How many identifiers a file may have for a message to list them all."""
_SUGGESTED, _COMPARED, _LONGEST = 20, 2000, 100
"""For how many pointers the nearest identifier is looked for, among how many, and how
long they may be: to compare two words takes as long as both lengths together."""

# TEI P5, att.global.responsibility: whoever can answer for something, and the elements
# of a header by which they are named.
_ANSWERABLE: Final = SPEAKERS | frozenset(
    """
    application author bibl biblStruct castItem editor funder handNote licensor meeting
    name orgName persName principal publisher publicationStmt repository respStmt resp
    rs sponsor titleStmt witness
    """.split()
)
# TEI P5: the attributes whose definitions name the element they lead to.
_KINDS: Final[Mapping[str, frozenset[str]]] = {
    "calendar": frozenset({"calendar"}),
    "change": frozenset({"change", "listChange"}),
    "hand": frozenset({"handNote"}),
    "new": frozenset({"handNote"}),
    "rendition": frozenset({"rendition"}),
    "scheme": frozenset({"taxonomy", "bibl", "biblStruct", "biblFull", "listBibl"}),
    "wit": frozenset({"witness", "listWit", "msDesc", "bibl", "biblStruct"}),
}
_TO_OTHERS: Final = ("corresp", "sameAs", "copyOf", "next", "prev", "synch", "exclude")


@on_file("T201", Layer.POINTERS, Severity.ERROR)
def dangling_pointer(file: Index) -> Iterator[Hit]:
    """A pointer leads to an identifier that nothing in the file has.

    Whoever follows it finds nothing: a speech has no speaker, a note no anchor.
    Programs that count or search by it leave the element out and do not say so, and no
    schema notices.

    Correct the identifier after the #, or add the element that was meant:

        <sp who="#hael">                      <person xml:id="hale">

        <sp who="#hale">                      <person xml:id="hale">
    """
    dangling = [each for each in file.pointers if _leads_nowhere(each, file)]
    for number, pointer in enumerate(dangling):
        wanted = pointer.value.rpartition("#")[2]
        message = f"@{pointer.attribute} leads nowhere: {pointer.value}"
        few = number < _SUGGESTED and len(file.ids) <= _COMPARED
        near = suggestion(wanted, file.ids) if few and len(wanted) <= _LONGEST else ""
        if "?" in near or (near and len(file.ids) <= LISTED):
            message += f"; {near}"
        for at in pointer.places:
            yield Hit(at, message, pointer.attribute, pointer.value)


def _leads_nowhere(pointer: Pointer, file: Index) -> bool:
    # Most pointers are of this form, and this is quicker than asking what they lead to.
    if pointer.value.startswith("#") and pointer.value[1:] in file.ids:
        return False
    return file.kind(pointer.value) is None


@on_file("T202", Layer.POINTERS, Severity.ERROR)
def who_is_nobody(file: Index) -> Iterator[Hit]:
    """A @who of a speech leads to an element that is not a person, a group or a role.

    Programs that list who speaks read a place or a paragraph as a speaker, or stop.

    Point to the person:

        <u who="#p1">  <p xml:id="p1">…</p>

        <u who="#hale">  <person xml:id="hale">…</person>
    """
    for pointer in file.pointers_in("who"):
        kind = file.kind(pointer.value)
        if kind and kind not in SPEAKERS:
            message = f"@who leads to a '{kind}': {pointer.value}"
            for at in pointer.on("sp", "u"):
                yield Hit(at, message, "who", pointer.value)


@on_file("T203", Layer.POINTERS, Severity.WARNING)
def nobody_answers(file: Index) -> Iterator[Hit]:
    """A @resp leads to an element that cannot answer for anything.

    Whoever asks who supplied a word, or who doubted it, is sent to a paragraph or a
    date and gets no name.

    Point to a person, an organisation or a `respStmt`:

        <supplied resp="#p4">…  <p xml:id="p4">…

        <supplied resp="#archive">…  <respStmt xml:id="archive">…
    """
    for pointer in file.pointers_in("resp"):
        kind = file.kind(pointer.value)
        if kind and kind not in _ANSWERABLE:
            message = f"@resp leads to a '{kind}': {pointer.value}"
            for at in pointer.places:
                yield Hit(at, message, "resp", pointer.value)


@on_file("T204", Layer.POINTERS, Severity.ERROR)
def pointer_to_another_kind(file: Index) -> Iterator[Hit]:
    """A pointer leads to an element that its attribute does not speak of.

    @calendar speaks of a `calendar`, @hand of a `handNote`, @change of a `change`. A
    program that follows the pointer finds something else and has nothing to read.

    Point to the element that is meant, or use the attribute that fits:

        <date calendar="#julia">…  <person xml:id="julia">…

        <date calendar="#julian">…  <calendar xml:id="julian">…
    """
    for pointer in file.pointers_in(*_KINDS):
        kind, wanted = file.kind(pointer.value), _KINDS[pointer.attribute]
        if kind and kind not in wanted:
            said = f"@{pointer.attribute} leads to a '{kind}' and not to a"
            message = f"{said} '{min(wanted)}': {pointer.value}"
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, pointer.value)


@on_elements(
    "T205", Layer.POINTERS, Severity.WARNING, *(f"@{each}" for each in _TO_OTHERS)
)
def pointer_to_itself(elements: Iterable[_Element]) -> Iterator[Hit]:
    """An element points to itself with an attribute that speaks of another element.

    The element that was meant is not found, and a program that follows @next or @copyOf
    goes round without end.

    Point to the other element:

        <seg xml:id="s1" next="#s1">

        <seg xml:id="s1" next="#s2">
    """
    for element in elements:
        if mine := element.get(XML_ID):
            for attribute in _TO_OTHERS:
                if f"#{mine}" in element.get(attribute, "").split():
                    message = f"@{attribute} leads back to the element it stands on"
                    yield Hit(element, f"{message}: #{mine}", attribute, f"#{mine}")


@on_file("T206", Layer.POINTERS, Severity.WARNING)
def next_and_prev_do_not_meet(file: Index) -> Iterator[Hit]:
    """An element names the one after it, and that one names another before it.

    The parts of a broken speech or sentence are put together one way forwards and
    another way backwards, so that words are left out or said twice.

    Let the two name each other:

        <seg xml:id="a" next="#b">…<seg xml:id="b" prev="#c">

        <seg xml:id="a" next="#b">…<seg xml:id="b" prev="#a">
    """
    named = {f"#{link.id}": link for link in file.details.links if link.id}
    for link in file.details.links:
        other = named.get(link.next)
        if link.id and other and other.prev and other.prev != f"#{link.id}":
            message = f"{link.next} comes next, and its @prev is {other.prev}"
            yield Hit(link.at, message, "next", link.next)


@on_elements("T207", Layer.POINTERS, Severity.WARNING, "ref", "ptr")
def reference_to_nothing(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A `ref` or a `ptr` does not say what it refers to.

    It has neither @target nor @cRef. Readers see a link that cannot be followed; of a
    `ptr` they see nothing at all.

    Say where it leads, or leave the element out:

        see <ref>the second record</ref>

        see <ref target="second.xml">the second record</ref>
    """
    for element in elements:
        said = element.keys()
        if "target" not in said and "cRef" not in said and "copyOf" not in said:
            yield Hit(element, "there is no @target, so that nobody can follow it")


CHECKS: Final[tuple[Check, ...]] = (
    dangling_pointer,
    who_is_nobody,
    nobody_answers,
    pointer_to_another_kind,
    pointer_to_itself,
    next_and_prev_do_not_meet,
    reference_to_nothing,
)
