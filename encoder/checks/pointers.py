"""Whether what points somewhere leads to something, and to the right thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.checks.check import Hit, Layer, on_file
from encoder.configuration import suggestion
from encoder.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.checks.check import OfFile
    from encoder.checks.index import Index

SPEAKERS: Final = frozenset({"person", "personGrp", "persona", "org", "role"})
LISTED: Final = 12
"""How many identifiers a file may have for a message to list them all."""


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
    for pointer in file.pointers:
        if file.kind(pointer.value) is None:
            wanted = pointer.value.rpartition("#")[2]
            message = f"@{pointer.attribute} leads nowhere: {pointer.value}"
            near = suggestion(wanted, file.ids)
            if "?" in near or len(file.ids) <= LISTED:
                message += f"; {near}"
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, pointer.value)


@on_file("T202", Layer.POINTERS, Severity.ERROR)
def who_is_nobody(file: Index) -> Iterator[Hit]:
    """A @who of a speech leads to an element that is not a person, a group or a role.

    Programs that list who speaks read a place or a paragraph as a speaker, or stop.

    Point to the person:

        <u who="#p1">  <p xml:id="p1">…</p>

        <u who="#hale">  <person xml:id="hale">…</person>
    """
    for pointer in file.pointers:
        kind = file.kind(pointer.value) if pointer.attribute == "who" else ""
        if kind and kind not in SPEAKERS:
            message = f"@who leads to a '{kind}': {pointer.value}"
            for at in pointer.on("sp", "u"):
                yield Hit(at, message, "who", pointer.value)


CHECKS: Final[tuple[OfFile, ...]] = (dangling_pointer, who_is_nobody)
