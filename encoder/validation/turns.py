"""Whether turns are whole: each with words, once, in order, and with its own label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.tei.names import TEI
from encoder.validation.check import Hit, Layer, on_elements, on_file, on_text
from encoder.validation.index import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from encoder.validation.check import Check
    from encoder.validation.index import Index
    from encoder.validation.passage import Passage

_SPEAKER: Final = f"{{{TEI}}}speaker"
_U: Final = f"{{{TEI}}}u"
_LONG_LABEL: Final = 100
_SENTENCES: Final = re.compile(r"[a-z]{3}[.?!] +[A-Z].*[a-z]{3}[.?!:]\s*$", re.DOTALL)
# Shorter turns are said again: "Yes.", "No, thank you."
_SAID_AGAIN: Final = 40
_LABEL_IN_P: Final = re.compile(
    r"<p(?: [^<>]*)?>\s*(?P<label>[A-Z][A-Z.'\u2019 -]{1,40}):\s"
)


@on_elements("T309", Layer.PEOPLE, Severity.WARNING, "sp", "u")
def empty_turn(elements: Iterable[_Element]) -> Iterator[Hit]:
    """A speech or an utterance has no words.

    Either its words were lost, or they stand in the turn before it, which then has
    more words than its speaker said.

    Put the words back, or leave the turn out:

        <sp who="#hale"><speaker>HALE:</speaker><p/></sp>

        <sp who="#hale"><speaker>HALE:</speaker><p>Good morning.</p></sp>
    """
    for element in elements:
        # Most turns have some children, the last of which has words.
        try:
            last = element[-1]
        except IndexError:
            last = element
        said = last.text
        if said and not said.isspace() and last.tag != _SPEAKER:
            continue
        if not _says_something(element):
            yield Hit(element, "nothing is said here")


@on_elements("T310", Layer.PEOPLE, Severity.WARNING, "sp", "u")
def turn_said_twice(elements: Iterable[_Element]) -> Iterator[Hit]:
    """Two turns in a row have the same speaker and the same words.

    Nobody says so much twice over. A piece of the text was encoded or copied twice, and
    every count of words is wrong.

    Leave the second out, if the source has it once:

        <sp who="#hale">…<p>We sail on Friday, whatever the tide may be.</p></sp>
        <sp who="#hale">…<p>We sail on Friday, whatever the tide may be.</p></sp>

        <sp who="#hale">…<p>We sail on Friday, whatever the tide may be.</p></sp>
    """
    before, who_before = None, None
    for element in elements:
        who = element.get("who")
        if before is not None and who and who == who_before:
            said = "".join(words(element).split())
            if len(said) > _SAID_AGAIN and said == "".join(words(before).split()):
                message = f"{who} says the same in the turn before"
                yield Hit(element, message)
        before, who_before = element, who


@on_elements("T311", Layer.PEOPLE, Severity.WARNING, "sp", "u")
def turn_number_twice(elements: Iterable[_Element]) -> Iterator[Hit]:
    """Two turns in a row have the same number.

    A citation by number leads to both, and readers see only the first.

    Number them again:

        <sp n="4">…</sp> <sp n="4">…</sp> <sp n="5">…</sp>

        <sp n="4">…</sp> <sp n="5">…</sp> <sp n="6">…</sp>
    """
    before: _Element | None = None
    number_before = None
    for element in elements:
        number = element.get("n")
        again = number is not None and number == number_before
        if again and before is not None and before.getparent() is element.getparent():
            yield Hit(element, f"the turn before has the number {number} too", "n")
        before, number_before = element, number


@on_file("T312", Layer.PEOPLE, Severity.WARNING)
def label_with_sentences(file: Index) -> Iterator[Hit]:
    """The label of a speech is as long as a speech.

    A `speaker` says who speaks. Words that were said stand where programs look for a
    name, and are missing from the speech.

    End the label where the name ends:

        <speaker>HALE: Good morning. The tide is out.</speaker>

        <speaker>HALE:</speaker><p>Good morning. The tide is out.</p>
    """
    for turn in file.turns:
        label = turn.label.strip()
        if len(label) > _LONG_LABEL or _SENTENCES.search(label):
            message = f"this label is more than a name: {label[:60]}"
            for at in turn.places:
                yield Hit(at, message)


@on_text("T313", Layer.PEOPLE, Severity.WARNING)
def label_in_paragraph(text: Passage) -> Iterator[Hit]:
    """A paragraph of a speech begins with the label of a speaker.

    Another turn begins here and was not made one: its words are given to whoever
    spoke before. Or the label stands twice.

    Begin a new speech at the label:

        <sp who="#hale"><speaker>HALE:</speaker><p>Good morning.</p>
        <p>REED: Is it?</p></sp>

        <sp who="#hale"><speaker>HALE:</speaker><p>Good morning.</p></sp>
        <sp who="#reed"><speaker>REED:</speaker><p>Is it?</p></sp>
    """
    if "</speaker>" not in text.text:
        return
    for found in _LABEL_IN_P.finditer(text.text):
        label = found["label"]
        # Other words in capitals, as "NOTE:", are nobody's label.
        if re.search(rf">\s*{re.escape(label)}[:.]?\s*</speaker>", text.text):
            message = f"'{label}:' is a label elsewhere; does a turn begin here?"
            yield Hit(text.spot(found.start("label")), message)


def _says_something(turn: _Element) -> bool:
    """Return whether a turn has words, or in a `u` anything that is heard."""
    if turn.tag == _U:
        return len(turn) > 0 or bool((turn.text or "").strip())
    said = (child for child in turn if child.tag != _SPEAKER)
    return any(len(child) or (child.text or "").strip() for child in said)


CHECKS: Final[tuple[Check, ...]] = (
    empty_turn,
    turn_said_twice,
    turn_number_twice,
    label_with_sentences,
    label_in_paragraph,
)
