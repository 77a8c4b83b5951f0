"""Who speaks on a page, and how the label of each is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import lookup

from learning.making.stock import capitals

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from learning.making.stock import Stock


@dataclass(frozen=True)
class Voice:
    """A person of a page; `key` is who it is, whatever the label."""

    key: str
    given: str
    surname: str
    title: str
    office: str
    role: str
    character: str
    party: str
    place: str
    number: int
    east: bool

    @property
    def full(self) -> str:
        if self.east:
            return self.surname + self.given
        return f"{self.given} {self.surname}"

    @property
    def titled(self) -> str:
        if self.east:
            return self.surname + self.title
        return f"{self.title} {self.surname}"

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.full.replace("-", " ").split()).upper()


@dataclass(frozen=True)
class Cast:
    """The voices of a page, and the style in which it names them."""

    voices: tuple[Voice, ...]
    style: str
    stock: Stock
    drawn: int  # so that styles have small differences from page to page

    def label(self, index: int, before: int) -> str:
        """Return the label of a voice that has already spoken `before` times."""
        voice, style = self.voices[index], self.style
        simple = _SIMPLE.get(style)
        if simple:
            return simple(voice)
        if style in _PAIRS:
            chair, others = _PAIRS[style]
            return self._styled(voice, chair if index == 0 else others)
        if style == "long-then-short" and before:
            return voice.surname if self.drawn % 2 else voice.titled
        if style == "full-then-initials" and before:
            return self.initials(index)
        if style == "numbered":
            numbered = self.stock["numbered"]
            form = numbered[self.drawn % len(numbered)]
            return form.replace("{n}", str(voice.number))
        return self._styled(voice, style)

    def _styled(self, voice: Voice, style: str) -> str:
        if style in _SIMPLE:
            return _SIMPLE[style](voice)
        own = self.initials(voice.number - 1)
        office = voice.office[:1].lower() + voice.office[1:]
        long = f"{voice.full}, {office}" if self.drawn % 3 == 0 else voice.full
        known = {
            "q": self._pair()[0],
            "q-and-a": self._pair()[voice.number > 1],
            "initials": own,
            "initials-legend": own,
            "full-then-initials": f"{voice.full} ({own})",
            "long-then-short": long,
            "mixed-titled": self._mixed(voice),
        }
        return known[style]

    def _pair(self) -> list[str]:
        return list(self.stock["qa"][:2] if self.drawn % 4 else self.stock["qa"][2:4])

    def _mixed(self, voice: Voice) -> str:
        return (
            voice.titled,
            _titled_capitals(voice),
            capitals(_titled_capitals(voice)),
            f"{_titled_capitals(voice)} ({voice.party})",
            f"{voice.titled} ({voice.place})",
        )[self.drawn % 5]

    def initials(self, index: int) -> str:
        """Return initials that no other voice of the page has."""
        own = self.voices[index].initials
        twins = [n for n, each in enumerate(self.voices) if each.initials == own]
        return own + str(twins.index(index) + 1) if len(twins) > 1 else own


def _titled_capitals(voice: Voice) -> str:
    if voice.east:
        return voice.titled
    return f"{voice.title} {capitals(voice.surname)}"


def _small(voice: Voice) -> str:
    return voice.office[:1].lower() + voice.office[1:]


def _handle(voice: Voice) -> str:
    joined = f"{voice.given}_{voice.surname}".lower().replace(" ", "").replace("'", "")
    plain = joined if voice.number % 2 else joined.replace("_", "")[:9]
    return f"{plain}{voice.number * 7}" if voice.number % 3 == 0 else plain


def _initialled(voice: Voice) -> str:
    second = chr(ord("A") + (len(voice.surname) * 5 + voice.number) % 20)
    return f"{voice.given[0]}. {second}. {voice.surname}"


def _small_capitals(voice: Voice) -> str:
    return "".join(
        each if each.isupper() else _small_capital(each) for each in voice.surname
    )


def _small_capital(sign: str) -> str:
    """Return the small capital of a small Latin letter, where there is one."""
    try:
        return lookup(f"LATIN LETTER SMALL CAPITAL {sign.upper()}")
    except KeyError:
        return sign


_SIMPLE: dict[str, Callable[[Voice], str]] = {
    "surname": lambda voice: voice.surname,
    "full": lambda voice: voice.full,
    "given": lambda voice: voice.given,
    "surname-capitals": lambda voice: capitals(voice.surname),
    "full-capitals": lambda voice: capitals(voice.full),
    "given-capitals": lambda voice: capitals(voice.given),
    "titled": lambda voice: voice.titled,
    "titled-capitals": _titled_capitals,
    "titled-all-capitals": lambda voice: capitals(voice.titled),
    "office": lambda voice: voice.office,
    "office-capitals": lambda voice: capitals(voice.office),
    "role": lambda voice: voice.role,
    "character": lambda voice: voice.character,
    "character-capitals": lambda voice: capitals(voice.character),
    "party": lambda voice: f"{voice.full} ({voice.party})",
    "place-brackets": lambda voice: f"{voice.titled} ({voice.place})",
    "place-comma": lambda voice: f"{voice.full}, {voice.place}",
    "office-comma": lambda voice: f"{voice.full}, {voice.office}",
    "office-brackets": lambda voice: f"{voice.office} ({voice.titled})",
    "initialled": _initialled,
    "surname-first": lambda voice: f"{capitals(voice.surname)} {voice.given}",
    "small": _small,
    "small-capitals": _small_capitals,
    "particle": lambda voice: voice.surname,
    "handle": _handle,
    "diarised": lambda voice: f"SPEAKER_{voice.number - 1:02}",
}
# The first voice of the page in one style, the others in another.
_PAIRS = {
    "chair-and-titled": ("office-capitals", "mixed-titled"),
    "q-and-name": ("q", "titled-all-capitals"),
    "office-and-role": ("office-capitals", "role"),
    "q-and-office": ("q", "office-capitals"),
    "host": ("role", "full"),
}


def cast(stock: Stock, style: str, count: int, rng: Random) -> Cast:
    """Return the voices of a page; no two share what the style prints of them."""
    east = not stock.spaced
    offices = _several(stock["office"], count, rng)
    roles = _several(stock["role"], count, rng)
    characters = _several((*stock["character"], *stock["given"]), count, rng)
    givens = _several(stock["given"], count, rng)
    surnames = _several(stock["surname"], count, rng)
    particles = stock.lists.get("particle", ("de ",))
    drawn = rng.randrange(60)
    voices = []
    for n in range(count):
        surname = surnames[n]
        if style == "particle" and (n == 0 or rng.random() < 0.5):
            surname = rng.choice(particles) + surname
        voice = Voice(
            key=f"{givens[n]} {surname}".casefold(),
            given=givens[n],
            surname=surname,
            title=rng.choice(stock["title"]),
            office=offices[n],
            role=roles[n],
            character=characters[n],
            party=rng.choice(stock["party"]),
            place=rng.choice(stock["place"]),
            number=n + 1,
            east=east,
        )
        voices.append(voice)
    return Cast(tuple(voices), style, stock, drawn)


def _several(entries: tuple[str, ...], count: int, rng: Random) -> list[str]:
    """Return `count` entries that differ, numbered where there are too few."""
    chosen = rng.sample(entries, min(count, len(entries)))
    more = (
        f"{entries[n % len(entries)]} {n // len(entries) + 1}"
        for n in range(len(entries), count)
    )
    return [*chosen, *more]
