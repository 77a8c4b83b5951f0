"""Characters that are there by mistake: those that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.validation.check import Hit, Layer, on_text
from encoder.validation.position import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.validation.check import Check
    from encoder.validation.passage import Passage

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"
_DIRECTIONS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN: Final = frozenset("\u200b\u2060\u2061\u2062\u2063\u2064\u180e\ufeff")
_START: Final = Spot(1, 1)
"""Where a U+FEFF says how the file is encoded."""
_BREAK_HERE: Final = "\u200b"
# Thai, Lao, Burmese and Khmer part their words so.
_BREAKABLE: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_JOINERS: Final = frozenset("\u200c\u200d")
_BREAKS: Final = frozenset("\u0085\u2028\u2029")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_LATIN: Final = "[A-Za-z\u00c0-\u024f]"
_IN_LATIN: Final = re.compile(f"(?<={_LATIN})[\u200c\u200d]\0*(?={_LATIN})")
# A reference to a character is followed by U+0000s, which are no part of the text.
_RUN: Final = re.compile(f"{_NO_BREAK}\0*(?:{_NO_BREAK}\0*)+")
_PARTS: Final = re.compile(r"[\s<>]")
_WIDTH: Final = 20
_FIRST_OF_PRIVATE, _LAST_OF_PRIVATE = "\ue000", "\uf8ff"
_PRIVATE_PLANES: Final = "\U000f0000"
_C1: Final = re.compile("[\u0080-\u0084\u0086-\u009f]")


@on_text("T601", Layer.CHARACTERS, Severity.WARNING)
def replacement_character(text: Passage) -> Iterator[Hit]:
    """U+FFFD stands where a character could not be decoded.

    What stood there is lost from the file, though not from the source.

    Read the source again in its own encoding, or type the character:

        <p>the caf\N{REPLACEMENT CHARACTER} on the quay</p>

        <p>the café on the quay</p>
    """
    if _REPLACEMENT in text.rare:
        message = "U+FFFD stands for a character that is lost: {around}"
        yield from _each(text, _REPLACEMENT, message)


@on_text("T602", Layer.CHARACTERS, Severity.NOTE)
def soft_hyphen(text: Passage) -> Iterator[Hit]:
    """U+00AD, a hyphen that is seen only at the end of a line, stands in a word.

    It comes from the layout of a page. The word is not found by a search, and looks as
    if it could be.

    Leave it out; where the break of the line matters, write `lb` with @break:

        <p>the har&#xAD;bour</p>

        <p>the harbour</p>
    """
    if _SOFT_HYPHEN in text.rare:
        yield from _each(text, _SOFT_HYPHEN, "there is a soft hyphen in: {around}")


@on_text("T603", Layer.CHARACTERS, Severity.WARNING)
def private_character(text: Passage) -> Iterator[Hit]:
    """A character has no meaning but what one font gives it (Private Use Area).

    With every other font readers see an empty box, and no search finds the word.

    Write the character that Unicode has for it, or `g` with a `char` in the header:

        <p>the sign &#xE8BF; before the name</p>

        <p>the sign <g ref="#cross"/> before the name</p>
    """
    private = (
        each
        for each in text.rare
        if _FIRST_OF_PRIVATE <= each <= _LAST_OF_PRIVATE or each >= _PRIVATE_PLANES
    )
    for each in sorted(private):
        message = f"U+{ord(each):04X} means something in one font only: {{around}}"
        yield from _each(text, each, message)


@on_text("T604", Layer.CHARACTERS, Severity.WARNING)
def hidden_direction(text: Passage) -> Iterator[Hit]:
    """A character that nobody sees turns the direction of writing.

    What follows is shown in another order than it is stored in. Readers see other words
    than programs do, and it can be made to hide some.

    Leave it out; where a passage runs the other way, say its language by @xml:lang:

        <p>the words &#x202E;lived&#x202C;</p>

        <p>the words lived</p>
    """
    if found := text.rare & _DIRECTIONS:
        for each in sorted(found):
            message = f"U+{ord(each):04X} turns the direction of writing: {{around}}"
            yield from _each(text, each, message)


@on_text("T605", Layer.CHARACTERS, Severity.WARNING)
def unseen_character(text: Passage) -> Iterator[Hit]:
    """A character without width stands in the text.

    It came with copying from a web page or a word processor. The word is not found,
    sorts elsewhere, and two names that look alike are two.

    Leave it out:

        <persName>Ha&#x200B;le</persName>

        <persName>Hale</persName>
    """
    for each in sorted(text.rare & _UNSEEN):
        if each == _BREAK_HERE and any(_BREAKABLE.match(one) for one in text.rare):
            continue
        message = f"U+{ord(each):04X} is there and cannot be seen: {{around}}"
        for hit in _each(text, each, message):
            if hit.at != _START:
                yield hit
    if text.rare & _JOINERS:
        for found in _IN_LATIN.finditer(text.text):
            said = _around(text.text, found.start())
            message = f"U+{ord(found[0][0]):04X} is there and cannot be seen: {said}"
            yield Hit(text.spot(found.start()), message)


@on_text("T606", Layer.CHARACTERS, Severity.WARNING)
def control_character(text: Passage) -> Iterator[Hit]:
    """A control character stands where Windows has a quotation mark or a dash.

    The numbers 128 to 159 are letters in the encoding of Windows and controls in
    Unicode. Readers see nothing there, and the apostrophe is lost.

    Decode the source as windows-1252, or type the character:

        <p>Hale&#x92;s boat</p>

        <p>Hale's boat</p>
    """
    if not any("\u0080" <= each <= "\u009f" for each in text.rare):
        return
    for found in _C1.finditer(text.text):
        meant = found[0].encode("latin-1").decode("cp1252", "replace")
        hint = "" if meant == _REPLACEMENT else f'; did you mean "{meant}"?'
        message = f"U+{ord(found[0]):04X} is a control character{hint}"
        yield Hit(text.spot(found.start()), message)


@on_text("T607", Layer.CHARACTERS, Severity.NOTE)
def unusual_line_end(text: Passage) -> Iterator[Hit]:
    """A character ends a line for some programs and not for others.

    U+2028, U+2029 and U+0085 are no line ends in XML. Lines are counted differently
    in every program, and some show nothing where the line should end.

    Write `lb`, a new paragraph, or a space:

        <p>Good morning.&#x2028;Good morning.</p>

        <p>Good morning.<lb/>Good morning.</p>
    """
    for each in sorted(text.rare & _BREAKS):
        message = f"U+{ord(each):04X} ends a line for some programs: {{around}}"
        yield from _each(text, each, message)


@on_text("T608", Layer.CHARACTERS, Severity.NOTE)
def no_break_spaces_in_a_row(text: Passage) -> Iterator[Hit]:
    """Several no-break spaces stand in a row.

    They were put there to push words to the right. They are part of the text for every
    program, which joins the words before and after them to one.

    Leave them out; what the page looks like belongs in @rend:

        <p>HALE:&#xA0;&#xA0;&#xA0;Good morning.</p>

        <p rend="tab">HALE: Good morning.</p>
    """
    if _NO_BREAK in text.rare:
        for found in _RUN.finditer(text.text):
            number = found[0].count(_NO_BREAK)
            message = f"{number} no-break spaces stand in a row"
            yield Hit(text.spot(found.start()), message)


def _each(text: Passage, wanted: str, message: str) -> Iterator[Hit]:
    """Yield a hit for every place of a character, with the words around it."""
    at = text.text.find(wanted)
    while at >= 0:
        around = _around(text.text, at)
        yield Hit(text.spot(at), message.replace("{around}", around))
        at = text.text.find(wanted, at + 1)


def _around(text: str, at: int) -> str:
    """Return the word that a character is in, with a sign in its place."""
    before = _PARTS.split(text[max(at - _WIDTH, 0) : at])[-1]
    after = _PARTS.split(text[at + 1 : at + 1 + _WIDTH].lstrip("\0"))[0]
    return f"{before}\N{OPEN BOX}{after}"


CHECKS: Final[tuple[Check, ...]] = (
    replacement_character,
    soft_hyphen,
    private_character,
    hidden_direction,
    unseen_character,
    control_character,
    unusual_line_end,
    no_break_spaces_in_a_row,
)
