"""Whether the addresses in pointers are written so that others can follow them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.configuration import suggestion
from encoder.finding import Severity
from encoder.validation.check import Hit, Layer, on_elements, on_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.index import Index

# Of the schemes that IANA lists, those that editions use.
_SCHEMES: Final = frozenset(
    """
    http https mailto ftp ftps sftp file urn doi info ark hdl tel tag data geo news ldap
    isbn issn lsid oai cid mid about javascript ipfs git ssh sha256 xpath xpointer
    """.split()
)
_LONG_PREFIX: Final = 40
_PREFIX: Final = re.compile(r"([A-Za-z][\w.+-]*):")
_HERE_ONLY: Final = re.compile(
    r"file:|[A-Za-z]:[\\/]|/(?:home|Users|Volumes)/[\w.-]+/|~/"
    r"|https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?![\w.-])",
    re.IGNORECASE,
)
_BROKEN_WEB: Final = re.compile(
    r"https?:/(?!/)|https?[/;]/|https?:///|https?://https?:|(?:htps?|htttps?):/"
    r"|www\.[\w-]+\.\w",
    re.IGNORECASE,
)
# XML Schema's patterns have escapes that Python's do not.
_FOREIGN: Final = re.compile(r"\\[pPicIC]|-\[")
_GROUP: Final = re.compile(r"\$([1-9])")
_NAMES: Final = frozenset({"who", "toWhom", "resp", "ref", "corresp", "hand", "sameAs"})
_BARE: Final = re.compile(r"[\w-]+")


@on_file("T208", Layer.POINTERS, Severity.ERROR)
def forgotten_hash(file: Index) -> Iterator[Hit]:
    """A pointer is an identifier of this file without the # before it.

    Without the # it is the name of another file in the same folder. Programs look for
    that file and do not find it, so that the speech has no speaker.

    Put the # before it:

        <sp who="hale">

        <sp who="#hale">
    """
    for pointer in file.outside:
        if pointer.value in file.ids:
            message = (
                f'@{pointer.attribute} lacks its #: did you mean "#{pointer.value}"?'
            )
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, pointer.value)


@on_file("T209", Layer.POINTERS, Severity.WARNING)
def name_as_pointer(file: Index) -> Iterator[Hit]:
    """An attribute that holds addresses holds the name of somebody.

    "Hale" is read as the address of a file that is called so. Nothing is found there,
    and two people of that name cannot be told apart.

    List the person once and point to it:

        <sp who="Hale">

        <sp who="#hale">  <person xml:id="hale"><persName>Hale</persName></person>
    """
    for pointer in file.outside:
        said = pointer.value
        if pointer.attribute in _NAMES and _BARE.fullmatch(said):
            if said in file.ids:
                continue
            message = f"@{pointer.attribute} is a word and no address: {said}"
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, said)


@on_file("T210", Layer.POINTERS, Severity.WARNING)
def undefined_prefix(file: Index) -> Iterator[Hit]:
    """An address begins with a prefix that no `prefixDef` explains.

    "psn:hale" means something only to those who know what psn stands for. Programs
    cannot follow it, and in some years nobody will.

    Add a `prefixDef` to the header, or write the address in full:

        <persName ref="psn:hale">Hale</persName>

        <prefixDef ident="psn" matchPattern="(.+)" replacementPattern="p.xml#$1"/>
        <persName ref="psn:hale">Hale</persName>
    """
    known = {prefix.ident for prefix in file.prefixes}
    for pointer in file.outside:
        found = _PREFIX.match(pointer.value)
        if not found or found[1] in known or found[1].lower() in _SCHEMES:
            continue
        if len(found[1]) == 1 or _BROKEN_WEB.match(pointer.value):
            continue
        short = known and len(found[1]) <= _LONG_PREFIX
        near = f"; {suggestion(found[1], known)}" if short else ""
        message = f"no prefixDef says what '{found[1]}:' stands for{near}"
        for at in pointer.places:
            yield Hit(at, message, pointer.attribute, pointer.value)


@on_elements("T211", Layer.POINTERS, Severity.ERROR, "prefixDef")
def broken_prefix(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A `prefixDef` cannot be applied to any address.

    Its pattern is no regular expression, or its replacement asks for a group that
    the pattern does not have. Every address with this prefix leads nowhere.

    Put brackets round the part that the replacement takes over:

        <prefixDef ident="psn" matchPattern=".+" replacementPattern="p.xml#$1"/>

        <prefixDef ident="psn" matchPattern="(.+)" replacementPattern="p.xml#$1"/>
    """
    for element in elements:
        pattern = element.get("matchPattern", "")
        asked = _GROUP.findall(element.get("replacementPattern", ""))
        try:
            groups = re.compile(pattern).groups
        except re.error as error:
            if not _FOREIGN.search(pattern):
                message = f"this is no regular expression: {error.msg}"
                yield Hit(element, message, "matchPattern")
            continue
        if asked and int(max(asked)) > groups:
            message = (
                f"${max(asked)} is asked for, and @matchPattern has {groups} groups"
            )
            yield Hit(element, message, "replacementPattern")


@on_file("T212", Layer.POINTERS, Severity.WARNING)
def address_of_one_machine(file: Index) -> Iterator[Hit]:
    """An address leads to a file or a server of the machine it was written on.

    It works for whoever wrote it and for nobody else. It may also tell readers the name
    of a user and how the folders are called.

    Write it relative to this file, or as an address on the web:

        <ref target="file:///home/ann/edition/map.png">

        <ref target="map.png">
    """
    for pointer in file.outside:
        if _HERE_ONLY.match(pointer.value):
            message = f"@{pointer.attribute} works on one machine only: {pointer.value}"
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, pointer.value)


@on_file("T213", Layer.POINTERS, Severity.WARNING)
def backslash_in_address(file: Index) -> Iterator[Hit]:
    r"""An address is written with backslashes.

    Addresses have slashes (RFC 3986). Outside Windows the backslash is part of a
    file's name, and the file is not found.

    Write slashes:

        <graphic url="scans\p1.png"/>  <ref target="scans\p1.png">

        <graphic url="scans/p1.png"/>  <ref target="scans/p1.png">
    """
    for pointer in file.outside:
        if "\\" in pointer.value and not _HERE_ONLY.match(pointer.value):
            better = pointer.value.replace("\\", "/")
            message = f'@{pointer.attribute} has a backslash: did you mean "{better}"?'
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, pointer.value)


@on_file("T214", Layer.POINTERS, Severity.WARNING)
def broken_web_address(file: Index) -> Iterator[Hit]:
    """An address was meant to lead to the web, and is not written as one.

    "www.example.org" without https:// is a file in the same folder; with one slash too
    few, or with two beginnings, it leads nowhere.

    Write it as the address line of a browser shows it:

        <ref target="www.example.org/records">

        <ref target="https://www.example.org/records">
    """
    for pointer in file.outside:
        if _BROKEN_WEB.match(pointer.value):
            message = f"@{pointer.attribute} is no web address: {pointer.value}"
            for at in pointer.places:
                yield Hit(at, message, pointer.attribute, pointer.value)


@on_file("T215", Layer.POINTERS, Severity.WARNING)
def empty_pointer(file: Index) -> Iterator[Hit]:
    """An attribute that holds addresses is empty.

    An empty address is that of the file itself, so that a speech is said to be spoken
    by the whole document.

    Fill it, or leave the attribute out:

        <sp who="">

        <sp who="#hale">
    """
    for pointer in file.outside:
        if not pointer.value:
            for at in pointer.places:
                yield Hit(at, f"@{pointer.attribute} is empty", pointer.attribute)


@on_file("T216", Layer.POINTERS, Severity.WARNING)
def pointer_twice(file: Index) -> Iterator[Hit]:
    """An attribute names the same thing twice.

    A program that counts who speaks counts this speech twice; and where two were meant,
    the other one is missing.

    Name each once:

        <sp who="#hale #hale">

        <sp who="#hale #reed">
    """
    seen = set()
    for pointer in file.outside:
        key = (pointer.attribute, pointer.whole)
        if key in seen or " " not in pointer.whole.strip():
            continue
        seen.add(key)
        addresses = pointer.whole.split()
        for twice in sorted({one for one in addresses if addresses.count(one) > 1}):
            if not pointer.attribute.startswith("target"):
                message = f"@{pointer.attribute} names {twice} more than once"
                for at in pointer.places:
                    yield Hit(at, message, pointer.attribute, twice)


CHECKS: Final[tuple[Check, ...]] = (
    forgotten_hash,
    name_as_pointer,
    undefined_prefix,
    broken_prefix,
    address_of_one_machine,
    backslash_in_address,
    broken_web_address,
    empty_pointer,
    pointer_twice,
)
