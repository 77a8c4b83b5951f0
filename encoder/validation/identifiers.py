"""Whether identifiers can be: their form, and the digit that checks the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.validation.check import Hit, Layer, on_elements, on_file
from encoder.validation.index import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.index import Index

# By the type of an idno, in small letters: what an identifier of the kind looks like,
# with the address before it that many write.
_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "doi": r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}(?:\.\d+)*/\S+",
        "orcid": r"(?:https?://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]/?",
        "isni": r"(?:https?://(?:www\.)?isni\.org/(?:isni/)?)?(?:\d{4} ?){3}\d{3}[\dX]",
        "handle": r"(?:https?://hdl\.handle\.net/|hdl:)?[\w.]+/\S+",
        "ark": r"(?:https?://[^/\s]+/)?ark:/?[\w-]{4,}/\S+",
        "urn": r"urn:[a-z0-9][a-z0-9-]{1,31}:\S+",
        "isbn": r"(?:isbn:?\s*)?(?:97[89][ -]?)?(?:\d[ -]?){9}[\dX]",
        "issn": r"(?:issn:?\s*)?\d{4}-?\d{3}[\dX]",
        "viaf": r"(?:https?://(?:www\.)?viaf\.org/viaf/)?\d{1,22}/?(?:#.*)?",
        "gnd": r"(?:https?://d-nb\.info/gnd/|gnd:)?[\dX-]{3,12}",
        "wikidata": r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?Q[1-9]\d*",
        "geonames": r"(?:https?://(?:www|sws)\.geonames\.org/)?\d+(?:/.*)?",
        "md5": r"[0-9a-f]{32}",
        "sha1": r"[0-9a-f]{40}",
        "sha256": r"[0-9a-f]{64}",
        "sha512": r"[0-9a-f]{128}",
    }.items()
}
_BY_ADDRESS: Final = re.compile(
    r"https?://(?:(?:dx\.)?(?P<doi>doi)\.org|(?P<orcid>orcid)\.org"
    r"|(?:www\.)?(?P<viaf>viaf)\.org/viaf|www\.(?P<wikidata>wikidata)\.org/(?:wiki|entity)"
    r"|(?:www\.)?(?P<isni>isni)\.org/isni)/.+",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"[\dXx]")
_X: Final = 10
_OF_ISBN_10, _OF_ISBN_13 = 10, 13


@on_elements("T520", Layer.DESCRIPTION, Severity.WARNING, "idno")
def identifier_of_no_kind(elements: Iterable[_Element]) -> Iterator[Hit]:
    """An identifier does not look like one of its kind.

    It cannot be followed, and a repository that checks it refuses the file.

    Compare it with where it was given, or say by @type what it is:

        <idno type="DOI">10.5072</idno>

        <idno type="DOI">10.5072/example</idno>
    """
    for element in elements:
        form = _FORMS.get(element.get("type", "").lower())
        if form and not len(element):
            said = (element.text or "").strip()
            if not form.fullmatch(said):
                message = f"this is no {element.get('type')}: {said or 'it is empty'}"
                yield Hit(element, message)


@on_elements("T521", Layer.DESCRIPTION, Severity.WARNING, "idno")
def check_digit_that_fails(elements: Iterable[_Element]) -> Iterator[Hit]:
    """The last digit of an identifier does not fit the others.

    ORCID, ISNI, ISBN and ISSN end with a digit that is reckoned from those before it.
    One of them was mistyped, and the identifier is nobody's, or somebody else's.

    Compare it with where it was given:

        <idno type="ORCID">0000-0002-1825-0079</idno>

        <idno type="ORCID">0000-0002-1825-0097</idno>
    """
    for element in elements:
        kind = element.get("type", "").lower()
        if kind in _CHECKED:
            said = words(element).strip()
            if _FORMS[kind].fullmatch(said) and not _CHECKED[kind](_signs(said)):
                message = f"the check digit does not fit the others: {said}"
                yield Hit(element, message)


@on_file("T522", Layer.DESCRIPTION, Severity.WARNING)
def authority_that_is_none(file: Index) -> Iterator[Hit]:
    """A pointer leads into an authority file, and to nothing that could be there.

    The address is that of an ORCID, a DOI, VIAF or Wikidata, and what follows is no
    identifier of theirs. Who or what is meant cannot be looked up.

    Compare it with the page of the person or the place:

        <persName ref="https://orcid.org/0000-0002-1825-0079">

        <persName ref="https://orcid.org/0000-0002-1825-0097">
    """
    for pointer in file.outside:
        found = _BY_ADDRESS.fullmatch(pointer.value)
        kind = next((k for k, v in found.groupdict().items() if v), "") if found else ""
        if kind:
            formed = _FORMS[kind].fullmatch(pointer.value)
            checked = _CHECKED.get(kind)
            if not formed or (checked and not checked(_signs(pointer.value))):
                message = f"this is no {kind.upper()}: {pointer.value}"
                for at in pointer.places:
                    yield Hit(at, message, pointer.attribute, pointer.value)


def _signs(said: str) -> list[int]:
    """Return the digits of an identifier, X being ten, without the address before."""
    last = said.rstrip("/").rpartition("/")[2]
    return [_X if each in "Xx" else int(each) for each in _SIGN.findall(last)]


def _mod_11_2(signs: list[int]) -> bool:
    """Return whether ISO 7064 MOD 11-2 holds: ORCID and ISNI.

    >>> _mod_11_2(_signs("0000-0002-1825-0097"))
    True
    """
    total = 0
    for sign in signs[:-1]:
        total = (total + sign) * 2
    return (12 - total % 11) % 11 == signs[-1]


def _isbn(signs: list[int]) -> bool:
    """Return whether the last digit of an ISBN fits (ISO 2108).

    >>> _isbn(_signs("0-306-40615-2")), _isbn(_signs("978-0-306-40615-7"))
    (True, True)
    """
    if len(signs) == _OF_ISBN_10:
        return (
            sum(n * sign for n, sign in zip(range(10, 0, -1), signs, strict=True)) % 11
            == 0
        )
    if len(signs) == _OF_ISBN_13:
        return sum(sign * (3 if n % 2 else 1) for n, sign in enumerate(signs)) % 10 == 0
    return False


def _issn(signs: list[int]) -> bool:
    """Return whether the last digit of an ISSN fits (ISO 3297)."""
    return (
        sum(n * sign for n, sign in zip(range(8, 0, -1), signs, strict=False)) % 11 == 0
    )


_CHECKED: Final[Mapping[str, Callable[[list[int]], bool]]] = {
    "orcid": _mod_11_2,
    "isni": _mod_11_2,
    "isbn": _isbn,
    "issn": _issn,
}

CHECKS: Final[tuple[Check, ...]] = (
    identifier_of_no_kind,
    check_digit_that_fails,
    authority_that_is_none,
)
