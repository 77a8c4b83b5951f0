"""Times of day in French, German, Spanish, Portuguese, Italian, Russian and Polish.

A clock is the same everywhere: an hour, perhaps minutes, before them or behind them a
word that says that it is an hour, and perhaps the part of the day. Only the words are
of a language, and stand in a table.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from encoder.dates.clock import NOON, Clock, from_to, of_24
from encoder.dates.patterns import DASH, GAP
from encoder.model.when import Hours
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from encoder.dates.clock import Half


class _Part(NamedTuple):
    """A part of the day: in which half it is, and which hours can be in it."""

    half: Half
    first: int
    last: int


_MORNING = _Part("a", 1, 11)
_EARLY = _Part("a", 1, 5)
_AFTERNOON = _Part("p", 1, 7)
_EVENING = _Part("p", 5, 11)


class _Speech(NamedTuple):
    """Patterns for the words of one language around an hour.

    In `at`, `unit`, `parts` and `noon` each word is written out, so that its letters
    alone tell which languages a text may be in.
    """

    at: str
    """Before one hour: it says that a number is an hour."""
    since: str
    to: str
    unit: str
    minutes: str
    parts: Mapping[str, _Part]
    noon: str


_SPEECHES: Mapping[str, _Speech] = {
    "fr": _Speech(
        at="à",
        since="de",
        to="à",
        unit=r"heures | heure | h\.?",
        minutes=r"minutes? | min\.? | mn",
        parts={
            "du matin": _MORNING,
            "de l'après-midi": _AFTERNOON,
            "de l\u2019après-midi": _AFTERNOON,
            "du soir": _EVENING,
        },
        noon="(?: à[ ] )? midi",
    ),
    "de": _Speech(
        at="um",
        since="von",
        to="bis",
        unit="Uhr",
        minutes=r"Minuten | Min\.",
        parts={
            "vormittags": _MORNING,
            "morgens": _MORNING,
            "früh": _MORNING,
            "nachmittags": _AFTERNOON,
            "abends": _EVENING,
        },
        noon="12[ ]Uhr[ ]mittags",
    ),
    "es": _Speech(
        at="a[ ]las | a[ ]la | las",
        since="de[ ]las? | desde[ ]las? | de",
        to="a[ ]las? | hasta[ ]las? | a",
        unit=r"horas | hora | hrs\.? | hr\.? | hs\.? | h\.?",
        minutes=r"minutos? | min\.?",
        parts={
            "de la mañana": _MORNING,
            "de la madrugada": _EARLY,
            "de la tarde": _AFTERNOON,
            "de la noche": _EVENING,
        },
        noon="(?: al[ ] )? mediodía",
    ),
    "pt": _Speech(
        at="às | à",
        since="das | da | de",
        to="às | até[ ]às | a",
        unit=r"horas | hora | hs\.? | h\.?",
        minutes=r"minutos? | min\.? | m",
        parts={
            "da manhã": _MORNING,
            "da madrugada": _EARLY,
            "da tarde": _AFTERNOON,
            "da noite": _EVENING,
        },
        noon="(?: ao[ ] )? meio-dia",
    ),
    "it": _Speech(
        at="alle[ ]ore | alle | ore",
        since="dalle",
        to="alle | alle[ ]ore",
        unit=r"h\.?",
        minutes=r"minuti | min\.?",
        parts={
            "del mattino": _MORNING,
            "di mattina": _MORNING,
            "antimeridiane": _MORNING,
            "del pomeriggio": _AFTERNOON,
            "pomeridiane": _AFTERNOON,
            "di sera": _EVENING,
            "della sera": _EVENING,
        },
        noon="(?: a[ ] )? mezzogiorno",
    ),
    "ru": _Speech(
        at="в",
        since="с",
        to="до | по",
        unit=r"часов | часа | час\.? | ч\.?",
        minutes=r"минут[аы]? | мин\.? | м\.?",
        parts={
            "утра": _MORNING,
            "дня": _Part("p", 1, 5),
            "вечера": _EVENING,
            "ночи": _Part("a", 1, 4),
        },
        noon="(?: в[ ] )? 12[ ]часов[ ]дня",
    ),
    "pl": _Speech(
        at=r"o[ ]godz\. | godz\. | o[ ]godzinie | godzina",
        since=r"od[ ]godz\. | od[ ]godziny | od",
        to=r"do[ ]godz\. | do[ ]godziny | do",
        unit=r"godz\.",
        minutes=r"minut[ay]? | min\.?",
        parts={
            "rano": _MORNING,
            "przed południem": _MORNING,
            "po południu": _AFTERNOON,
            "wieczorem": _EVENING,
        },
        noon="(?: w[ ]samo[ ] )? południe",
    ),
}
_WORD = Pattern(r"[^\W\d_]+")
_OF_EVERY_TEXT = frozenset({"a", "de"})


class _Patterns(NamedTuple):
    clock: Pattern
    since: Pattern
    to: Pattern
    noon: Pattern


@cache
def _patterns(tag: str) -> _Patterns:
    """Return what reads a time in one language."""
    speech = _SPEECHES[tag]
    parts = " | ".join(part.replace(" ", "[ ]") for part in speech.parts)
    clock = Pattern(
        rf"""
        (?P<at> (?: {speech.at} ) {GAP} )?
        (?P<hour> [0-9]{{1,2}} )
        (?: [:.,] (?P<minute> [0-5][0-9] ) )?
        (?P<unit> {GAP}? (?: {speech.unit} )
            (?: {GAP}? (?: (?P<behind> [0-5][0-9] ) (?: {GAP}? (?: {speech.minutes} ) )?
                | (?P<few> [0-9] ) {GAP}? (?: {speech.minutes} ) ) )? )?
        (?: {GAP} (?P<part> {parts} ) )?
        """
    )
    to = Pattern(rf"{DASH} | {GAP} (?: {speech.to} ) {GAP}")
    return _Patterns(
        clock, Pattern(rf"(?: {speech.since} ) {GAP}"), to, Pattern(speech.noon)
    )


def abroad(written: str) -> Hours | None:
    """Return the time that `written` states in one of these languages, or None.

    What stands for an hour there is a word of the same language as the part of the day.

    >>> abroad("de 15 h à 16 h 30").attributes
    {'from': '15:00:00', 'to': '16:30:00'}
    >>> abroad("3 Uhr nachmittags").attributes, abroad("в 3 часа дня").attributes
    ({'when': '15:00:00'}, {'when': '15:00:00'})
    >>> abroad("15 h 30 Uhr"), abroad("9 Uhr")
    (None, None)
    """
    said = {*_WORD.findall(written)}
    speeches = (tag for tag, signs in _signs().items() if signs & said)
    return next((read for tag in speeches if (read := _hours(written, tag))), None)


@cache
def _signs() -> Mapping[str, frozenset[str]]:
    """Return the words of each language that say that a number is an hour."""
    return {
        tag: frozenset(
            _WORD.findall(" ".join((each.at, each.unit, *each.parts, each.noon)))
        )
        - _OF_EVERY_TEXT
        for tag, each in _SPEECHES.items()
    }


def _hours(written: str, tag: str) -> Hours | None:
    patterns, speech = _patterns(tag), _SPEECHES[tag]
    if patterns.noon.fullmatch(written):
        return Hours(written, Clock(NOON, 0, "p").at("p"))
    if one := patterns.clock.fullmatch(written):
        clock = _clock(one, speech) if _is_said(one) else None
        sure = clock.sure if clock else None
        return Hours(written, sure) if sure is not None else None
    since = patterns.since.match(written)
    rest = written[since.end() :] if since else written
    for to in patterns.to.finditer(rest):
        first = patterns.clock.fullmatch(rest, 0, to.start())
        last = patterns.clock.fullmatch(rest, to.end())
        if first and last and (_is_said(first) or _is_said(last)):
            ends = from_to(_clock(first, speech), _clock(last, speech))
            return Hours(written, *ends) if ends else None
    return None


def _is_said(read: re.Match[str]) -> bool:
    """Return whether a word says that the number is an hour."""
    return bool(read["at"] or read["unit"] or read["part"])


def _clock(read: re.Match[str], speech: _Speech) -> Clock | None:
    """Return what the clock shows, if there is such an hour in that part of the day."""
    behind = read["behind"] or read["few"]
    if read["minute"] and behind:
        return None
    hour, minute = int(read["hour"]), int(read["minute"] or behind or 0)
    if read["part"]:
        part = speech.parts[read["part"]]
        is_in_it = part.first <= hour <= part.last
        return Clock(hour, minute, part.half) if is_in_it else None
    shows = hour > NOON or read["hour"].startswith("0")
    return of_24(hour, minute) if shows else Clock(hour, minute)
