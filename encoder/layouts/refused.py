"""Pages that are no record, and pages that are more than one.

A list of search results says so, and repeats itself:

    1-10 of 24 results

    May 3, 1951
    Conversation Between Hale and Reed

    May 4, 1951
    Letter From Hale to Reed
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from encoder.errors import RefusedError
from encoder.language.pack import Formula
from encoder.layouts.pieces import furniture, is_date
from encoder.layouts.rules import MARKUP, SEARCH_RESULTS, SECOND_RECORD
from encoder.model.source import Span
from encoder.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from encoder.model.source import Source

_MARKUP: Mapping[str, re.Pattern[str] | Formula] = {
    "a web page": Formula(
        r"""
        \s{0,99} (?: <\?xml [^<>]{0,200} > \s{0,99} )?
        (?: <!-- [^<>]{0,500} --> \s{0,99} )? < {html-root} \b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    "XML": re.compile(r"\s{0,99}<(?:\?xml\b|TEI\b|teiCorpus\b)"),
    "RTF": re.compile(r"\{\\rtf"),
    "PDF": re.compile("%PDF-"),
}
_TAG = Formula(
    r"</? {html-tag} (?: \s [^<>\n]{0,400} )? /?>", re.VERBOSE | re.IGNORECASE
)
_NEAR = 4000
_FEWEST_TAGS = 6

_COUNTED = Formula(
    r"""
    \n[ \t]{0,8}
    (?: {results-shown} [ :]{1,2} )?
    (?: \d{1,7} [ ]? [-–—] [ ]? \d{1,7} [ ] of [ ] [\d,.]{1,9} (?: [ ]\w{3,12} )?
      | (?: about[ ] )? [\d,.]{1,9} [ ] {search-result-counted}
      | {search-result-heading}
    )
    [ \t.:]{0,8}$
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_CONTROL = Formula(
    r"""
    \n[ \t]{0,8} (?: {results-control} | sort[ ]by\b | page[ ]\d{1,4}[ ]of[ ]\d{1,5} )
    [^\n]{0,40}$
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_FEWEST_RESULTS = 2
_MOST_PARAGRAPHS = 80
_ABOVE = 4


def refuse(source: Source) -> None:
    """Raise `RefusedError` where the page is not plain text (L007) or no record (L008).

    A text may speak of tags and of results; it has few of them, and is not made of
    dates and titles.
    """
    start = source.place(Span(0, 0))
    for name, pattern in _MARKUP.items():
        if pattern.match(source.text):
            message = f"this is {name} and no plain text; save it as text"
            raise RefusedError(MARKUP.at(start, message))
    tags = [*islice(_TAG.finditer(source.text, 0, _NEAR), _FEWEST_TAGS)]
    if len(tags) == _FEWEST_TAGS:
        place = source.place(Span(*tags[0].span()))
        message = f"there are tags such as {tags[0][0]!r}; save the page as text"
        raise RefusedError(MARKUP.at(place, message))
    if found := _search_results(source):
        message = f"a list of search results, not a record: {source.words(found)!r}"
        raise RefusedError(SEARCH_RESULTS.at(source.place(found), message))


def _search_results(source: Source) -> Span | None:
    """Return what says that the page lists results, if it does list some.

    Two things must say so: the count of the results and a control, or either of them
    and dates, each with a title under it.
    """
    # A search for a line end is many times faster than one for the start of a line.
    text = f"\n{source.text}"
    counted = _COUNTED.search(text, 0, _NEAR + 1)
    control = _CONTROL.search(text, 0, _NEAR + 1)
    if counted and not control:
        control = _CONTROL.search(text)
    said = counted or control
    if said and ((counted and control) or _dated(source) >= _FEWEST_RESULTS):
        return Span(said.start(), said.end() - 1)
    return None


def _dated(source: Source) -> int:
    """Return how many dates stand alone on a line."""
    top = islice(paragraphs(source, source.whole), _MOST_PARAGRAPHS)
    lines = (line for paragraph in top for line in source.lines(paragraph))
    return sum(is_date(source.words(line).strip()) for line in lines)


def refuse_second(
    source: Source,
    body: Span,
    banner: Collection[str] = (),
    sign: Span | None = None,
) -> None:
    """Raise `RefusedError` (L009): another record's description stands in `body`.

    It begins at its banner; or at the date above `sign`, which is in it.
    """
    stop = sign.start if sign else body.end
    above = [*paragraphs(source, Span(body.start, stop))][-_ABOVE:] if sign else []
    dates = [each for each in above if is_date(source.words(each))]
    begins = (*furniture(source, body, banner), *dates, *above[-1:], sign or body)[0]
    place = source.place(begins)
    message = f"another record begins at line {place.line}; cut the file there"
    raise RefusedError(SECOND_RECORD.at(place, message))
