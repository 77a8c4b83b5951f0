"""XML identifiers derived from names."""

from __future__ import annotations

import re
import unicodedata

from encoder.text.pattern import Pattern

# What an identifier can hold: digits, and of the letters those that the fourth edition
# of XML 1.0 (appendix B) knew, since validators still go by its tables.
_NOT_IN_ID = Pattern(
    "[^0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148"
    "\u014a-\u017e\u0386\u0388-\u038a\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c"
    "\u040e-\u044f\u0451-\u045c\u045e-\u0481\u0561-\u0586\u05d0-\u05ea"
    "\u0621-\u063a\u0641-\u064a\u1e00-\u1e9b\u1ea0-\u1ef9\u3041-\u3094"
    "\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3]+",
    re.NOFLAG,
)


def slug(name: str, taken: set[str]) -> str:
    """Return an `xml:id` derived from a name, and different from those in `taken`.

    >>> slug("T. V. Soong", set()), slug("Soong", {"soong"}), slug("2nd", set())
    ('t-v-soong', 'soong-2', 'person-2nd')
    """
    plain = unicodedata.normalize("NFC", name.casefold())
    plain = _NOT_IN_ID.sub("-", plain).strip("-") or "person"
    if plain[0].isdigit():
        plain = f"person-{plain}"
    number, chosen = 1, plain
    while chosen in taken:
        number += 1
        chosen = f"{plain}-{number}"
    return chosen
