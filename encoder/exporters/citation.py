"""How to cite each record, for the programs that scholars keep references in.

    references.json      CSL-JSON
    references.bib       BibTeX
    references.ris       RIS
    wilson-123420/CITATION.cff

A name is split only where the header has a comma in it; otherwise it is one word to
every program, since nobody can tell a family name by looking.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from encoder.exporters.deposit import parts
from encoder.exporters.documents import scalar
from encoder.exporters.exporter import Exporter
from encoder.exporters.requirements import CREATOR, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Agent, Deposit
    from encoder.exporters.exporter import Piece

_CSL, _BIBTEX, _RIS = "references.json", "references.bib", "references.ris"
# What TeX reads as an order, and how it is printed instead.
_TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
}


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield each record's entry in the three lists, and its own file."""
    between = b"[\n"
    for deposit in deposits:
        item = json.dumps(csl(deposit), ensure_ascii=False, indent=2)
        yield _CSL, between + item.encode()
        yield _BIBTEX, bibtex(deposit).encode()
        yield _RIS, ris(deposit).encode()
        yield f"{deposit.name}/CITATION.cff", cff(deposit).encode()
        between = b",\n"
    yield _CSL, b"\n]\n"


def csl(deposit: Deposit) -> dict[str, object]:
    """Return an item of CSL-JSON 1.0."""
    original, day = deposit.original, deposit.published
    stated: dict[str, object] = {
        "id": deposit.name,
        "type": "document",
        "title": deposit.title,
        "author": [_csl_name(agent) for agent in deposit.creators],
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "publisher": deposit.publisher,
        "DOI": deposit.doi,
        "URL": deposit.address,
        "language": deposit.language,
        "abstract": deposit.abstract,
        "archive": original.repository,
        "archive_collection": original.collection,
        "archive_location": original.shelfmark,
        "keyword": ", ".join(deposit.subjects),
    }
    return {key: value for key, value in stated.items() if value}


def bibtex(deposit: Deposit) -> str:
    """Return an entry of BibTeX; its braces balance, whatever the header says."""
    day = deposit.published
    names = [_tex_name(agent) for agent in deposit.creators]
    fields = {
        "title": f"{{{_tex(deposit.title or '')}}}",
        "author": " and ".join(names),
        "year": str(day.year) if day else "",
        "publisher": _tex(deposit.publisher or ""),
        "doi": _tex(deposit.doi or ""),
        "url": _tex(deposit.address or ""),
        "language": _tex(deposit.language or ""),
        "abstract": _tex(deposit.abstract or ""),
        "keywords": _tex(", ".join(deposit.subjects)),
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    inside = ",\n".join(lines)
    return f"@misc{{{deposit.name},\n{inside}\n}}\n\n"


def ris(deposit: Deposit) -> str:
    """Return a reference in RIS, each tag on a line of its own."""
    day = deposit.published
    stated = [
        ("TY", "GEN"),
        ("ID", deposit.name),
        ("TI", deposit.title),
        *(("AU", agent.name) for agent in deposit.creators),
        ("PY", str(day.year) if day else None),
        ("DA", day.strftime("%Y/%m/%d") if day else None),
        ("PB", deposit.publisher),
        ("DO", deposit.doi),
        ("UR", deposit.address),
        ("LA", deposit.language),
        ("AB", deposit.abstract),
        *(("KW", subject) for subject in deposit.subjects),
    ]
    lines = [f"{tag}  - {value}\r\n" for tag, value in stated if value]
    return "".join([*lines, "ER  - \r\n\r\n"])


def cff(deposit: Deposit) -> str:
    """Return a file of the Citation File Format 1.2.0."""
    stated = {
        "cff-version": "1.2.0",
        "message": "Please cite this record as below.",
        "type": "dataset",
        "title": deposit.title,
        "doi": deposit.doi,
        "date-released": deposit.published and deposit.published.isoformat(),
        "license-url": deposit.licence and deposit.licence.uri,
        "abstract": deposit.abstract,
    }
    lines = [f"{key}: {scalar(value)}" for key, value in stated.items() if value]
    lines.append("authors:")
    for agent in deposit.creators:
        named = [*_cff_name(agent)]
        if agent.orcid:
            named.append(("orcid", f"https://orcid.org/{agent.orcid}"))
        marks = ("- ", *("  " for _ in named[1:]))
        pairs = zip(marks, named, strict=True)
        lines += [f"  {mark}{key}: {scalar(value)}" for mark, (key, value) in pairs]
    if deposit.subjects:
        lines.append("keywords:")
        lines += [f"  - {scalar(each)}" for each in dict.fromkeys(deposit.subjects)]
    return "\n".join([*lines, ""])


def _csl_name(agent: Agent) -> dict[str, str]:
    if split := parts(agent):
        return {"family": split[0], "given": split[1]}
    return {"literal": agent.name}


def _tex_name(agent: Agent) -> str:
    if split := parts(agent):
        return f"{{{_tex(split[0])}}}, {{{_tex(split[1])}}}"
    return f"{{{_tex(agent.name)}}}"


def _cff_name(agent: Agent) -> Iterator[tuple[str, str]]:
    if split := parts(agent):
        yield "family-names", split[0]
        yield "given-names", split[1]
    else:
        yield "name", agent.name


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text)


EXPORTER: Final = Exporter(
    name="citation",
    makes="CSL-JSON, BibTeX and RIS of all records, and a CITATION.cff for each",
    taken_by="Zotero, JabRef, EndNote, pandoc, LaTeX",
    needs=(TITLE, CREATOR),
    pack=pack,
)
