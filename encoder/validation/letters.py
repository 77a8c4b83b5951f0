"""Letters that look right and are others, and words that were decoded wrongly."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.validation.check import Hit, Layer, on_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.validation.check import Check
    from encoder.validation.passage import Passage

_CYRILLIC: Final = "\u0400-\u04ff"
# Greek capitals, and the one small letter, that have the form of a Latin letter.
_GREEK: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"  # noqa: RUF001 (what is looked for)
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_MIXED: Final = re.compile(
    f"[{_LATIN}](?=[{_CYRILLIC}{_GREEK}])|[{_CYRILLIC}{_GREEK}](?=[{_LATIN}])"
)
_LETTERS: Final = re.compile(f"[{_LATIN}{_CYRILLIC}{_GREEK}]+")
_LONGEST: Final = 50
_ROMAN: Final = re.compile(f"[IVXLCDM]+[{_CYRILLIC}]*")
_WORD: Final = re.compile(r"[^\s<>\"]+")
# What the bytes of UTF-8 become when they are read as windows-1252. Some languages have
# the first of them before a quotation mark, or before a space that does not break.
_SECOND: Final = "\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf"
_OF_WINDOWS: Final = (
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122"
)
_QUOTES: Final = "\u00a0\u00ab\u00bb\u2013-\u203a"
_MISREAD: Final = re.compile(
    f"(?:[\u00c2\u00c3][{_SECOND}{_OF_WINDOWS}{_QUOTES}]"
    f"|[\u00c4\u00c5][{_SECOND}{_OF_WINDOWS}]"
    f"|\u00e2\u20ac[{_SECOND}{_OF_WINDOWS}{_QUOTES}]"
    f"|(?:[\u00d0\u00d1][{_SECOND}{_OF_WINDOWS}{_QUOTES}]){{2,}})+"
)
_BEGINS_MISREAD: Final = frozenset("\u00c2\u00c3\u00c4\u00c5\u00e2\u00d0\u00d1")
_TWICE: Final = re.compile(
    r"&amp;(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|copy"
    r"|[A-Za-z](?:acute|grave|uml|circ|tilde|cedil)|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"
)
_JAMO: Final = re.compile("[\u1100-\u11ff]")
_FORMS: Final = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdcf\ufe70-\ufefc]")
_NO_CHARACTER: Final = re.compile("[\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff]")


@on_text("T609", Layer.CHARACTERS, Severity.WARNING)
def mixed_scripts(text: Passage) -> Iterator[Hit]:
    """A word has letters of two alphabets that look alike.

    The Latin "a" and the Cyrillic one are different characters. The word is not
    found, and a name written so is another name.

    Write the word with the letters of one alphabet:

        <persName>H&#x430;le</persName>

        <persName>Hale</persName>
    """
    if not any("\u0370" <= each <= "\u04ff" for each in text.rare):
        return
    end = 0
    for found in _MIXED.finditer(text.text):
        if found.start() >= end:
            start, end = _word_around(text.text, found.start())
            word = text.text[start:end]
            if not _ROMAN.fullmatch(word):
                strange = next(each for each in word if "\u0370" <= each <= "\u04ff")
                name = unicodedata.name(strange, "a letter").lower()
                message = f"letters of two alphabets are in '{word}': {name}"
                yield Hit(text.spot(start), message)


def _word_around(text: str, at: int) -> tuple[int, int]:
    """Return where the letters begin and end among which one stands."""
    start = at
    while start > 0 and at - start < _LONGEST and _LETTERS.match(text[start - 1]):
        start -= 1
    found = _LETTERS.match(text, at, at + _LONGEST)
    return start, found.end() if found else at + 1


@on_text("T610", Layer.CHARACTERS, Severity.WARNING)
def not_composed(text: Passage) -> Iterator[Hit]:
    """A letter and its accent are two characters where Unicode has one (not NFC).

    They look the same and are not: a search for "café" does not find this one, and TEI
    and the W3C ask for NFC.

    Normalise the file to NFC:

        <p>the cafe&#x301; on the quay</p>

        <p>the café on the quay</p>
    """
    doubtful = (
        each
        for each in text.rare
        if unicodedata.combining(each)
        or not unicodedata.is_normalized("NFC", each)
        or _JAMO.match(each)
    )
    if not any(doubtful) or unicodedata.is_normalized("NFC", text.text):
        return
    for found in _WORD.finditer(text.text):
        word = found[0].rstrip("\0")
        if not word.isascii() and not unicodedata.is_normalized("NFC", word):
            composed = unicodedata.normalize("NFC", word)
            message = f"'{word}' is not NFC, in which it is '{composed}'"
            yield Hit(text.spot(found.start()), message)


@on_text("T611", Layer.CHARACTERS, Severity.WARNING)
def decoded_wrongly(text: Passage) -> Iterator[Hit]:
    """UTF-8 was read as windows-1252 and kept what came of it.

    Readers see two or three strange letters for one, and nobody finds the word.

    Read the source as UTF-8 again, or type the letter:

        <p>the cafÃ© on the quay</p>

        <p>the café on the quay</p>
    """
    if not text.rare & _BEGINS_MISREAD:
        return
    for found in _MISREAD.finditer(text.text):
        try:
            meant = found[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        message = f"'{found[0]}' was UTF-8 once; did you mean '{meant}'?"
        yield Hit(text.spot(found.start()), message)


@on_text("T612", Layer.CHARACTERS, Severity.WARNING)
def escaped_twice(text: Passage) -> Iterator[Hit]:
    """A character was escaped, and the escape was escaped again.

    Readers see "&amp;amp;" or "&amp;quot;" in the middle of a sentence.

    Undo one of the two:

        <p>Hale &amp;amp; Reed</p>

        <p>Hale &amp; Reed</p>
    """
    if "&amp;" in text.text:
        for found in _TWICE.finditer(text.text):
            message = f"readers see this as {found[0].replace('amp;', '', 1)}"
            yield Hit(text.spot(found.start()), message)


@on_text("T613", Layer.CHARACTERS, Severity.WARNING)
def accent_without_letter(text: Passage) -> Iterator[Hit]:
    """The first character of an element or a value is an accent without its letter.

    It is drawn over the tag before it, or not at all, and the letter it belongs to was
    left outside.

    Put both on the same side of the tag:

        <p>caf<hi>e</hi><hi>&#x301;s</hi></p>

        <p>caf<hi>é</hi><hi>s</hi></p>
    """
    marks = [each for each in text.rare if unicodedata.combining(each)]
    if marks:
        pattern = re.compile(f"[>\"'](?P<mark>[{''.join(marks)}])")
        for found in pattern.finditer(text.text):
            name = unicodedata.name(found["mark"]).lower()
            yield Hit(text.spot(found.start("mark")), f"{name} has no letter under it")


@on_text("T614", Layer.CHARACTERS, Severity.NOTE)
def form_in_place_of_letters(text: Passage) -> Iterator[Hit]:
    """A character is the printed form of letters and not the letters.

    It comes from the fonts of a PDF. "ﬁnd" with one sign for "fi" is not found.

    Write the letters; their form is a matter of fonts:

        <p>to ﬁnd the harbour</p>

        <p>to find the harbour</p>
    """
    if any("\ufb00" <= each <= "\ufefc" for each in text.rare):
        for found in _FORMS.finditer(text.text):
            letters = unicodedata.normalize("NFKC", found[0])
            message = f"'{found[0]}' is a printed form; did you mean '{letters}'?"
            yield Hit(text.spot(found.start()), message)


@on_text("T615", Layer.CHARACTERS, Severity.WARNING)
def no_character(text: Passage) -> Iterator[Hit]:
    """A number stands there that Unicode has promised never to make a character.

    Some programs refuse the file, others drop it or show a box.

    Leave it out:

        <p>the harbour&#xFDD0;</p>

        <p>the harbour</p>
    """
    if any(each >= "\ufdd0" for each in text.rare):
        for found in _NO_CHARACTER.finditer(text.text):
            message = f"U+{ord(found[0]):04X} is no character, and will be none"
            yield Hit(text.spot(found.start()), message)


CHECKS: Final[tuple[Check, ...]] = (
    mixed_scripts,
    not_composed,
    decoded_wrongly,
    escaped_twice,
    accent_without_letter,
    form_in_place_of_letters,
    no_character,
)
