"""Kinds of words in dates, and how languages differ in the writing of numbers.

The words themselves are in the packs of `language/words`, a category each.
"""

from __future__ import annotations

from datetime import date

KINDS = {
    "months": "M", "weekdays": "W", "seasons": "S",
    "date-article": "t", "date-of": "o", "date-of-or-from": "f",
    "date-year": "g", "date-years": "x",
    "date-from": "F", "date-to": "-", "date-between": "K", "date-and": "&",
    "date-night": "N", "early": "T", "mid": "T", "late": "T",
    "circa": "C", "before": "B", "after": "A",
    "probably": "P", "undated": "U", "old-style": "J", "new-style": "G",
}  # fmt: skip
"""The category of a word, and the letter that the rules have for it."""

FIRST_DAYS = {"ru": date(1918, 2, 14)}
"""Where a language came later to the Gregorian calendar than Britain did.

In Russia 31 January 1918 was followed by 14 February; of an earlier day its writer has
to say by which calendar it is given."""
SUFFIXES = {
    "en": r"(?: st | nd | rd | th | ST | ND | RD | TH ) (?! \w )",
    "fr": r"(?: er | ER | ᵉʳ ) (?! \w )",
    "de": r"\. (?! [0-9] )",
    "es": r"\.?[º°] | ro (?! \w )",
    "pt": r"\.?[º°]",
    "it": "[º°]",
    "ru": r"-?го (?! \w )",
    "pl": r"-?go (?! \w )",
}
"""What makes an ordinal of a number, in each language whose dates are read."""
ONLY_THE_FIRST = frozenset({"fr", "es", "pt", "it"})
"""Languages in which only the first of a month is an ordinal number."""
