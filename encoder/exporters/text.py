"""Plain text, whole and by speech, and a table that says where each speech stands.

    whole/wilson-123420.txt
    speeches/wilson-123420/0001.txt
    offsets.csv

Offsets count characters (code points) of the whole text from nought, and are half open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.exporters.exporter import Exporter
from encoder.text.cells import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.exporter import Piece
    from encoder.exporters.passages import Speech, TextPassage

_OFFSETS: Final = "offsets.csv"
_COLUMNS: Final = ("record", "speech", "id", "who", "label", "start", "end")
_BETWEEN: Final = "\n\n"


def pack(deposits: Iterable[Deposit]) -> Iterator[Piece]:
    """Yield the texts of each record, and its lines of the table."""
    yield _OFFSETS, row(_COLUMNS)
    for deposit in deposits:
        text, places = laid_out(deposit.passages)
        yield f"whole/{deposit.name}.txt", text.encode()
        for speech, (label, start, end) in places.items():
            said = f"{text[start:end]}\n".encode()
            yield f"speeches/{deposit.name}/{speech.number:04}.txt", said
            who = " ".join(speech.who)
            cells = (deposit.name, speech.number, speech.id, who, label, start, end)
            yield _OFFSETS, row(cells)


def laid_out(
    passages: Iterable[TextPassage],
) -> tuple[str, dict[Speech, tuple[str | None, int, int]]]:
    """Return the whole text, and the label, start and end of what each speech says.

    A label stands on the line of the words that follow it, and lines of verse one below
    the other; other passages are a blank line apart. What a speech says does not
    include its label.
    """
    text = ""
    places: dict[Speech, tuple[str | None, int, int]] = {}
    labels: dict[Speech, str] = {}
    above: TextPassage | None = None
    for passage in passages:
        text += _between(above, passage)
        start = len(text)
        text += passage.words
        above = passage
        if passage.speech is None:
            continue
        if passage.is_label:
            labels.setdefault(passage.speech, passage.words)
        else:
            label = labels.get(passage.speech)
            first = places.get(passage.speech, (label, start, 0))
            places[passage.speech] = (first[0], first[1], len(text))
    return f"{text}\n" if text else "", places


def _between(above: TextPassage | None, passage: TextPassage) -> str:
    """Return what parts a passage from the one before it."""
    if above is None:
        return ""
    if above.is_label:
        return " "
    return "\n" if above.element == passage.element == "l" else _BETWEEN


EXPORTER: Final = Exporter(
    name="text",
    makes="plain text, whole and by speech, with a table of offsets",
    taken_by="Voyant, corpus tools, anybody with an editor",
    needs=(),
    pack=pack,
)
