"""Parse dates whose order or century only the configuration knows: "3/4/62".

Where nothing is configured they are refused, and it is said what would decide them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from encoder.dates.context import is_doubted
from encoder.dates.dateline import LONGEST_LINE, parse_dateline
from encoder.dates.grammar import LONGEST_DATE, PLAIN, is_like_a_date, parse_when
from encoder.dates.patterns import YEAR
from encoder.model.when import ORDERS, Habits
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from encoder.model.when import DatelineParts, When

Read = TypeVar("Read")
_ORDER, _CENTURY = "numeric-order", "two-digit-years"
_SOME_CENTURY = 1900
_FIGURES = Pattern(
    r"""
    (?<! [0-9] )
        [0-9]{1,4} (?P<mark> [./-] ) [0-9]{1,2} (?P=mark) [0-9]{1,4} (?! [0-9] )
    | [^\W\d_] \.? ,? [ ] ['\u2019]? [0-9]{2} (?! [0-9] )
    """
)
_SURE = Pattern(rf"(?<! [0-9] ) {YEAR} (?! [0-9] ) | / | [^\W\d_]{{3}}")
"""What a number of a paragraph, "3.5.51", has not got."""
_MONTH_AND_YEAR = Pattern(rf"[^\W\d_]{{3}} .* (?<! [0-9] ) {YEAR} (?! [0-9] )")
_IN_RUNNING_WORDS = Pattern(
    rf"""
    (?<! [\w./,:-] )
    (?: [0-9]{{1,2}} (?P<mark> [./-] ) [0-9]{{1,2}} (?P=mark) {YEAR}
      | {YEAR} (?P<between> [./-] ) [0-9]{{1,2}} (?P=between) [0-9]{{1,2}} )
    (?! \w | [./:,-][0-9] )
    """
)


def deciding(written: str, habits: Habits = PLAIN) -> str | None:
    """Return the configuration keys that would make `written` a date, or None.

    >>> deciding("12.3.1956"), deciding("7 July 45"), deciding("31 June 1945")
    ('numeric-order', 'two-digit-years', None)
    >>> deciding("3/4/62")
    'numeric-order and two-digit-years'
    """
    if len(written) > LONGEST_DATE or not _FIGURES.search(written):
        return None
    if parse_when(written, habits):
        return None
    keys = (
        key for key, others in _others(habits) if _reads(parse_when, written, others)
    )
    return next(keys, None)


def undecided(line: str, habits: Habits = PLAIN) -> tuple[DatelineParts, str] | None:
    """Return the dateline that `line` would be, and the keys that would make it one.

    >>> undecided("Moscow, 12.3.1956, 3 p.m.")[1], undecided("Moscow, 12 March 1956")
    ('numeric-order', None)
    """
    if len(line) > LONGEST_LINE or not _FIGURES.search(line):
        return None
    if parse_dateline(line, habits):
        return None
    return next(
        (
            (read, key)
            for key, others in _others(habits)
            if (read := _reads(parse_dateline, line, others))
        ),
        None,
    )


def is_refused(written: str) -> bool:
    """Return whether `written` is meant for a date and is none that can be read.

    >>> is_refused("3/5/51"), is_refused("3.5.1951"), is_refused("3.5.51")
    (True, True, False)
    >>> is_refused("31 June 1945"), is_refused("31 men of 1945")
    (True, False)
    """
    if len(written) > LONGEST_DATE or not _SURE.search(written):
        return False
    if parse_dateline(written):
        return False
    is_named = _MONTH_AND_YEAR.search(written) and is_like_a_date(written)
    return bool(is_named) or deciding(written) is not None


def is_dateline(words: str) -> bool:
    """Return whether a line is a dateline, if perhaps one that is refused.

    >>> is_dateline("Moscow, 3.5.51"), is_dateline("3.5.51")
    (True, False)
    """
    return parse_dateline(words) is not None or (
        len(words) <= LONGEST_LINE
        and _SURE.search(words) is not None
        and undecided(words) is not None
    )


def figured(text: str, habits: Habits) -> Iterator[tuple[int, int, When]]:
    """Yield the days in figures in running words, where their order is configured.

    >>> [(at, end, when.when) for at, end, when in figured(
    ...     "On 12.3.1956, by version 1.9.1945", Habits("day-month-year"))]
    [(3, 12, '1956-03-12')]
    """
    if habits.order:
        for found in _IN_RUNNING_WORDS.finditer(text):
            start, end = found.span()
            when = parse_when(found[0], habits)
            if when and not is_doubted(text, start):
                yield start, end, when


def _others(habits: Habits) -> Iterator[tuple[str, tuple[Habits, ...]]]:
    """Yield what could be configured beyond `habits`, and by which keys."""
    orders = (
        () if habits.order else tuple(habits._replace(order=each) for each in ORDERS)
    )
    if orders:
        yield _ORDER, orders
    if habits.century is None:
        yield _CENTURY, (habits._replace(century=_SOME_CENTURY),)
        if orders:
            yield (
                f"{_ORDER} and {_CENTURY}",
                tuple(each._replace(century=_SOME_CENTURY) for each in orders),
            )


def _reads(
    grammar: Callable[[str, Habits], Read | None],
    written: str,
    others: tuple[Habits, ...],
) -> Read | None:
    """Return what the grammar reads by the first of these habits that lets it."""
    return next((read for each in others if (read := grammar(written, each))), None)
