"""DataCite's JSON as its XML: the same words, in elements and attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from encoder.tei.markup import element, nested, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from encoder.tei.markup import Markup

    Metadata: TypeAlias = dict[str, object]


_KERNEL: Final = "http://datacite.org/schema/kernel-4"
_ROOT: Final = {
    "xmlns": _KERNEL,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_KERNEL} https://schema.datacite.org/meta/kernel-4.5/metadata.xsd",
}
# Each list: the element of one of its members, the key of the words, and the keys
# that are attributes, as XML and JSON spell them.
_LISTS: Final = {
    "titles": ("title", "title", {"titleType": "titleType"}),
    "subjects": ("subject", "subject", {}),
    "dates": ("date", "date", {"dateType": "dateType"}),
    "alternateIdentifiers": (
        "alternateIdentifier",
        "alternateIdentifier",
        {"alternateIdentifierType": "alternateIdentifierType"},
    ),
    "relatedIdentifiers": (
        "relatedIdentifier",
        "relatedIdentifier",
        {
            "relatedIdentifierType": "relatedIdentifierType",
            "relationType": "relationType",
        },
    ),
    "rightsList": ("rights", "rights", {"rightsURI": "rightsUri"}),
    "descriptions": (
        "description",
        "description",
        {"descriptionType": "descriptionType"},
    ),
}


def resource(stated: Metadata) -> Markup:
    """Return the element `resource` (DataCite 4.5, in the order of its schema)."""
    general = cast("Mapping[str, str]", stated["types"])
    publisher = cast("Mapping[str, str]", stated["publisher"])
    language = cast("str", stated.get("language", ""))
    kind = {"resourceTypeGeneral": general["resourceTypeGeneral"]}
    formats = cast("list[str]", stated["formats"])
    funders = _members(stated, "fundingReferences")
    children = [
        element("identifier", {"identifierType": "DOI"}, _words(stated["doi"])),
        nested("creators", _agents(stated, "creators", "creator")),
        _list(stated, "titles"),
        element("publisher", None, words(publisher["name"])),
        element("publicationYear", None, _words(stated["publicationYear"])),
        element("resourceType", kind, words(general["resourceType"])),
        _list(stated, "subjects"),
        nested("contributors", _agents(stated, "contributors", "contributor")),
        _list(stated, "dates"),
        *([element("language", None, words(language))] if language else ()),
        _list(stated, "alternateIdentifiers"),
        _list(stated, "relatedIdentifiers"),
        nested("formats", [element("format", None, words(each)) for each in formats]),
        _list(stated, "rightsList"),
        _list(stated, "descriptions"),
        nested("geoLocations", map(_place, _members(stated, "geoLocations"))),
        nested("fundingReferences", map(_funder, funders)),
    ]
    return nested("resource", children, _ROOT)


def _members(stated: Metadata, key: str) -> list[Mapping[str, object]]:
    return cast("list[Mapping[str, object]]", stated.get(key, []))


def _list(stated: Metadata, key: str) -> Markup:
    name, said, attributes = _LISTS[key]
    children = [
        element(
            name,
            {
                xml: cast("str | None", each.get(json))
                for xml, json in attributes.items()
            },
            _words(each[said]),
        )
        for each in _members(stated, key)
    ]
    return nested(key, children)


def _agents(stated: Metadata, key: str, name: str) -> Iterator[Markup]:
    for agent in _members(stated, key):
        kind = cast("str | None", agent.get("contributorType"))
        name_type = cast("str | None", agent.get("nameType"))
        called = {"nameType": name_type}
        children = [element(f"{name}Name", called, _words(agent["name"]))]
        for each in cast("list[Mapping[str, str]]", agent.get("nameIdentifiers", [])):
            scheme = {
                "nameIdentifierScheme": each["nameIdentifierScheme"],
                "schemeURI": each["schemeUri"],
            }
            identifier = words(each["nameIdentifier"])
            children.append(element("nameIdentifier", scheme, identifier))
        yield nested(name, children, {"contributorType": kind})


def _place(stated: Mapping[str, object]) -> Markup:
    name = element("geoLocationPlace", None, _words(stated["geoLocationPlace"]))
    return nested("geoLocation", [name])


def _funder(stated: Mapping[str, object]) -> Markup:
    name = element("funderName", None, _words(stated["funderName"]))
    return nested("fundingReference", [name])


def _words(value: object) -> Markup:
    return words(cast("str", value))
