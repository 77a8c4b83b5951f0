"""Pages made with known truth, for fitting the reading of pages and for testing it.

    from learning.making import make_page

    page = make_page(17)
    page.text                   # as a file would have it
    page.tags                   # "kind:court", "mark:full-stop", "language:el", …
    page.turns                  # who says what, as spans; () on a third of the pages
    page.label(page.turns[0])   # "Mr. HALE", without its mark
    page.speech(page.turns[0])  # what is said, a paragraph a line
    page.parts                  # every stretch of the page and its kind, in order
    page.faults                 # what a reader ought to warn of
    make_page(17, without=frozenset({"language:el"}))
    make_page(17, only=frozenset({"kind:play", "mark:own-line"}))

A seed gives the same page for ever. What pages are made of, and how often, stands in
files that can be read and corrected without programming: `manners.txt` (the dimensions
and their weights, by kind of text), `marks.txt` (the ways to mark a speaker) and
`words/*.txt` (a file of words for each language). Nothing here knows of the encoder.
`dimensions()` returns every dimension with its values.
"""

from __future__ import annotations

from learning.making.make import make_page
from learning.making.page import (
    Kind,
    MadeBreak,
    MadeFault,
    MadeLabel,
    MadePage,
    MadePart,
    MadeTurn,
    Span,
)
from learning.making.plan import dimensions

__all__ = [
    "Kind",
    "MadeBreak",
    "MadeFault",
    "MadeLabel",
    "MadePage",
    "MadePart",
    "MadeTurn",
    "Span",
    "dimensions",
    "make_page",
]
