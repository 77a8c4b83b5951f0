"""The README of tables: a dataset card, as Hugging Face reads it, and people do.

Its head is YAML, which says what there is to load; each table is a configuration of
its own, since it has columns of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.documents import scalar

if TYPE_CHECKING:
    from collections.abc import Collection

    from encoder.configuration import Configuration

_UNTITLED: Final = "[Untitled tables]"
_NO_TERMS: Final = "Each record states its own."
_FORMS: Final = {"csv": "CSV", "jsonl": "JSON Lines", "parquet": "Parquet"}


def card(
    edition: Configuration | None, languages: Collection[str], forms: Collection[str]
) -> str:
    """Return the card of tables that are there in each of `forms`.

    The last of the forms is the one to load.
    """
    title = " ".join(((edition and edition.project) or _UNTITLED).split())
    licence = edition and edition.licence
    terms = f"{licence.name}, {licence.uri}" if licence else _NO_TERMS
    *most, last = (_FORMS[form] for form in forms)
    lines = [f"pretty_name: {scalar(title)}"]
    if languages:
        lines += ["language:", *(f"- {scalar(each)}" for each in sorted(languages))]
    if licence:
        name, link = scalar(licence.name), scalar(licence.uri)
        lines += ["license: other", f"license_name: {name}", f"license_link: {link}"]
    lines.append("configs:")
    for table in ("records", "people", "speeches"):
        file = f"{table}.{[*forms][-1]}"
        lines += [f"- config_name: {table}", f"  data_files: {file}"]
    head = "\n".join(lines)
    return _CARD.format(
        head=head, title=title, forms=f"{', '.join(most)} and {last}", terms=terms
    )


_CARD: Final = """\
---
{head}
---

# {title}

Records of conversation as tables, made from their TEI by tei-encoder.

| table | a line is |
|---|---|
| `records` | one record: what its header states, and the SHA-256 of its TEI |
| `people` | one person or body in one role, as often as the header names them |
| `speeches` | one speech: who speaks if that is known, the printed label, the words |

Each is there as {forms}, with the same lines.
`datapackage.json` describes the CSV, in which an apostrophe stands before words that a
spreadsheet would run. The paragraphs of a speech are parted by line ends. An empty cell
is what nobody has stated.

Terms: {terms}
"""
