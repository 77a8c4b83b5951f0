"""Make `encoder/language/subtags.txt`, the languages that the encoder knows by name.

    python tests/language_subtags.py > encoder/language/subtags.txt

Both sources come with the package `langcodes`: the Language Subtag Registry of IANA
(RFC 5646 §3), and which code of three letters (ISO 639-3, ISO 639-2/B) stands for which
of two. Kept are languages with a code of two letters, those that came into the registry
with ISO 639-2, and those of Chinese and Serbo-Croatian; neither groups of languages nor
codes that were given up.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KEPT: Final = Path(__file__).parents[1] / "encoder" / "language" / "subtags.txt"
HEAD: Final = """\
# Languages: subtag, other codes of the same (ISO 639-3, ISO 639-2/B), English names.
# Made by tests/language_subtags.py of the IANA Language Subtag Registry; not by hand.
# File-Date: {date}
"""
FIRST_BATCH: Final = "2005-10-16"
"""When the codes of ISO 639-1 and 639-2 came into the registry."""
NO_LANGUAGES: Final = {"collection", "special", "private-use"}
PARTED: Final = {"zh", "sh"}
"""Languages whose parts are kept, too: "Cantonese", "Montenegrin"."""
# What English calls them, where the registry is more exact.
ALSO: Final = {"cmn": "Mandarin", "el": "Greek", "fa": "Farsi"}


def sources() -> tuple[str, Mapping[str, str]] | None:
    """Return the registry and the codes of three letters; None where they are not."""
    package = find_spec("langcodes")
    if package is None or package.origin is None:
        return None
    registry = Path(package.origin).parent / "data" / "language-subtag-registry.txt"
    tables = import_module("langcodes.data_dicts")
    bibliographic: dict[str, str] = tables.LANGUAGE_ALPHA3_BIBLIOGRAPHIC
    codes: dict[str, str] = tables.LANGUAGE_ALPHA3
    found = {
        two: " ".join(dict.fromkeys((three, bibliographic.get(two, three))))
        for two, three in codes.items()
        if len(two) < len(three)
    }
    return registry.read_text("utf-8"), found


def date(text: str) -> str:
    """Return the day of a registry, or of a file that was made of one."""
    return text.partition("File-Date: ")[2].partition("\n")[0]


def reduced(registry: str, codes: Mapping[str, str]) -> str:
    """Return the file that is kept of a registry."""
    languages = dict(sorted(_languages(registry), key=lambda one: (len(one[0]), one)))
    bare = [name.partition(" (")[0] for names in languages.values() for name in names]
    lines = []
    for subtag, names in languages.items():
        short = (name.partition(" (")[0] for name in names)
        told = (
            one if bare.count(one) == 1 else name
            for one, name in zip(short, names, strict=True)
        )
        written = "; ".join((*told, *ALSO.get(subtag, "").split()))
        same = f" {codes[subtag]}" if subtag in codes else ""
        lines.append(f"{subtag}{same}: {written}\n")
    return HEAD.format(date=date(registry)) + "".join(lines)


def _languages(registry: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the subtag of each language to be kept, and its English names."""
    for entry in registry.split("%%\n"):
        fields: dict[str, list[str]] = {}
        # A line that begins with blanks goes on with the one above.
        for line in entry.replace("\n  ", " ").splitlines():
            key, _, value = line.partition(": ")
            fields.setdefault(key, []).append(value)
        if _is_kept(fields):
            yield fields["Subtag"][0], fields["Description"]


def _is_kept(fields: Mapping[str, Iterable[str]]) -> bool:
    if [*fields.get("Type", ())] != ["language"] or "Deprecated" in fields:
        return False
    if not NO_LANGUAGES.isdisjoint(fields.get("Scope", ())):
        return False
    (subtag,) = fields["Subtag"]
    return (
        len(subtag) <= len("zh")
        or FIRST_BATCH in fields["Added"]
        or not PARTED.isdisjoint(fields.get("Macrolanguage", ()))
    )


def main() -> None:
    """Print the file, made anew."""
    found = sources()
    if found is None:
        sys.exit("it needs langcodes: pip install --group dev")
    sys.stdout.write(reduced(*found))


if __name__ == "__main__":
    main()
