"""Tokenize dates: each word becomes the letter of its kind.

"from 7 to 9 July 1945" is "FD-DMY"; the rules are patterns over such letters, the same
for all languages. Letters of words are in `tables.KINDS`; besides, D is a
number that may be a day, Y a year, I a whole day in figures, X a decade, n another
number, and `?` whatever no date is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from encoder.dates.calendars import ERAS, ROMANS, CalendarDate
from encoder.dates.patterns import GAP, YEAR, any_of
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence
    from datetime import date

    from encoder.dates.calendars import Era
    from encoder.dates.languages import Language
    from encoder.model.when import Habits

UNKNOWN = "?"


class Token(NamedTuple):
    """A word, number or mark, the letter of its kind, and where it stands."""

    kind: str
    start: int
    end: int
    number: int = 0
    named: CalendarDate | None = None
    era: Era | None = None


class Words(NamedTuple):
    """The tokens of a text or a part of it; `kinds` has one letter for each."""

    written: str
    tokens: Sequence[Token]
    kinds: str
    since: date
    habits: Habits

    def part(self, start: int, end: int) -> Words:
        """Return some of the tokens, in a text of their own."""
        tokens, kinds = self.tokens[start:end], self.kinds[start:end]
        return self._replace(tokens=tokens, kinds=kinds)

    def first(self, kind: str) -> Token | None:
        """Return the first token of a kind, if there is one."""
        place = self.kinds.find(kind)
        return self.tokens[place] if place >= 0 else None


_ROMAN = any_of(ROMANS)
_FIGURES = Pattern(
    rf"""
    (?P<iso> {YEAR}-[01][0-9]-[0-3][0-9] (?! \w | [./-]\w ) )
    | (?P<roman> (?P<day> [0-3]?[0-9] ) (?P<mark> [./-][ ]? | [ ] )
        (?P<month> {_ROMAN} ) (?P=mark) (?P<year> {YEAR} ) (?! \w ) )
    | (?P<order> (?P<one> [0-9]{{1,4}} ) (?P<between> [./-] )
        (?P<two> [0-9]{{1,2}} ) (?P=between) (?P<three> [0-9]{{1,4}} )
        (?! \w | [./-]\w ) )
    | (?P<decade> (?P<ten> (?: 1[89] | 20 ) [1-9] ) 0 (?: ['\u2019]?s | er | -е ) )
        (?! \w )
    | (?P<number> [0-9]{{1,12}} )
    """
)
_WORD = Pattern(r"(?P<letters> [^\W\d_]{1,24} ) \.?")
_COUNT = Pattern(
    rf"[ ] (?P<count> [0-9]{{1,3}} ) (?: [ ]? \( (?P<same> {YEAR} ) \) )? (?! \w )"
)
_SHORT_YEAR = Pattern(r"['\u2019] (?P<figures> [0-9]{2} ) (?! \w )")
_GAP = Pattern(GAP)
_BLANKS = frozenset(" \t\u00a0\n")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_SIGNS = frozenset("][,;./()")
_MARKS = frozenset("-,;./()[]")
_AFTER_NO_GAP = frozenset(",.;)]/")
_BEFORE_NO_GAP = frozenset("([/")


def tokens(
    text: str, start: int, end: int, speech: Language, habits: Habits
) -> Iterator[Token]:
    """Yield each token of `text` from `start` to `end`.

    Where two words or numbers touch, and where a blank stands that no date has, an
    unknown token of no length is between them.
    """
    place, last, is_open = start, "", True
    while place < end:
        gap = _GAP.match(text, place, end) if text[place] in _BLANKS else None
        if gap:
            place = gap.end()
            if place == end or not last:
                yield Token(UNKNOWN, place, place)
                continue
        token = _token(text, place, end, speech, habits)
        kind = token.kind
        if gap:
            fits = kind not in _AFTER_NO_GAP and last not in _BEFORE_NO_GAP
        else:
            fits = is_open or kind in _MARKS or (kind == "g" and last in "YDX")
        if not fits:
            yield Token(UNKNOWN, place, place)
        yield token
        # "mid-" and "l'" end in a mark that the next word may touch.
        place, last = token.end, kind
        is_open = kind in _MARKS or text[place - 1] in "-'\u2019."


def words_of(written: str, speech: Language, habits: Habits) -> Words | None:
    """Return the whole of `written` in tokens; None where one of them is unknown.

    >>> from encoder.dates.languages import language
    >>> from encoder.model.when import Habits
    >>> words_of("du 7 au 9 juillet 1945", language("fr"), Habits()).kinds
    'FD-DMY'
    """
    found = []
    for token in tokens(written, 0, len(written), speech, habits):
        if token.kind == UNKNOWN:
            return None
        found.append(token)
    if habits.century is not None:
        _with_short_year(found, habits)
    return words(written, found, speech, habits)


_BEFORE_A_YEAR = Pattern(r"(?: D[of]?M | MD ) ,? [of]? (?P<year> D ) (?! [of]?M )")


def _with_short_year(found: list[Token], habits: Habits) -> None:
    """Make a year of the two figures behind a day and its month."""
    kinds = "".join([token.kind for token in found])
    if short := _BEFORE_A_YEAR.search(kinds):
        place = short.start("year")
        token = found[place]
        year = habits.year(f"{token.number:02}")
        if year and token.end - token.start == _MOST_OF_A_DAY:
            named = CalendarDate(year)
            found[place] = token._replace(kind="Y", number=year, named=named)


def words(
    written: str, found: Sequence[Token], speech: Language, habits: Habits
) -> Words:
    """Return tokens as the rules take them."""
    kinds = "".join([token.kind for token in found])
    return Words(written, found, kinds, speech.first_day, habits)


def _token(text: str, at: int, end: int, speech: Language, habits: Habits) -> Token:
    """Return the token that begins at `at`."""
    for phrase in speech.phrases.get(text[at], ()):
        after = at + len(phrase)
        if text.startswith(phrase, at) and after <= end:
            # Of letters a phrase is whole; "mid-" and "l'" go on.
            if phrase[-1].isalpha() and text[after : after + 1].isalnum():
                continue
            kind, number = speech.words[phrase]
            return Token(kind, at, after, number)
    sign = text[at]
    if sign.isalpha():
        return _word(text, at, end, speech)
    if found := _FIGURES.match(text, at, end):
        return _READERS[found.lastgroup or ""](found, speech, habits)
    if sign in _DASHES:
        return Token("-", at, at + 1)
    if sign in _SIGNS:
        return Token(sign, at, at + 1)
    return _short_year(text, at, end, habits)


def _word(text: str, at: int, end: int, speech: Language) -> Token:
    """Return a word of the language, with its full stop if it has one there."""
    found = _WORD.match(text, at, end)
    if not found:
        return Token(UNKNOWN, at, at + 1)
    meant = speech.words.get(found[0])
    if meant:
        return Token(meant[0], at, found.end(), meant[1])
    letters = found["letters"]
    meant = speech.words.get(letters)
    if meant:
        return Token(meant[0], at, found.end("letters"), meant[1])
    era = ERAS.get(letters)
    count = _COUNT.match(text, found.end(), end) if era else None
    if era and count:
        return _era(era, at, count)
    return Token(UNKNOWN, at, found.end())


def _number(found: re.Match[str], speech: Language, _: Habits) -> Token:
    """Return a day, with what makes it an ordinal, a year, or another number."""
    start, end = found.span()
    number = int(found[0])
    if end - start > _MOST_OF_A_DAY:
        is_year = end - start == _LENGTH_OF_A_YEAR and _FIRST <= number <= _LAST
        return Token("Y" if is_year else "n", start, end, number, CalendarDate(number))
    suffix = speech.suffix.match(found.string, end, found.endpos)
    if not suffix:
        return Token("D", start, end, number)
    if not speech.may_be_ordinal(number, suffix[0]):
        return Token(UNKNOWN, start, suffix.end())
    return Token("D", start, suffix.end(), number)


_MOST_OF_A_DAY = 2
_LENGTH_OF_A_YEAR = 4
_FIRST, _LAST = 1700, 2099


def _iso(found: re.Match[str], _: Language, __: Habits) -> Token:
    year, month, day = map(int, found[0].split("-"))
    return Token("I", *found.span(), named=CalendarDate(year, month, day))


def _roman(found: re.Match[str], _: Language, __: Habits) -> Token:
    named = CalendarDate(int(found["year"]), ROMANS[found["month"]], int(found["day"]))
    return Token("I", *found.span(), named=named)


def _order(found: re.Match[str], _: Language, habits: Habits) -> Token:
    """Return a day in figures, where it is configured in which order they stand."""
    named = None
    if habits.order:
        parts = dict(zip(habits.order.split("-"), found.group(*_PARTS), strict=True))
        year = habits.year(parts["year"])
        if year and len(parts["month"]) <= 2 and len(parts["day"]) <= 2:  # noqa: PLR2004 (figures of a day)
            named = CalendarDate(year, int(parts["month"]), int(parts["day"]))
    return Token("I" if named else UNKNOWN, *found.span(), named=named)


_PARTS = ("one", "two", "three")


def _decade(found: re.Match[str], _: Language, __: Habits) -> Token:
    return Token("X", *found.span(), int(found["ten"]) * 10)


def _short_year(text: str, at: int, end: int, habits: Habits) -> Token:
    """Return "'45", where it is configured of which century it is."""
    found = _SHORT_YEAR.match(text, at, end)
    year = habits.year(found["figures"]) if found else None
    if not found or year is None:
        return Token(UNKNOWN, at, at + 1)
    return Token("Y", at, found.end(), year, CalendarDate(year))


def _era(era: Era, at: int, count: re.Match[str]) -> Token:
    """Return the year of an era, unless the year in brackets behind it is another."""
    year = era.before + int(count["count"])
    fits = not count["same"] or int(count["same"]) == year
    return Token(
        "Y" if fits else UNKNOWN, at, count.end(), year, CalendarDate(year), era
    )


_READERS = {
    "iso": _iso,
    "roman": _roman,
    "order": _order,
    "decade": _decade,
    "number": _number,
}
