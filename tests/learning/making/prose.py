"""Pages with no dialogue: what is told, and what only looks like a dialogue.

Each kind of `manners.txt` below [other] is one function of `lists`, `narratives` or
`novels`, which takes what a page shares and returns its paragraphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making import lists, lists_repeated, narratives, novels

if TYPE_CHECKING:
    from collections.abc import Callable

    from learning.making.run import Paragraph
    from learning.making.turns import Making


def body(make: Making) -> list[Paragraph]:
    """Return the paragraphs of a page that nobody speaks on."""
    return _MAKERS[make.plan["kind"]](make)


_MAKERS: dict[str, Callable[[Making], list[Paragraph]]] = {
    "report": narratives.report,
    "minutes-reported": narratives.minutes,
    "letters": narratives.letters,
    "chronology": narratives.chronology,
    "diary": narratives.diary,
    "log": narratives.log,
    "faq": narratives.faq,
    "statute": narratives.statute,
    "datelines": narratives.datelines,
    "biographies": narratives.biographies,
    "verse": novels.verse,
    "novel-quotes": novels.quotes,
    "novel-dashes": novels.dashes,
    "front-matter": novels.front_matter,
    "sayings": novels.sayings,
    "agenda": lists.agenda,
    "programme": lists.programme,
    "glossary": lists.glossary,
    "bibliography": lists.bibliography,
    "inventory": lists.inventory,
    "index": lists.index,
    "table": lists.table,
    "directory": lists.directory,
    "credits": lists.credited,
    "quiz": lists.quiz,
    "cards": lists_repeated.cards,
    "cables": lists_repeated.cables,
    "contrasts": lists_repeated.contrasts,
    "capital-heads": lists_repeated.capital_heads,
    "settings": lists_repeated.settings,
}
